import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileOutcome } from '../../../../infra/local/convert/convert-file.ts'
import { sha256 } from '../../../../infra/local/disk/sha256.ts'
import { openTables } from '../../../../infra/local/tables/collect.ts'
import { moveAll } from '../../../../infra/local/tables/move-all.ts'
import { convert } from '../../../../lib/convert.ts'
import { runTableFiles } from '../../../../lib/series/run-tables.ts'
import { drawReport, reportHtml } from '../../../support/form-html.ts'
import { smallDisk, unmountDisks } from '../../../support/small-disk.ts'
import { filesBelow, temporaryFolder } from '../../../support/temporary-folder.ts'

const bytes = new TextEncoder().encode(reportHtml(drawReport('2021')))
const source = { name: '年报.html', size: bytes.length, sha256: sha256(bytes) }
const conversion = await convert({ ...source, bytes })
const result: FileOutcome = { source, outcome: { kind: 'validated', conversion } }

const sorted = [...runTableFiles].toSorted()

const wholeIn = async (folder: string) => {
  const tables = await openTables(folder)
  await tables.add('年报.html', result, [])
  return tables.write()
}

test('files that cannot all be moved all stay where they were', async () => {
  const root = await temporaryFolder()
  for (const name of ['a', 'b']) await writeFile(join(root, name), name)
  const moves = [
    [join(root, 'a'), join(root, 'was a')],
    [join(root, 'b'), join(root, 'a')],
    [join(root, 'none'), join(root, 'b')],
  ] as const
  await expect(moveAll(moves)).rejects.toThrow('ENOENT')
  expect(await filesBelow(root)).toEqual(['a', 'b'])
  expect(await readFile(join(root, 'a'), 'utf8')).toBe('a')
})

test('a run that is given up leaves no folder, and nothing beside the tables that were there', async () => {
  const root = await temporaryFolder()
  const folder = join(root, '表')
  const given = await openTables(folder)
  await given.add('年报.html', result, [])
  await given.discard()
  expect(await readdir(root)).toEqual([])
  expect(await wholeIn(folder)).toEqual(runTableFiles)
  await (await openTables(folder)).discard()
  expect(await filesBelow(folder)).toEqual(sorted)
})

test('what a killed run left goes with the next one, and two runs do not write to one folder', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, '.gongkai-tables-old', 'rows'), { recursive: true })
  const tables = await openTables(folder)
  await expect(openTables(folder)).rejects.toThrow()
  await tables.add('年报.html', result, [])
  await tables.write()
  expect(await readdir(folder)).toEqual(sorted)
})

test('where something else has come to stand in a place of theirs it is told, and stays', async () => {
  const folder = await temporaryFolder()
  const tables = await openTables(folder)
  await tables.add('年报.html', result, [])
  await writeFile(join(folder, 'reports.csv'), '我的')
  expect(await tables.write()).toMatchObject({ code: 'tables-not-written' })
  expect(await filesBelow(folder)).toEqual(['reports.csv'])
})

const diskKb = 2048
const canMount = (await smallDisk(diskKb)) !== null
unmountDisks()

describe.runIf(canMount)('on a disk that is full', () => {
  test('it is told in a sentence, and the tables before stand', async () => {
    const folder = join((await smallDisk(diskKb))!, '表')
    expect(await wholeIn(folder)).toEqual(runTableFiles)
    const before = await readFile(join(folder, 'reports.parquet'))
    const filler = join(folder, 'filler')
    await writeFile(filler, Buffer.alloc(2 * diskKb * 1024)).catch(() => undefined)
    const told = await wholeIn(folder).catch(error => ({ code: 'refused', error }))
    expect(told).toMatchObject({ code: expect.stringMatching(/^(?:tables-not-written|refused)$/u) })
    expect((await filesBelow(folder)).filter(name => name !== 'filler')).toEqual(sorted)
    expect((await readFile(join(folder, 'reports.parquet'))).equals(before)).toBe(true)
    await rm(filler)
    expect(await wholeIn(folder)).toEqual(runTableFiles)
  })
})
