import { editionById } from '../../forms/find-edition.ts'
import { type FormKey, formKeys } from '../../forms/form.ts'
import { type EditionId, editions } from '../../forms/index.ts'
import { layoutOf } from '../../forms/layout.ts'
import { formRowsHtml } from '../../writers/page/form-table.ts'
import { escapeHtml } from '../../writers/page/html.ts'
import { formWords } from '../../writers/words.ts'
import type { Row } from '../column.ts'
import { editionColumn } from '../fact-columns.ts'
import { crossMarks, type LetteredCheck, letteredChecks } from './cell-marks.ts'
import type { SeasonFacts } from './season-facts.ts'
import { type CellMaker, cellMaker } from './year-cell.ts'

const editionOf = (row: Row | null, form: FormKey): EditionId | null =>
  editions.find(({ id }) => id === row?.[editionColumn(form)])?.id ?? null

const tableHtml = (
  form: FormKey,
  edition: EditionId,
  years: string,
  cell: CellMaker,
  isSecond: boolean,
): string => {
  const layout = layoutOf(editionById(edition).forms[form])
  const title = `${formWords[form].number}、${layout.form.title}`
  const label = `${title}（${years}）`
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table class="form"><caption>${escapeHtml(title)} ` +
    `<small>${escapeHtml(`${years}，${editionById(edition).document}`)}</small></caption>${formRowsHtml(layout, cell, isSecond)}</table></div>`
  )
}

const absent = (row: Row | null, year: number): string =>
  row === null ? `${year} 年没有可用的报告` : `${year} 年的报告中没有读出这张表`

/** The table of both years in the form of this one; that of the year before in its own, where it is another. */
const formHtml = (form: FormKey, now: Row | null, before: Row | null, year: number, make: Makers): string => {
  const [edition, last] = [editionOf(now, form), editionOf(before, form)]
  if (edition === null && last === null)
    return `<h3>${formWords[form].number}、${formWords[form].short}</h3><p class="soft">${absent(now, year)}，${absent(before, year - 1)}。</p>`
  if (edition === null)
    return (
      (now === null ? '' : `<p class="soft">${absent(now, year)}，下面是 ${year - 1} 年的表。</p>`) +
      tableHtml(form, last!, `${year - 1} 年`, make.before(true), false)
    )
  if (last === null)
    return (
      tableHtml(form, edition, `${year} 年`, make.now, false) +
      (before === null ? '' : `<p class="soft">${absent(before, year - 1)}，不能比较。</p>`)
    )
  const both = tableHtml(form, edition, `${year} 年，小字为 ${year - 1} 年`, make.now, false)
  if (edition === last) return both
  return `${both}<p class="soft">两年表式不同：两年都有的格并列在上，${year - 1} 年的整张表在下。</p>${tableHtml(form, last, `${year - 1} 年`, make.before(false), true)}`
}

interface Makers {
  readonly now: CellMaker
  /** Cells of the year before in a table of their own; their anchors stand there where no other table has them. */
  readonly before: (isOnly: boolean) => CellMaker
}

/** What the signs in the tables mean, as far as there are any. */
const legendHtml = (
  { now, before, year }: { readonly now: Row | null; readonly before: Row | null; readonly year: number },
  letters: readonly LetteredCheck[],
  hasMarks: boolean,
): string => {
  const years =
    now === null
      ? `${absent(now, year)}，下面是 ${year - 1} 年的表。`
      : before === null
        ? `${absent(before, year - 1)}，不能比较。`
        : `每格上面是 ${year} 年的数，下面小字是 ${year - 1} 年的数和增减。`
  const numbers = hasMarks ? '<code>[1]</code> 等是上面发现的序号。' : ''
  const named = letters.length > 0 ? '带字母的数，由该报告自身的核对指出可能有误：' : ''
  const list = letters.map(
    ({ letter, title, check }) =>
      `<li id="o-${letter}"><b>${letter}</b>　${escapeHtml(title)} <code>${escapeHtml(check)}</code></li>`,
  )
  return `<p class="soft">${years}${numbers}${named}</p>${list.length === 0 ? '' : `<ul class="many">${list.join('')}</ul>`}`
}

/** The three statutory tables of a unit, of the season's year and of the one before. */
export const yearTablesHtml = (facts: SeasonFacts, unit: string): string => {
  const { year } = facts.json
  const [now, before] = [facts.reportOf(unit, year), facts.reportOf(unit, year - 1)]
  if (now === null && before === null) return ''
  const letters = letteredChecks([now, before])
  const shared = {
    letters,
    marks: crossMarks(facts, unit, year),
    marksBefore: crossMarks(facts, unit, year - 1),
  }
  const keysNow = new Set(
    formKeys.flatMap(form => {
      const edition = editionOf(now, form)
      return edition === null ? [] : [...layoutOf(editionById(edition).forms[form]).figures.keys()]
    }),
  )
  const make: Makers = {
    now: cellMaker({ ...shared, row: now, before, hasAnchor: () => true }),
    before: isOnly =>
      cellMaker({
        letters,
        marks: shared.marksBefore,
        marksBefore: new Map(),
        row: before,
        before: null,
        hasAnchor: key => isOnly || !keysNow.has(key),
      }),
  }
  return (
    legendHtml(
      { now, before, year },
      [...letters.values()],
      shared.marks.size + shared.marksBefore.size > 0,
    ) + formKeys.map(form => formHtml(form, now, before, year, make)).join('')
  )
}
