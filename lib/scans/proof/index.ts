import type { FormKey } from '../../forms/form.ts'
import { formOfKey } from '../../model/figures-of.ts'
import type { Figure, Observation, Report } from '../../model/report.ts'
import type { CellReading, Reading, Scan } from '../../model/scan.ts'
import { byPlace } from './by-place.ts'
import { standing } from './rows.ts'
import { type Said, saidBy } from './said.ts'
import { cellsIn, sumsOf, type Weighed } from './sums.ts'
import { provenTables } from './tables.ts'
import { wholeForms } from './whole-forms.ts'

/** What is agreed at a figure that stands where the form has it, and is what was extracted there. */
const agreedAt = (figure: Figure, reading: CellReading | undefined): Said | null => {
  const said = reading ? saidBy(reading) : null
  const state = said?.value === null ? 'blank' : 'number'
  return said && figure.state === state && figure.value === said.value ? said : null
}

/** Sums in which something is printed: one of blanks says nothing of them. */
const printed = (sums: readonly Weighed[]): readonly Weighed[] =>
  sums.filter(({ outcome }) => outcome !== 'blank')

/** Whether it stands in a sum that holds, and none that it stands in does otherwise. */
const isProven = (sums: readonly Weighed[]): boolean =>
  sums.some(({ outcome }) => outcome === 'holds') &&
  sums.every(({ outcome }) => outcome === 'holds' || outcome === 'agrees')

/** Those read whole: of the others a cell is not read. */
const namesOf = (sums: readonly Weighed[]): readonly string[] => [
  ...new Set(sums.filter(({ outcome }) => outcome === 'holds').map(({ check }) => check)),
]

const placed = ({ page, box }: CellReading): Pick<CellReading, 'page' | 'box'> => ({ page, box })

const accepted = (
  figure: Figure,
  reading: CellReading,
  { readers }: Said,
  sums: readonly Weighed[],
): Figure => ({
  ...figure,
  evidence: { ...placed(reading), readers, sums: namesOf(sums) },
})

/** A number so long is no figure, and may be a person's: no output repeats it. */
const mayBeOfAPerson = /(?:\d[^\p{L}\d]{0,2}){11}/u

const shown = (reading: Reading): Reading =>
  mayBeOfAPerson.test(reading.text ?? '') ? { ...reading, text: null, withheld: true } : reading

const open = ({ key, unit, source }: Figure, reading: CellReading | undefined): Figure => ({
  key,
  state: 'unreadable',
  value: null,
  text: null,
  ...(unit ? { unit } : {}),
  source,
  ...(reading
    ? { unproven: { ...placed(reading), crop: reading.crop, readings: reading.readings.map(shown) } }
    : {}),
})

const brokenSum = (form: FormKey, sum: Weighed, said: ReadonlyMap<string, Said>): Observation => {
  const cells = cellsIn(sum)
  return {
    kind: 'sumBroken',
    form,
    check: sum.check,
    cells,
    read: cells.map(key => said.get(key)?.value ?? null),
  }
}

/** What is not met in a picture may still be on the page: nothing of a scan is missing. */
const neverMissing = (observation: Observation): readonly Observation[] => {
  if (observation.kind === 'tableMissing')
    return [{ kind: 'tableUnreadable', form: observation.form, reason: 'picture' }]
  if (observation.kind === 'rowMissing') return [{ ...observation, kind: 'rowUnmet' }]
  return observation.kind === 'columnMissing' ? [] : [observation]
}

/**
 * The report of a scan with those figures alone that are proven; all others are `unreadable` and wait for a person. Pure.
 *
 * 1. A figure is proven where two readers of different families read the same number and none that is sure reads another,
 *    and every sum of the form that it stands in holds, at least one of them with all its cells read. One that stands in no sum
 *    never is.
 * 2. It is read where its row stands: by its label, or between two others.
 * 3. A blank needs both tests and readers that see nothing. A sum proves nothing where one of its sides is blank: blanks alone never
 *    prove themselves.
 * 4. Sums never choose a reading and never put one right: one that is broken leaves all its figures open, and is told.
 * 5. Nothing proves a name or a year: whose report it is, and of when, a person says (lib/entered/named.ts).
 */
export const proven = (report: Report, scan: Scan): Report => {
  const places = byPlace(report, scan)
  const { readings } = places
  const rows = standing(report, readings)
  const forms = wholeForms(report, places)
  const said = new Map(
    [...report.figures.values()].flatMap(figure => {
      const counts = forms.includes(formOfKey(figure.key)) && rows.has(figure.key)
      const agreed = counts ? agreedAt(figure, readings.get(figure.key)) : null
      return agreed ? [[figure.key, agreed] as const] : []
    }),
  )
  const sums = new Map(forms.map(form => [form, sumsOf(report, form, said)]))
  const of = (key: string): readonly Weighed[] =>
    printed((sums.get(formOfKey(key)) ?? []).filter(sum => cellsIn(sum).includes(key)))
  const judged = (figure: Figure): Figure => {
    const [reading, agreed, own] = [readings.get(figure.key), said.get(figure.key), of(figure.key)]
    return reading && agreed && isProven(own) ? accepted(figure, reading, agreed, own) : open(figure, reading)
  }
  const broken = [...sums].flatMap(([form, all]) =>
    all.filter(({ outcome }) => outcome === 'broken').map(sum => brokenSum(form, sum, said)),
  )
  const figures = new Map([...report.figures].map(([key, figure]) => [key, judged(figure)]))
  return {
    ...report,
    figures,
    tables: provenTables(report.tables, [...figures.values()]),
    observations: [...report.observations.flatMap(neverMissing), ...broken],
    authority: null,
    authorityAsPrinted: null,
    year: null,
    scan: {
      pages: scan.pages,
      ...(scan.title ? { title: scan.title } : {}),
      read: { authority: report.authority, year: report.year },
    },
  }
}
