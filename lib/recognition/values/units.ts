import { countPower, type Unit } from '../../figures/units.ts'
import type { Column, FormBlock, Label, Row } from '../../forms/form.ts'
import { even } from '../../util/even.ts'
import { remember } from '../../util/remember.ts'
import { bareLabel, fullLabel } from '../labels/labels.ts'
import { isFigureLike, type Vocabulary } from '../labels/vocabulary.ts'
import type { StreamRow } from '../stream/stream-row.ts'
import { type Around, isHeading } from './lines-around.ts'
import { isUnitStatement, printedUnits } from './printed-units.ts'

/** A unit printed somewhere around the figures of a table. */
interface Statement {
  readonly unit: Unit
  /** As printed, for the finding. */
  readonly text: string
  /** Bare label of the cell it stands in; '' where it holds for the whole table, or the whole block. */
  readonly beside: string
  readonly block?: FormBlock | undefined
}

/** What a table prints of units around its figures. */
export interface UnitsAround {
  /** The unit of its amounts; several names where it prints several: then none can be told. */
  readonly money: string | null
  /** What may change its counts, but for their own row labels and headings: those say it at the figure. */
  readonly counts: readonly Statement[]
  /** Headings of columns that print a unit of counts, by their bare label: for rows whose heading is not known. */
  readonly headings: ReadonlyMap<string, readonly Statement[]>
  /** The printed headings of signed columns (本年增/减), for rows whose heading is not known. */
  readonly signs: readonly string[]
  /** Labels and lines of which a part is struck out or not to be seen: what they say of units and signs is open. */
  readonly unseen: ReadonlySet<string>
}

/** Where nothing is printed around. */
export const noUnits: UnitsAround = {
  money: null,
  counts: [],
  headings: new Map(),
  signs: [],
  unseen: new Set(),
}

/** The labels at one figure: of its row, and above its column where the heading is known. */
export interface FigureLabels {
  readonly row: string
  readonly heading: string | null
}

/** A power of ten, and who says so; or `doubt`: print speaks of a unit that cannot be applied for certain. */
export type CountUnit =
  | { readonly power: number; readonly name: string | null; readonly doubt?: undefined }
  | { readonly doubt: string }

/** Labels and captions, not values: what begins with a digit or a sign is a figure that carries its own unit, but for a year. */
const isLabel = (text: string): boolean =>
  !/^[\s\u3000\u00a0]*(?!(?:19|20)\d\d\s*年)[+\-−－＋\d０-９]/u.test(text)

/** A scale or a unit that is not ours: 件 alone changes nothing. */
const changes = ({ kind, power }: Unit): boolean =>
  kind === 'other' || kind === 'scale' || (kind === 'count' && power > 0)

const statementsOf = (text: string, beside: string, block?: FormBlock): Statement[] =>
  printedUnits(text).map(unit => ({ unit, text, beside, block }))

/** The name an amount's unit is known by; a scale alone (万) is of 元. */
const moneyName = ({ kind, name, power }: Unit): string =>
  kind === 'scale' && power >= 4 ? `${name}元` : name

/** 本年增/减 and what is left of it where one of the two is deleted, alone or in a line of headings. */
const signHeading = /本年(?:净?[增减][\p{Script=Han}/]{0,4}|[±+-]+)/gu

const headingsOfSign = remember((text: string): readonly string[] =>
  /[增减減±]/u.test(text) && text.length <= longestHeadings ? (even(text).match(signHeading) ?? []) : [],
)
/** All headings of a block in one line. */
const longestHeadings = 80

const columnsNamed = ({ form, findColumn }: Vocabulary, bare: string): Column[] =>
  form.blocks.flatMap(block => findColumn(block, bare)?.value.column ?? [])

/** Reads what stands around the figures of a table: its labels, and the lines above and below. */
export const unitsAround = (
  vocabulary: Vocabulary,
  rows: readonly StreamRow[],
  { lines, unseen }: Around,
): UnitsAround => {
  const { blocks } = vocabulary.form
  const money = new Set<string>()
  const counts: Statement[] = []
  const headings = new Map<string, Statement[]>()
  const signs = new Set<string>()
  const addMoney = (text: string, amounts: boolean): void => {
    for (const unit of printedUnits(text))
      if (unit.kind === 'money' || (amounts && unit.kind !== 'count'))
        money.add(unseen.has(text.trim()) ? text.trim() : moneyName(unit))
  }
  for (const line of lines) {
    const caption = captioned(blocks, line)
    const wide = caption !== undefined || isHeading(line) || isUnitStatement(line)
    addMoney(line, true)
    counts.push(...statementsOf(line, wide ? '' : line, caption))
    for (const turned of headingsOfSign(line)) signs.add(turned)
  }
  for (const { text, bare } of rows.flatMap(row => row.cells)) {
    for (const turned of headingsOfSign(text)) signs.add(turned)
    const units = isLabel(text) ? printedUnits(text) : none
    if (units.length === 0 || isFigureLike(text)) continue
    const columns = columnsNamed(vocabulary, bare)
    const frame = blocks.length === 1 && vocabulary.isFrame(text, bare) && !isGroup(blocks[0]!, bare)
    const caption = captioned(blocks, text)
    const row = vocabulary.findRow(bare) !== null
    const named = columns.length > 0 || row || isLabelOf(blocks, bare)
    const wide = !named && (frame || caption !== undefined || isUnitStatement(text))
    addMoney(text, wide || columns.some(({ unit }) => unit !== undefined))
    const said = statementsOf(text, wide ? '' : bare || text, caption)
    if (columns.length > 0) headings.set(bare, [...(headings.get(bare) ?? []), ...said])
    else if (!row) counts.push(...said)
  }
  return {
    money: money.size === 0 ? null : [...money].join('/'),
    counts,
    headings,
    signs: [...signs],
    unseen,
  }
}

