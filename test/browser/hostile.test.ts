import { describe, expect, test } from 'vitest'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { noBrowser, picture } from './chromium.ts'
import { drop, madeFiles } from './drop.ts'
import { choose, rowOf, rowsOf } from './list.ts'
import { servedInBrowser } from './service.ts'

const markup = '<script>alert(1)</script><img src=x onerror=alert(2)>'
const escaped = markup.replaceAll('<', '&lt;')

/** A report whose authority, cells and sentences try to become part of whatever shows them. */
const hostileReport = (): string =>
  reportHtml(
    drawReport('2021', {
      'requests.newRequests.total': markup,
      'requests.carriedOver.total': 'javascript:alert(3)',
      'requests.outcomes.total.total': '=HYPERLINK("http://evil.example")',
    }),
  )
    .replaceAll('青禾县数据局', `${escaped}局`)
    .replace('各项工作平稳有序', `<a href="javascript:alert(4)">收到申请9件</a>${escaped}`)

describe.skipIf(noBrowser)('a hostile document', () => {
  const opened = servedInBrowser()

  test('is shown as text on the service page and on the review page, and runs nowhere', async () => {
    const page = await opened.browser.context.newPage()
    const alarms: string[] = []
    opened.browser.context.on('dialog', dialog => {
      alarms.push(dialog.message())
      dialog.dismiss()
    })
    opened.browser.context.on('request', request => {
      if (!request.url().startsWith(opened.service.page)) alarms.push(request.url())
    })
    await page.goto(opened.service.page)
    await drop(page, await madeFiles({ '"><img src=x onerror=alert(5)>.html': hostileReport() }))
    const row = rowOf(page, 'onerror')
    await row.getByText(/^(不通过|需复核)$/).waitFor()
    await row.getByRole('button', { name: /^核对结果/u }).click()
    await page.locator('#rows .under li').first().waitFor()
    await row.getByRole('button', { name: /^更多/u }).click()
    await page.getByRole('menuitem', { name: '认定单位' }).waitFor()
    expect(await page.locator('body img, body script').count()).toBe(0)
    await page.keyboard.press('Escape')
    await picture(page, 'hostile-service')
    await row.getByRole('button', { name: /^退回通知/u }).click()
    await page.locator('dialog .letter').getByText('javascript:alert(3)').waitFor()
    expect(await page.locator('dialog img, dialog script, dialog a[href^="javascript:"]').count()).toBe(0)
    await page.keyboard.press('Escape')
    const [review] = await Promise.all([
      opened.browser.context.waitForEvent('page'),
      choose(row, '结果', '查看'),
    ])
    await review.waitForLoadState()
    expect(await review.locator('script, img, iframe, object').count()).toBe(0)
    expect(await review.locator('a[href^="javascript:"]').count()).toBe(0)
    await review.getByText('javascript:alert(3)').first().waitFor()
    await review.getByText(markup).first().waitFor()
    await picture(review, 'hostile-review')
    await row.getByRole('link', { name: /^查看/u }).click()
    await page.locator('#paper[data-ready]').waitFor({ state: 'attached' })
    expect(await page.locator('main script, main iframe, main a[href^="javascript:"]').count()).toBe(0)
    await picture(page, 'hostile-beside')
    expect(alarms).toEqual([])
  })

  test('another site can neither read nor write', async () => {
    const page = await opened.browser.context.newPage()
    await page.route('http://evil.example/**', route =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    )
    await page.goto('http://evil.example/')
    const tried = await page.evaluate<string[]>(`(async () => {
      const outcome = async run => {
        try {
          const response = await run()
          return response.type + ' ' + response.status
        } catch {
          return 'blocked'
        }
      }
      const home = ${JSON.stringify(opened.service.page)}
      return [
        await outcome(() => fetch(home + 'api/reports')),
        await outcome(() => fetch(home + 'api/upload?name=x.txt', { method: 'POST', body: 'x' })),
        await outcome(() =>
          fetch(home + 'api/upload?name=x.txt', { method: 'POST', body: 'x', headers: { 'x-gongkai': '1' } }),
        ),
      ]
    })()`)
    expect(tried).toEqual(['blocked', 'blocked', 'blocked'])
    await page.goto(opened.service.page)
    await rowsOf(page).first().waitFor()
    expect(await page.getByText('x.txt').count()).toBe(0)
  })
})
