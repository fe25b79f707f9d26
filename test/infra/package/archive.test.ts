import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { archive, packedFiles } from '../../../infra/package/archive.ts'
import { tar } from '../../../infra/package/tar.ts'
import { filesBelow, temporaryFolder } from '../../support/temporary-folder.ts'

const time = new Date('2026-01-31T08:15:00Z')
const long = `app/samples/${'白沙区水务局'.repeat(4)}年度报告.docx`

/** The same files, written in another order. */
const written = async (names: readonly string[]): Promise<string> => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'app/samples'), { recursive: true })
  for (const name of names) await writeFile(join(folder, name), `${name}\n`.repeat(50))
  await chmod(join(folder, '启动.sh'), 0o755)
  return folder
}
const names = ['启动.sh', '使用说明.txt', 'app/build.json', long]

test.each(['tar.gz', 'zip'] as const)(
  'the same files are the same %s, whenever they were written',
  async kind => {
    const [one, other] = [await written(names), await written(names.toReversed())]
    const [first, second] = [await packedFiles(one, 'gongkai'), await packedFiles(other, 'gongkai')]
    expect(archive(kind, first, time)).toEqual(archive(kind, second, time))
    expect(archive(kind, first, new Date('2026-02-01T08:15:00Z'))).not.toEqual(archive(kind, first, time))
  },
)

test('tar of the system unpacks what was packed, names and modes and time', async () => {
  const files = await packedFiles(await written(names), 'gongkai')
  const out = await temporaryFolder()
  await writeFile(join(out, 'x.tar.gz'), archive('tar.gz', files, time))
  execFileSync('tar', ['-xzf', 'x.tar.gz'], { cwd: out })
  const unpacked = await filesBelow(join(out, 'gongkai'))
  expect(unpacked).toEqual(names.toSorted())
  for (const name of names)
    expect(await readFile(join(out, 'gongkai', name), 'utf8')).toBe(`${name}\n`.repeat(50))
  const facts = await stat(join(out, 'gongkai/启动.sh'))
  expect([facts.mode & 0o777, facts.mtime]).toEqual([0o755, time])
  expect((await stat(join(out, 'gongkai/使用说明.txt'))).mode & 0o777).toBe(0o644)
})

test('a name that does not fit is refused, not cut', () => {
  const file = { path: `a/${'长'.repeat(60)}`, bytes: new Uint8Array(), executable: false }
  expect(() => tar([file], 0)).toThrow('too long')
})

test('zip marks names that are not ASCII as UTF-8', async () => {
  const bytes = archive('zip', await packedFiles(await written(names), 'gongkai'), time)
  expect(Object.keys(unzipSync(bytes))).toContain('gongkai/启动.sh')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const utf8 = 0x0800
  const flags = names.map(() => 0)
  let at = 0
  for (const index of flags.keys()) {
    at = bytes.findIndex(
      (_, i) => i >= at && view.byteLength > i + 3 && view.getUint32(i, true) === 0x02014b50,
    )
    flags[index] = view.getUint16(at + 8, true) & utf8
    at += 4
  }
  expect(flags).toEqual(names.toSorted().map(name => (/^[\x20-\x7e]+$/.test(name) ? 0 : utf8)))
})

test('gzip bears no name of a machine', async () => {
  const bytes = archive('tar.gz', await packedFiles(await written(names), 'gongkai'), time)
  // RFC 1952: no flags, so neither a name nor a comment.
  expect([bytes[0], bytes[1], bytes[3]]).toEqual([0x1f, 0x8b, 0])
  expect(gunzipSync(bytes).length % 512).toBe(0)
})
