import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { noBrowser, picture } from './chromium.ts'
import { drop, reportFiles } from './drop.ts'
import { rowsOf } from './list.ts'
import { servedInBrowser } from './service.ts'

describe.skipIf(noBrowser)('an archive dropped on the page', () => {
  const opened = servedInBrowser()

  test('has a row that says how many files it held, and each of them has its own', async () => {
    const files: Record<string, Uint8Array> = { '乙县/通知.txt': strToU8('这不是年度报告。') }
    for (const path of await reportFiles()) files[`甲县/${basename(path)}`] = await readFile(path)
    const path = join(await temporaryFolder(), '全市2023.zip')
    await writeFile(path, zipSync(files))
    const page = await opened.browser.context.newPage()
    await page.goto(opened.service.page)
    await drop(page, [path])
    await page.getByText('全部处理完毕：5 份').waitFor({ timeout: 30_000 })
    expect(await page.locator('#rows tr[data-kind=unpacked]').textContent()).toContain(
      '4 份文件，各为一行 · 通过 1 · 需复核 1 · 不通过 1 · 未受理 1',
    )
    const kinds = await rowsOf(page).evaluateAll(rows =>
      rows.map(row => (row as unknown as { dataset: { kind: string } }).dataset.kind).toSorted(),
    )
    expect(kinds).toEqual(['invalid', 'needsReview', 'rejected', 'unpacked', 'valid'])
    await picture(page, 'archive')
    const row = page.locator('#rows tr[data-kind=invalid]')
    await row.getByRole('link', { name: /^查看/u }).click()
    await page.waitForURL(/\/report\?key=/u)
    await page.locator('#paper[data-ready]').waitFor({ state: 'attached' })
  })
})
