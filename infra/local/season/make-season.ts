import { openEngine } from '../../../functions/season/engine.ts'
import type { SeasonFilesAsked } from '../../../functions/season/write-season.ts'
import { gather, type Standing } from './gather.ts'
import { writeOutputsApart } from './outputs-apart.ts'
import { openSegments } from './segments.ts'
import { type WrittenSeason, writeSeason } from './write-season.ts'
import { yearHashes } from './year-hashes.ts'

/** The records of folders of results, in segments. */
export interface Gathered
  extends Pick<SeasonFilesAsked, 'segments' | 'only'>,
    Pick<Standing, 'placed' | 'decisions'> {
  /** For each report year at hand what its season is made of, as a hash: the same one, the same records. */
  readonly years: ReadonlyMap<number, string>
}

/** Reads the results in folders, as far as they are not kept below `out`, which the caller has claimed. */
export const gatherInto = async (from: readonly string[], out: string): Promise<Gathered> => {
  const engine = await openEngine()
  try {
    const kept = await openSegments(engine, out)
    const standing = await gather(from, kept)
    const { only } = standing
    const segments = await kept.close(only)
    return { ...standing, segments, years: await yearHashes(engine, segments, only) }
  } finally {
    engine.close()
  }
}

export interface SeasonAsked extends Omit<SeasonFilesAsked, 'segments' | 'only' | 'placed'> {
  readonly gathered: Gathered
  /** Claimed by the caller. */
  readonly out: string
}

/** From records to the season on disk: place, check, write. Of two decisions on one finding that of the desk stands, being dated. */
export const makeSeason = async ({ gathered, out, ...asked }: SeasonAsked): Promise<WrittenSeason> => {
  const { segments, only, placed } = gathered
  const decisions = new Map([...asked.decisions, ...gathered.decisions])
  const engine = await openEngine()
  try {
    const files = { ...asked, decisions, segments, only, placed, writeOutputs: writeOutputsApart }
    return await writeSeason(engine, files, out)
  } finally {
    engine.close()
  }
}
