import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, noBrowser, openBrowser } from './chromium.ts'
import { type Running, runService } from './service.ts'

describe.skipIf(noBrowser)('how far the files are', () => {
  let service: Running
  let browser: Browser

  beforeAll(async () => {
    service = await runService()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  test('a file that is through before the list is drawn again is counted too', async () => {
    const page = await browser.context.newPage()
    await page.goto(service.page)
    await page.evaluate(`(async () => {
      const { put } = await import('/list.js')
      const result = { outcome: 'validated', verdict: 'valid', findings: [], findingsLeftOut: 0, files: {} }
      for (const key of ['一.docx', '二.docx']) {
        put({ key, state: 'waiting', result: null })
        put({ key, state: 'done', result })
      }
    })()`)
    await page.getByText('全部处理完毕：2 份').waitFor({ timeout: 10_000 })
    expect(await page.locator('#progress').isHidden()).toBe(true)
  })
})
