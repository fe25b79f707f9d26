import '../support/silent-functions.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReportEvent, SeasonEvent } from '../../events/types.ts'
import { inventedReport, rosterText, twoYears, units } from '../support/invented-season.ts'
import {
  anotherProcess,
  brokenFiles,
  type Converted,
  converted,
  copyOf,
  copyOfWorld,
  Died,
  dyingPorts,
  markSwept,
  published,
  removeWorlds,
  smallSeason,
  type YearWorld,
  yearWorld,
} from '../support/year-world.ts'

const years = twoYears('chaos')
const put = (key: string, at: string, html: string) => ({ key, at, html })

let whole: Converted
beforeAll(async () => {
  whole = await converted([
    put('2023/甲.html', '2024-01-10T02:00:00Z', inventedReport(units.u1, 2023, years.u1[0])),
    put('2024/甲.html', '2025-01-10T02:00:00Z', inventedReport(units.u1, 2024, years.u1[1])),
    put('2024/乙.html', '2025-01-11T02:00:00Z', inventedReport(units.u2, 2024, years.u2[1])),
    // Handed in again: with other figures, as no report, and as a report once more.
    put('2024/甲.html', '2025-01-20T02:00:00Z', inventedReport(units.u1, 2024, years.u3[1])),
    put('2024/乙.html', '2025-01-21T02:00:00Z', '<p>通知</p>'),
    put('2024/丙.html', '2025-01-22T02:00:00Z', inventedReport(units.u3, 2024, years.u3[1])),
    // Under its old name comes the report of another year.
    put('2023/甲.html', '2025-01-23T02:00:00Z', inventedReport(units.u4, 2024, years.u4[1])),
  ])
})
afterAll(removeWorlds)

const small = { writeFiles: smallSeason }

const worldOf = async (): Promise<YearWorld> => {
  const world = await yearWorld(await copyOf(whole.outputs), small)
  await world.put('season/roster.csv', rosterText())
  await markSwept(world)
  return world
}

/** Two events of an id are one and the same; the last of each kind is about what stands, and takes the place of the one before. */
const expectOneChain = async ({ told, json }: YearWorld): Promise<void> => {
  const byId = Map.groupBy(told, ({ id }) => id)
  for (const same of byId.values()) for (const event of same) expect(event).toEqual(same[0])
  const { seasons, made } = await json('season/current.json')
  for (const [year, folder] of Object.entries(seasons as Record<string, string>)) {
    const events = [...byId.values()]
      .map(([event]) => event!)
      .filter(({ type, data }) => type === 'gongkai.season.checked.v1' && String(data.year) === year)
      .sort((a, b) => ((a.sequence ?? '') < (b.sequence ?? '') ? -1 : 1))
    expect(events.map(({ sequence }) => Number(sequence))).toEqual(events.map((_, at) => at + 1))
    for (const [at, { data }] of events.entries())
      expect('replaces' in data ? data.replaces?.event : undefined).toBe(events[at - 1]?.id)
    const last = events.at(-1)!
    expect(made[year].checked).toBe(last.id)
    expect(last.data.outputs.prefix).toBe(`season/${folder}/`)
  }
}

const lastOverdue = (told: readonly SeasonEvent[]) =>
  told.flatMap(event => (event.type === 'gongkai.reports.overdue.v1' ? [event.data] : [])).at(-1)

const straight = async (): Promise<YearWorld> => {
  const world = await worldOf()
  await world.gather(whole.events)
  await world.season()
  return world
}

