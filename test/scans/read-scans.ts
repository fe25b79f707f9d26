import { readFileSync } from 'node:fs'
import { judgeScan } from '../../lib/convert-scan.ts'
import type { PagePlace } from '../../lib/model/picture.ts'
import { Problem } from '../../lib/model/problems.ts'
import { saidBy } from '../../lib/scans/proof/said.ts'
import type { ReadFigure } from './score.ts'

/** Reads scans, each named by its path, in a process of its own: `node test/scans/read-scans.ts PATH…`. A line of JSON each. */

/** What came of one scan. */
export interface ScanRead {
  readonly path: string
  /** Why the file was refused; null where it was read. */
  readonly refused: string | null
  readonly figures: readonly (ReadFigure & { readonly place: PagePlace | null })[]
  /** Processor time, in seconds. */
  readonly seconds: number
  /** The most that the process held until then, in MB. */
  readonly megabytes: number
}

const figuresOf = async (path: string): Promise<Pick<ScanRead, 'refused' | 'figures'>> => {
  try {
    const { report } = await judgeScan({ name: '年报.pdf', bytes: readFileSync(path), sha256: '' })
    const figures = [...report.figures.values()].map(({ key, state, value, evidence, unproven, source }) => {
      const place = evidence ?? (source?.kind === 'page' ? source : null)
      const said = unproven ? saidBy({ printed: 'ink', readings: unproven.readings }) : null
      const agreed = evidence ? value : (said?.value ?? null)
      return { key, state, value, agreed, place: place && { page: place.page, box: place.box } }
    })
    return { refused: null, figures }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: error.message, figures: [] }
  }
}

for (const path of process.argv.slice(2)) {
  const before = process.cpuUsage()
  const read = await figuresOf(path)
  const { user, system } = process.cpuUsage(before)
  const megabytes = process.resourceUsage().maxRSS / 1024
  const said: ScanRead = { path, ...read, seconds: (user + system) / 1e6, megabytes }
  console.log(JSON.stringify(said))
}
