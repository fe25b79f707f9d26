import { readFigure } from '../../figures/read-figure.ts'
import { formsOf, keysRead } from '../../forms/distinct-forms.ts'
import type { Column, Form, FormBlock, FormKey, Row } from '../../forms/form.ts'
import { allLabels, remember, rememberFor } from '../../util/remember.ts'
import { hanAlone } from '../../util/scripts.ts'
import {
  bareLabel,
  findLabel,
  fullLabel,
  type LabelEntry,
  type LabelMatch,
  labelEntries,
  labelNumberValue,
  type Rival,
  tolerance,
} from './labels.ts'
import { isLikeOne } from './like-entries.ts'

/** A row of a form with its place in the printed order. */
export interface RowRef {
  readonly row: Row
  readonly block: FormBlock
  readonly order: number
  /** Bare label of the innermost group the row stands in, or ''. */
  readonly group: string
  /** The number before its label: 7 for （七）; 0 where there is none. */
  readonly number: number
}

export interface ColumnRef {
  readonly column: Column
  readonly at: number
}

/** Everything a form prints, ready to be looked up. Look-ups are remembered per vocabulary. */
export interface Vocabulary {
  readonly form: Form
  readonly rows: readonly RowRef[]
  findRow(bare: string): LabelMatch<RowRef> | null
  findGroup(bare: string): LabelMatch<string> | null
  findColumn(block: FormBlock, bare: string): LabelMatch<ColumnRef> | null
  /** True for header cells above or left of the columns' own labels: 申请人情况, 信息内容, the 勾稽关系 note. */
  isFrame(text: string, bare: string): boolean
  findCaption(text: string): FormBlock | null
  /** Whether other tables print the label as well. */
  isCommon(bare: string): boolean
}

const last = <T>(items: readonly T[]): T => items[items.length - 1]!

const rowRefs = (form: Form): RowRef[] =>
  form.blocks
    .flatMap(block => block.rows.filter(row => row.path.length > 0).map(row => ({ row, block })))
    .map(({ row, block }, order) => ({
      row,
      block,
      order,
      group: row.path.length > 1 ? bareLabel(row.path[row.path.length - 2]!.label) : '',
      number: labelNumberValue(last(row.path).label),
    }))

const columnFinder = (block: FormBlock, rivals: readonly Rival[]) => {
  const entries: LabelEntry<ColumnRef>[] = labelEntries(
    block.columns.map((column, at) => ({ ...last(column.path), value: { column, at }, name: column.key })),
  )
  return rememberLabel(bare => findLabel(bare, entries, rivals))
}

/** Every label that a form prints in any edition: rows, columns and groups. What a row is called in both is one name. */
const rivalsIn = (key: FormKey): readonly LabelEntry<null>[] =>
  formsOf(key).flatMap(form =>
    form.blocks.flatMap(({ rows, columns }) =>
      [...rows, ...columns].flatMap(({ key: name, path }) =>
        path.flatMap((label, at) =>
          labelEntries([
            { ...label, value: null, name: at === path.length - 1 ? name : bareLabel(label.label) },
          ]),
        ),
      ),
    ),
  )

const everyLabel = [
  ...new Map(
    keysRead('labelled')
      .flatMap(rivalsIn)
      .map(label => [label.bare, label]),
  ).values(),
]

/** False where a text is no row, column or group of any form, not even with slips or with a unit glued to it: nothing more need be asked. */
const mayBeLabel = remember(
  (bare): boolean => isLikeOne(bare, everyLabel, length => Math.max(1, tolerance(length))),
  allLabels,
)

/** Remembers what a label means; of what cannot be one there is nothing to remember. */
const rememberLabel = <T>(find: (bare: string) => T | null): ((bare: string) => T | null) => {
  const known = remember(find)
  return bare => (mayBeLabel(bare) ? known(bare) : null)
}

/** A label with 件 or the like glued to it: 规章件. Too short ones (其他) say nothing without what stands around. */
const withoutUnit = (bare: string, entries: readonly LabelEntry<RowRef>[]): LabelMatch<RowRef> | null => {
  const label = /^(.{2,})[件个项条份宗]$/u.exec(bare)?.[1]
  const entry = label && entries.find(each => each.bare === label)
  if (!entry || (label.length < 3 && entry.value.row.path.length > 1)) return null
  return { value: entry.value, variant: true }
}

const buildVocabulary = (form: Form): Vocabulary => {
  const rows = rowRefs(form)
  const rivals = rivalsIn(form.key)
  const rowEntries = labelEntries(rows.map(ref => ({ ...last(ref.row.path), value: ref, name: ref.row.key })))
  const groups = [
    ...new Map(rows.flatMap(({ row }) => row.path.slice(0, -1)).map(label => [label.label, label])).values(),
  ]
  const groupEntries = labelEntries(groups.map(label => ({ ...label, value: bareLabel(label.label) })))
  const captions = new Map(form.blocks.filter(b => b.caption).map(b => [fullLabel(b.caption!.label), b]))
  /** With words behind it all the same: 第二十条第（五）项（单位：千件）. */
  const captionOf = (full: string): FormBlock | null =>
    captions.get(full) ?? [...captions].find(([caption]) => full.startsWith(caption))?.[1] ?? null
  const frames = new Set(
    form.blocks.flatMap(block => [
      ...(block.corner ? [bareLabel(block.corner.label)] : []),
      ...block.columns.flatMap(column =>
        column.path
          .slice(0, -1)
          .flatMap(({ label, alsoWritten = [] }: { label: string; alsoWritten?: readonly string[] }) =>
            [label, ...alsoWritten].map(bareLabel),
          ),
      ),
    ]),
  )
  const columns = new Map(form.blocks.map(block => [block, columnFinder(block, rivals)]))
  return {
    form,
    rows,
    findRow: rememberLabel(bare => findLabel(bare, rowEntries, rivals) ?? withoutUnit(bare, rowEntries)),
    findGroup: rememberLabel(bare => findLabel(bare, groupEntries, rivals)),
    findColumn: (block, bare) => columns.get(block)!(bare),
    isFrame: (text, bare) =>
      (bare !== '' && frames.has(bare)) || /[勾钩]稽|第[一三]项加第[二四]项/u.test(text),
    isCommon: bare => form.proof.common?.includes(bare) ?? false,
    findCaption: remember(text => {
      const label = text.length > 40 ? hanAlone(text) : text
      return label.length > 40 ? null : captionOf(fullLabel(label))
    }),
  }
}

/** The vocabulary of a form, built once. */
export const vocabularyOf = rememberFor(buildVocabulary)

/** The vocabularies of a form in all editions that print another. */
export const vocabulariesOf = (key: FormKey): Vocabulary[] => formsOf(key).map(vocabularyOf)

/** Those of all forms whose rows are read by their labels. */
export const labelledVocabularies: readonly Vocabulary[] = keysRead('labelled').flatMap(vocabulariesOf)

/** 三 alone may be a torn label as well (三|、|本|年): only its place in a row makes a figure of it. */
const numeral = /^\s*[一二两三四五六七八九十百千万]+\s*$/u

/** Whether a cell may stand where a figure belongs: a number, nothing, or a mark for "not applicable". */
export const isFigureLike = remember(
  (text: string): boolean => text.length < 60 && readFigure(text).state !== 'text' && !numeral.test(text),
  allLabels,
)

/** Whether a cell prints a number (with a sign, unit or remark). */
export const isNumeric = remember(
  (text: string): boolean =>
    text.length < 60 && /\d/u.test(text) && readFigure(text, { unit: '万元' }).state === 'number',
)
