import { editionById } from '../../lib/forms/find-edition.ts'
import { type FormKey, formCells } from '../../lib/forms/form.ts'
import type { EditionId } from '../../lib/forms/index.ts'
import type { Figure, FigureState, Observation, Report, Section } from '../../lib/model/report.ts'

export interface ReportOptions {
  readonly edition?: EditionId
  readonly editions?: Partial<Record<FormKey, EditionId | null>>
  readonly year?: number
  /** Number, or the printed text of a cell that is no number; `null` = blank, 'missing' = not in the file, 'unreadable' = not to be told. */
  readonly figures?: Readonly<Record<string, number | null | string>>
  readonly observations?: readonly Observation[]
  readonly sections?: readonly Section[]
  readonly report?: Partial<Report>
}

const stateOf = (value: number | null | string): FigureState => {
  if (value === null) return 'blank'
  if (typeof value === 'number') return 'number'
  if (value === 'missing' || value === 'unreadable') return value
  return ['-', '/', '—', '--', '无', '不适用'].includes(value) ? 'notApplicable' : 'text'
}

/** A made-up report whose figures are all zero, except those given. */
export const reportOf = (options: ReportOptions = {}): Report => {
  const edition = options.edition ?? '2021'
  const editions = {
    proactiveDisclosure: edition,
    requests: edition,
    reconsiderationAndLitigation: edition,
    ...options.editions,
  } as Record<FormKey, EditionId | null>
  const figures = new Map<string, Figure>()
  const forms: FormKey[] = ['proactiveDisclosure', 'requests', 'reconsiderationAndLitigation']
  forms.forEach((formKey, index) => {
    const id = editions[formKey]
    if (id === null) return
    const form = editionById(id).forms[formKey]
    formCells(form).forEach(({ key, column }, cell) => {
      const given = options.figures && key in options.figures ? options.figures[key]! : 0
      const state = stateOf(given)
      const lacks = state === 'missing' || state === 'unreadable'
      figures.set(key, {
        key,
        state,
        value: typeof given === 'number' ? given : null,
        text: given === null ? '' : lacks ? null : String(given),
        ...(column.unit ? { unit: column.unit } : {}),
        source: lacks ? null : { kind: 'table', table: index + 1, row: cell + 1, column: 4 },
      })
    })
  })
  for (const key of Object.keys(options.figures ?? {}))
    if (!figures.has(key)) throw new Error(`no such figure: ${key}`)
  return {
    title: '青禾县数据局2023年政府信息公开工作年度报告',
    authority: '青禾县数据局',
    authorityAsPrinted: '青禾县数据局',
    year: options.year ?? (edition === '2019' ? 2020 : 2023),
    period: null,
    signature: null,
    preamble: [],
    sections: options.sections ?? [],
    headings: [],
    editions,
    figures,
    tables: [],
    observations: options.observations ?? [],
    reconciliationNote: true,
    losses: [],
    ...options.report,
  }
}
