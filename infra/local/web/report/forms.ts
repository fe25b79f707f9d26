import type { Finding } from '../../../../lib/checks/check.ts'
import { editionToEnter } from '../../../../lib/entered/entered-problem.ts'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { type FormKey, formKeys } from '../../../../lib/forms/form.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import { cellsOf, type OfScan } from '../../../../lib/model/figures-of.ts'
import type { Figure, Report } from '../../../../lib/model/report.ts'
import type { ReportJson } from '../../../../lib/writers/contract.ts'
import { marksOf } from '../../../../lib/writers/marks.ts'
import { formTableHtml } from '../../../../lib/writers/page/form-table.ts'
import { formName, formWords } from '../../../../lib/writers/words.ts'

/** A statutory table in the layout of its form. */
export interface FormView {
  readonly form: FormKey
  readonly title: string
  /** Whether it was recognised in the file; else its cells are there to be entered by hand. */
  readonly recognised: boolean
  /** Null where nothing tells which edition of the form it would be. */
  readonly html: string | null
}

/** Of a report what its tables are drawn from: one that was not recognised has the edition that can be entered. */
export type Read = OfScan

const unread = (key: string): Figure => ({ key, state: 'unreadable', value: null, text: null, source: null })

export const readOf = (json: ReportJson): Read => {
  const { year } = json.report
  const keys = Object.keys(json.figures)
  const editions = Object.fromEntries(
    formKeys.map(form => [form, editionToEnter({ year, editions: json.editions, figures: keys }, form)]),
  ) as Record<FormKey, EditionId | null>
  const cells = formKeys.flatMap(form => cellsOf({ editions }, form))
  const figureOf = (key: string): Figure => {
    const known = json.figures[key]
    return known ? ({ key, ...known } as Figure) : unread(key)
  }
  const { scan } = json.report
  const figures = new Map(cells.map(({ key }) => [key, figureOf(key)]))
  return { editions, figures, ...(scan ? { scan: scan as NonNullable<Read['scan']> } : {}) }
}

export const formsView = (
  read: Read,
  recognised: Report['editions'],
  findings: readonly Finding[],
): readonly FormView[] => {
  const marks = marksOf(findings)
  return formKeys.map((form): FormView => {
    const edition = read.editions[form]
    return {
      form,
      title:
        edition === null
          ? formName(form)
          : `${formWords[form].number}、${editionById(edition).forms[form].title}`,
      recognised: recognised[form] !== null,
      html: edition === null ? null : formTableHtml(read, form, edition, marks),
    }
  })
}
