import { type Column, type Form, figureKey } from '../../forms/form.ts'
import type { Figure, Observation } from '../../model/report.ts'
import { labelsOfResults } from '../labels/result-labels.ts'
import { vocabularyOf } from '../labels/vocabulary.ts'
import type { StreamRow } from '../stream/stream-row.ts'
import type { Around } from '../values/lines-around.ts'
import { type FormReading, readRow, unreadableFigure } from '../values/read-form.ts'
import { unitsAround } from '../values/units.ts'
import { readResultRows } from './result-rows.ts'

const groupOf = (key: string): string => key.slice(0, key.lastIndexOf('.'))
const blankRow = (figures: readonly Figure[]): boolean => figures.every(figure => figure.state === 'blank')

/** Columns of a group that is printed, but not with all its results: without a grid their values cannot be told. */
const lackingIn = (keys: readonly string[], columns: readonly Column[]): string[] => {
  const groups = new Set(keys.map(groupOf))
  return columns.map(({ key }) => key).filter(key => groups.has(groupOf(key)) && !keys.includes(key))
}

/** Reads a form by its results: all values under one header, or a table for each group. */
export const readResultForm = (form: Form, stream: readonly StreamRow[], around: Around): FormReading => {
  const units = unitsAround(vocabularyOf(form), stream, around)
  const block = form.blocks[0]!
  const figures = new Map<string, Figure>()
  const observations: Observation[] = []
  let readable = 0
  for (const { values, header, printed } of readResultRows(labelsOfResults(form), stream)) {
    const keys = printed?.keys
    const columns = keys ? block.columns.filter(column => keys.includes(column.key)) : block.columns
    const part = { ...block, columns }
    const label = { ...values[0]!, text: '' }
    const lacking = keys ? lackingIn(keys, block.columns) : []
    const contradictory = !keys || (lacking.length > 0 && !header?.grid)
    const read = readRow(form, part, {
      row: '',
      label,
      values,
      header: header && lacking.length > 0 ? { ...header, partial: true } : header,
      brokenOff: false,
      units,
      contradictory,
    })
    const seen = read.figures.filter(figure => figures.has(figure.key))
    if (seen.length > 0 && blankRow(read.figures)) continue
    const former = seen.map(figure => figures.get(figure.key)!)
    if (seen.length > 0 && !blankRow(former)) {
      const agrees = seen.every(
        (figure, at) => figure.value === former[at]!.value && figure.state === former[at]!.state,
      )
      observations.push({
        kind: 'rowDuplicated',
        form: form.key,
        row: '',
        label: '',
        sameValues: agrees,
        source: label.source,
      })
      if (!agrees)
        for (const column of columns)
          figures.set(
            figureKey(form.key, '', column.key),
            unreadableFigure(figureKey(form.key, '', column.key), column),
          )
      continue
    }
    for (const figure of read.figures) figures.set(figure.key, figure)
    if (read.observations.length === 0) readable++
    observations.push(...read.observations, ...read.doubts)
    if (read.misaligned)
      observations.push({ kind: 'columnsMisaligned', form: form.key, rows: [''], source: label.source })
    if (!printed) continue
    if (label.source.kind === 'paragraph')
      observations.push({ kind: 'rowsScattered', form: form.key, rows: [''], source: label.source })
    if (lacking.length > 0)
      observations.push({
        kind: 'columnMissing',
        form: form.key,
        columns: lacking,
        source: printed.cells[0]!.source,
      })
    const official = columns.map(column => column.key)
    const order = (header?.leaves ?? []).flatMap(leaf => (leaf.key ? [official.indexOf(leaf.key)] : []))
    if (order.some((place, at) => at > 0 && place < order[at - 1]!))
      observations.push({
        kind: 'columnOrder',
        form: form.key,
        printed: (header?.leaves ?? []).flatMap(leaf => leaf.key ?? []),
        source: printed.cells[0]!.source,
      })
    for (const { cell, official: name } of printed.variants)
      observations.push({
        kind: 'labelVariant',
        form: form.key,
        printed: cell.text.trim(),
        official: name,
        cells: columns
          .filter(({ path }) => path.at(-1)!.label === name)
          .map(({ key }) => figureKey(form.key, '', key)),
        source: cell.source,
      })
  }
  return { figures, observations, readable, rows: figures.size > 0 ? [''] : [] }
}
