import type { Document } from './document.ts'
import type { Message } from './message.ts'
import { Problem } from './problems.ts'

/** Outputs of ours that people send in by mistake: each is refused with what to send instead. */

const remedy: Message = {
  zh: '请提交原报告文件（Word、WPS、PDF、网页等）；如要更正数字，可在本系统生成的工作簿（.xlsx）中修改后提交。',
  en: 'Submit the report itself (Word, WPS, PDF, web page …); to correct a figure, change it in the workbook (.xlsx) made from the report and submit that.',
}

const refused = (zh: string, en: string): Problem =>
  new Problem(
    'not-a-report',
    { zh: `这是${zh}，不是报告本身。`, en: `This is ${en}, not the report itself.` },
    remedy,
  )

export const ownOutput = {
  page: () => refused('本系统生成的核对结果页', 'the review page made from a report'),
  json: () => refused('本系统生成的数据文件（JSON）', 'a data file (JSON) made from a report'),
  summary: () => refused('本系统生成的汇总表', 'the summary workbook made from several reports'),
  season: () => refused('本系统生成的年报季工作簿', 'the workbook of a season made from several reports'),
  figures: () => refused('本系统生成的数据表（CSV）', 'the table of figures (CSV) made from a report'),
}

/** A roster is handed in where reports go by people who were told to put it beside them. */
export const rosterHandedIn = (): Problem =>
  new Problem(
    'not-a-report',
    { zh: '这是单位名册，不是一份年度报告。', en: 'This is a roster of units, no annual report.' },
    {
      zh: '请不要放进收件文件夹：以“名册.xlsx”或“名册.csv”为名，放在收件文件夹的旁边（同一个上级文件夹里），各单位的报告就会按它放在一起核对。',
      en: 'Do not put it into the inbox: name it 名册.xlsx or 名册.csv and put it beside the inbox, in the folder that holds that; the reports are then checked by it.',
    },
  )

const rosterUnit = /^(?:单位编号|单位代码|unit)$/iu
const rosterName = /^(?:名称|单位名称|单位全称|全称|机关名称|name)$/iu

/** Headings may stand under a title. */
const headingsWithin = 10

const firstLinesOf = ({ blocks }: Document): readonly (readonly string[])[] =>
  blocks.slice(0, headingsWithin).flatMap(block => {
    if (block.kind === 'paragraph')
      return block.text.split('\n', headingsWithin).map(line => line.split(/[,;；，|\t]/u))
    const rows = Map.groupBy(block.cells, ({ row }) => row)
    return [...rows.values()].slice(0, headingsWithin).map(cells => cells.map(({ text }) => text))
  })

/** Whether the headings of a roster stand among the first lines of a document. */
export const isRoster = (document: Document): boolean =>
  firstLinesOf(document)
    .map(cells => cells.map(cell => cell.trim()))
    .some(cells => cells.some(cell => rosterUnit.test(cell)) && cells.some(cell => rosterName.test(cell)))

/** The sentence at the foot of every review page, whatever the page was saved as, and of a workbook's overview. */
export const madeBy = (name: string, version: string, hasEntered = false): Message => ({
  zh: `由 ${name} ${version} 根据所报文件生成，数字照原文，未作修改${hasEntered ? '；标“录”的由人对照原件录入' : ''}。`,
  en: `Generated from the file as uploaded; no figure was changed${hasEntered ? '; those marked 录 were typed in by a person from the original' : ''}.`,
})

const footer = /由\s*gongkai\s*[\d.]+\s*根据所报文件生成/u

/** Whether a document is a review page, whatever it was saved as; a workbook says the same, and its figures count. */
export const isReviewPage = ({ format, blocks }: Document): boolean =>
  format !== 'xlsx' && blocks.some(block => block.kind === 'paragraph' && footer.test(block.text))

/** The head of a column that our tables of all figures have, and no report. */
export const figureKeyHead = '指标键 Figure key'

/** Whether a document is a table of figures of ours, whatever it was saved as; in a workbook of ours others come first. */
export const isFigureTable = ({ blocks }: Document): boolean => {
  const [first] = blocks
  if (first?.kind === 'paragraph' && first.text.includes(figureKeyHead)) return true
  const table = blocks.find(block => block.kind === 'table')
  return table?.cells.some(({ row, text }) => row === 1 && text.includes(figureKeyHead)) ?? false
}

/** The name of the schema our JSON begins with; lines of events and of the command line have it or their type. */
const ownJson = /"(?:schema|type|\$id)"\s*:\s*"gongkai\.|"converter"\s*:\s*\{\s*"name"\s*:\s*"gongkai"/u
const beginsAsJson = /^\s*[[{]\s*(?:["[{\]}]|$)/u

/** Whether a text is JSON, in one piece or a value a line. */
const isJson = (text: string): boolean => {
  if (!beginsAsJson.test(text.slice(0, 1_000))) return false
  const parses = (part: string): boolean => {
    try {
      JSON.parse(part)
      return true
    } catch {
      return false
    }
  }
  return parses(text.split('\n', 1)[0]!) || parses(text)
}

/** Our own JSON, other JSON, or none. */
export const jsonKind = (text: string): 'own' | 'other' | null => {
  if (!isJson(text)) return null
  return ownJson.test(text) ? 'own' : 'other'
}
