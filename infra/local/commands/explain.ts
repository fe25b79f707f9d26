import { parseArgs } from 'node:util'
import { checks } from '../../../lib/checks/index.ts'
import { severityWords } from '../../../lib/writers/words.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { languageOf } from './options.ts'

const labels = {
  zh: { severity: '级别', editions: '表式', formula: '公式', source: '依据' },
  en: { severity: 'Severity', editions: 'Forms', formula: 'Formula', source: 'Source' },
} as const

const near = (wanted: string): string => {
  const alike = checks.map(check => check.id).filter(id => id.includes(wanted) || wanted.includes(id))
  return alike.length > 0 ? alike.join(', ') : 'gongkai checks'
}

/** `explain <check>`: one check in full. */
export const explainCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string' } },
    allowPositionals: true,
  })
  const language = languageOf(values.lang)
  const [wanted, ...more] = positionals
  if (!wanted || more.length > 0)
    throw new UsageError('explain: 请给出一条规则的编号 (name one check), gongkai checks')
  const check = checks.find(candidate => candidate.id === wanted)
  if (!check)
    throw new UsageError(`explain: 没有这条规则 (no such check): ${wanted}; 参见 see ${near(wanted)}`)
  const label = labels[language]
  console.log(`${check.id}  ${check.title[language]}`)
  console.log(`${label.severity}: ${severityWords[check.severity][language]}`)
  console.log(`${label.editions}: ${check.editions.join(', ')}`)
  if (check.formula) console.log(`${label.formula}: ${check.formula}`)
  console.log(`${label.source}: ${check.source}`)
  console.log(`\n${check.explanation[language]}`)
  return 0
}
