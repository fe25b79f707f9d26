import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Service, startService } from '../../infra/local/service/service.ts'
import type { ReportView } from '../../infra/local/web/report/view.ts'
import { blankScan } from '../support/blank-scan.ts'
import { until } from '../support/until.ts'
import { faultsInBothSchemes } from './accessible.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'

const key = '盖章扫描件.pdf'
const [rules, requests, granted] = [
  'proactiveDisclosure.rules.issued',
  'requests.newRequests.naturalPerson',
  'requests.outcomes.granted.total',
]

/** A report is judged again behind what is waited for. */
const patient = { timeout: 15_000 }

describe.skipIf(noBrowser)('the figures of a scan that wait for a person', () => {
  let [service, browser, root] = [{} as Service, {} as Browser, '']
  const viewOf = async (): Promise<ReportView> => {
    const response = await fetch(new URL(`/api/report?key=${encodeURIComponent(key)}`, service.page))
    expect(response.ok).toBe(true)
    return (await response.json()) as ReportView
  }
  const openReport = async (): Promise<Page> => {
    const page = await browser.context.newPage()
    await page.goto(`${service.page}report?key=${encodeURIComponent(key)}`)
    await page.locator('#paper[data-ready]').waitFor({ state: 'attached', timeout: 30_000 })
    return page
  }
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gongkai-confirm-'))
    const [inbox, outbox] = [join(root, 'inbox'), join(root, 'outbox')]
    await mkdir(inbox)
    const script = new URL('../support/scan-worker.ts', import.meta.url)
    service = await startService({
      ...{ inbox, outbox, port: 0, say: () => undefined, stillMs: 150 },
      scans: { script },
    })
    browser = await openBrowser()
    const address = new URL(`/api/upload?name=${encodeURIComponent(key)}`, service.page)
    const headers = { 'x-gongkai': '1' }
    expect((await fetch(address, { method: 'POST', headers, body: blankScan(2) })).status).toBeLessThan(300)
    await until(async () => expect((await viewOf()).entry.state).toBe('done'))
  })
  afterAll(async () => {
    await browser.close?.()
    await service.close?.()
    await rm(root, { recursive: true, force: true })
  })

  test('are shown with their pictures, and nothing is typed in before a person does', async () => {
    const page = await openReport()
    const rows = page.locator('#confirm li')
    expect(await rows.count()).toBe(3)
    expect(
      await page
        .locator('#confirm input')
        .evaluateAll(all => all.map(each => (each as never as { value: string }).value)),
    ).toEqual(['', '', ''])
    expect(await rows.nth(1).textContent()).toMatch(/自然人.*候选 0 \/ 8.*读法不一/u)
    await page.locator('#confirm li:first-child img').first().evaluate('each => each.decode()')
    expect(await page.locator('#paper figure.page').count()).toBe(2)
    expect(await page.locator('#paper').textContent()).toContain('扫描件照原样显示')
    expect(await faultsInBothSchemes(page)).toEqual([])
    await picture(page, 'confirm')
    await page.close()
  })

  test('are confirmed by keyboard alone, one after the other, and the report is judged by them', async () => {
    const page = await openReport()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const input = (cell: string) => page.locator(`#confirm li[data-cell="${cell}"] input`)
    const focused = () => page.evaluate('document.activeElement.closest("li")?.dataset.cell')
    await page.locator('#sheet-confirm').focus()
    for (let tabs = 0; (await focused()) !== rules && tabs < 10; tabs += 1) await page.keyboard.press('Tab')
    expect(await focused()).toBe(rules)
    await page.keyboard.type('零')
    await page.keyboard.press('Enter')
    await page.locator('#confirm [role=alert]').getByText('请填写数字').waitFor({ timeout: 5000 })
    await page.keyboard.press('Backspace')
    await page.keyboard.type('０')
    await page.keyboard.press('Enter')
    await page.locator('dialog input').fill('李敏')
    await page.keyboard.press('Enter')
    await expect.poll(focused, patient).toBe(requests)
    await page.keyboard.type('0')
    await page.keyboard.press('Enter')
    await expect.poll(focused, patient).toBe(granted)
    await page.keyboard.press('Space')
    await page.locator('#confirm-told').getByText('已全部确认。核对结论：').waitFor({ timeout: 30_000 })
    expect(await page.evaluate('document.activeElement.id')).toBe('confirm-told')
    const { report, entry } = await viewOf()
    expect(entry.desk.entered).toBe(3)
    expect(report!.cells[rules!]).toMatchObject({ value: 0, entered: { by: '李敏' } })
    expect(report!.cells[granted!]).toMatchObject({ state: 'blank', value: null })
    expect(await page.locator('#confirm li.done').count()).toBe(3)

    await input(granted!).fill('0')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await viewOf()).report!.cells[granted!]!.value, patient).toBe(0)
    await expect
      .poll(
        async () => (await viewOf()).report!.findings.filter(({ severity }) => severity !== 'info'),
        patient,
      )
      .toEqual([])
    expect(errors).toEqual([])
    await picture(page, 'confirmed')
    await page.close()
  })

  test('are confirmed where there is little room', async () => {
    const page = await openReport()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(await page.locator('#confirm input').first().isVisible()).toBe(true)
    expect(await faultsInBothSchemes(page)).toEqual([])
    await picture(page, 'confirm-narrow')
    await page.close()
  })
})
