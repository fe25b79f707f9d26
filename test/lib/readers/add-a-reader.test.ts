import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { convert } from '../../../lib/convert.ts'
import { formats, read, suffixes } from '../../../lib/readers/index.ts'
import { fixture } from '../../support/samples.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** An invented format: four letters, then the blocks of a Document as JSON. This is the whole of its folder. */
const folder = `
import type { Document } from '../../model/document.ts'

export const isGkt = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString() === 'GKT1'

export const readGkt = async (bytes: Uint8Array): Promise<Document> => ({
  format: 'gkt',
  blocks: JSON.parse(Buffer.from(bytes.subarray(4)).toString()),
  losses: [],
})
`
/** And its entry, before those that are told by text. */
const entry = `  { format: 'gkt', suffixes: ['.gkt'], recognise: byBytes(isGkt), read: async ({ bytes }) => readGkt(bytes) },\n`
const listBegins = /const kinds: readonly \([^)]*\)\[\] = \[\n/

const child = `
import { readFileSync } from 'node:fs'
import { convert } from './lib/convert.ts'
import { suffixes } from './lib/readers/index.ts'
import { reportContract } from './lib/writers/contract.ts'

const { outputs } = await convert({ name: '年报.gkt', bytes: readFileSync('年报.gkt'), sha256: '0'.repeat(64) })
const json = JSON.parse(Buffer.from(outputs.json).toString())
console.log(JSON.stringify({ json: reportContract.parse(json), known: suffixes.includes('.gkt') }))
`

test('one folder and one entry add a reader: a file of its format is read, judged, written and looked for', async () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const tree = await temporaryFolder()
  cpSync(join(root, 'lib'), join(tree, 'lib'), { recursive: true })
  for (const name of ['events', 'node_modules', 'package.json'])
    symlinkSync(join(root, name), join(tree, name))

  mkdirSync(join(tree, 'lib/readers/gkt'))
  writeFileSync(join(tree, 'lib/readers/gkt/index.ts'), folder)
  const list = readFileSync(join(root, 'lib/readers/index.ts'), 'utf8')
  expect(list).toMatch(listBegins)
  writeFileSync(
    join(tree, 'lib/readers/index.ts'),
    `import { isGkt, readGkt } from './gkt/index.ts'\n${list.replace(listBegins, begins => begins + entry)}`,
  )

  const original = fixture('odt', 'qinghe-2023')
  const { blocks } = await read('年报.odt', original)
  writeFileSync(join(tree, '年报.gkt'), `GKT1${JSON.stringify(blocks)}`)
  writeFileSync(join(tree, 'run.ts'), child)
  const { stdout } = await promisify(execFile)(process.execPath, ['run.ts'], { cwd: tree })
  const { json, known } = JSON.parse(stdout)
  expect(known).toBe(true)

  const { outputs } = await convert({ name: '年报.odt', bytes: original, sha256: '0'.repeat(64) })
  const own = JSON.parse(Buffer.from(outputs.json).toString())
  expect(json.source).toMatchObject({ name: '年报.gkt', format: 'gkt' })
  expect({ ...json, source: own.source }).toEqual(own)
})

test('no format and no ending stands in the list twice', () => {
  for (const names of [formats, suffixes]) expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
})
