import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { detailTypes, type EventType } from '../../events/detail-types.ts'
import { contracts } from '../../events/index.ts'
import { patterns } from '../../events/patterns/index.ts'
import { matchesPattern } from '../support/event-pattern.ts'

const root = new URL('../../events/', import.meta.url)
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

/** Every sample of an event we send, as EventBridge carries it. */
const carried = contracts
  .filter(contract => contract.direction === 'sent')
  .flatMap(({ folder }) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter(name => name.endsWith('.sample.json'))
      .map(name => {
        const detail = read(`${folder}/${name}`)
        return {
          name: `${folder}/${name.replace('.sample.json', '')}`,
          event: { source: 'gongkai', 'detail-type': detailTypes[detail.type as EventType], detail },
        }
      }),
  )

test('every pattern file is in the list', () => {
  const files = readdirSync(new URL('patterns/', root)).filter(name => name.endsWith('.json'))
  expect(files.toSorted()).toEqual(patterns.map(pattern => pattern.file).toSorted())
})

test.each(patterns)('$file matches the samples it should and no other', ({ file, matches }) => {
  const pattern = read(`patterns/${file}`)
  const matched = carried.filter(({ event }) => matchesPattern(pattern, event)).map(({ name }) => name)
  expect(matched.toSorted()).toEqual(matches.toSorted())
})

test.each(patterns)('$file does not match events of others', ({ file }) => {
  const pattern = read(`patterns/${file}`)
  for (const { event } of carried) expect(matchesPattern(pattern, { ...event, source: 'aws.s3' })).toBe(false)
})

describe('the matcher', () => {
  const event = { a: 'x', n: 5, list: ['p', 'q'], inner: { b: null } }
  test.each([
    [{ a: ['x', 'y'] }, true],
    [{ a: ['y'] }, false],
    [{ list: ['q'] }, true],
    [{ list: ['r'] }, false],
    [{ n: [{ numeric: ['>', 1, '<', 6] }] }, true],
    [{ n: [{ numeric: ['>', 5] }] }, false],
    [{ a: [{ prefix: 'x' }] }, true],
    [{ a: [{ 'anything-but': ['x'] }] }, false],
    [{ absent: [{ 'anything-but': 'x' }] }, false],
    [{ absent: [{ exists: false }] }, true],
    [{ a: [{ exists: false }] }, false],
    [{ inner: { b: [null] } }, true],
    [{ inner: { c: ['x'] } }, false],
    [{ $or: [{ a: ['y'] }, { n: [5] }] }, true],
  ])('%j: %s', (pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected)
  })
})
