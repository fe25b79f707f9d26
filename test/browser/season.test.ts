import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seasonPages } from '../../lib/series/pages/season-pages.ts'
import { countyView } from '../lib/series/pages/invented-county.ts'
import { seriousFaults } from './accessible.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'

const looks = (['light', 'dark'] as const).flatMap(scheme =>
  Object.entries({ wide: 1280, phone: 390 }).map(([name, width]) => ({ scheme, name, width })),
)

/** A page of each kind: of the season, of a parent with sums, with findings and versions, without a report. */
const kinds = ['index.html', 'units/_a.html', 'units/_b1.html', 'units/_b2.html', 'units/_b3.html']

describe.skipIf(noBrowser)('the pages of a season', () => {
  let browser: Browser
  let page: Page
  let folder: string

  const open = (path: string) => page.goto(pathToFileURL(join(folder, path)).href)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-season-'))
    for (const { path, html } of seasonPages(await countyView())) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), html)
    }
    browser = await openBrowser()
    page = await browser.context.newPage()
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })

  for (const path of kinds)
    test.each(looks)(`${path}, $scheme, $name`, async ({ scheme, name, width }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 900 })
      const refused: string[] = []
      page.on('console', message => refused.push(message.text()))
      await open(path)
      for (const summary of await page.locator('summary').all()) await summary.click()
      expect(await seriousFaults(page)).toEqual([])
      const tooWide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(tooWide).toBeLessThanOrEqual(0)
      expect(refused).toEqual([])
      await picture(page, `season-${path.replace('/', '-')}-${scheme}-${name}`)
    })

  test('a walk from the finding to the cell, to what was found of it, and back to the season', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open('index.html')
    await page.locator('[data-finding^="carried-over"] >> text=看格').click()
    const cell = page.locator(':target')
    expect(await cell.getAttribute('class')).toBe('cell warning main')
    expect(await cell.textContent()).toMatch(/^99 \[/u)
    expect(
      await page.evaluate<string>("getComputedStyle(document.querySelector(':target')).outlineStyle"),
    ).toBe('solid')
    await cell.getByRole('link').first().click()
    expect(await page.locator(':target').getAttribute('data-finding')).toMatch(/^carried-over/u)
    await page.getByRole('link', { name: '2023 年报季' }).click()
    expect(await page.locator(':target').textContent()).toContain('乙县数据局')
  })

  test('a table of a unit is printed on one sheet, as wide as it', async () => {
    await open('units/_b1.html')
    await page.emulateMedia({ media: 'print', colorScheme: 'light' })
    // What is left of an A4 sheet between margins of 1 cm.
    await page.setViewportSize({ width: Math.floor((19 / 2.54) * 96), height: 1000 })
    for (const table of await page.locator('.form').all()) {
      const box = (await table.boundingBox())!
      expect(box.width).toBeLessThanOrEqual((19 / 2.54) * 96)
      expect(box.height).toBeLessThanOrEqual((27.7 / 2.54) * 96)
    }
    await page.emulateMedia({ media: null })
  })
})
