import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../infra/local/service/service.ts'
import { inventedReport, rosterText, twoYears, units } from '../support/invented-season.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { seriousFaults } from './accessible.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, madeFiles } from './drop.ts'

const years = twoYears('browser')
const carried = 'requests.carriedOver.naturalPerson'

describe.skipIf(noBrowser)('the season on the page of the service', () => {
  let service: Service
  let browser: Browser
  let page: Page
  let place: string
  const row = () => page.locator('#season-newest li')
  const rowSays = async (...texts: readonly string[]) => {
    for (const text of texts) await row().getByText(text, { exact: true }).waitFor({ timeout: 90_000 })
  }

  beforeAll(async () => {
    place = await temporaryFolder()
    const [inbox, outbox] = [join(place, 'inbox'), join(place, 'outbox')]
    await mkdir(inbox)
    service = await startService({ inbox, outbox, port: 0, say: () => undefined, stillMs: 150, restMs: 300 })
    browser = await openBrowser()
    page = await browser.context.newPage()
    await page.goto(`${service.page}#season`)
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  test('without a roster the page says where to put one; with one the row appears', async () => {
    await page.locator('#season-roster').waitFor()
    expect(await page.locator('#season-place').textContent()).toBe(place)
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'season-no-roster')
    await drop(
      page,
      await madeFiles({
        '甲2023.html': inventedReport(units.u1, 2023, years.u1[0]),
        '甲2024.html': inventedReport(units.u1, 2024, years.u1[1]),
        '乙2023.html': inventedReport(units.u2, 2023, years.u2[0]),
      }),
    )
    await writeFile(join(place, '名册.csv'), rosterText())
    await rowSays('年报季 2024', '应报 5', '已报 1', '未报 4')
    await page.locator('#season-roster').waitFor({ state: 'hidden' })
    await page.locator('#season-before summary').click()
    await page.locator('#season-rows').getByText('年报季 2023').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'season-row')
  })

  test('a report that comes changes the counts, and one handed in again its warnings', async () => {
    const faulty = { ...years.u2[1], [carried]: years.u2[1][carried]! + 1 }
    const warnings = async () => Number(/警告 (\d+)/u.exec((await row().textContent())!)![1])
    await drop(page, await madeFiles({ '乙2024.html': inventedReport(units.u2, 2024, faulty) }))
    await rowSays('已报 2', '未报 3')
    const before = await warnings()
    await writeFile(join(place, 'inbox', '乙2024.html'), inventedReport(units.u2, 2024, years.u2[1]))
    await rowSays(`警告 ${before - 1}`)
    await rowSays('已报 2')
  })

  test('the links lead to the season of the year and its workbook', async () => {
    const opens = row().getByRole('link', { name: '打开 年报季 2024' })
    const [season] = await Promise.all([browser.context.waitForEvent('page'), opens.click()])
    await season.waitForLoadState()
    expect(new URL(season.url()).pathname).toBe('/season/2024/')
    await season.getByText('2024').first().waitFor()
    await season.close()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      row().getByRole('link', { name: '下载 年报季.xlsx 年报季 2024' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('年报季 2024.xlsx')
    expect((await readFile(await saved.path())).subarray(0, 2).toString()).toBe('PK')
  })

  test('what is wrong in a roster stands on the page, line by line, and goes when it is mended', async () => {
    await writeFile(join(place, '名册.csv'), rosterText(['u1,青禾县林业局,,,', 'u9,青禾县档案局,u77,,']))
    const trouble = page.locator('#season-trouble')
    await trouble.getByText('2 处需要改正').waitFor()
    await trouble.getByText('第 7 行').waitFor()
    await trouble.getByText('第 8 行').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'season-trouble')
    await rowSays('已报 2')
    await writeFile(join(place, '名册.csv'), rosterText(['u9,青禾县档案局,u0,部门,本级']))
    await rowSays('应报 6', '未报 4')
    await trouble.waitFor({ state: 'hidden' })
  })
})
