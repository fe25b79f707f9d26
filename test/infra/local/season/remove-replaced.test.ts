import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Current } from '../../../../infra/local/season/current.ts'
import { removeReplaced } from '../../../../infra/local/season/remove-replaced.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const now = new Date('2025-03-01T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const current = (seasons: Readonly<Record<string, string>>): Current => ({
  schema: 'gongkai.current/1',
  seasons,
})

/** Seasons of 2024 by a letter, replaced so many minutes ago. */
const folderOf = (letter: string, year = 2024) => `${year}-${letter.repeat(12)}`
const seasonsIn = async (replaced: Readonly<Record<string, number>>) => {
  const out = await temporaryFolder()
  for (const [name, minutes] of Object.entries(replaced)) {
    await mkdir(join(out, name))
    await writeFile(join(out, name, 'season.json'), '{}')
    await utimes(join(out, name), minutesAgo(minutes), minutesAgo(minutes))
  }
  return out
}

test('the last three of a year that were replaced stay, older ones go', async () => {
  const out = await seasonsIn({
    [folderOf('a')]: 50,
    [folderOf('b')]: 9_999,
    [folderOf('c')]: 40,
    [folderOf('d')]: 30,
    [folderOf('e')]: 99_999,
    [folderOf('a', 2023)]: 99_999,
  })
  const stands = current({ 2024: folderOf('e') })
  await removeReplaced(out, stands, stands, now)
  expect((await readdir(out)).toSorted()).toEqual(
    [folderOf('a'), folderOf('c'), folderOf('d'), folderOf('e'), folderOf('a', 2023)].toSorted(),
  )
})

test('one that was replaced a moment ago stays for whoever reads it, however many came after it', async () => {
  const out = await temporaryFolder()
  const make = async (letter: string) => {
    await mkdir(join(out, folderOf(letter)))
    await utimes(join(out, folderOf(letter)), minutesAgo(9_999), minutesAgo(9_999))
  }
  const made = ['a', 'b', 'c', 'd', 'e', 'f']
  await make('a')
  for (const [at, letter] of made.slice(1).entries()) {
    await make(letter)
    await removeReplaced(
      out,
      current({ 2024: folderOf(made[at]!) }),
      current({ 2024: folderOf(letter) }),
      minutesAgo(5 - at),
    )
  }
  expect(await readdir(out)).toHaveLength(made.length)
  const stands = current({ 2024: folderOf('f') })
  await removeReplaced(out, stands, stands, new Date(now.getTime() + 12 * 60_000))
  expect((await readdir(out)).toSorted()).toEqual(['c', 'd', 'e', 'f'].map(letter => folderOf(letter)))
})

test('nothing that is called otherwise goes', async () => {
  const names = ['segments', '2024-备份', `${folderOf('a')}.zip`, '2024-aaaa', 'mine']
  const out = await seasonsIn(Object.fromEntries(names.map(name => [name, 99_999])))
  await removeReplaced(out, current({}), current({}), now)
  expect((await readdir(out)).toSorted()).toEqual(names.toSorted())
})
