import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { faultsInBothSchemes } from './accessible.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, sampleFiles } from './drop.ts'
import { noSpreadsheet } from './libreoffice.ts'
import {
  corrected,
  dropped,
  everyUnit,
  fileOf,
  nameless,
  reports,
  rosterCsv,
  smudged,
  smudgedCell,
  wrongSums,
} from './season-files/county.ts'
import { seasonSums, summarySums, sumsOf } from './season-files/sums.ts'
import { type Running, runService } from './service.ts'

/** A season as a clerk walks it: roster, sixty reports, what is missing and wrong, letters, corrections, totals. */

const year = 2024

/** On a busy machine it takes its time. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000, interval: 50 })
const ofYear = reports.filter(each => each.year === year)

describe.skipIf(noBrowser)('a clerk walks a whole season', () => {
  let service: Running
  let browser: Browser
  let page: Page
  let folder: string
  const complaints: string[] = []

  const dropFiles = async (files: Iterable<readonly [string, string | Uint8Array]>) => {
    const paths: string[] = []
    for (const [name, content] of files) {
      const path = join(folder, name)
      await writeFile(path, content)
      paths.push(path)
    }
    await drop(page, paths)
  }
  /** No serious fault for those who see badly or use the keyboard, in both schemes; and a picture for people. */
  const looksRight = async (name: string) => {
    expect(await faultsInBothSchemes(page), name).toEqual([])
    await picture(page, `walk-${name}`)
  }
  const row = (key: string): Locator => page.locator(`#rows tr[data-key="${key}"]:visible`)
  const find = async (text: string): Promise<void> => page.locator('#search').fill(text)
  const tab = (name: RegExp) => page.getByRole('tab', { name }).click()
  const downloadBy = async (click: () => Promise<void>): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()])
    return download
  }
  const bytesOfDownload = async (click: () => Promise<void>): Promise<Uint8Array> =>
    new Uint8Array(await readFile(await (await downloadBy(click)).path()))
  const menu = async (of: Locator, item: string | RegExp) => {
    await of.getByRole('button', { name: /^更多/u }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const leaveOut = async (file: string) => {
    await menu(row(file), /^不计入汇总/u)
    await answer('重复报送')
    await row(file).getByText('已排除').waitFor()
  }
  const answer = async (reason: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(reason)
    await dialog.locator('button[type=submit]').click()
  }
  const undo = () => page.locator('#toast').getByRole('button', { name: '撤销' }).click()

  beforeAll(async () => {
    folder = await temporaryFolder()
    service = await runService()
    browser = await openBrowser()
    page = await browser.context.newPage()
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    await page.goto(service.page)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  test('the roster is taken in by dropping it', async () => {
    await dropFiles([['名册.csv', rosterCsv()]])
    await page.getByText('名册已换成').waitFor()
    await tab(/^名册/u)
    await eventually(() => page.locator('#roster-filters [data-group=all]').textContent()).toContain(
      String(everyUnit.length),
    )
    await looksRight('roster')
    await tab(/^报告/u)
  })

  test('samples and sixty reports of ten formats; none is lost, samples go with one click', async () => {
    await drop(page, await sampleFiles())
    await dropFiles(await dropped())
    await page.getByText('全部处理完毕').waitFor({ timeout: 100_000 })
    await page.locator('#year').selectOption('all')
    await eventually(() => page.locator('#shown').textContent()).toBe(String(reports.length + 2 + 3))
    await page.getByRole('button', { name: '清除示例' }).click()
    await answer('王核')
    await eventually(() => page.locator('#shown').textContent()).toBe(String(reports.length + 2))
    await page.locator('#year').selectOption(String(year))
    await looksRight('reports')
  })

  test('who is missing: all that handed nothing in, and the one of whom nobody can tell', async () => {
    await tab(/^名册/u)
    const named = new Set(ofYear.filter(({ calls }) => !calls).map(({ unit }) => unit.id))
    const missing = everyUnit.filter(({ id }) => !named.has(id))
    await eventually(() => page.locator('#roster-filters [data-group=missing] b').textContent()).toBe(
      String(missing.length),
    )
    await page.locator('#roster-filters [data-group=missing]').click()
    const shown = await page
      .locator('#roster-rows tr[data-unit]')
      .evaluateAll(rows => rows.map(each => (each as unknown as { dataset: { unit: string } }).dataset.unit))
    expect(shown.toSorted()).toEqual(missing.map(({ id }) => id).toSorted())
    await looksRight('missing')
    await tab(/^报告/u)
  })

  test('a person says whose it is', async () => {
    await find(nameless.file)
    await row(nameless.file)
      .getByRole('button', { name: /^单位待认定/u })
      .click()
    await looksRight('whose')
    await page.getByRole('button', { name: nameless.unit.name, exact: true }).click()
    await eventually(() =>
      row(nameless.file)
        .getByRole('button', { name: /^单位待认定/u })
        .count(),
    ).toBe(0)
    await row(nameless.file).locator('strong').getByText(nameless.unit.name).waitFor()
    await find('')
  })

  test('what is wrong is seen beside the original, and decided', async () => {
    await find(wrongSums.file)
    await row(wrongSums.file).getByRole('link', { name: /^查看/u }).click()
    await page.waitForURL(/\/report\?key=/u)
    const findings = page.locator('#list > li.error .line')
    await findings.first().click()
    const cell = page.locator('#forms td.of-finding').first()
    await cell.waitFor()
    await page.locator('#paper td.main').waitFor()
    await looksRight('beside')
    await page.locator('#forms td[id="requests.newRequests.total"]').click()
    expect(await page.locator('#figure').textContent()).toContain(
      String(wrongSums.slips['requests.newRequests.total']),
    )
    await page.getByRole('button', { name: '问题成立' }).click()
    await answer('与原件核对属实')
    await page.locator('#list .decided', { hasText: '王核' }).waitFor()
    await looksRight('decided')
  })

  test('a letter goes back: one point for each cause, as Word and as text', async () => {
    await page.getByRole('button', { name: '退回通知' }).click()
    const letter = page.getByRole('dialog')
    await letter.getByText(wrongSums.unit.name).first().waitFor()
    await looksRight('letter')
    const docx = await bytesOfDownload(() => letter.getByRole('link', { name: /Word|docx/u }).click())
    const words = strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]+>/gu, '')
    expect(words).toContain(wrongSums.unit.name)
    expect(words).toContain(String(wrongSums.slips['requests.newRequests.total']))
    await page.keyboard.press('Escape')
    await page.locator('#back').click()
    await page.locator('#rows tr[data-key]').first().waitFor()
  })

  test('the corrected file takes its place under any name, and says what was mended', async () => {
    await page.goto(service.page)
    await dropFiles([[corrected.file, await fileOf(corrected)]])
    await find(corrected.unit.name)
    await row(corrected.file).getByText('已更正 1 · 未更正 1 · 新增 1').waitFor()
    expect(await row(wrongSums.file).count(), 'the one before is a click away').toBe(0)
    await row(corrected.file)
      .getByRole('button', { name: /^核对结果/u })
      .click()
    await page.getByText('以前报送的').waitFor()
    await looksRight('corrected')
    await row(corrected.file)
      .getByRole('button', { name: /^核对结果/u })
      .click()
  })

  test('a figure that cannot be read is entered from the original, and judged again', async () => {
    await find(smudged.file)
    await row(smudged.file).getByRole('link', { name: /^查看/u }).click()
    await page.locator(`#forms td[id="${smudgedCell}"]`).click()
    await page.locator('#enter').click()
    await page.locator('#enter-value').fill(String(smudged.figures[smudgedCell]))
    await page.locator('#enter-reason').fill('看原件')
    await looksRight('entering')
    await page.locator('#enter-form button[type=submit]').click()
    await page.locator('#verdict').getByText('通过', { exact: true }).waitFor()
    await page.locator('#figure .entered').waitFor()
    await page.locator('#back').click()
    await row(smudged.file).getByText('录 1').waitFor()
    await find('')
  })

  const out = ofYear.find(({ format }) => format === 'odt')!
  const gone = ofYear.find(({ format }) => format === 'rtf')!
  const taken = ofYear.find(({ format }) => format === 'xlsx')!

  test('left out with a reason, and deleted: both can be taken back', async () => {
    await page.goto(service.page)
    await find(out.file)
    await leaveOut(out.file)
    await undo()
    await eventually(() => row(out.file).getByText('已排除').count()).toBe(0)
    await leaveOut(out.file)
    await find(gone.file)
    await menu(row(gone.file), /^删除/u)
    await eventually(() => row(gone.file).count()).toBe(0)
    await undo()
    await row(gone.file).waitFor()
    await find('')
  })

  test('a file that is taken out of the inbox leaves the list', async () => {
    await find(taken.file)
    await row(taken.file).waitFor()
    await rm(join(service.inbox, taken.file))
    await eventually(() => row(taken.file).count()).toBe(0)
    await find('')
  })

  test('the way through with the keyboard alone', async () => {
    const at = (attribute: string) =>
      page.evaluate<string | null>(
        `document.activeElement.closest('[${attribute}]')?.getAttribute('${attribute}')`,
      )
    await page.goto(service.page)
    await page.locator('#rows tr[data-key]').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(corrected.unit.name)
    await eventually(() => page.locator('#shown').textContent()).toBe('1')
    await page.keyboard.press('ArrowDown')
    expect(await at('data-key')).toBe(corrected.file)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/report\?key=/u)
    await page.locator('#list .line').first().waitFor()
    await page.keyboard.press('n')
    await page.locator('#list [aria-expanded=true]').waitFor()
    for (let step = 0; step < 40 && (await at('id')) !== 'back'; step++)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await row(corrected.file).waitFor()
    await page.locator('#search').press('ArrowDown')
    await page.keyboard.press('Delete')
    await eventually(() => row(corrected.file).count()).toBe(0)
    await row(wrongSums.file).waitFor()
    await page.keyboard.press('Control+z')
    await row(corrected.file).waitFor()
    await find('')
  })

  /** What counts in the end. */
  const counted = reports
    .filter(({ file }) => ![out.file, taken.file, wrongSums.file].includes(file))
    .map(each => (each.file === smudged.file ? { ...each, slips: {} } : each))
    .concat(corrected)
  const sumsIn = (of: number) => sumsOf(counted.filter(each => each.year === of))

  test.skipIf(noSpreadsheet)('the summary adds up to what was handed in', async () => {
    const summaryOf = async (choice: string) => {
      await page.locator('#year').selectOption(choice)
      return bytesOfDownload(() => page.getByRole('link', { name: '下载汇总表' }).click())
    }
    expect(await summarySums(await summaryOf(String(year)), '合计 Sum')).toEqual(sumsIn(year))
    const all = await summaryOf('all')
    for (const each of [2023, year]) expect(await summarySums(all, `${each} 年度合计`)).toEqual(sumsIn(each))
  })

  test.skipIf(noSpreadsheet)('the workbook of the season adds up to the same', async () => {
    await tab(/^年报季/u)
    const link = page.getByRole('link', { name: new RegExp(`年报季.xlsx 年报季 ${year}`, 'u') })
    await expect
      .poll(async () => seasonSums(await bytesOfDownload(() => link.click()), year).catch(() => []), {
        timeout: 60_000,
        interval: 3000,
      })
      .toEqual(sumsIn(year))
    await looksRight('season')
    await tab(/^报告/u)
  })

  test('nothing went wrong in the browser', () => {
    expect(complaints).toEqual([])
  })
})
