import { readFigure } from '../../lib/figures/read-figure.ts'
import { reportContract } from '../../lib/writers/contract.ts'
import { writeJson } from '../../lib/writers/json.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'

/** What must hold of every file that is read, damaged or not. Gives the first thing that does not. */
export const brokenInvariant = (judged: JudgedReport, thoroughly: boolean): string | null => {
  const { report, findings } = judged
  const crashed = findings.find(({ check }) => check === 'check-failed')
  if (crashed) return `a check crashed: ${crashed.message.en}`
  const cells = new Map(
    report.tables.flatMap(({ table }) =>
      table.cells.map(cell => [`${table.number}/${cell.row}/${cell.column}`, cell.text] as const),
    ),
  )
  for (const { key, state, value, text, source, unit } of report.figures.values()) {
    if ((state === 'number') !== (value !== null)) return `${key} is ${state} with the value ${value}`
    if (value !== null && !Number.isFinite(value)) return `${key} is ${value}`
    if (state !== 'number') continue
    if (text === null || source === null) return `${key} has a number from nowhere`
    if (readFigure(text, unit ? { unit } : {}).state !== 'number')
      return `${key} prints ${text}, which is no number`
    if (source.kind === 'paragraph') continue
    const printed = cells.get(`${source.table}/${source.row}/${source.column}`)
    if (printed === undefined || !printed.includes(text))
      return `${key} is said to stand where ${printed ?? 'nothing'} stands`
  }
  if (!thoroughly) return null
  const parsed = reportContract.safeParse(JSON.parse(writeJson(judged)))
  return parsed.success ? null : `the JSON breaks its contract: ${parsed.error.message.slice(0, 300)}`
}
