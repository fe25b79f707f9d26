import type { ArchiveV1 } from './archive/v1.ts'
import type { ArchiveUnpackedV1 } from './archive-unpacked/v1.ts'
import type { BatchV1 } from './batch/v1.ts'
import type { ConversionV1 } from './conversion/v1.ts'
import type { FailureV1 } from './failure/v1.ts'
import type { LineV1 } from './line/v1.ts'
import type { RefusalV1 } from './refusal/v1.ts'
import type { ReportConversionFailedV1 } from './report-conversion-failed/v1.ts'
import type { ReportRejectedV1 } from './report-rejected/v1.ts'
import type { ReportValidatedV1 } from './report-validated/v1.ts'
import type { ReportsOverdueV1 } from './reports-overdue/v1.ts'
import type { RosterProblemsV1 } from './roster-problems/v1.ts'
import type { SeasonCheckedV1 } from './season-checked/v1.ts'

/** Types alone: whoever writes loads no zod. */

export type {
  ArchiveUnpackedV1,
  ArchiveV1,
  BatchV1,
  ConversionV1,
  FailureV1,
  LineV1,
  RefusalV1,
  ReportConversionFailedV1,
  ReportRejectedV1,
  ReportsOverdueV1,
  ReportValidatedV1,
  RosterProblemsV1,
  SeasonCheckedV1,
}

/** Any event about one upload. */
export type ReportEvent = ReportValidatedV1 | ReportRejectedV1 | ReportConversionFailedV1 | ArchiveUnpackedV1

/** Any event about the reports of a year together. */
export type SeasonEvent = SeasonCheckedV1 | ReportsOverdueV1

/** Any event we send. */
export type SentEvent = ReportEvent | SeasonEvent
