import type { Report } from '../model/report.ts'
import type { Finding } from './check.ts'
import { checkFailed } from './check-failed.ts'
import { equationChecks } from './equations.ts'

/**
 * What stays as grave as it is in a scan: checks of figures, which are proven or were typed in; what says how it was read;
 * and what a person has to see even where the words may be misread.
 */
const ofFigures: ReadonlySet<string> = new Set([
  ...equationChecks.map(({ id }) => id),
  'requests-outcome-without-intake',
  'requests-total-left-blank',
  'requests-cannot-be-true',
  'litigation-exceeds-reconsideration',
  'disclosed-total-below-new',
  'disclosed-total-equals-new',
  'disclosed-more-than-produced',
  'items-below-zero',
  'items-jump',
  'decisions-without-items',
  'procurement-count-and-amount',
  'fee-amount-implausible',
  'cell-blank',
  'count-not-whole',
  'figure-entered',
  'form-blank',
  'read-by-ocr',
  'scan-sum-broken',
  // The year says where the figures go.
  'year-unclear',
  'edition-against-year',
  'personal-data',
  checkFailed.id,
])

/**
 * Labels, titles and text of a scan are what a reader of pictures made of them: what is found there proves no fault of the
 * report and is a remark, which says so.
 */
export const softenedInScan = <Each extends Finding>(
  { scan }: Pick<Report, 'scan'>,
  findings: readonly Each[],
): readonly Each[] =>
  scan
    ? findings.map(finding =>
        ofFigures.has(finding.check)
          ? finding
          : {
              ...finding,
              severity: 'info',
              message: {
                zh: `${finding.message.zh}（由图片识别，请先与原件核对。）`,
                en: `${finding.message.en} (Read from a picture: compare it with the original first.)`,
              },
            },
      )
    : findings
