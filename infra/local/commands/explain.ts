import { checks } from '../../../lib/checks/index.ts'
import { severityWords } from '../../../lib/writers/words.ts'
import { nearest } from '../terminal/nearest.ts'
import { readOptions } from '../terminal/read-options.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { explainManual } from './manual/checks.ts'

const labels = {
  zh: { severity: '级别', editions: '表式', formula: '公式', source: '依据' },
  en: { severity: 'Severity', editions: 'Forms', formula: 'Formula', source: 'Source' },
} as const

/** Those that hold what was asked for, or are held by it, or else the nearest. */
const near = (wanted: string): string => {
  const ids = checks.map(check => check.id)
  const alike = ids.filter(id => id.includes(wanted) || wanted.includes(id))
  return alike.length > 0 ? alike.join(', ') : (nearest(wanted, ids) ?? 'gongkai checks')
}

/** `explain <check>`: one check in full. */
export const explainCommand = async (args: readonly string[]): Promise<number> => {
  const { values, operands } = readOptions(explainManual, args)
  const language = values.lang
  const wanted = operands[0]!
  const check = checks.find(candidate => candidate.id === wanted)
  if (!check)
    throw new UsageError({
      zh: `没有这条规则：${wanted}；参见 ${near(wanted)}。`,
      en: `No such check: ${wanted}; see ${near(wanted)}.`,
    })
  const label = labels[language]
  console.log(`${check.id}  ${check.title[language]}`)
  console.log(`${label.severity}: ${severityWords[check.severity][language]}`)
  console.log(`${label.editions}: ${check.editions.join(', ')}`)
  if (check.formula) console.log(`${label.formula}: ${check.formula}`)
  console.log(`${label.source}: ${check.source}`)
  console.log(`\n${check.explanation[language]}`)
  return 0
}
