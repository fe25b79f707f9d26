import { readFigure } from '../../figures/read-figure.ts'
import type { Form } from '../../forms/form.ts'
import type { Figure, Observation } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { vocabularyOf } from '../labels/vocabulary.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { signedValue, signUnder } from './signs.ts'
import { type CountUnit, countUnit, type FigureLabels, type FigurePlace, type UnitsAround } from './units.ts'

/** From the cell that holds a figure to its value: in the unit and with the sign that stand around it. */

/** A figure as its cell and what stands around it print it. */
export interface ReadValue {
  readonly figure: Figure
  /** What is printed around the cell and leaves its unit or sign open. */
  readonly doubt?: Doubt
}

interface Doubt {
  readonly about: 'unit' | 'sign'
  readonly printed: string
}

const amountOf = (key: string, unit: '万元', cell: StreamCell, around: string | null): ReadValue => {
  const { printedUnit, ...printed } = readFigure(cell.text, {
    unit,
    ...(around ? { headerUnit: around } : {}),
  })
  const shown = printedUnit ?? (around && around !== '万元' ? around : undefined)
  const figure: Figure = {
    key,
    ...printed,
    unit,
    ...(shown ? { printedUnit: shown } : {}),
    ...(printed.state === 'number' && !printedUnit && !around ? { unitMissing: true as const } : {}),
    source: cell.source,
  }
  const told = printed.state !== 'text' || readFigure(cell.text, { unit }).state === 'text'
  return told ? { figure } : { figure, doubt: { about: 'unit', printed: around! } }
}

const textOf = ({ key, text, source }: Figure): Figure => ({ key, state: 'text', value: null, text, source })

const countOf = (key: string, cell: StreamCell, unit: CountUnit): ReadValue => {
  const plain = readFigure(cell.text)
  const figure: Figure = { key, ...plain, source: cell.source }
  // Zero is zero in every unit, and what is no number has none.
  if (plain.state !== 'number' || plain.value === 0) return { figure }
  if (unit.doubt !== undefined)
    return { figure: textOf(figure), doubt: { about: 'unit', printed: unit.doubt } }
  if (unit.power === 0) return { figure }
  const scaled = readFigure(cell.text, { power: unit.power })
  if (scaled.state === 'number')
    return { figure: { ...figure, ...scaled, printedUnit: scaled.printedUnit ?? unit.name! } }
  return { figure: textOf(figure), doubt: { about: 'unit', printed: unit.name! } }
}

const withSign = (read: ReadValue, headings: readonly string[], unseen: ReadonlySet<string>): ReadValue => {
  const { figure } = read
  const odd = headings.find(heading => signUnder(heading) !== 'printed')
  const open = headings.find(heading => unseen.has(heading.trim()))
  if (open !== undefined && figure.value)
    return { figure: textOf(figure), doubt: { about: 'sign', printed: open } }
  if (odd === undefined || figure.value === null) return read
  const sign = headings.every(heading => signUnder(heading) === signUnder(odd)) ? signUnder(odd) : 'doubtful'
  const value = signedValue(figure.value, figure.text ?? '', sign)
  return value === null
    ? { figure: textOf(figure), doubt: { about: 'sign', printed: odd } }
    : { figure: { ...figure, value } }
}

/** The figure of a cell at its place in the form. */
export const readValue = (
  form: Form,
  key: string,
  place: FigurePlace,
  cell: StreamCell,
  units: UnitsAround,
  labels: FigureLabels,
): ReadValue => {
  const { column } = place
  const read = column.unit
    ? amountOf(key, column.unit, cell, units.money)
    : countOf(key, cell, countUnit(units, vocabularyOf(form), place, labels))
  if (!column.signed || read.doubt) return read
  return withSign(read, labels.heading === null ? units.signs : [labels.heading], units.unseen)
}

/** What leaves the meaning of a row's figures open, each with the figures it touches. */
export const doubtsOf = (form: Form, source: Source, read: readonly ReadValue[]): Observation[] =>
  [...Map.groupBy(read, ({ doubt }) => doubt?.printed)].flatMap(([printed, touched]) =>
    printed === undefined
      ? []
      : [
          {
            kind: 'meaningDoubtful',
            form: form.key,
            about: touched[0]!.doubt!.about,
            printed: printed.trim(),
            cells: touched.map(({ figure }) => figure.key),
            source,
          },
        ],
  )
