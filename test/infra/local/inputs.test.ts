import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findInputs } from '../../../infra/local/convert/inputs.ts'
import { targetsOf } from '../../../infra/local/convert/targets.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folderWith = async (...files: string[]) => {
  const root = await temporaryFolder()
  for (const file of files) {
    const path = join(root, ...file.split('/'))
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, file)
  }
  return root
}

const found = async (root: string, given: readonly string[], out = 'out') =>
  (
    await findInputs(
      given.map(path => join(root, path)),
      [join(root, out)],
    )
  ).map(input => input.path.slice(root.length + 1))

test('folders are walked in a steady order; lock files, hidden files and half downloads are left alone', async () => {
  const root = await folderWith(
    'b/2.docx',
    'b/a/1.docx',
    'b/~$2.docx',
    'b/.git/x',
    'b/Thumbs.db',
    'b/3.docx.part',
    'c.txt',
  )
  expect(await found(root, ['.'])).toEqual(['b/2.docx', 'b/a/1.docx', 'c.txt'])
})

test('the output folder inside an input folder is not walked', async () => {
  const root = await folderWith('a.docx', 'out/a.docx/a.json')
  expect(await found(root, ['.'])).toEqual(['a.docx'])
})

test('a file named twice is converted once, and a loop of links ends', async () => {
  const root = await folderWith('d/a.docx')
  await symlink(root, join(root, 'd', 'loop'))
  await symlink(join(root, 'd', 'a.docx'), join(root, 'd', 'same.docx'))
  expect(await found(root, ['d', 'd/a.docx'])).toEqual(['d/a.docx'])
})

test('a file that is not there is said so', async () => {
  expect(await findInputs(['/no/such/file'], ['out'])).toMatchObject([
    { path: '/no/such/file', failed: { code: 'not-found' } },
  ])
})

describe('targets', () => {
  const targets = async (root: string, given: readonly string[]) => {
    const inputs = await findInputs(
      given.map(path => join(root, path)),
      [join(root, 'out')],
    )
    return [...targetsOf(inputs).values()]
  }

  test('a file goes under its name, a file of a folder under its path in it', async () => {
    const root = await folderWith('x/a.docx', 'd/e/b.docx')
    expect(await targets(root, ['x/a.docx', 'd'])).toEqual(['a.docx', 'e/b.docx'])
  })

  test('files that would share a place get the names of their folders in front', async () => {
    const root = await folderWith('2022/r/a.docx', '2023/r/a.docx', '2023/r/b.docx')
    expect(await targets(root, ['2022/r', '2023/r'])).toEqual(['2022/r/a.docx', '2023/r/a.docx', 'b.docx'])
  })

  test('names that differ in case or in the writing of accents only share a place on some disks', async () => {
    const root = await folderWith('1/A.docx', '2/a.docx', '3/e\u0301.docx', '4/\u00e9.docx')
    expect(await targets(root, ['1', '2', '3', '4'])).toEqual([
      '1/A.docx',
      '2/a.docx',
      '3/e\u0301.docx',
      '4/\u00e9.docx',
    ])
  })

  test('a disambiguated name that meets another one is told apart too', async () => {
    const root = await folderWith('p/x/a.docx', 'q/a.docx', 'r/x/a.docx')
    const all = await targets(root, ['p', 'q', 'r/x/a.docx'])
    expect(new Set(all).size).toBe(3)
  })
})
