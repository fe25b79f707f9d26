import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { startService } from '../../infra/local/service/service.ts'
import { openBrowser } from '../browser/chromium.ts'
import { balancedFigures } from '../support/balanced.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'
import { load, machineLines } from './machine.ts'
import { fixed, median } from './measure.ts'
import { tableLines } from './table.ts'

/** `npm run bench:page`: what a person waits for at a page of 5,000 reports. */

const { values } = parseArgs({ options: { folder: { type: 'string' } } })

const reports = 5000
/** So many are converted; the others are these under other names. */
const made = 25
const rounds = 5

const unitOf = (at: number): string => `青禾县第${at + 1}局`
const nameOf = (at: number): string => `${unitOf(at)}2024年报.html`

const textAs = (text: string, from: number, to: number): string => text.replaceAll(unitOf(from), unitOf(to))

const htmlOf = (at: number): string => {
  const figures = balancedFigures('2021', seeded(`page ${at}`))
  const wrong =
    at % 5 === 0 ? { 'requests.newRequests.total': figures['requests.newRequests.total']! + 1 } : {}
  const drawn = drawReport('2021', { ...figures, ...wrong })
  return reportHtml({ ...drawn, year: 2024, authority: unitOf(at) })
}

const started = (root: string) =>
  startService({
    ...{ inbox: join(root, 'inbox'), outbox: join(root, 'outbox'), port: 0, say: () => undefined },
    stillMs: 100,
  })

const allThrough = async (page: string, count: number): Promise<void> => {
  for (;;) {
    const entries = (await (await fetch(new URL('/api/reports', page))).json()) as readonly {
      readonly state: string
    }[]
    if (entries.length === count && entries.every(({ state }) => state === 'done')) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** The results of one file under the name of another, as those of another unit. */
const copyResults = async (outbox: string, from: number, to: number): Promise<void> => {
  for (const path of await readdir(join(outbox, nameOf(from)), { recursive: true })) {
    const place = join(outbox, nameOf(from), path)
    const target = join(outbox, nameOf(to), path)
    if (/\.json$/u.test(path) && !/\/.*\//u.test(path)) {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, textAs(await readFile(place, 'utf8'), from, to))
    }
  }
}

const filled = async (root: string): Promise<void> => {
  const inbox = join(root, 'inbox')
  await mkdir(inbox, { recursive: true })
  for (let at = 0; at < made; at++) await writeFile(join(inbox, nameOf(at)), htmlOf(at))
  const service = await started(root)
  await allThrough(service.page, made)
  await service.close()
  for (let at = made; at < reports; at++) {
    await copyFile(join(inbox, nameOf(at % made)), join(inbox, nameOf(at)))
    await copyResults(join(root, 'outbox'), at % made, at)
  }
}

/** Milliseconds from `begin` until what is looked for is there and painted. */
const untilPainted = (page: Page, begin: string, there: string): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const rows = () => [...document.querySelectorAll('#rows tr[data-key]')]
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
    const since = performance.now()
    ${begin}
    while (!(${there})) await frame()
    await frame()
    return performance.now() - since
  })()`)

const typed = (text: string): string =>
  `const search = document.querySelector('#search'); search.value = '${text}'; search.dispatchEvent(new Event('input', { bubbles: true }))`

const verdict = "document.querySelectorAll('#filters button')[1]"
const everything = "document.querySelectorAll('#filters button')[0]"
const sort = "document.querySelector('[data-sort=errors]')"

const firstRow = async (page: Page, address: string): Promise<number> => {
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (!document.querySelector('#rows tr[data-key]')) return
    observer.disconnect()
    requestAnimationFrame(() => { globalThis.firstRow = performance.now() })
  }).observe(document, { childList: true, subtree: true })`)
  await page.goto(address)
  await page.locator('#rows tr[data-key]').first().waitFor()
  return page.evaluate<number>('globalThis.firstRow')
}

const root = values.folder ?? (await mkdtemp(join(tmpdir(), 'gongkai-page-')))
console.log(machineLines().join('\n'))
if (!(await stat(join(root, 'outbox')).catch(() => null))) await filled(root)
const service = await started(root)
const browser = await openBrowser()
try {
  await allThrough(service.page, reports)
  const times = new Map<string, number[]>()
  const note = (name: string, time: number) => times.set(name, [...(times.get(name) ?? []), time])
  for (let round = 0; round < rounds; round++) {
    const page = await browser.context.newPage()
    note('first row', await firstRow(page, service.page))
    await page.locator('#shown', { hasText: String(reports) }).waitFor()
    const all = `document.querySelector('#shown').textContent === '${reports}'`
    const fewer = `document.querySelector('#shown').textContent !== '${reports}'`
    note('search', await untilPainted(page, typed('第7局'), fewer))
    note('search taken back', await untilPainted(page, typed(''), all))
    note('filter by verdict', await untilPainted(page, `${verdict}.click()`, fewer))
    note('filter taken back', await untilPainted(page, `${everything}.click()`, all))
    note(
      'sort',
      await untilPainted(page, `${sort}.click()`, `${sort}.closest('th').hasAttribute('aria-sort')`),
    )
    await page.close()
  }
  const rows = [...times].map(([name, all]) => [name, fixed(median(all), 0), fixed(Math.max(...all), 0)])
  for (const line of tableLines(['5,000 reports', 'median ms', 'longest ms'], rows)) console.log(line)
  console.log(load())
} finally {
  await browser.close()
  await service.close()
  if (values.folder === undefined) await rm(root, { recursive: true, force: true })
}
