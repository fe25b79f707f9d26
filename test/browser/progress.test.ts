import { describe, expect, test } from 'vitest'
import { noBrowser } from './chromium.ts'
import { servedInBrowser } from './service.ts'

describe.skipIf(noBrowser)('how far the files are', () => {
  const opened = servedInBrowser()

  test('a file that is through before the list is drawn again is counted too', async () => {
    const page = await opened.browser.context.newPage()
    // The page takes over the service's list once it listens: what is put before then is not in it and goes.
    const listed = page.waitForResponse('**/api/reports')
    await page.goto(opened.service.page)
    await (await listed).finished()
    await page.evaluate(`(async () => {
      await (await fetch('/api/reports')).json()
      const { put } = await import('/store.js')
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
