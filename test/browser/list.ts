import type { Locator, Page } from 'playwright-core'

/** The rows of files: drawn are those near the screen. What is open under one is none of them. */
export const rowsOf = (page: Page): Locator => page.locator('#rows tr[data-key]')

export const rowOf = (page: Page, text: string): Locator => rowsOf(page).filter({ hasText: text })

/** Of whom the rows are, from the top. */
export const namesOf = (page: Page): Promise<string[]> => rowsOf(page).locator('strong').allTextContents()

/** How many files the list has, drawn or not. */
export const countOf = async (page: Page): Promise<number> =>
  Number(await page.locator('#shown').textContent())

/** Chooses in the menu of a row: of its results ▾ or more ▾. */
export const choose = async (row: Locator, menu: '结果' | '更多', item: string | RegExp): Promise<void> => {
  await row.getByRole('button', { name: new RegExp(`^${menu} `, 'u') }).click()
  await row.page().getByRole('menuitem', { name: item }).click()
}

/** Chooses in the menu of what is set for this place of work. */
export const set = async (page: Page, item: string): Promise<void> => {
  await page.locator('#settings').click()
  await page.locator('.menu').getByText(item).click()
}

/** Types into the question that is asked, and answers. */
export const answer = async (page: Page, text: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(text)
  await dialog.locator('button[type=submit]').click()
}

export const undo = (page: Page): Promise<void> =>
  page.locator('#toast').getByRole('button', { name: '撤销' }).click()
