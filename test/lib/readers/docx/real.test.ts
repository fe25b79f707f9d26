import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { tablesOf } from '../../../support/docx.ts'

const folder = join(import.meta.dirname, '../../../../../shared/reports')
const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.docx')) : []

describe.skipIf(names.length === 0)('real Word reports', () => {
  it.each(names)('%s has the three tables of the form, nothing lost', async name => {
    const document = await readDocx(readFileSync(join(folder, name)))
    const [disclosure, requests, litigation, ...others] = tablesOf(document)
    expect(others).toEqual([])
    expect(disclosure?.columns).toBe(4)
    expect([disclosure?.rows, requests?.rows]).toEqual(disclosure?.rows === 18 ? [18, 26] : [14, 28])
    expect([requests?.columns, litigation?.columns, litigation?.rows]).toEqual([10, 15, 4])
    expect(document.losses).toEqual([])
  })
})
