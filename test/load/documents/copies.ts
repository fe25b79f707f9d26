import { readFileSync } from 'node:fs'
import { convert } from '../../../lib/convert.ts'
import { Problem } from '../../../lib/model/problems.ts'
import { sampleReports } from '../../support/deployed.ts'
import { sha256 } from '../../support/submission.ts'
import type { Expected } from './submission.ts'

/** Formats that only an office suite writes, as fixtures of the readers have them. */
const fixtures = [
  'doc/fixtures/qinghe-2023.doc',
  'odt/fixtures/qinghe-2023.odt',
  'pdf/fixtures/plain.pdf',
  'xlsx/fixtures/qinghe-2023.xlsx',
]

export interface Copied {
  readonly bytes: Buffer
  readonly ending: string
  readonly expected: Expected
}

/** What becomes of a file that is converted alone: under load the same must. */
const alone = async (name: string, bytes: Buffer): Promise<Expected> => {
  try {
    const { verdict } = await convert({ name, bytes, sha256: sha256(bytes) })
    return { outcome: 'validated', verdict, broken: null, figures: null }
  } catch (error) {
    if (error instanceof Problem) return { outcome: 'rejected', code: error.code }
    throw error
  }
}

/** Files that come several times under different names. */
export const copiedFiles = (): Promise<readonly Copied[]> => {
  const files = [
    ...sampleReports(),
    ...fixtures.map(path => ({
      name: path,
      bytes: readFileSync(new URL(`../../lib/readers/${path}`, import.meta.url)),
    })),
  ]
  return Promise.all(
    files.map(async ({ name, bytes }) => ({
      bytes,
      ending: name.slice(name.lastIndexOf('.') + 1),
      expected: await alone(name, bytes),
    })),
  )
}
