import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds serious or worse on the page as it is shown, as lines to read. */
export const seriousFaults = async (page: Page): Promise<string[]> => {
  // The page's own policy lets no foreign script in; the debugger's evaluation is not held by it.
  await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${help}: ${html}`))
}

/** The same in the light and the dark scheme; the light one stays. */
export const faultsInBothSchemes = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const fault of await seriousFaults(page)) faults.push(`${colorScheme}: ${fault}`)
  }
  return faults
}
