import type { JudgedReport } from '../../lib/writers/judged-report.ts'
import { namedOutputs } from '../../lib/writers/output-names.ts'
import { writePage } from '../../lib/writers/page/index.ts'

/** The page of a report as it stands beside its other outputs. */
export const pageOf = (judged: JudgedReport): string => writePage(judged, namedOutputs(judged.source.name))
