import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'
import { Problem } from '../../lib/model/problems.ts'
import { type AgainstKey, againstKey } from '../support/against-key.ts'
import { hasRealReports, keys, realReports } from '../support/keys.ts'
import { flattenPrograms } from '../support/python-environments.ts'

/** The real reports as other people's tools flatten them, each against its answer key. */

const script = fileURLToPath(new URL('flatten.py', import.meta.url))

/** Of all figures printed so many come out right today, whatever the tool: some lose what cannot be known again. */
const leastShare = 0.8

describe.skipIf(!hasRealReports)('reports flattened by other tools', () => {
  const out = mkdtempSync(join(tmpdir(), 'gongkai-flattened-'))
  const results = new Map<string, AgainstKey>()

  beforeAll(async () => {
    const bin = await flattenPrograms()
    execFileSync(join(bin, 'python'), [script, realReports, out], { stdio: 'inherit' })
    for (const name of readdirSync(out)) {
      const key = keys.find(({ files }) => files.some(file => name.startsWith(`${file.replace('.', '-')}.`)))
      if (!key) continue
      const bytes = readFileSync(join(out, name))
      const judged = await judge({ name, bytes, sha256: '' }).catch((error: unknown) => {
        if (error instanceof Problem) return null
        throw error
      })
      if (judged) results.set(name, againstKey(judged, key.figures))
    }
  }, 600_000)
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  const told = (what: keyof AgainstKey): Record<string, readonly string[]> =>
    Object.fromEntries(
      [...results].filter(([, each]) => each[what].length > 0).map(([name, each]) => [name, each[what]]),
    )

  test('there are many', () => expect(results.size).toBeGreaterThan(100))
  test('none gives a wrong figure', () => expect(told('wrong')).toEqual({}))
  test('none calls missing what is printed', () => expect(told('calledMissing')).toEqual({}))
  test('none calls blank in silence what is printed', () => expect(told('blankInSilence')).toEqual({}))
  test('most figures come out right', () => {
    const all = [...results.values()]
    const right = all.reduce((sum, each) => sum + each.right.length, 0)
    const printed = right + all.reduce((sum, each) => sum + each.lost.length, 0)
    console.log(`${results.size} files, ${right} of ${printed} figures right`)
    expect(right / printed).toBeGreaterThan(leastShare)
  })
})
