import { zipSync } from 'fflate'
import { seeded } from '../../support/random.ts'
import { sha256 } from '../../support/submission.ts'
import { copiedFiles } from './copies.ts'
import { bureaus, type Chance, kinds, type Made, pick } from './kinds.ts'
import type { LoadFile, Submission } from './submission.ts'

const folders = ['', '', '青禾县/', '青禾县/乡镇 第1批/', '白沙区/', '100% (终稿)+1/']
const stems = ['年度报告', '政府信息公开年报（定稿）', 'report #1 & 2', '附件2：年报']

const keyOf = (index: number, ending: string, chance: Chance): string =>
  `${pick(folders, chance)}${String(index).padStart(5, '0')} ${pick(stems, chance)}.${ending}`

/** How many receipts must come of it. */
export const sizeOf = ({ versions, inside = {} }: Submission): number =>
  versions.length + Object.keys(inside).length

const fileOf = ({ bytes, expected }: Made): LoadFile => ({ bytes, sha256: sha256(bytes), expected })

const draw = (chance: Chance): { kind: string; made: Made } => {
  let place = chance(100)
  for (const [kind, share, make] of kinds) {
    place -= share
    if (place < 0) return { kind, made: make(chance) }
  }
  throw new Error('the shares of the kinds do not make a hundred')
}

/** An office hands in what it collected as one zip. */
const archiveOf = (index: number, chance: Chance): Submission => {
  const names = Array.from({ length: 2 + chance(9) }, (_, at) => `${pick(bureaus, chance)}/${at}`)
  const made = names.map(name => ({ name, ...draw(chance).made }))
  const inside = Object.fromEntries(made.map(file => [`${file.name}.${file.ending}`, fileOf(file)]))
  const parts = Object.entries(inside).map(([name, { bytes }]) => [name, bytes] as const)
  const bytes = Buffer.from(zipSync(Object.fromEntries(parts), { mtime: '2024-01-31T00:00:00' }))
  const expected = { outcome: 'unpacked', files: Object.keys(inside) } as const
  return {
    key: keyOf(index, 'zip', chance),
    kind: 'archive',
    versions: [fileOf({ bytes, ending: 'zip', expected })],
    inside,
  }
}

/** Of a hundred files so many are copies of one another, and so many get a second version. */
const copies = 5
const replaced = 4
const archives = 1

/** So many versions of files of many kinds, the same for the same seed. */
export const submissionsOf = async (count: number, seed: number): Promise<readonly Submission[]> => {
  const chance = seeded(`load ${seed}`)
  const common = await copiedFiles()
  const submissions: Submission[] = []
  for (let left = count, index = 0; left > 0; index += 1) {
    const drawn = chance(100)
    if (drawn >= copies && drawn < copies + archives && left > 11) {
      const archive = archiveOf(index, chance)
      submissions.push(archive)
      left -= sizeOf(archive)
      continue
    }
    const { kind, made } = drawn < copies ? { kind: 'copy', made: pick(common, chance) } : draw(chance)
    const key = keyOf(index, made.ending, chance)
    const first = fileOf(made)
    const again = left > 1 && drawn >= 100 - replaced ? fileOf(draw(chance).made) : null
    // The same bytes are the same version on disk.
    const second = again && again.sha256 !== first.sha256 ? again : null
    submissions.push({ key, kind: second ? 'replaced' : kind, versions: second ? [first, second] : [first] })
    left -= second ? 2 : 1
  }
  return submissions
}
