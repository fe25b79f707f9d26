import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLists } from '../../../../infra/local/season/find-lists.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const folderWith = async (...names: readonly string[]) => {
  const folder = await temporaryFolder()
  for (const name of names) await writeFile(join(folder, name), '')
  return folder
}

test.each(['名册.xlsx', '名册.CSV', 'roster.csv', 'Roster.xlsm', '名册.xls', '名册.pdf'])(
  '%s is a roster, also where it will not do',
  async name => {
    const folder = await folderWith(name, '年报.docx')
    expect(await findLists(folder, null)).toEqual({ roster: join(folder, name), decisions: null })
  },
)

test.each(['~$名册.xlsx', '.~名册.xlsx', '名册（旧）.xlsx', '名册.csv.bak', '名册', '决定.csv'])(
  '%s is none',
  async name => {
    expect(await findLists(await folderWith(name), null)).toBeNull()
  },
)

test('a folder of that name is none, and a folder that is not there has none', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '名册.csv'))
  expect(await findLists(folder, null)).toBeNull()
  expect(await findLists(join(folder, 'nowhere'), null)).toBeNull()
})

test('decisions are found beside it', async () => {
  const folder = await folderWith('名册.xlsx', '决定.xlsx')
  expect(await findLists(folder, null)).toEqual({
    roster: join(folder, '名册.xlsx'),
    decisions: join(folder, '决定.xlsx'),
  })
})

test('of two nobody knows which counts, unless it was said', async () => {
  const folder = await folderWith('名册.csv', '名册.xlsx')
  await expect(findLists(folder, null)).rejects.toThrow('名册.csv、名册.xlsx')
  expect(await findLists(folder, '/other/单位.csv')).toEqual({ roster: '/other/单位.csv', decisions: null })
})
