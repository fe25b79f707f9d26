import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ReportView } from '../../infra/local/web/report/view.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { until } from '../support/until.ts'
import { seriousFaults } from './accessible.ts'
import { noBrowser, picture } from './chromium.ts'
import { servedInBrowser } from './service.ts'

const name = '甲局 2021.html'
/** 结果 does not add up in one cell. */
const broken = reportHtml(drawReport('2021', { 'requests.newRequests.total': '99' }))

const send = async (page: string, file: string, body: string | Uint8Array<ArrayBuffer>) => {
  const address = new URL(`/api/upload?name=${encodeURIComponent(file)}`, page)
  const response = await fetch(address, { method: 'POST', headers: { 'x-gongkai': '1' }, body })
  expect(response.status).toBeLessThan(300)
}

const isDone = (service: string, key: string) =>
  until(async () => {
    const response = await fetch(new URL(`/api/report?key=${encodeURIComponent(key)}`, service))
    expect(response.ok && ((await response.json()) as ReportView).entry.state).toBe('done')
  })

const openReport = async (page: Page, service: string, key: string) => {
  await page.goto(`${service}report?key=${encodeURIComponent(key)}`)
  await page.locator('#paper[data-ready]').waitFor({ state: 'attached', timeout: 30_000 })
}

describe.skipIf(noBrowser)('a report beside its original', () => {
  const opened = servedInBrowser()

  test('is worked through by keyboard: a finding, its cells on both sides, a decision, a figure, and back', async () => {
    const { service, browser } = opened
    await send(service.page, name, broken)
    await isDone(service.page, name)
    const page = await browser.context.newPage()
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await openReport(page, service.page, name)

    await page.keyboard.press('n')
    const cell = page.locator('[id="requests.newRequests.total"]')
    await expect.poll(() => cell.getAttribute('class')).toContain('chosen-cell')
    expect(await page.locator('#paper td.main').textContent()).toBe('99')
    expect(await page.locator('#said').textContent()).toContain('错误 1')
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'report')

    await page.getByRole('button', { name: '不成立' }).click()
    await page.locator('dialog input').fill('与原件核对，不是问题')
    await page.keyboard.press('Enter')
    await page.locator('dialog input').fill('张三')
    await page.keyboard.press('Enter')
    await page.locator('#list .open .decided').getByText('不成立').waitFor({ timeout: 10_000 })

    await cell.click()
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate('document.activeElement.id')).toBe('requests.newRequests.otherOrganization')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    await page.locator('#enter-value').fill('五')
    await page.keyboard.press('Enter')
    await page.locator('#enter-form [role=alert]').getByText('请填写数字').waitFor({ timeout: 5000 })
    await page.locator('#enter-value').fill('98')
    await page.locator('#enter-reason').fill('原件清楚，读取有误')
    await page.keyboard.press('Enter')
    await cell.locator('.entered').waitFor({ timeout: 30_000 })
    expect(await cell.textContent()).toMatch(/^98[\s\S]*原文 99/u)
    await page.locator('#figure').getByText('原读出 99').waitFor({ timeout: 10_000 })
    expect(await page.evaluate('document.activeElement.id')).toBe('requests.newRequests.total')
    await page.keyboard.press('Escape')
    expect(await page.locator('.chosen-cell').count()).toBe(0)
    expect(errors).toEqual([])
    await page.close()
  })

  test('is reached from the list, and leads back to it and on to the next of it', async () => {
    const { service, browser } = opened
    await send(service.page, '乙局 2021.html', reportHtml(drawReport('2021', {})))
    await isDone(service.page, '乙局 2021.html')
    const page = await browser.context.newPage()
    await page.goto(`${service.page}?state=all&year=all`)
    const links = page.locator('#rows a[href^="/report?"]')
    await links.nth(1).waitFor({ timeout: 10_000 })
    await links.first().click()
    await page.locator('#next[href]').waitFor({ timeout: 10_000 })
    expect(await page.locator('#previous').getAttribute('href')).toBeNull()
    const first = await page.locator('#name').textContent()
    await page.locator('#next').click()
    await page.locator('#previous[href]').waitFor({ timeout: 10_000 })
    expect([first, await page.locator('#next').getAttribute('href')]).toEqual([expect.any(String), null])
    await page.locator('#back').click()
    await links.nth(1).waitFor({ timeout: 10_000 })
    expect(new URL(page.url()).search).toBe('?state=all&year=all')
    await page.close()
  })

  test('is marked where a cell of the original is clicked, and shows one side at a time where there is no room', async () => {
    const page = await opened.browser.context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await openReport(page, opened.service.page, name)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await page.getByRole('button', { name: '原件', exact: true }).click()
    await page.locator('#paper td', { hasText: /^99$/u }).click()
    await page.getByRole('button', { name: '数据', exact: true }).click()
    expect(await page.locator('[id="requests.newRequests.total"]').getAttribute('aria-selected')).toBe('true')
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'report-narrow')
    await page.close()
  })

  test('says why there is nothing to see of a file that was refused', async () => {
    const { service, browser } = opened
    await send(service.page, '通知.txt', '关于报送材料的通知')
    await isDone(service.page, '通知.txt')
    const page = await browser.context.newPage()
    await openReport(page, service.page, '通知.txt')
    await page.getByText('怎么办：').waitFor({ timeout: 10_000 })
    expect(await page.locator('#data').isVisible()).toBe(false)
    await page.close()
  })
})
