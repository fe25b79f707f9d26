import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, madeFiles, sampleFiles } from './drop.ts'
import { type Running, runService } from './service.ts'

const workbookOf = async (download: Download): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await readFile(await download.path())).buffer as ArrayBuffer)
  return workbook
}

const downloadBy = async (page: Page, click: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return download
}

/** Notes every state a row is ever in, and how many rows there ever are at one time. */
const watchRows = `{
  const rows = document.querySelector('#rows')
  globalThis.seen = []
  globalThis.most = 0
  const look = () => {
    most = Math.max(most, rows.querySelectorAll('tr').length)
    for (const row of rows.querySelectorAll('tr')) seen.push(row.dataset.kind)
  }
  new MutationObserver(look).observe(rows, { childList: true, subtree: true })
}`

describe.skipIf(noBrowser)('a clerk drops three reports', () => {
  let service: Running
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  const foreign: string[] = []

  beforeAll(async () => {
    service = await runService()
    browser = await openBrowser()
    page = await browser.context.newPage()
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    browser.context.on('request', request => {
      if (!request.url().startsWith(service.page)) foreign.push(request.url())
    })
    await page.goto(service.page)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  const row = (part: string) => page.locator('#rows tr', { hasText: part })

  test('the empty page says what to do', async () => {
    await page.getByText('还没有报告').waitFor()
    await picture(page, 'service-empty')
  })

  test('each file has its row at once and moves through its stages to its verdict', async () => {
    await page.evaluate(watchRows)
    await drop(page, await sampleFiles())
    await page.locator('#rows tr').nth(2).waitFor()
    await picture(page, 'service-at-work')
    await row('青禾县数据局').getByText('通过', { exact: true }).waitFor()
    await row('白沙区水务局').getByText('不通过', { exact: true }).waitFor()
    await row('临溪镇人民政府').getByText('需复核', { exact: true }).waitFor()
    expect(await page.locator('#rows tr').count()).toBe(3)
    const seen = await page.evaluate<string[]>('seen')
    expect(await page.evaluate<number>('most')).toBe(3)
    const met = [...new Set(seen)]
    const order = ['sending', 'waiting', 'reading', 'checking', 'writing']
    expect(met.filter(kind => order.includes(kind))).toEqual(order)
    await page.getByText('全部处理完毕：3 份').waitFor()
    expect(await page.locator('#progress').isHidden()).toBe(true)
    await picture(page, 'service-done')
  })

  test('filter, search and sort', async () => {
    const visible = () => page.locator('#rows tr:visible strong').allTextContents()
    await page.getByRole('button', { name: /^不通过/ }).click()
    expect(await visible()).toEqual(['白沙区水务局'])
    await page.getByRole('button', { name: /^全部/ }).click()
    await page.getByRole('searchbox').fill('2020')
    expect(await visible()).toEqual(['临溪镇人民政府'])
    await page.getByRole('searchbox').fill('没有这样的')
    await page.getByText('没有符合条件的报告').waitFor()
    await page.getByRole('searchbox').fill('')
    await page.getByRole('button', { name: '年份' }).click()
    expect(await visible()).toEqual(['临溪镇人民政府', '白沙区水务局', '青禾县数据局'])
    await page.getByRole('button', { name: '年份' }).click()
    expect(await visible()).toEqual(['青禾县数据局', '白沙区水务局', '临溪镇人民政府'])
    expect(await page.getByRole('columnheader', { name: '年份' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
  })

  test('from a finding on the review page to the cell at fault, and back', async () => {
    await row('白沙区水务局').locator('summary').click()
    await row('白沙区水务局').getByText('requests-one-cell-explains').first().waitFor()
    const [review] = await Promise.all([
      browser.context.waitForEvent('page'),
      row('白沙区水务局').getByRole('link', { name: /^查看/ }).click(),
    ])
    await review.waitForLoadState()
    await picture(review, 'review')
    const finding = review.locator('.findings > li.error').first()
    await finding.locator('a').first().click()
    const cell = review.locator(':target')
    expect(await cell.textContent()).toMatch(/^24 \[/)
    expect(
      await review.evaluate<string>("getComputedStyle(document.querySelector(':target')).outlineStyle"),
    ).toBe('solid')
    await cell.locator('a').first().click()
    expect(await review.locator(':target').getAttribute('id')).toBe('f1')
    expect(await review.locator(':target').getAttribute('class')).toBe('error')
    const download = await downloadBy(review, () => review.getByRole('link', { name: /工作簿/ }).click())
    expect(download.suggestedFilename()).toMatch(/白沙区.*\.xlsx$/)
    await review.close()
  })

  test('the workbook and the summary are saved under their names and open', async () => {
    const download = await downloadBy(page, () =>
      row('白沙区水务局')
        .getByRole('link', { name: /^Excel/ })
        .click(),
    )
    expect(download.suggestedFilename()).toMatch(/^示例二 白沙区水务局.*\.xlsx$/)
    expect((await workbookOf(download)).getWorksheet('概览')!.getCell('A2').value).toMatch(/不通过/)
    const summary = await downloadBy(page, () => page.getByRole('link', { name: '下载汇总表' }).click())
    expect(summary.suggestedFilename()).toBe('汇总.xlsx')
    const sheet = (await workbookOf(summary)).getWorksheet('汇总')!
    expect([6, 7, 8].map(line => sheet.getRow(line).getCell(2).value).toSorted()).toEqual(
      ['青禾县数据局', '临溪镇人民政府', '白沙区水务局'].toSorted(),
    )
    const all = await downloadBy(page, () => page.getByRole('link', { name: '打包下载' }).click())
    expect(all.suggestedFilename()).toBe('全部结果.zip')
  })

  test('the events can be looked at', async () => {
    await page.locator('#events > summary').click()
    await page.locator('#event-list li').nth(2).waitFor()
    await page.locator('#event-list summary').first().click()
    await page.locator('#event-list pre').getByText('specversion').waitFor()
    await picture(page, 'service-events')
  })

  test('a restart of the service loses nothing', async () => {
    await service.restart()
    await page.locator('#status').filter({ hasNotText: '断了' }).waitFor({ state: 'attached' })
    expect(await page.locator('#rows tr').count()).toBe(3)
    await drop(page, await madeFiles({ '信.txt': '请于周五前报送。' }))
    await row('信.txt').getByText('未受理').waitFor()
    await row('信.txt').getByText('怎么办').waitFor()
  })

  test('in English where it is asked for', async () => {
    await page.goto(`${service.page}?lang=en`)
    await row('白沙区水务局').getByText('Invalid').waitFor()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    await picture(page, 'service-english')
  })

  test('nothing went wrong in the browser, and nothing left the machine', () => {
    expect(
      complaints.filter(
        text => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/.test(text),
      ),
    ).toEqual([])
    expect(foreign.filter(url => !url.startsWith('blob:') && !url.startsWith('data:'))).toEqual([])
  })
})
