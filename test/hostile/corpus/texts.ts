import { drawForm } from '../../support/form-html.ts'
import { repeat } from '../forge/word.ts'
import { bounded, converted, type HostileCase, hostile, refused, withoutFigures } from '../hostile-case.ts'

const title = '青禾县数据局2023年政府信息公开工作年度报告\n一、总体情况\n'
/** As long as a line may be. */
const line = (pattern: string): string => repeat(pattern, Math.floor(45_000 / pattern.length))
const long = (pattern: string): string => title + repeat(`${line(pattern)}\n`, 20)
const text = (
  what: string,
  make: () => string | Uint8Array,
  expected = refused('too-complex'),
): HostileCase => hostile('文本.txt', what, make, expected)
const markdown = (what: string, make: () => string, expected = converted()): HostileCase =>
  hostile('文本.md', what, make, expected)

const tabTable = drawForm('2021', 'requests', { 'requests.newRequests.naturalPerson': '\u202e71\u202c' })
  .map(row => row.map(cell => cell.text).join('\t'))
  .join('\n')

/** Text that is not text, or far too much of it. */
export const texts: readonly HostileCase[] = [
  text('one line of 50 MB', () => repeat('报', 16_700_000), refused('too-large')),
  text('one line of 18 MB', () => title + repeat('报', 6_000_000)),
  text('18 million blanks between two letters', () => `${title}a${repeat(' ', 18_000_000)}b`),
  text('a million rows', () => title + repeat('甲|1|2\n', 1_000_000)),
  text('nine million line ends of a rare kind', () => title + repeat('a\v', 9_000_000)),
  text('390,000 cells in one row', () => title + repeat('a|', 390_000)),
  text('390,000 tabs in one row', () => title + repeat('a\t', 390_000)),
  text('190,000 cells, one on a line', () => title + repeat('a |\n', 190_000), bounded),
  text('95,000 lone pipes', () => title + repeat('|\na |\n', 95_000), bounded),
  text('190,000 lines that begin with a tab', () => title + repeat('\ta\n', 190_000)),
  text('60,000 figures with three line ends between', () => title + repeat('12\n\n\n', 60_000)),
  text(
    '25,000 lines, all different',
    () => title + Array.from({ length: 25_000 }, (_, at) => `今年进展${at}`).join('\n'),
    converted(),
  ),
  text(
    'figures turned round by bidirectional controls',
    () => `${title}三、收到和处理政府信息公开申请情况\n${tabTable}`,
    converted(({ figures }) => {
      if (figures['requests.newRequests.naturalPerson']?.state !== 'text') throw new Error('read as a number')
    }),
  ),
  text(
    '20,000 bidirectional controls',
    () => `${title}${repeat('\u202e12\u2067', 10_000)}`,
    converted(withoutFigures),
  ),
  text(
    'lone surrogates in UTF-16',
    () => Buffer.from(`\ufeff${title}\ud800${repeat('\udc00', 100)}`, 'utf16le'),
    refused('file-damaged', 'format-unsupported'),
  ),
  text(
    'lone surrogates in UTF-8',
    () => Buffer.concat([Buffer.from(title), Buffer.from(repeat('\u0001', 30)).map(() => 0xed)]),
    bounded,
  ),
  text('a byte order mark alone', () => Buffer.from([0xef, 0xbb, 0xbf]), refused('empty-file')),
  text('a UTF-16 mark alone', () => Buffer.from([0xff, 0xfe]), refused('empty-file')),
  text('blanks alone', () => repeat(' \u3000\n', 1_000), refused('empty-file')),
  text('nothing', () => '', refused('empty-file')),
  text(
    'control characters',
    () => title + repeat('\u0001\u0002\u0007', 1_000),
    refused('format-unsupported'),
  ),
  text(
    'noise',
    () => Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7_919 + (at >> 3) * 104_729) & 0xff)),
    refused('format-unsupported', 'file-damaged'),
  ),
  text(
    'half a character of GB18030',
    () => Buffer.concat([Buffer.from([0xc7, 0xe0, 0xba, 0xcc, 0x81]), Buffer.from([0x0a])]),
    refused('file-damaged', 'not-a-report'),
  ),
  ...[
    '1',
    '共收到申请1件，',
    '共1件，其中甲1件、乙2件、',
    '\u3000',
    '(',
    '（一）',
    '一是抓落实。二是促公开。',
    '“',
    '[image: ',
    '2023年',
    '一百二十',
    '1,',
    '其中',
    '政府信息公开工作年度报告',
    '未发生行政复议、',
  ].map(pattern => text(`twenty lines of 45,000 characters: ${pattern}`, () => long(pattern), bounded)),
  ...['*', '**a', '[a](', '\\', '`', '<', '&amp;', '#', '<p '].map(pattern =>
    markdown(`twenty lines of 45,000 characters: ${pattern}`, () => `# 标题\n${long(pattern)}`),
  ),
  markdown(
    '40,000 tables written as HTML',
    () => title + repeat('<table><tr><td>1</td><td>2</td></tr></table>\n', 40_000),
    refused('too-complex'),
  ),
  markdown(
    '20,000 tables written as HTML',
    () => title + repeat('<table><tr><td>1</td><td>2</td></tr></table>\n', 20_000),
  ),
  markdown('a table that is never closed, over and over', () => title + repeat('<table>\n', 20_000)),
  markdown('25,000 titles', () => title + repeat('# 一、总体情况\n', 25_000)),
]
