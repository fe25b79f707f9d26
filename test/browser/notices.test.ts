import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seriousFaults } from './accessible.ts'
import { noBrowser, picture } from './chromium.ts'
import { drop, madeFiles } from './drop.ts'
import { rowOf, set } from './list.ts'
import { servedInBrowser } from './service.ts'

describe.skipIf(noBrowser)('the letter that goes back', () => {
  const opened = servedInBrowser()

  test('is read, saved for Word, and worded anew; a template with a fault is not kept', async () => {
    const page = await opened.browser.context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(opened.service.page)
    const broken = reportHtml(drawReport('2021', { 'requests.newRequests.total': '99' }))
    await drop(page, await madeFiles({ '数据局.html': broken }))
    const row = rowOf(page, '青禾县数据局')
    await row.getByText('不通过', { exact: true }).waitFor()

    await row.getByRole('button', { name: /^退回通知/u }).click()
    const letter = page.locator('dialog .letter')
    await letter.getByText('99').waitFor()
    expect(await letter.textContent()).toContain('青禾县数据局')
    await page.getByLabel('落款单位').fill('青禾县政务公开办')
    await page.getByLabel('落款单位').press('Tab')
    await letter.getByText('青禾县政务公开办').waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'notice')
    const word = page.getByRole('link', { name: '下载 Word' })
    const close = page.locator('dialog').getByRole('button', { name: '关闭' })
    const [link, button] = await Promise.all([word.boundingBox(), close.boundingBox()])
    expect([link!.y, link!.height]).toEqual([button!.y, button!.height])
    const [saved] = await Promise.all([page.waitForEvent('download'), word.click()])
    expect(saved.suggestedFilename()).toMatch(/\.docx$/u)
    const { 'word/document.xml': written } = unzipSync(await readFile(await saved.path()))
    expect(strFromU8(written!)).toContain('青禾县政务公开办')
    await close.click()

    await set(page, '退回通知模板')
    const template = page.locator('#notice-template')
    const ours = await template.inputValue()
    await template.fill(`${ours}\n【没有这一项】`)
    await page.getByRole('button', { name: '保存' }).click()
    const line = ours.split('\n').length + 1
    await page.locator('dialog [role=alert]').getByText(`第 ${line} 行：`).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'notice-template')
    await page.getByRole('button', { name: '取消' }).click()
    await set(page, '退回通知模板')
    expect(await template.inputValue(), 'it was not kept').toBe(ours)

    await template.fill(`${ours}\n请派人来取`)
    await page.getByRole('button', { name: '保存' }).click()
    await page.locator('#toast').getByText('模板已保存').waitFor()
    await row.getByRole('button', { name: /^退回通知/u }).click()
    await letter.getByText('请派人来取').waitFor()
    await page.locator('dialog').getByRole('button', { name: '退回通知模板' }).click()
    await template.fill('')
    await page.getByRole('button', { name: '保存' }).click()
    await template.waitFor({ state: 'detached' })
    await letter.filter({ hasNotText: '请派人来取' }).waitFor()
  })
})
