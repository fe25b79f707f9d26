import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { printedDocument } from '../scans/documents/truth.ts'
import { type TriedKind, tellWrong, tried } from '../scans/trial.ts'

/** A small part of `npm run bench:scans`: invented reports of one page each, scanned and read. One wrong figure is one too many. */

const folder = mkdtempSync(join(tmpdir(), 'gongkai-scans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The least of what can be proven that must be right, by kind. */
const floors: readonly (readonly [string, TriedKind, number])[] = [
  ['sans-2021', 'clean200', 0.88],
  // Tight rows of small type at 150 dpi: what is left open stands in the sums of a few figures that are not read.
  ['serif-2019', 'office150', 0.35],
]

test.each(floors)(
  '%s, %s: no figure wrong, at least %d of what can be proven right',
  async (name, kind, floor) => {
    const pdf = readFileSync(new URL(`../scans/printed/${name}.pdf`, import.meta.url))
    const [trial] = await tried([await printedDocument(name, pdf)], kind, { seed: 'long', folder })
    expect(trial!.read.refused).toBeNull()
    expect(await tellWrong(trial!, join(folder, 'wrong'))).toEqual([])
    const right = trial!.provable.filter(key => trial!.score.right.includes(key))
    expect(right.length / trial!.provable.length).toBeGreaterThanOrEqual(floor)
  },
)
