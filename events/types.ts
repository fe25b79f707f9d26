import type { ArchiveUnpackedV1 } from './archive-unpacked/v1.ts'
import type { ReportConversionFailedV1 } from './report-conversion-failed/v1.ts'
import type { ReportRejectedV1 } from './report-rejected/v1.ts'
import type { ReportValidatedV1 } from './report-validated/v1.ts'

export type { ArchiveUnpackedV1, ReportConversionFailedV1, ReportRejectedV1, ReportValidatedV1 }

/** Any event we send. */
export type ReportEvent = ReportValidatedV1 | ReportRejectedV1 | ReportConversionFailedV1 | ArchiveUnpackedV1
