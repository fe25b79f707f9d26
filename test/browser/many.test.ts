import { describe, expect, test } from 'vitest'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { noBrowser, picture } from './chromium.ts'
import { drop, madeFiles } from './drop.ts'
import { countOf, rowsOf } from './list.ts'
import { servedInBrowser } from './service.ts'

const count = 200

describe.skipIf(noBrowser)('two hundred files at once', () => {
  const opened = servedInBrowser()

  test('all are listed at once, the page answers while they are converted, and none is lost', async () => {
    const page = await opened.browser.context.newPage()
    await page.goto(opened.service.page)
    await page.evaluate(`{
      globalThis.longest = 0
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
      }).observe({ type: 'longtask' })
    }`)
    /** How many the filter says there are. */
    const kind = async (name: string) => {
      const made = page.locator('#filters button', { hasText: name }).locator('b')
      return Number((await made.count()) > 0 ? await made.textContent() : 0)
    }
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${index + 1}号.html`,
        index % 10 === 9
          ? '<p>这不是年度报告。</p>'
          : reportHtml(drawReport('2021', { 'requests.newRequests.total': index % 4 })).replaceAll(
              '青禾县数据局',
              `青禾县第${index + 1}局`,
            ),
      ]),
    )
    await drop(page, await madeFiles(files))
    await expect.poll(() => countOf(page)).toBe(count)
    await expect.poll(() => kind('不通过'), { timeout: 30_000 }).toBeGreaterThan(10)
    expect(await page.locator('#progress').isVisible()).toBe(true)
    await page.getByRole('searchbox').fill('123号')
    await expect.poll(() => rowsOf(page).count(), { interval: 20 }).toBe(1)
    expect(await page.locator('#progress').isVisible(), 'it answers before they are done').toBe(true)
    await picture(page, 'many-at-work')
    await page.getByRole('searchbox').fill('')
    await page.getByText(`全部处理完毕：${count} 份`).waitFor({ timeout: 100_000 })
    expect(await kind('未受理')).toBe(count / 10)
    expect(await countOf(page)).toBe(count)
    expect(await rowsOf(page).count(), 'drawn are the rows near the screen').toBeLessThan(count / 2)
    // On a machine at rest a fifth of a second.
    expect(await page.evaluate<number>('longest')).toBeLessThan(2_000)
    await page.reload()
    await expect.poll(() => countOf(page)).toBe(count)
    await picture(page, 'many-done')
  })
})
