import { formKeys } from '../../forms/form.ts'
import { formOfKey, isEntered } from '../../model/figures-of.ts'
import { cellName, tableName } from '../../model/form-words.ts'
import type { Message } from '../../model/message.ts'
import type { Figure, Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { listOf } from '../wording.ts'

const isOpen = ({ state }: Figure): boolean => state === 'unreadable'

/** The open cells of each table, named one by one; a table of which nothing was read as a whole. */
const openWords = (report: Report, open: readonly Figure[]): Message => {
  const parts = formKeys.flatMap((form): Message[] => {
    const own = open.filter(({ key }) => formOfKey(key) === form)
    if (own.length === 0) return []
    const table = tableName(form)
    const cells =
      report.editions[form] === null
        ? { zh: '整张表未能认出', en: 'the whole table was not recognised' }
        : listOf(
            own.map(({ key }) => cellName(report, key)),
            15,
          )
    return [
      { zh: `${table.zh} ${own.length} 个：${cells.zh}`, en: `${own.length} in ${table.en}: ${cells.en}` },
    ]
  })
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('. ') }
}

const countsOf = (report: Report) => {
  const figures = [...report.figures.values()]
  return {
    proven: figures.filter(({ key, evidence }) => evidence && !isEntered(report, key)).length,
    entered: figures.filter(({ key }) => isEntered(report, key)).length,
    open: figures.filter(isOpen),
  }
}

/** What no sum can prove: whose report it is, and of which year. */
const unprovenText = ({ year }: Report): Message => ({
  zh: `机关名称、报告年度（${year === null ? '没有读到' : `${year} 年`}）和正文也由图片识别，没有证实，请一并与原件核对。`,
  en: `The name of the authority, the report year (${year ?? 'not found'}) and the text were read from pictures as well and are not proven: compare them with the original.`,
})

export const readByOcr = defineCheck({
  id: 'read-by-ocr',
  severity: 'warning',
  title: { zh: '由图片识别的报告', en: 'A report read from pictures' },
  explanation: {
    zh: '扫描件的数字由图片识别：两种不同的识别器读法一致，并且所在的勾稽关系全部成立的，才采用；其余一律列为未能读出，由人对照原件录入，识别器的读法只供参考。没有勾稽关系的（如表二）都要由人确认。还有待确认的为警告，全部录入以后为提示。',
    en: 'The figures of a scan are read from pictures. One is taken only where two readers of different kinds agree on it and every sum it stands in holds; all others are unreadable until a person types them in from the original, and what readers make of them is shown and never used. Those that stand in no sum always wait for a person. A warning while any are open, a note once all are typed in.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  find: report => {
    if (!report.scan) return []
    const { proven, entered, open } = countsOf(report)
    const { pages } = report.scan
    const text = unprovenText(report)
    const typed: Message =
      entered === 0
        ? { zh: '', en: '' }
        : { zh: `，${entered} 个由人对照原件录入`, en: `, ${entered} typed in from the original` }
    const where = openWords(report, open)
    const waiting: Message =
      open.length === 0
        ? { zh: '，没有待人工确认的。', en: ', none left to be confirmed. ' }
        : {
            zh: `，${open.length} 个待人工确认（${where.zh}）。请对照原件逐格录入；识别器的读法只供参考。`,
            en: `, ${open.length} to be confirmed by a person (${where.en}). Type each in from the original; what readers make of them is not used. `,
          }
    return [
      {
        severity: open.length > 0 ? 'warning' : 'info',
        message: {
          zh: `本件由 ${pages} 页图片识别：${proven} 个数由勾稽关系证实${typed.zh}${waiting.zh}${text.zh}`,
          en: `Read from ${pages} ${pages === 1 ? 'picture' : 'pictures'} of pages: ${proven} figures are proven by the sums of the form${typed.en}${waiting.en}${text.en}`,
        },
        cells: open.map(({ key }) => key),
        place: 'scan',
      },
    ]
  },
})