const none: readonly Unit[] = []

const own = (text: string): Statement[] => statementsOf(text, '')

const names = (labels: readonly Label[], bare: string): boolean =>
  labels.some(({ label, alsoWritten = [] }) => [label, ...alsoWritten].some(each => bareLabel(each) === bare))

const isLabelOf = (blocks: readonly FormBlock[], bare: string): boolean =>
  blocks.some(({ rows, columns }) =>
    names(
      [...rows, ...columns].flatMap(({ path }) => path),
      bare,
    ),
  )

/** The block whose caption a text begins with: 第二十条第（五）项（单位：千件）. */
const captioned = (blocks: readonly FormBlock[], text: string): FormBlock | undefined =>
  blocks.find(({ caption }) => caption && fullLabel(text).startsWith(fullLabel(caption.label)))

const isGroup = (block: FormBlock, bare: string): boolean =>
  names(
    block.columns.flatMap(({ path }) => path),
    bare,
  )

/** Whether a statement beside a label that is no figure's own reaches the figure; null where that is not known. */
const reaches = ({ beside, block: only }: Statement, { block, row, column }: FigurePlace): boolean | null => {
  if (only) return only === block
  if (beside === '' || names([...row.path, ...column.path], beside)) return true
  const others = [...block.columns, ...block.rows].flatMap(({ path }) => path)
  return names(others, beside) ? false : null
}

/** A figure's place in its form. */
export interface FigurePlace {
  readonly block: FormBlock
  readonly row: Row
  readonly column: Column
}

const plain: CountUnit = { power: 0, name: null }

const printsAmounts = ({ columns }: FormBlock): boolean => columns.some(({ unit }) => unit !== undefined)

/** A scale alone in a table with amounts may be of those: 单位：万. Another currency is. */
const isOfAmounts = ({ kind, name }: Unit): boolean => kind === 'other' && !/[%‰百千万亿成倍比]/u.test(name)

/**
 * What the counts of a cell are counted in. Converted only where every unit printed around it says the same, and
 * all that is printed reaches it for certain.
 */
export const countUnit = (
  { counts, headings, unseen }: UnitsAround,
  vocabulary: Vocabulary,
  place: FigurePlace,
  labels: FigureLabels,
): CountUnit => {
  const amounts = vocabulary.form.blocks.some(printsAmounts)
  const ofAmounts = printsAmounts(place.block)
  const atRow = own(labels.row)
  const atColumn =
    labels.heading === null
      ? [...headings].flatMap(([bare, said]) =>
          vocabulary.findColumn(place.block, bare)?.value.column.key === place.column.key ? said : [],
        )
      : own(labels.heading)
  if (atRow.length + atColumn.length + counts.length === 0) return plain
  const wide = counts.filter(({ unit }) => unit.kind !== 'money' && !(amounts && isOfAmounts(unit)))
  const doubtful =
    atColumn.find(({ unit }) => unit.kind === 'other' || unit.kind === 'money') ??
    atRow.find(({ unit: { kind } }) => kind === 'other' || kind === (ofAmounts ? 'scale' : 'money')) ??
    wide.find(each => {
      const reach = changes(each.unit) ? reaches(each, place) : false
      return (
        reach === null || (reach && (each.unit.kind === 'other' || (each.unit.kind === 'scale' && amounts)))
      )
    })
  const open = [...atRow, ...atColumn, ...wide.filter(each => reaches(each, place))].find(
    ({ unit, text }) => changes(unit) && unseen.has(text.trim()),
  )
  if (open) return { doubt: open.text }
  if (doubtful) return { doubt: doubtful.text }
  const reaching = [...atRow, ...atColumn, ...wide.filter(each => reaches(each, place))].filter(
    ({ unit }) => unit.kind !== 'money',
  )
  const powers = new Set(reaching.map(({ unit }) => countPower(unit) ?? 0))
  if (powers.size > 1) return { doubt: [...new Set(reaching.map(({ text }) => text.trim()))].join(' / ') }
  const [power = 0] = powers
  return power === 0 ? plain : { power, name: reaching[0]!.unit.name }
}
