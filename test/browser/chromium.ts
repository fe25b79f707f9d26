import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const there = await stat(path).then(
  facts => facts.isFile(),
  () => false,
)

/** Why there is no browser to test in, or null. CI has to have one: a suite that is never run proves nothing. */
export const noBrowser: string | null = there ? null : `没有浏览器 (no browser at ${path}; set CHROMIUM)`
if (noBrowser) {
  if (process.env['CI'] === 'true') throw new Error(noBrowser)
  console.warn(`test/browser 未运行 (left out): ${noBrowser}`)
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Browser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

/** A browser with a profile of its own that goes with it. */
export const openBrowser = async (): Promise<Browser> => {
  const profile = await mkdtemp(join(tmpdir(), 'gongkai-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: true,
    args: quiet,
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  })
  const close = async () => {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
  return { context, close }
}

const shots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url))

/** Keeps a picture of the page for a person to look at. */
export const picture = async (page: Page, name: string): Promise<void> => {
  await mkdir(shots, { recursive: true })
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}