describe('whatever is told twice, late or in another order', () => {
  test('the season in the end is the same, byte for byte', async () => {
    const expected = await published(await straight())
    const overdue = lastOverdue((await straight()).told)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...whole.events, ...whole.events], { minLength: whole.events.length }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (order, sizes, seasons) => {
          const world = await worldOf()
          const rest: ReportEvent[] = [...order]
          for (const [at, size] of sizes.entries()) {
            await world.gather(rest.splice(0, size))
            if (seasons[at]) await world.season()
          }
          await world.gather(rest)
          // What was never told is found in the receipts.
          await world.season({ thorough: true })
          expect(await published(world)).toEqual(expected)
          expect(await brokenFiles(world)).toEqual([])
          await expectOneChain(world)
          expect(lastOverdue(world.told)?.units).toEqual(overdue?.units)
        },
      ),
      { numRuns: 25 },
    )
  }, 300_000)

  test('nothing is told where nothing has changed', async () => {
    const world = await straight()
    const before = world.told.length
    expect(before).toBeGreaterThan(2)
    await world.gather(whole.events)
    await world.season()
    await world.season({ thorough: true })
    expect(world.told).toHaveLength(before)
  })
})

describe('a process that dies', () => {
  /** A season that stands, and a resubmission that has been gathered. */
  const halfway = async () => {
    const world = await worldOf()
    await world.gather(whole.events.slice(0, 3))
    await world.season()
    await world.gather(whole.events.slice(3))
    return world
  }

  test.each(['before', 'after'] as const)(
    '%s any step leaves the last season whole, and the next one finishes',
    async moment => {
      const expected = await published(await straight())
      const start = await halfway()
      expect(await published(start)).not.toEqual(expected)
      for (let after = 0; ; after += 1) {
        const world = await copyOfWorld(start, small)
        const standing = await published(world)
        const dying = dyingPorts(await anotherProcess(world.ports), after, moment)
        const died = await world.season({}, dying.ports).then(
          () => false,
          error => error instanceof Died || Promise.reject(error),
        )
        expect(await brokenFiles(world)).toEqual([])
        if (died) {
          const left = await published(world)
          if (left['seasons'] === standing['seasons'])
            for (const [key, hash] of Object.entries(standing))
              if (!key.startsWith('season/athena/')) expect(left[key]).toBe(hash)
        }
        expect(await world.season()).toBe('done')
        expect(await published(world), `after ${after} steps`).toEqual(expected)
        await expectOneChain(world)
        if (!died) {
          expect(after).toBeGreaterThan(12)
          break
        }
      }
    },
    300_000,
  )

  test('while it gathers: the message comes again, and gives the same', async () => {
    const expected = await published(await straight())
    for (let after = 0; ; after += 1) {
      const world = await worldOf()
      const dying = dyingPorts(await anotherProcess(world.ports), after, 'after')
      const died = await world.gather(whole.events, dying.ports).then(
        () => false,
        () => true,
      )
      if (died) await world.gather(whole.events)
      await world.season()
      expect(await published(world)).toEqual(expected)
      if (!died) break
    }
  }, 60_000)
})

describe('two at once', () => {
  test('come to the same season, told once', async () => {
    const expected = await published(await straight())
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async scheduler => {
        const world = await worldOf()
        await world.gather(whole.events.slice(0, 4))
        const slowed = async (name: string) => {
          const ports = await anotherProcess(world.ports)
          const { outputs } = ports
          const later =
            <Given extends readonly unknown[], Result>(run: (...given: Given) => Promise<Result>) =>
            async (...given: Given) => {
              await scheduler.schedule(Promise.resolve(), name)
              return run(...given)
            }
          return {
            ...ports,
            putFile: later(ports.putFile),
            outputs: {
              ...outputs,
              get: later(outputs.get),
              putIfAbsent: later(outputs.putIfAbsent),
              putIfMatch: later(outputs.putIfMatch),
            },
          }
        }
        const [one, another] = [await slowed('one'), await slowed('another')]
        const runs = [
          world.season({}, one),
          world.gather(whole.events.slice(4)).then(() => world.season({}, another)),
        ]
        const all = Promise.all(runs)
        await scheduler.waitFor(all)
        expect(await published(world)).toEqual(expected)
        await expectOneChain(world)
        expect(await brokenFiles(world)).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 300_000)
})
