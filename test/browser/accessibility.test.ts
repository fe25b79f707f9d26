import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resultPolicy } from '../../infra/local/web/reply.ts'
import { convert } from '../../lib/convert.ts'
import { samples } from '../lib/writers/samples.ts'
import { pageOf } from '../support/page.ts'
import { seriousFaults } from './accessible.ts'
import { type Browser, noBrowser, openBrowser, picture } from './chromium.ts'
import { drop, madeFiles, reportFiles, sampleFiles } from './drop.ts'
import { rowOf, rowsOf, set } from './list.ts'
import { type Running, runService } from './service.ts'

interface Focused {
  readonly name: string
  /** Whether a person sees where the focus is. */
  readonly seen: boolean
}

const focused = `(() => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
  return { name: name.trim(), seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
})()`

const schemes = ['light', 'dark'] as const
const widths = { wide: 1280, phone: 390 } as const

describe.skipIf(noBrowser)('for everyone', () => {
  let service: Running
  let browser: Browser
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-pages-'))
    service = await runService()
    browser = await openBrowser()
    page = await browser.context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(service.page)
    const letter = await madeFiles({ '信.txt': '信' })
    await drop(page, [...(await reportFiles()), ...(await sampleFiles()), ...letter])
    await page.getByText('全部处理完毕：7 份').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const everyLook = schemes.flatMap(scheme =>
    Object.entries(widths).map(([name, width]) => ({ scheme, name, width })),
  )
  const look = async (scheme: 'light' | 'dark', width: number) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
  }
  /** Only what stands in a box of its own may be wider than the window. */
  const overflow = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

  test.each(everyLook)('the service page, $scheme, $name', async ({ scheme, name, width }) => {
    await look(scheme, width)
    const isSound = async (part: string) => {
      expect(await seriousFaults(page), part).toEqual([])
      expect(await overflow(), part).toBeLessThanOrEqual(0)
      await picture(page, `service-${part}-${scheme}-${name}`)
    }
    await page.goto(`${service.page}?year=all`)
    await rowsOf(page).nth(6).waitFor()
    if (await page.locator('#events').isHidden()) await set(page, '显示技术信息')
    await page.locator('#events > summary').click()
    for (const part of ['信.txt', '白沙区水务局']) {
      await rowOf(page, part)
        .first()
        .getByRole('button', { name: /^核对结果/u })
        .click()
      await page.locator('#rows .under').waitFor()
      await isSound(part)
    }
    await rowsOf(page).first().getByRole('checkbox').check()
    await rowsOf(page).last().getByRole('button', { name: /^更多/u }).click()
    await isSound('menu')
    await page.getByRole('menuitem', { name: '删除' }).click()
    await page.getByRole('dialog').waitFor()
    await isSound('question')
    await page.keyboard.press('Escape')
    await page.locator('#settings').click()
    await isSound('settings')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /^名册/u }).click()
    await isSound('roster')
    await page.getByRole('tab', { name: /^年报季/u }).click()
    await isSound('season')
  })

  const drawn = async (): Promise<string> => {
    const bytes = await readFile(new URL('../lib/readers/pdf/fixtures/repeated-headers.pdf', import.meta.url))
    const { outputs } = await convert({ name: '年报.pdf', bytes, sha256: '0'.repeat(64) })
    return Buffer.from(outputs.page).toString()
  }
  const reviewPages: readonly (readonly [string, () => string | Promise<string>])[] = [
    ...Object.entries(samples).map(([name, judged]) => [name, () => pageOf(judged)] as const),
    ['with pictures of the original', drawn],
  ]

  test('pictures of the original are shown, under the policy of the page and of the service', async () => {
    const file = join(folder, 'drawn.html')
    await writeFile(file, await drawn())
    const seen = await browser.context.newPage()
    const refused: string[] = []
    seen.on('console', message => refused.push(message.text()))
    await seen.goto(pathToFileURL(file).href)
    const svg = seen.locator('.original > svg').first()
    await svg.scrollIntoViewIfNeeded()
    const shot = await svg.screenshot()
    // A picture that is kept out leaves white paper: some hundred bytes.
    expect(shot.length).toBeGreaterThan(3000)
    expect(refused).toEqual([])
    expect(resultPolicy).toContain('img-src data:')
    await seen.close()
  })

  for (const [sample, html] of reviewPages)
    test.each(everyLook)(
      `the review page of “${sample}”, $scheme, $name`,
      async ({ scheme, name, width }) => {
        await look(scheme, width)
        const file = join(folder, `${sample}.html`)
        await writeFile(file, await html())
        await page.goto(pathToFileURL(file).href)
        expect(await seriousFaults(page)).toEqual([])
        expect(await overflow()).toBeLessThanOrEqual(0)
        await picture(page, `review-${sample}-${scheme}-${name}`)
      },
    )

  test('a walk with the keyboard alone, from the top to the cell at fault', async () => {
    await look('light', widths.wide)
    await page.goto(`${service.page}?year=all`)
    await rowsOf(page).nth(6).waitFor()
    const names: string[] = []
    const press = async (key: string) => {
      await page.keyboard.press(key)
      return page.evaluate<Focused>(focused)
    }
    const upTo = async (wanted: RegExp) => {
      for (let step = 0; step < 60; step += 1) {
        const { name, seen } = await press('Tab')
        expect(seen, `${name.slice(0, 20)} after ${names.join(' | ')}`).toBe(true)
        names.push(name)
        if (wanted.test(name)) return
      }
      throw new Error(`not reached with the keyboard: ${wanted}; ${names.join(' | ')}`)
    }
    await upTo(/^报告$/u)
    await upTo(/^选择文件$/u)
    await upTo(/^选择文件夹$/u)
    await upTo(/^设置$/u)
    await upTo(/^清除示例$/u)
    await upTo(/^不通过/u)
    await page.keyboard.press('Enter')
    await expect.poll(() => rowsOf(page).count()).toBe(2)
    await upTo(/^下载汇总表$/u)
    await upTo(/^年度$/u)
    await upTo(/^选中 白沙区水务局/u)
    await upTo(/^核对结果/u)
    await page.keyboard.press('Enter')
    await page.locator('#rows .under li').first().waitFor()
    await upTo(/^查看 白沙区水务局/u)
    await upTo(/^退回通知 白沙区水务局/u)
    await upTo(/^结果 白沙区水务局/u)
    await page.keyboard.press('Enter')
    expect((await page.evaluate<Focused>(focused)).name).toBe('查看')
    await page.keyboard.press('Escape')
    expect((await page.evaluate<Focused>(focused)).name).toMatch(/^结果 /u)
    await page.keyboard.press('Enter')
    const [review] = await Promise.all([browser.context.waitForEvent('page'), page.keyboard.press('Enter')])
    await review.waitForLoadState()
    for (let step = 0; step < 40; step += 1) {
      await review.keyboard.press('Tab')
      const href = await review.evaluate<string | null>("document.activeElement?.getAttribute('href')")
      if (href?.startsWith('#requests.')) break
    }
    await review.keyboard.press('Enter')
    expect(await review.locator(':target').getAttribute('class')).toMatch(/error main/)
    await review.close()
  })

  test('the rows are walked with the arrows, and each of them done with by its keys', async () => {
    await page.goto(`${service.page}?year=all`)
    await rowsOf(page).nth(6).waitFor()
    const at = () =>
      page.evaluate<string | null>("document.activeElement.closest('tr')?.ariaRowIndex ?? null")
    await page.keyboard.press('/')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('search')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    expect(await at()).toBe('2')
    await page.keyboard.press('ArrowDown')
    expect(await at()).toBe('3')
    await page.keyboard.press('ArrowRight')
    await page.locator('#rows .under').waitFor()
    expect(await at()).toBe('3')
    await page.keyboard.press('ArrowLeft')
    await page.locator('#rows .under').waitFor({ state: 'detached' })
    await page.keyboard.press('Space')
    await page.locator('#marked').getByText('已选 1').waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('End')
    expect(await at()).toBe('8')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await at(), 'a list has the stops of its current row alone').toBe('8')
  })
})
