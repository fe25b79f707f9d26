import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeasonJson } from '../../lib/series/season-contract.ts'
import { balancedFigures } from '../support/balanced.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'
import { median } from './measure.ts'

/**
 * What a clerk waits for who puts a corrected report into the inbox of a running `start`: a city of 1,011 units in ten
 * counties, two years, whose governments are the sums of their units.
 */

const [counties, bureaus, year] = [10, 100, 2024]
const edition = '2021'
const rounds = 5

type Figures = Readonly<Record<string, number>>

interface Unit {
  readonly name: string
  readonly parent: string | null
  readonly figures: (year: number) => Figures
}

const sum = (all: readonly Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(all[0]!).map(key => [key, all.reduce((total, figures) => total + figures[key]!, 0)]),
  )

/** Balanced, and last year's are the same but for what it carried forward, which is what this year carried over. */
const bureauFigures = (name: string): ReadonlyMap<number, Figures> => {
  const now = balancedFigures(edition, seeded(name))
  for (const key of Object.keys(now)) if (/\.(?:issued|repealed)$/u.test(key)) now[key] = 0
  const before = { ...now }
  for (const key of Object.keys(now)) {
    const [, column] = /^requests\.carriedForward\.(.+)$/u.exec(key) ?? []
    if (column === undefined) continue
    before[`requests.carriedOver.${column}`] = 0
    before[key] = now[`requests.carriedOver.${column}`]!
    before[`requests.newRequests.${column}`] = before[`requests.outcomes.total.${column}`]! + before[key]!
  }
  return new Map([
    [year, now],
    [year - 1, before],
  ])
}

const cityUnits = (): readonly Unit[] => {
  const ofCounties = Array.from({ length: counties }, (_, county): readonly Unit[] => {
    const name = `青禾市第${county + 1}县人民政府`
    const own = Array.from({ length: bureaus }, (_each, bureau): Unit => {
      const called = `青禾市第${county + 1}县第${bureau + 1}局`
      const figures = bureauFigures(called)
      return { name: called, parent: name, figures: of => figures.get(of)! }
    })
    const sums = new Map([year - 1, year].map(of => [of, sum(own.map(({ figures }) => figures(of)))]))
    return [{ name, parent: '青禾市人民政府', figures: of => sums.get(of)! }, ...own]
  })
  const city: Unit = {
    name: '青禾市人民政府',
    parent: null,
    figures: of => sum(ofCounties.map(([government]) => government!.figures(of))),
  }
  return [city, ...ofCounties.flat()]
}

const nameOf = ({ name }: Unit, of: number): string => `${name}${of}年报.html`

const htmlOf = (unit: Unit, of: number, change: Figures = {}): string =>
  reportHtml({ ...drawReport(edition, { ...unit.figures(of), ...change }), year: of, authority: unit.name })

const rosterOf = (units: readonly Unit[]): string => {
  const ids = new Map(units.map(({ name }, at) => [name, `u${at}`]))
  const lines = units.map(
    ({ name, parent }) =>
      `${ids.get(name)},${name},${parent === null ? '' : ids.get(parent)},${name.endsWith('政府') ? '全域' : '本级'}`,
  )
  return ['单位编号,名称,上级,统计口径', ...lines].join('\n')
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

const longestMs = 15 * 60_000

/** Waits until what is looked for is there; gives the milliseconds that took. */
const until = async (there: () => Promise<boolean>): Promise<number> => {
  const start = performance.now()
  while (!(await there().catch(() => false))) {
    if (performance.now() - start > longestMs) throw new Error('It does not come.')
    await pause(20)
  }
  return performance.now() - start
}

const start = (root: string): ChildProcess =>
  spawn(process.execPath, ['infra/local/gongkai.js', 'start', '--port', '0', ...foldersOf(root)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const foldersOf = (root: string): readonly string[] =>
  ['inbox', 'outbox', 'season'].flatMap(name => [`--${name}`, join(root, name)])

const seasonNow = async (root: string): Promise<SeasonJson> => {
  const { seasons } = JSON.parse(await readFile(join(root, 'season/current.json'), 'utf8'))
  return JSON.parse(await readFile(join(root, 'season', seasons[year], 'season.json'), 'utf8')) as SeasonJson
}

const fill = async (root: string, units: readonly Unit[]): Promise<void> => {
  await mkdir(join(root, 'inbox'), { recursive: true })
  await writeFile(join(root, '名册.csv'), rosterOf(units))
  for (const unit of units)
    for (const when of [year - 1, year])
      await writeFile(join(root, 'inbox', nameOf(unit, when)), htmlOf(unit, when))
}

/** Seconds until a corrected report is read, and until it stands in the season. */
const onceAgain = async (root: string, unit: Unit) => {
  const key = nameOf(unit, year)
  const versionsOf = ({ resubmissions }: SeasonJson): number =>
    resubmissions.find(each => each.counts.key === key)?.versions.length ?? 1
  const receipts = async (): Promise<number> => (await readdir(join(root, 'outbox', key))).length
  const before = { receipts: await receipts(), versions: versionsOf(await seasonNow(root)) }
  const change = { 'proactiveDisclosure.administrativeLicensing.decisions': Date.now() % 1e6 }
  await writeFile(join(root, 'inbox', key), htmlOf(unit, year, change))
  const read = await until(async () => (await receipts()) > before.receipts)
  const stands = await until(async () => versionsOf(await seasonNow(root)) > before.versions)
  return { read: read / 1000, stands: stands / 1000 }
}

/** Makes the city once below a folder, and hands reports in again. */
export const seasonAgain = async (folder: string) => {
  const root = join(folder, 'city')
  const units = cityUnits()
  if (!existsSync(join(root, 'inbox'))) await fill(root, units)
  const service = start(root)
  try {
    const first = await until(async () => (await seasonNow(root)).counts.reported === units.length)
    await pause(15_000)
    const times: { read: number; stands: number }[] = []
    for (let round = 0; round < rounds; round++) {
      times.push(await onceAgain(root, units[5 + 100 * round]!))
      // The workbook of all results is made after it.
      await pause(10_000)
    }
    const { counts, files } = await seasonNow(root)
    return {
      units: units.length,
      first: first / 1000,
      read: median(times.map(({ read }) => read)),
      stands: median(times.map(({ stands }) => stands)),
      times,
      counts,
      files: files.length,
    }
  } finally {
    service.kill('SIGTERM')
    await new Promise(resolve => service.once('exit', resolve))
  }
}
