import { isReport, ofReportFrom } from './admission.ts'
import type { SectionKey } from './forms/form.ts'
import { lossKinds } from './losses/index.ts'
import type { Document } from './model/document.ts'
import { isFigureTable, isReviewPage, isRoster, ownOutput, rosterHandedIn } from './model/own-outputs.ts'
import { Problem } from './model/problems.ts'
import type { Observation, Report } from './model/report.ts'
import { headingCandidates } from './narrative/headings.ts'
import { splitAtTitles } from './narrative/inline-titles.ts'
import { withoutPersonalNumbers } from './narrative/personal-numbers.ts'
import { readNarrative } from './narrative/read-narrative.ts'
import { secondReport } from './narrative/second-report.ts'
import { extract } from './recognition/extract.ts'
import { recognise } from './recognition/matches/recognise.ts'

/** What of the file was left out and a statutory table may be in. */
const notCarried = (losses: Document['losses']): 'picture' | 'notCarried' | null => {
  const held = new Set(losses.map(({ code }) => lossKinds[code].mayHoldTable))
  return held.has('picture') ? 'picture' : held.has('notCarried') ? 'notCarried' : null
}

const notAReport = (): Problem =>
  new Problem(
    'not-a-report',
    {
      zh: '文件中没有找到政府信息公开工作年度报告的标题，也没有找到法定表格。',
      en: 'The file has neither the title of an annual report on government information disclosure nor any of its statutory tables.',
    },
    {
      zh: '请确认上传的是年度报告本身，而不是通知、附件清单或其他文件。',
      en: 'Please check that the file is the annual report itself, not a notice, a list of attachments or another document.',
    },
  )

/**
 * From a document to the normalised report: which tables are statutory, what stands in every cell, and the text around.
 * Numbers of persons are hidden in it. `yearSaid`: the year that a person says it is of, whatever is read. Pure. Throws Problem
 * `not-a-report`.
 */
export const readReport = (printed: Document, yearSaid?: number): Report => {
  if (isReviewPage(printed)) throw ownOutput.page()
  if (isFigureTable(printed)) throw ownOutput.figures()
  const { document, found: personal } = withoutPersonalNumbers(printed)
  const { losses } = document
  const all = splitAtTitles(document.blocks)
  const allCandidates = headingCandidates(all)
  const second = secondReport(all, allCandidates)
  const blocks = second ? all.slice(0, second.block) : all
  const candidates = allCandidates.filter(({ block }) => block < blocks.length)
  const recognition = recognise(blocks, new Map(candidates.map(({ block, section }) => [block, section.key])))
  const tableAt = new Map<SectionKey, number>()
  for (const [form, match] of recognition.matches) tableAt.set(form, match.rows[0]!.block)
  const narrative = readNarrative(blocks, candidates, tableAt, document.naming)
  const year = yearSaid ?? narrative.year
  const extraction = extract(blocks, ofReportFrom(year, recognition), year, notCarried(losses), losses)
  const { figures } = extraction
  const lostTables = extraction.observations.some(
    o => o.kind === 'tableUnreadable' && (o.reason === 'runTogether' || o.reason === 'scattered'),
  )
  if (!document.ownWorkbook && !isReport({ blocks, recognition, narrative, figures, lostTables }))
    throw isRoster(printed) ? rosterHandedIn() : notAReport()
  const others = all
    .slice(blocks.length)
    .flatMap(block => (block.kind === 'table' ? [{ table: block, form: null }] : []))
  const twice: Observation[] = second ? [{ kind: 'reportRepeated', titles: second.titles }] : []
  return {
    ...narrative,
    ...extraction,
    tables: [...extraction.tables, ...others],
    observations: [...twice, ...personal, ...extraction.observations],
    losses,
    ...(document.ownWorkbook ? { ownWorkbook: true as const } : {}),
  }
}
