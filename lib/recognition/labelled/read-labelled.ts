import { type Form, type FormBlock, figureKey } from '../../forms/form.ts'
import type { Figure, Observation } from '../../model/report.ts'
import { vocabularyOf } from '../labels/vocabulary.ts'
import { isBlank, type StreamRow } from '../stream/stream-row.ts'
import type { Around } from '../values/lines-around.ts'
import { type FormReading, readRow, unreadableFigure } from '../values/read-form.ts'
import { signUnder } from '../values/signs.ts'
import { unitsAround } from '../values/units.ts'
import type { Header } from './columns.ts'
import { readLabelledRows } from './labelled-rows.ts'
import type { LabelledRow } from './row-cursor.ts'

const same = (a: Figure, b: Figure): boolean =>
  a.state === b.state && a.value === b.value && a.text === b.text

/** Whether each row that was met has its figure of the column: whatever its header says, the column is there. */
const isRead = (
  form: Form,
  block: FormBlock,
  column: string,
  figures: ReadonlyMap<string, Figure>,
): boolean => {
  const met = block.rows.flatMap(row => figures.get(figureKey(form.key, row.key, column)) ?? [])
  return met.length > 0 && met.every(({ state }) => state !== 'missing' && state !== 'unreadable')
}

const headerObservations = (
  form: Form,
  header: Header,
  block: FormBlock,
  figures: ReadonlyMap<string, Figure>,
): Observation[] => {
  const keys = block.columns.map(column => column.key)
  const printed = header.leaves.flatMap(leaf => (leaf.key ? [leaf.key] : []))
  const source = header.leaves[0]!.cell.source
  const unknown = header.leaves.filter(leaf => leaf.key === null && leaf.cell.bare !== '')
  const repeated = header.leaves.filter(
    (leaf, at) =>
      leaf.key &&
      printed.indexOf(leaf.key) !== printed.lastIndexOf(leaf.key) &&
      header.leaves.findIndex(l => l.key === leaf.key) !== at,
  )
  const missing = keys.filter(key => !printed.includes(key) && !isRead(form, block, key, figures))
  const places = [...new Set(printed)].map(key => keys.indexOf(key))
  /** The figures that were read at the place of a label that is not the form's. */
  const cellsUnder = (at: number): string[] => {
    const column = header.leaves.length === keys.length ? keys[at] : undefined
    return column === undefined ? [] : block.rows.map(row => figureKey(form.key, row.key, column))
  }
  const ordered = places.every((place, at) => at === 0 || place > places[at - 1]!)
  return [
    ...[...unknown, ...repeated].map(
      (leaf): Observation => ({
        kind: 'columnUnknown',
        form: form.key,
        label: leaf.cell.text.trim(),
        cells: cellsUnder(header.leaves.indexOf(leaf)),
        source: leaf.cell.source,
      }),
    ),
    ...(missing.length > 0 && unknown.length + repeated.length < missing.length
      ? [{ kind: 'columnMissing', form: form.key, columns: missing, source } as const]
      : []),
    ...(ordered
      ? []
      : [
          {
            kind: 'columnOrder',
            form: form.key,
            printed,
            source,
          } as const,
        ]),
  ]
}

type Variant = Extract<Observation, { readonly kind: 'labelVariant' }>

const columnVariants = (form: Form, header: Header, block: FormBlock): Variant[] =>
  header.leaves
    .filter(leaf => leaf.variant && leaf.key !== null)
    .map(leaf => {
      const column = block.columns.find(({ key }) => key === leaf.key)!
      const turned = column.signed && signUnder(leaf.cell.text) !== 'printed'
      return {
        kind: 'labelVariant',
        form: form.key,
        printed: leaf.cell.text.trim(),
        official: column.path.at(-1)!.label,
        cells: block.rows.map(row => figureKey(form.key, row.key, column.key)),
        ...(leaf.byPlace || turned ? { risky: true as const } : {}),
        source: leaf.cell.source,
      }
    })

const variantObservations = (form: Form, rows: readonly LabelledRow[]): Observation[] =>
  rows
    .filter(row => row.variant)
    .map(row => ({
      kind: 'labelVariant',
      form: form.key,
      printed: row.label.text.trim(),
      official: row.ref.row.path[row.ref.row.path.length - 1]!.label,
      cells: row.ref.block.columns.map(column => figureKey(form.key, row.ref.row.key, column.key)),
      source: row.label.source,
    }))

const orderObservations = (form: Form, rows: readonly LabelledRow[]): Observation[] => {
  let highest = -1
  return rows.flatMap((row): Observation[] => {
    if (row.unproven) return []
    if (row.ref.order >= highest) {
      highest = row.ref.order
      return []
    }
    return [
      {
        kind: 'rowOutOfOrder',
        form: form.key,
        row: row.ref.row.key,
        label: row.label.text.trim(),
        source: row.label.source,
      },
    ]
  })
}

/** The same label above several parts of a table is one fact about all of them. */
const distinctColumns = (observations: readonly Observation[]): Observation[] => {
  const labels = new Map<string, Observation>()
  const others: Observation[] = []
  for (const each of observations) {
    if (each.kind !== 'columnUnknown') {
      others.push(each)
      continue
    }
    const before = labels.get(each.label)
    const cells =
      before?.kind === 'columnUnknown' ? [...(before.cells ?? []), ...(each.cells ?? [])] : each.cells
    labels.set(each.label, {
      ...each,
      ...(before ? { source: (before as typeof each).source } : {}),
      ...(cells ? { cells } : {}),
    })
  }
  return [...labels.values(), ...others]
}

