import type { Report } from '../../model/report.ts'

/** Text of the preamble and of the end of the report, where contact and address are printed. */
export const endsOf = (report: Report): string =>
  [...report.preamble, ...report.sections.flatMap(({ paragraphs }) => paragraphs)]
    .map(({ text }) => text)
    .join('\n')
