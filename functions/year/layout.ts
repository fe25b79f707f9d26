import { createHash } from 'node:crypto'
import { converter } from '../../lib/model/version.ts'
import type { DataTableName } from '../../lib/series/data-tables.ts'
import { segmentShape } from '../../lib/series/segment.ts'

/** Where a season and what it is made of stand in the bucket of the outputs. */

const root = 'season/'
const machinery = '.gongkai/season/'

/** Segments of other columns, or of another release, are not read: their reports are read again. */
export const shape: string = createHash('sha256')
  .update([segmentShape, converter.version].join('\n'))
  .digest('hex')
  .slice(0, 12)

export const segmentsPrefix = `${root}segments/`

/** `hash`: of what is in it, 32 hex digits. */
export const segmentKey = (year: number | null, hash: string): string =>
  `${segmentsPrefix}year=${year ?? 'none'}/${shape}-${hash}.parquet`

const segmentPattern = new RegExp(`^${segmentsPrefix}year=(?:\\d{4}|none)/${shape}-[0-9a-f]{32}\\.parquet$`)

/** An upload may be called as anything: its results may stand below the same prefix. */
export const isSegment = (key: string): boolean => segmentPattern.test(key)

export const currentKey = `${root}current.json`

/** What an operator puts there, the one or the other. */
export const rosterKeys = [`${root}roster.csv`, `${root}roster.xlsx`] as const
export const decisionsKeys = [`${root}decisions.csv`, `${root}decisions.xlsx`] as const
export const problemsKey = `${root}roster-problems.json`

export const seasonPrefix = (folder: string): string => `${root}${folder}/`

/** The file that tells Athena where the Parquet file of a table is. */
export const manifestKey = (table: DataTableName, season: string): string =>
  `${root}athena/${table}/season=${season}/files`

/** How far the receipts have been looked through for what no segment has. */
export const sweepKey = `${machinery}sweep-${shape}.json`

/** An event before it is sent, and the mark that it was. */
export const outboxKey = (event: string): string => `${machinery}outbox/${event}.json`
export const toldKey = (event: string): string => `${machinery}told/${event}.json`
