import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, sampleFiles } from './drop.ts'
import { type Running, runService } from './service.ts'

describe.skipIf(noBrowser)('an archive dropped on the page', () => {
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

  test('has a row that says how many files it held, and each of them has its own', async () => {
    const files: Record<string, Uint8Array> = { '乙县/通知.txt': strToU8('这不是年度报告。') }
    for (const path of await sampleFiles()) files[`甲县/${basename(path)}`] = await readFile(path)
    const path = join(await temporaryFolder(), '全市2023.zip')
    await writeFile(path, zipSync(files))
    const page = await browser.context.newPage()
    await page.goto(service.page)
    await drop(page, [path])
    await page.getByText('全部处理完毕：5 份').waitFor({ timeout: 30_000 })
    expect(await page.locator('#rows tr[data-kind=unpacked]').textContent()).toContain('4 份文件')
    const kinds = await page
      .locator('#rows tr')
      .evaluateAll(rows =>
        rows.map(row => (row as unknown as { dataset: { kind: string } }).dataset.kind).toSorted(),
      )
    expect(kinds).toEqual(['invalid', 'needsReview', 'rejected', 'unpacked', 'valid'])
    await picture(page, 'archive')
    const row = page.locator('#rows tr[data-kind=invalid]')
    await row.getByText('查看').click()
    await expect.poll(() => browser.context.pages().length).toBeGreaterThan(2)
  })
})
