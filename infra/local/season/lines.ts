import { type LinesRead, linesOf } from '../../../lib/series/list-lines.ts'
import { readRegular } from '../disk/read-regular.ts'

/** The lines of a list that a person keeps. Throws what the disk throws. */
export const readLines = async (path: string): Promise<LinesRead> => linesOf(await readRegular(path))
