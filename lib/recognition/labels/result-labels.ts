import { formsOf, keysRead } from '../../forms/distinct-forms.ts'
import type { Column, Form, FormKey, Label, SectionKey } from '../../forms/form.ts'
import { remember } from '../../util/remember.ts'
import { hanAlone } from '../../util/scripts.ts'
import type { StreamCell } from '../stream/stream-row.ts'
import { bareLabel, findLabel, fullLabel, labelEntries } from './labels.ts'

/** The labels of a form that is read by its results: the results, and the groups of columns they stand under. */

/** 未经复议直接起诉, a group of columns, under 行政诉讼. */
export interface ResultGroup {
  readonly key: string
  readonly label: string
  readonly bare: string
  /** The piece that tells it wherever it stands; without one only the bare label does, a word of other tables too. */
  readonly toldBy: string | null
  /** Bare label of the head that joins it with others; null where it stands for itself. */
  readonly head: string | null
}

export interface ResultLabels {
  readonly form: Form
  readonly columns: readonly Column[]
  /** The groups in printed order. */
  readonly groups: readonly ResultGroup[]
  /** The labels of the results in printed order, the same under each group. */
  readonly results: readonly (Label & { readonly key: string })[]
  /** The result that a bare label names. */
  readonly resultOf: (bare: string) => { readonly key: string; readonly variant: boolean } | null
  /** The group that a cell or a heading names; null for a head and anything else. */
  readonly groupOf: (cell: Pick<StreamCell, 'text' | 'bare'>) => ResultGroup | null
  readonly isHead: (bare: string) => boolean
  /** Whether a text is a label of the header and nothing else, letter by letter. */
  readonly isHeaderLabel: (bare: string) => boolean
  /** Whether a text is a piece of the label of a group or a head, as extractors tear them over cells. */
  readonly isTornGroup: (bare: string) => boolean
  /** A result label with a piece of a torn group label before it, as extractors cut cells: 复议直接 其他结果. */
  readonly torn: (bare: string) => { readonly key: string; readonly rest: string } | null
}

const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('.'))
const resultKey = (key: string): string => key.slice(key.lastIndexOf('.') + 1)

const longestGroup = 40
const shortestTorn = 3
const longestRest = 8

const groupsOf = (columns: readonly Column[]): ResultGroup[] =>
  [...Map.groupBy(columns, ({ key }) => prefixOf(key))].map(([key, own]) => {
    const [group, head] = own[0]!.path.slice(0, -1).toReversed()
    const { label, toldBy } = group!
    return {
      key,
      label,
      bare: bareLabel(label),
      toldBy: toldBy ?? null,
      head: head ? bareLabel(head.label) : null,
    }
  })

const build = (form: Form): ResultLabels => {
  const { columns } = form.blocks[0]!
  const groups = groupsOf(columns)
  const results = columns
    .filter(({ key }) => prefixOf(key) === groups[0]!.key)
    .map(({ key, path }) => ({ ...path.at(-1)!, key: resultKey(key) }))
  const entries = labelEntries(results.map(result => ({ ...result, value: result.key })))
  const resultOf = remember((bare: string): { key: string; variant: boolean } | null => {
    const match = findLabel(bare, entries)
    return match && { key: match.value, variant: match.variant }
  })
  const heads = new Set(groups.flatMap(({ head }) => head ?? []))
  const above = [...heads, ...groups.map(({ bare }) => bare)]
  const header = new Set([
    ...above,
    ...results.flatMap(({ label, alsoWritten = [] }) => [label, ...alsoWritten].map(bareLabel)),
  ])
  return {
    form,
    columns,
    groups,
    results,
    resultOf,
    groupOf: cell => {
      const printed = hanAlone(cell.text)
      if (printed.length > longestGroup) return null
      const full = fullLabel(printed)
      const told = groups.find(({ toldBy }) => toldBy !== null && full.includes(toldBy))
      return told ?? groups.find(({ toldBy, bare }) => toldBy === null && bare === cell.bare) ?? null
    },
    isHead: bare => heads.has(bare),
    isHeaderLabel: bare => header.has(bare),
    isTornGroup: bare => above.some(label => label.includes(bare)),
    torn: remember((bare: string) => {
      const found = results.find(
        ({ label }) =>
          label.length >= shortestTorn && bare.length <= longestRest + label.length && bare.endsWith(label),
      )
      if (!found || resultOf(bare)) return null
      return { key: found.key, rest: bare.slice(0, -found.label.length) }
    }),
  }
}

const built = new Map<FormKey, readonly ResultLabels[]>(
  keysRead('results').map(key => [key, formsOf(key).map(build)]),
)

/** The labels of a form's editions that print different ones; none for a form that is not read by its results. */
export const resultLabelsOf = (key: SectionKey): readonly ResultLabels[] => built.get(key as FormKey) ?? []

/** The labels of all forms that are read by their results. */
export const allResultLabels: readonly ResultLabels[] = [...built.values()].flat()

/** The labels of one such form. */
export const labelsOfResults = (form: Form): ResultLabels => allResultLabels.find(each => each.form === form)!
