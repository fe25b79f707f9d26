import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, type AskedAct, opposite } from '../../../../infra/local/desk/acts.ts'
import { fold } from '../../../../infra/local/desk/fold.ts'

const keys = fc.constantFrom('a', 'b', 'c')
const reason = fc.constantFrom('重复', '试报')
const asked: fc.Arbitrary<AskedAct> = fc.oneof(
  fc.record({ kind: fc.constant('excluded' as const), key: keys, reason }),
  fc.record({ kind: fc.constant('included' as const), key: keys }),
  fc.record({ kind: fc.constantFrom('removed' as const, 'restored' as const), key: keys }),
  fc.record({ kind: fc.constant('placed' as const), key: keys, unit: fc.constantFrom('u1', 'u2', null) }),
  fc.record({
    kind: fc.constantFrom('replaces' as const, 'separate' as const, 'unsaid' as const),
    key: keys,
    of: fc.constantFrom('d', 'e'),
  }),
  fc.record({
    kind: fc.constant('decided' as const),
    finding: fc.constantFrom('f1', 'f2'),
    sha256: fc.constantFrom('s1', null),
    decision: fc.constantFrom('accepted' as const, 'rejected' as const, null),
    reason,
  }),
  fc.record({
    kind: fc.constant('entered' as const),
    sha256: fc.constantFrom('s1', 's2'),
    cell: fc.constantFrom('c1', 'c2'),
    value: fc.constantFrom(1, 2, null, 'undone' as const),
    reason,
  }),
  fc.record({
    kind: fc.constant('named' as const),
    sha256: fc.constantFrom('s1', 's2'),
    named: fc.constantFrom(null, { authority: '某局', year: 2023 }, { authority: '某局', year: 2024 }),
  }),
)

const sign = (acts: readonly AskedAct[]): readonly Act[] =>
  acts.map((act, at) => ({ id: `act ${at}`, at: `time ${at}`, by: `by ${at}`, ...act }))

/** What stands, without who said it when. */
const standing = (acts: readonly Act[]) => {
  const { excluded, removed, placed, pairs, decided, entered, named } = fold(acts)
  const sorted = (values: Iterable<unknown>) => [...values].map(value => JSON.stringify(value)).sort()
  return {
    excluded: sorted([...excluded].map(([key, each]) => [key, each.reason])),
    removed: sorted(removed.keys()),
    placed: sorted([...placed].map(([key, { unit }]) => [key, unit])),
    pairs: sorted(pairs.map(({ kind, key, of }) => [kind, key, of])),
    named: sorted([...named].map(([sha256, { authority, year }]) => [sha256, authority, year])),
    decided: sorted(
      [...decided].flatMap(([sha256, those]) =>
        [...those.values()].map(each => [sha256, each.finding, each.decision, each.reason]),
      ),
    ),
    entered: sorted(
      [...entered].flatMap(([sha256, those]) => those.map(each => [sha256, each.cell, each.value])),
    ),
  }
}

test('an act that is taken back leaves what stood before it, whatever was done to other things since', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 30 }), fc.nat(), (all, pick) => {
      const acts = sign(all)
      if (acts.length === 0) return
      const at = pick % acts.length
      const back = opposite(acts, `act ${at}`)
      if (back === null) return
      const without = acts.filter((_, index) => index !== at)
      const undone = [...acts, { id: 'undo', at: 'later', by: 'x', ...back } as Act]
      expect(standing(undone)).toEqual(standing(without))
      // To take that back again is to do it once more.
      const again = opposite(undone, 'undo')!
      expect(standing([...undone, { id: 'redo', at: 'later', by: 'x', ...again } as Act])).toEqual(
        standing(acts),
      )
    }),
  )
})

test('all acts taken back one after another, the last one first, leave nothing', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 20 }), all => {
      const acts = [...sign(all)]
      for (let at = all.length - 1; at >= 0; at -= 1) {
        // What was undone stands behind: of each thing the last act is the undoing one.
        const back = opposite(acts.slice(0, at + 1), `act ${at}`)!
        acts.push({ id: `undo ${at}`, at: '', by: 'x', ...back } as Act)
      }
      expect(standing(acts)).toEqual(standing([]))
    }),
  )
})

test('an act after which the same thing was changed again, or that is not there, is not taken back', () => {
  const acts = sign([
    { kind: 'excluded', key: 'a', reason: '重复' },
    { kind: 'included', key: 'a' },
  ])
  expect(opposite(acts, 'act 0')).toBeNull()
  expect(opposite(acts, 'act 1')).toEqual({ kind: 'excluded', key: 'a', reason: '重复' })
  expect(opposite(acts, 'other')).toBeNull()
})
