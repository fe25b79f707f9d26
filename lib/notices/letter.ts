import { countOf, type Notice, type Part, type PartKind, type Point, type Sending } from './notice.ts'
import { chineseDay } from './points/plain.ts'
import { filled, type Placeholder, templateLines } from './template.ts'

/** A letter as it is set: what each line is, so that text and Word say the same. */
export interface Line {
  readonly kind: 'title' | 'salutation' | 'heading' | 'paragraph' | 'blank' | 'office' | 'date'
  readonly text: string
}

/** To be filled in by hand. */
const gap = '＿＿＿＿＿＿＿＿'
const dayGap = '　　　　年　　月　　日'

const headings: Readonly<Record<PartKind, string>> = {
  refused: '未能受理的原因和处理意见',
  errors: '须更正的问题',
  warnings: '须核实补正的问题',
  season: '与其他报告对照须核实的问题',
  unread: '我方未能读出、请协助核对的内容',
  notes: '另请留意的事项',
}

/** What is said before the points of a part. */
const leads: Readonly<Partial<Record<PartKind, string>>> = {
  unread:
    '下列内容我方未能从所报文件中读出，或者读取时存有疑问，不作为填报差错。请对照原件核对；方便时请另附可编辑的Word版本。',
  notes: '下列各项不影响表中数字，请酌情完善。',
}

const numerals = '一二三四五六'

const counted = (notice: Notice): string => {
  if (countOf(notice, 'refused') > 0) return '所报文件未能受理'
  const words: readonly (readonly [PartKind, string])[] = [
    ['errors', '须更正的问题'],
    ['warnings', '须核实补正的问题'],
    ['season', '与其他报告对照须核实的问题'],
  ]
  const found = words.flatMap(([kind, word]) => {
    const count = countOf(notice, kind)
    return count > 0 ? [`${word}${count}处`] : []
  })
  const unread = countOf(notice, 'unread')
  const rest =
    unread > 0 ? [`${found.length > 0 ? '另有' : '有'}${unread}处内容我方未能读出或读取时存有疑问`] : []
  return [...(found.length > 0 ? [`发现${found.join('、')}`] : []), ...rest].join('，')
}

/** Whether the report goes back; a letter about what we could not read alone asks for help. */
const goesBack = ({ parts }: Notice): boolean =>
  parts.some(({ kind }) => kind !== 'unread' && kind !== 'notes')

const asked = (notice: Notice, due: string): string => {
  if (!goesBack(notice)) return `请于${due}前予以核对并反馈`
  const how = countOf(notice, 'refused') > 0 ? '按下列要求' : '逐项核实、更正后'
  return `现予退回，请于${due}前${how}重新报送`
}

const valuesOf = (notice: Notice, { office, due, date }: Sending): Readonly<Record<Placeholder, string>> => {
  const day = due === null ? dayGap : chineseDay(due)
  return {
    单位: notice.to ?? gap,
    年度: notice.year === null ? '' : `${notice.year}年度`,
    报告: notice.report,
    办理: goesBack(notice) ? '退回' : '核对',
    概述: counted(notice),
    要求: asked(notice, day),
    期限: day,
    事项: '',
    落款: office ?? gap,
    日期: chineseDay(date),
  }
}

const paragraph = (text: string): Line => ({ kind: 'paragraph', text })

const pointLines = ({ text, items, after }: Point, number: string): readonly Line[] => [
  paragraph(`${number}${text}`),
  ...items.map((item, index) => paragraph(`（${index + 1}）${item}`)),
  ...(after === '' ? [] : [paragraph(after)]),
]

/** One part alone needs no heading, one point alone no number. */
const partLines = ({ kind, points }: Part, index: number, parts: number): readonly Line[] => [
  ...(parts > 1 ? [{ kind: 'heading' as const, text: `${numerals[index]}、${headings[kind]}` }] : []),
  ...(leads[kind] ? [paragraph(leads[kind])] : []),
  ...points.flatMap((point, at) => pointLines(point, points.length > 1 ? `${at + 1}．` : '')),
]

const kindOf = (line: string): Line['kind'] => {
  if (line.trim() === '') return 'blank'
  if (line.trim() === '【落款】') return 'office'
  if (line.trim() === '【日期】') return 'date'
  return /^【单位】.{0,10}[：:]$/u.test(line) ? 'salutation' : 'paragraph'
}

/**
 * The letter by the template: the lines before the first empty one are the title, 【单位】： stands without indent, 【落款】 and
 * 【日期】 alone in their lines on the right, 【事项】 becomes the points; all else are paragraphs.
 */
export const letterOf = (notice: Notice, sending: Sending, template: string): readonly Line[] => {
  const values = valuesOf(notice, sending)
  const lines = templateLines(template)
  const first = lines.findIndex(line => line.trim() !== '')
  const end = lines.findIndex((line, index) => index > first && line.trim() === '')
  const letter = lines.slice(Math.max(first, 0)).flatMap((line, index): readonly Line[] => {
    if (line.trim() === '【事项】')
      return notice.parts.flatMap((part, at) => partLines(part, at, notice.parts.length))
    const kind = first + index < end ? 'title' : kindOf(line)
    return [{ kind, text: filled(line, values).trim() }]
  })
  return letter.slice(0, letter.findLastIndex(({ kind }) => kind !== 'blank') + 1)
}

/** The letter as text to copy: paragraphs indented by two characters, as they are typed. */
export const letterText = (letter: readonly Line[]): string =>
  letter
    .map(({ kind, text }) => (kind === 'paragraph' || kind === 'heading' ? `　　${text}` : text))
    .join('\n')
    .concat('\n')
