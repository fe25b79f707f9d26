import type { FormKey } from '../../forms/form.ts'
import type { Observation } from '../../model/report.ts'
import type { FormMatch, Recognition } from './recognise.ts'
import { rowsOfYear } from './year-columns.ts'
import { isOfYear } from './years.ts'

type CopyObservation = Extract<Observation, { kind: 'tablePassedOver' | 'tableOfAnotherYear' }>

/** Which of several copies of a form is the report's own. */
export interface Settled {
  readonly matches: ReadonlyMap<FormKey, FormMatch>
  /** Copies that may as well be meant: where one prints another figure, neither is believed. */
  readonly contesting: readonly FormMatch[]
  /** Copies elsewhere in the file, such as another unit's: only a few differing figures make them a copy of this one. */
  readonly elsewhere: readonly FormMatch[]
  readonly observations: readonly CopyObservation[]
}

interface Choice {
  readonly taken: FormMatch
  readonly passed: readonly { readonly match: FormMatch; readonly why: 'year' | 'blank' }[]
  readonly rivals: readonly FormMatch[]
}

/**
 * Of several copies: those captioned with the report's year before all others, those of another year never where one
 * is left; a blank or sample form never where a filled one is; then the one under its own heading.
 */
const choose = (copies: readonly FormMatch[], year: number | null): Choice => {
  const filled = copies.filter(({ blank, sample }) => !blank && !sample)
  if (filled.length === 0) return { taken: copies[0]!, passed: [], rivals: [] }
  const own = filled.filter(({ caption }) => isOfYear(caption, year) === true)
  const others = filled.filter(({ caption }) => isOfYear(caption, year) === false)
  const open = filled.filter(match => !own.includes(match) && !others.includes(match))
  const pool = own.length > 0 ? own : open.length > 0 ? open : others
  const taken = pool.find(({ home }) => home) ?? pool[0]!
  const blank = copies.filter(match => !filled.includes(match) && match.home)
  const passed = pool === others ? [] : others
  return {
    taken,
    passed: [
      ...passed.map(match => ({ match, why: 'year' }) as const),
      ...blank.map(match => ({ match, why: 'blank' }) as const),
    ],
    rivals: filled.filter(match => match !== taken && !passed.includes(match)),
  }
}

/** Settles which copy of each form is read. `year` is the report's. */
export const settleCopies = ({ matches, repeated }: Recognition, year: number | null): Settled => {
  const taken = new Map<FormKey, FormMatch>()
  const contesting: FormMatch[] = []
  const elsewhere: FormMatch[] = []
  const observations: CopyObservation[] = []
  for (const [form, match] of matches) {
    const copies = [match, ...repeated.filter(copy => copy.form === form)]
    const choice = choose(copies, year)
    const rows = rowsOfYear(form, choice.taken.rows, year)
    taken.set(form, { ...choice.taken, rows })
    const { tables } = choice.taken
    if (rows.length !== choice.taken.rows.length || rows.some((row, at) => row !== choice.taken.rows[at]))
      observations.push({ kind: 'tablePassedOver', form, why: 'beside', passed: [], taken: tables })
    for (const rival of choice.rivals) (rival.home === choice.taken.home ? contesting : elsewhere).push(rival)
    for (const why of ['year', 'blank'] as const) {
      const passed = choice.passed.filter(each => each.why === why).flatMap(each => each.match.tables)
      if (passed.length > 0)
        observations.push({ kind: 'tablePassedOver', form, why, passed, taken: choice.taken.tables })
    }
    const { caption } = choice.taken
    if (isOfYear(caption, year) === false)
      observations.push({
        kind: 'tableOfAnotherYear',
        form,
        printed: caption === 'last' ? '上年' : String(caption),
      })
  }
  return { matches: taken, contesting, elsewhere, observations }
}
