import { segmentRows } from './segment.ts'

/**
 * Which version counts, in SQL over narrow tables: of one version its last run, of one key the newest version, of one unit
 * and year the newest upload among the live versions of all keys. `lib/series/newest.ts` says the same of a list.
 */

/** A time of a record in milliseconds; null where it is none. */
const instant = (name: string): string => `epoch_ms(TRY_CAST(s.${name} AS TIMESTAMP))`

/** Where two tell the same, what is known of them decides, so that nothing is left to chance. */
const newestOfKey = 'v.order_unknown DESC, v.order_digits DESC, v.uploaded DESC NULLS LAST, v.version DESC'

/**
 * `version`: each version once. `ends`: why the newest of its key gave no report, so that none of it counts. Of S3's
 * sequencers the shorter is as if zeros followed.
 */
export const versionTable = (segments: readonly string[]): string => `CREATE TABLE version AS
WITH told AS (
  SELECT m.*, ${instant('uploaded_at')} AS uploaded, ${instant('judged_at')} AS judged, s.record_id, s.key, s.version, s.year, s.run, s.left_out,
    s.sequencer IS NULL AS order_unknown, rtrim(lower(coalesce(s.sequencer, '')), '0') AS order_digits
  FROM ${segmentRows(segments)} s JOIN matched m ON m.file = s.file_index AND m.place = s.file_row_number
), runs AS (
  SELECT *, row_number() OVER (PARTITION BY key, version ORDER BY v.judged DESC NULLS LAST, v.run DESC NULLS LAST,
    v.left_out IS NULL DESC, ${newestOfKey}, v.unit DESC NULLS LAST, v.year DESC NULLS LAST, v.record_id DESC) AS run_back
  FROM told v
)
SELECT v.* EXCLUDE (run_back, run, judged, record_id),
  row_number() OVER of_key = 1 AS is_newest, first_value(v.left_out) OVER of_key AS ends
FROM runs v WHERE v.run_back = 1
WINDOW of_key AS (PARTITION BY v.key ORDER BY ${newestOfKey})`

const standing = (year: number): string =>
  `v.left_out IS NULL AND v.ends IS NULL AND (v.year IS NULL OR v.year <= ${year})`

/** The order of uploads across keys. */
const acrossKeys = 'struct_pack(at := coalesce(v.uploaded, -1000000000000000), key := v.key)'

/** `chain`: one for each unit and year that a live version is of, with the key of the one that counts. */
export const chainTable = (year: number): string => `CREATE TABLE chain AS
SELECT v.unit, v.year, CAST(count(*) AS INTEGER) AS versions, min(v.uploaded) AS first_uploaded,
  max(${acrossKeys}) FILTER (WHERE v.is_newest) AS counts
FROM version v WHERE ${standing(year)} AND v.unit IS NOT NULL AND v.year IS NOT NULL
GROUP BY v.unit, v.year HAVING count(*) FILTER (WHERE v.is_newest) > 0`

/** `place`: the live versions, each with what its row in the wide tables says of it. Days are those of China. */
export const placeTable = (year: number): string => `CREATE TABLE place AS
SELECT v.file, v.place, v.key, v.year, v.unit, v.matched_by, v.reason, v.proposals,
  strftime(epoch_ms(c.first_uploaded + 28800000), '%Y-%m-%d') AS first_uploaded_on, c.versions,
  CASE WHEN c.unit IS NOT NULL THEN coalesce(b.units_below, 0) END AS units_below,
  coalesce(c.counts.key = v.key, false) AS is_counted,
  row_number() OVER (ORDER BY v.year NULLS LAST, v.unit NULLS LAST, v.key) - 1 AS position
FROM version v
  LEFT JOIN chain c ON c.unit = v.unit AND c.year = v.year
  LEFT JOIN below b ON b.unit = v.unit AND b.year = v.year
WHERE ${standing(year)} AND v.is_newest`

/** Every version of the units of a year that have several, the oldest first. */
export const resubmitted = (year: number): string =>
  `SELECT v.file, v.place, v.unit, v.key, v.version, v.uploaded, c.counts.key = v.key AND v.is_newest AS is_counted,
    row_number() OVER (ORDER BY v.unit, v.uploaded NULLS FIRST, v.key, v.order_digits, v.version) AS position
  FROM version v JOIN chain c ON c.unit = v.unit AND c.year = v.year
  WHERE ${standing(year)} AND c.year = ${year} AND c.versions > 1`

/** Versions that gave no report. */
export const leftOut = `SELECT v.key, v.version, v.left_out, CAST(v.is_newest AS INTEGER) AS is_newest FROM version v
  WHERE v.left_out IS NOT NULL ORDER BY v.key, v.version`
