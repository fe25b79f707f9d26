/** Samples by folder and name, without ending: `report-rejected/v1.password-protected`. */
export interface Pattern {
  /** File beside this one: an EventBridge rule pattern, ready to use. */
  readonly file: string
  readonly what: string
  /** Exactly these samples match; a test tries every other too. */
  readonly matches: readonly string[]
}

/** Ready rule patterns for subscribers. */
export const patterns: readonly Pattern[] = [
  {
    file: 'every-fact.json',
    what: 'Everything this service tells.',
    matches: [
      'report-validated/v1.valid',
      'report-validated/v1.needs-review',
      'report-validated/v1.invalid',
      'report-rejected/v1.password-protected',
      'report-conversion-failed/v1.replay-failed',
      'report-conversion-failed/v1.retries-exhausted',
      'archive-unpacked/v1.three-files',
      'season-checked/v1.first-change',
      'reports-overdue/v1.after-the-deadline',
      'reports-overdue/v1.none-any-more',
    ],
  },
  {
    file: 'reports.json',
    what: 'What came of each file, those in archives among them.',
    matches: [
      'report-validated/v1.valid',
      'report-validated/v1.needs-review',
      'report-validated/v1.invalid',
      'report-rejected/v1.password-protected',
      'report-conversion-failed/v1.replay-failed',
      'report-conversion-failed/v1.retries-exhausted',
    ],
  },
  {
    file: 'archives.json',
    what: 'All files of an archive are through, and what came of them.',
    matches: ['archive-unpacked/v1.three-files'],
  },
  {
    file: 'failures.json',
    what: 'Nothing came out: the sender or an operator has to act.',
    matches: [
      'report-rejected/v1.password-protected',
      'report-conversion-failed/v1.replay-failed',
      'report-conversion-failed/v1.retries-exhausted',
    ],
  },
  {
    file: 'needs-a-person.json',
    what: 'Everything but a report without errors and warnings.',
    matches: [
      'report-validated/v1.needs-review',
      'report-validated/v1.invalid',
      'report-rejected/v1.password-protected',
      'report-conversion-failed/v1.replay-failed',
      'report-conversion-failed/v1.retries-exhausted',
    ],
  },
  {
    file: 'invalid-reports.json',
    what: 'Reports with at least one error.',
    matches: ['report-validated/v1.invalid'],
  },
  {
    file: 'balance-broken.json',
    what: 'Reports that break one check, here the balance of table three.',
    matches: ['report-validated/v1.invalid'],
  },
  {
    file: 'one-folder-2023.json',
    what: 'Reports for one year whose uploads stand under one prefix.',
    matches: ['report-validated/v1.valid', 'report-validated/v1.invalid'],
  },
  {
    file: 'seasons.json',
    what: 'The reports of a year were put beside each other, and something has changed.',
    matches: ['season-checked/v1.first-change'],
  },
  {
    file: 'overdue.json',
    what: 'Units are overdue with their report, and others than before.',
    matches: ['reports-overdue/v1.after-the-deadline'],
  },
]
