export {
  type FindingDecision,
  pathLink,
  type SummarisedJson,
  type SummaryInput,
  type SummaryRefusal,
  type SummaryReport,
  summaryReport,
} from './record.ts'
export { writeSummary } from './write-summary.ts'
