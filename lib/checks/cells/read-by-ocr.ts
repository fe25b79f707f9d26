import { waitsForName } from '../../entered/named.ts'
import { formKeys } from '../../forms/form.ts'
import { sections } from '../../forms/sections.ts'
import { formOfKey, isEntered } from '../../model/figures-of.ts'
import type { Message } from '../../model/message.ts'
import type { Figure, Report } from '../../model/report.ts'
import type { Found } from '../check.ts'
import { defineCheck } from '../define-check.ts'

const isOpen = ({ state }: Figure): boolean => state === 'unreadable'

const numbers = new Map(sections.map(({ key, number }) => [key as string, number]))

/** How many cells of each table are open: 表三 3 个、表四 2 个. Which they are the finding names as keys. */
const openWords = (report: Report, open: readonly Figure[]): Message => {
  const parts = formKeys.flatMap((form): Message[] => {
    const count = open.filter(({ key }) => formOfKey(key) === form).length
    if (count === 0) return []
    const isLost = report.editions[form] === null
    const number = numbers.get(form)!
    return [
      {
        zh: `表${number}${isLost ? '整张' : ''} ${count} 个`,
        en: `${isLost ? 'all' : ''} ${count} in table ${number}`.trim(),
      },
    ]
  })
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') }
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
const nameWords = ({ scan }: Report): Message => {
  const { read, named, namedOtherwise } = scan!
  if (named)
    return {
      zh: `机关名称、报告年度由${named.by}对照原件确认。`,
      en: `The name of the authority and the year were read off the original by ${named.by}. `,
    }
  const [zh, en] = [
    [read.authority ?? '机关未能读出', read.year === null ? '年度未能读出' : `${read.year} 年`].join('，'),
    [read.authority ?? 'no name read', read.year ?? 'no year read'].join(', '),
  ]
  const other: Message = namedOtherwise
    ? {
        zh: '原来是照另一图像确认的，不再算数；',
        en: 'What was confirmed was read off another picture and counts no more. ',
      }
    : { zh: '', en: '' }
  return {
    zh: `机关名称、报告年度（读作：${zh}）也待人工确认：${other.zh}确认以前，本件不归入任何单位和年度。`,
    en: `The name of the authority and the year (read as: ${en}) wait for a person as well. ${other.en}Until then the report counts for no unit and no year. `,
  }
}

const text: Message = {
  zh: '正文也由图片识别，没有证实，只供查阅。',
  en: 'The text was read from pictures as well, is not proven and is there to be looked at.',
}

/** Findings that say no more than that open cells keep a sum from being checked. */
const keptOpen = (open: readonly Figure[], { findings }: Found): readonly string[] => {
  const keys = new Set(open.map(({ key }) => key))
  return findings
    .filter(
      ({ outcome, severity, cells }) =>
        outcome === 'unassessable' && severity === 'info' && cells.some(key => keys.has(key)),
    )
    .map(({ id }) => id)
}

export const readByOcr = defineCheck({
  id: 'read-by-ocr',
  severity: 'warning',
  title: { zh: '由图片识别的报告', en: 'A report read from pictures' },
  explanation: {
    zh: '扫描件的数字由图片识别：两种不同的识别器读法一致，并且所在的勾稽关系全部成立的，才采用；其余一律列为未能读出，由人对照原件录入，识别器的读法只供参考。没有勾稽关系的（如表二）都要由人确认。机关名称和报告年度没有什么可以证实，也由人照标题的图像确认，确认以前不归入任何单位和年度。还有待确认的为警告，全部确认以后为提示。因未能读出而无法核对的勾稽关系列在其下。',
    en: 'The figures of a scan are read from pictures. One is taken only where two readers of different kinds agree on it and every sum it stands in holds; all others are unreadable until a person types them in from the original, and what readers make of them is shown and never used. Those that stand in no sum always wait for a person. Nothing proves the name of the authority and the year either: a person reads them off the picture of the title, and until then the report is no unit’s and of no year. A warning while anything is open, a note once all is confirmed. Sums that cannot be checked because of open figures stand under it.',
  },
  source: '本项目 (ours): 数字读得准确，或者说明读不准确',
  ofFindings: true,
  find: (report, found) => {
    if (!report.scan) return []
    const { proven, entered, open } = countsOf(report)
    const { pages } = report.scan
    const name = nameWords(report)
    const typed: Message =
      entered === 0
        ? { zh: '', en: '' }
        : { zh: `，${entered} 个由人对照原件录入`, en: `, ${entered} typed in from the original` }
    const where = openWords(report, open)
    const waiting: Message =
      open.length === 0
        ? { zh: '，没有待人工确认的数。', en: ', none left to be confirmed. ' }
        : {
            zh: `，${where.zh}待人工确认。请对照原件逐格录入；识别器的读法只供参考。`,
            en: `, ${open.length} to be confirmed by a person (${where.en}). Type each in from the original; what readers make of them is not used. `,
          }
    const waits = open.length > 0 || waitsForName(report)
    return [
      {
        severity: waits ? 'warning' : 'info',
        keepsSeverity: true,
        message: {
          zh: `本件由 ${pages} 页图片识别：${proven} 个数由勾稽关系证实${typed.zh}${waiting.zh}${name.zh}${text.zh}`,
          en: `Read from ${pages} ${pages === 1 ? 'picture' : 'pictures'} of pages: ${proven} figures are proven by the sums of the form${typed.en}${waiting.en}${name.en}${text.en}`,
        },
        cells: open.map(({ key }) => key),
        place: 'scan',
        explains: keptOpen(open, found),
      },
    ]
  },
})