/** A header repeated over the blocks or pages of a table prints the same variant each time. */
const distinctVariants = (observations: readonly Variant[]): Observation[] =>
  [...Map.groupBy(observations, ({ printed }) => printed).values()].map(same => ({
    ...same.at(-1)!,
    cells: [...new Set(same.flatMap(({ cells }) => cells))],
  }))

/** Rows put together from single lines: a blank cell leaves no trace there, nor does a line that does not belong. */
const scatteredObservation = (form: Form, rows: readonly LabelledRow[]): Observation[] => {
  const scattered = rows.filter(
    row => !row.unproven && row.end === 'scattered' && row.label.source.kind === 'paragraph',
  )
  if (scattered.length === 0) return []
  const source = scattered[0]!.label.source
  return [{ kind: 'rowsScattered', form: form.key, rows: scattered.map(row => row.ref.row.key), source }]
}

/** Cells a row leaves blank where longer label paths print more labels: two behind 一、, one behind （一）. */
const labelSlots = ({ ref }: LabelledRow): number =>
  Math.max(...ref.block.rows.map(row => row.path.length)) - ref.row.path.length

const leadsBlank = (row: LabelledRow): boolean => row.values.slice(0, labelSlots(row)).every(isBlank)

/** Tables without a grid whose merged labels leave blank cells behind: there a row's first blanks are no values. */
const slottedTables = (rows: readonly LabelledRow[]): ReadonlySet<number> =>
  new Set(
    rows.flatMap(row => {
      const { source } = row.label
      const more = row.values.length > row.ref.block.columns.length
      return row.loose && source.kind === 'table' && labelSlots(row) > 0 && more && leadsBlank(row)
        ? [source.table]
        : []
    }),
  )

/** Reads table 2 or 3 of an edition from its rows. */
export const readLabelledForm = (form: Form, stream: readonly StreamRow[], around: Around): FormReading => {
  const vocabulary = vocabularyOf(form)
  const units = unitsAround(vocabulary, stream, around)
  const { rows, unknown, headers } = readLabelledRows(stream, vocabulary)
  const slots = slottedTables(rows)
  const figures = new Map<string, Figure>()
  const observations: Observation[] = []
  const met = new Map<string, LabelledRow>()
  const misaligned: LabelledRow[] = []
  const repeats: Observation[] = []
  let readable = 0
  for (const row of rows) {
    const { ref, label, header } = row
    const slotted = label.source.kind === 'table' && slots.has(label.source.table)
    const values = slotted && leadsBlank(row) ? row.values.slice(labelSlots(row)) : row.values
    const read = readRow(form, ref.block, {
      row: ref.row.key,
      label,
      values,
      header,
      brokenOff: row.end === 'label',
      units,
      contradictory: row.unproven === true || (slotted && !leadsBlank(row)),
    })
    const before = met.get(ref.row.key)
    if (before) {
      const agrees = read.figures.every(figure => same(figure, figures.get(figure.key)!))
      repeats.push({
        kind: 'rowDuplicated',
        form: form.key,
        row: ref.row.key,
        label: label.text.trim(),
        sameValues: agrees,
        source: label.source,
      })
      // Two rows that disagree: neither can be believed.
      for (const column of ref.block.columns) {
        const key = figureKey(form.key, ref.row.key, column.key)
        const other = read.figures.find(figure => figure.key === key)!
        if (!same(other, figures.get(key)!)) figures.set(key, unreadableFigure(key, column))
      }
      continue
    }
    met.set(ref.row.key, row)
    for (const figure of read.figures) figures.set(figure.key, figure)
    if (read.observations.length === 0) readable++
    if (read.misaligned) misaligned.push(row)
    observations.push(...read.observations, ...read.doubts)
  }
  const copied = repeats.length > met.size / 2 && repeats.length > 2
  const differing = repeats.filter(repeat => repeat.kind === 'rowDuplicated' && !repeat.sameValues)
  const tables = [...new Set(stream.flatMap(row => (row.table ? [row.table.number] : [])))]
  return {
    figures,
    rows: [...met.keys()],
    readable,
    observations: [
      ...observations,
      ...(copied ? [{ kind: 'tableRepeated', form: form.key, tables } as const, ...differing] : repeats),
      ...unknown.map(
        ({ label, values, cell }): Observation => ({
          kind: 'rowUnknown',
          form: form.key,
          label,
          values: values.map(value => value.text.trim()),
          source: cell.source,
        }),
      ),
      ...distinctColumns(
        headers.flatMap(({ header, block }) => headerObservations(form, header, block, figures)),
      ),
      ...variantObservations(form, [...met.values()]),
      ...distinctVariants(headers.flatMap(({ header, block }) => columnVariants(form, header, block))),
      ...scatteredObservation(form, [...met.values()]),
      ...(copied ? [] : orderObservations(form, rows)),
      ...(misaligned.length > 0
        ? [
            {
              kind: 'columnsMisaligned',
              form: form.key,
              rows: misaligned.map(row => row.ref.row.key),
              source: misaligned[0]!.label.source,
            } as const,
          ]
        : []),
    ],
  }
}
