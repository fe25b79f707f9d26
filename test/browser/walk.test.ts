import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, madeFiles, reportFiles, sampleFiles } from './drop.ts'
import { answer, choose, namesOf, rowOf, rowsOf, set, undo } from './list.ts'
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
    most = Math.max(most, rows.querySelectorAll('tr[data-key]').length)
    for (const row of rows.querySelectorAll('tr[data-key]')) seen.push([row.dataset.key, row.dataset.kind])
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
    page.setDefaultTimeout(15_000)
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

  const rows = () => rowsOf(page)
  const row = (part: string) => rowOf(page, part)

  test('the empty page says what to do', async () => {
    await page.getByText('还没有报告').waitFor()
    await picture(page, 'service-empty')
  })

  test('each file has its row at once and moves through its stages to its verdict', async () => {
    await page.evaluate(watchRows)
    await drop(page, await reportFiles())
    await rows().nth(2).waitFor()
    await picture(page, 'service-at-work')
    await row('青禾县数据局').getByText('通过', { exact: true }).waitFor()
    await row('白沙区水务局').getByText('不通过', { exact: true }).waitFor()
    await row('临溪镇人民政府').getByText('需复核', { exact: true }).waitFor()
    expect(await rows().count()).toBe(3)
    const seen = await page.evaluate<[string, string][]>('seen')
    expect(await page.evaluate<number>('most')).toBe(3)
    const order = ['sending', 'waiting', 'reading', 'checking', 'writing']
    const byRow = Map.groupBy(seen, ([key]) => key)
    for (const [key, own] of byRow) {
      const stages = own.map(([, kind]) => order.indexOf(kind)).filter(stage => stage >= 0)
      expect(stages, key).toEqual(stages.toSorted((a, b) => a - b))
    }
    expect(order.filter(kind => !seen.some(([, met]) => met === kind))).toEqual([])
    await page.getByText('全部处理完毕：3 份').waitFor()
    expect(await page.locator('#progress').isHidden()).toBe(true)
    await picture(page, 'service-done')
  })

  test('filter, search and sort; the downloads follow', async () => {
    const verdict = (name: RegExp) => page.locator('#filters').getByRole('button', { name }).click()
    const listed = () => expect.poll(() => namesOf(page))
    const path = async (name: string) => {
      const href = await page.getByRole('link', { name }).getAttribute('href')
      return decodeURIComponent(href!)
    }
    await verdict(/^不通过/u)
    await listed().toEqual(['白沙区水务局'])
    expect(await path('下载汇总表')).toBe('/summary.xlsx?kind=invalid')
    expect(await path('打包下载')).toBe('/everything.zip?kind=invalid')
    expect(new URL(page.url()).search, 'the address keeps it').toBe('?kind=invalid')
    await verdict(/^全部/u)
    await page.getByRole('searchbox').fill('2020')
    await listed().toEqual(['临溪镇人民政府'])
    await page.getByRole('searchbox').fill('没有这样的')
    await page.getByText('没有符合条件的报告').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.locator('#check').selectOption('requests-one-cell-explains')
    await listed().toEqual(['白沙区水务局'])
    await page.locator('#check').selectOption('')
    await page.locator('#unit').click()
    await page.getByRole('combobox', { name: '按单位筛选' }).fill('青禾')
    await page.locator('#unit-options').getByRole('option').click()
    await listed().toEqual(['青禾县数据局'])
    await page.locator('#unit-clear').click()
    await page.locator('#year').selectOption('2022')
    await listed().toEqual(['白沙区水务局'])
    expect(await path('下载汇总表')).toBe('/summary.xlsx?year=2022')
    await page.locator('#year').selectOption('all')
    await page.getByRole('button', { name: '年度', exact: true }).click()
    await listed().toEqual(['临溪镇人民政府', '白沙区水务局', '青禾县数据局'])
    await page.getByRole('button', { name: '年度', exact: true }).click()
    await listed().toEqual(['青禾县数据局', '白沙区水务局', '临溪镇人民政府'])
    expect(await page.getByRole('columnheader', { name: '年度' }).getAttribute('aria-sort')).toBe(
      'descending',
    )
  })

  test('the actions of all rows stand equally high in them', async () => {
    const tops = await page.evaluate<number[]>(`[...document.querySelectorAll('#rows tr[data-key]')].map(
      row => row.querySelector('[data-part=more]').getBoundingClientRect().top - row.getBoundingClientRect().top,
    )`)
    expect(new Set(tops).size, String(tops)).toBe(1)
  })

  test('from a finding on the review page to the cell at fault, and back', async () => {
    await row('白沙区水务局')
      .getByRole('button', { name: /^核对结果/u })
      .click()
    const found = page.locator('#rows .under .badge.error').first()
    await found.waitFor()
    expect(await page.locator('#rows .under').getByText('requests-one-cell-explains').isVisible()).toBe(false)
    await set(page, '显示技术信息')
    await page.locator('#rows .under').getByText('requests-one-cell-explains').waitFor()
    const [review] = await Promise.all([
      browser.context.waitForEvent('page'),
      choose(row('白沙区水务局'), '结果', '查看'),
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

  test('a report is looked at beside its original, and the way back leads to its row', async () => {
    await row('白沙区水务局').getByRole('link', { name: '查看 白沙区水务局 2022' }).click()
    await page.waitForURL(/\/report\?key=/u)
    await page.locator('#paper[data-ready]').waitFor({ state: 'attached' })
    await page.goBack()
    await row('白沙区水务局').waitFor()
    expect(await page.locator('#year').inputValue()).toBe('all')
  })

  test('the workbook and the summary are saved under their names and open', async () => {
    await page.locator('#year').selectOption('all')
    const download = await downloadBy(page, () => choose(row('白沙区水务局'), '结果', 'Excel'))
    expect(download.suggestedFilename()).toMatch(/^白沙区水务局.*\.xlsx$/)
    expect((await workbookOf(download)).getWorksheet('概览')!.getCell('A2').value).toMatch(/不通过/)
    const summary = await downloadBy(page, () => page.getByRole('link', { name: '下载汇总表' }).click())
    expect(summary.suggestedFilename()).toMatch(/^汇总.*\.xlsx$/u)
    const sheet = (await workbookOf(summary)).getWorksheet('汇总')!
    const names = sheet.getColumn(2).values.map(String)
    const wanted = ['青禾县数据局', '临溪镇人民政府', '白沙区水务局']
    expect(names.filter(name => wanted.includes(name)).toSorted()).toEqual(wanted.toSorted())
    const all = await downloadBy(page, () => page.getByRole('link', { name: '打包下载' }).click())
    expect(all.suggestedFilename()).toBe('全部结果.zip')
  })

  test('what a person does is said, marked in the row, and taken back', async () => {
    const qinghe = row('青禾县数据局')
    await choose(qinghe, '更多', /^不计入汇总/u)
    await answer(page, '重复报送')
    await page.getByRole('heading', { name: '经办人' }).waitFor()
    await answer(page, '张三')
    await page.locator('#toast').getByText('不再计入汇总').waitFor()
    await qinghe.getByText('已排除', { exact: true }).waitFor()
    await qinghe.getByRole('button', { name: /^核对结果/u }).click()
    await page.locator('#rows .under').getByText('重复报送').waitFor()
    await undo(page)
    await qinghe.getByText('已排除', { exact: true }).waitFor({ state: 'detached' })
    await qinghe.getByRole('checkbox').check()
    await row('临溪镇').getByRole('checkbox').check()
    await page.locator('#marked').getByText('已选 2').waitFor()
    await page.locator('#marked').getByRole('button', { name: '删除' }).click()
    await expect.poll(() => namesOf(page)).toEqual(['白沙区水务局'])
    await undo(page)
    await expect.poll(() => rows().count()).toBe(3)
    expect(await page.locator('#marked').isHidden()).toBe(true)
  })

  test('samples are marked as such and go with one click', async () => {
    await drop(page, await sampleFiles())
    await page.getByText('3 份示例报告').waitFor()
    await expect.poll(() => rows().getByText('示例', { exact: true }).count()).toBe(3)
    await picture(page, 'service-samples')
    await page.getByRole('button', { name: '清除示例' }).click()
    await expect.poll(() => rows().count()).toBe(3)
    await undo(page)
    await expect.poll(() => rows().count()).toBe(6)
    await page.getByRole('button', { name: '清除示例' }).click()
    await expect.poll(() => rows().count()).toBe(3)
    expect(await page.locator('#samples').isHidden()).toBe(true)
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
    expect(await rows().count()).toBe(3)
    await drop(page, await madeFiles({ '信.txt': '请于周五前报送。' }))
    await row('信.txt').getByText('未受理').waitFor()
    await row('信.txt')
      .getByRole('button', { name: /^核对结果/u })
      .click()
    await page.locator('#rows .under').getByText('怎么办').waitFor()
  })

  test('in English where it is asked for', async () => {
    await page.goto(`${service.page}?lang=en&year=all`)
    await row('白沙区水务局').getByText('Invalid').waitFor()
    await page.locator('header').getByRole('button', { name: 'Choose files' }).waitFor()
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
