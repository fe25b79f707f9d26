import { language } from '../words.js'

/** The words of the page beside the original; those that the list has too stand in wording.js. */
const words = {
  title: ['对照原件', 'Beside the original'],
  ways: ['报告之间', 'Between reports'],
  back: ['返回列表', 'Back to the list'],
  previous: ['上一份', 'Previous report'],
  next: ['下一份', 'Next report'],
  panes: ['看哪一边', 'Which side'],
  original: ['原件', 'Original'],
  paper: ['原件内容', 'Contents of the original'],
  split: ['左右宽度', 'Width of both sides'],
  splitData: ['上下高度', 'Height of both parts'],
  findings: ['核对发现', 'Findings'],
  figures: ['法定表格', 'Statutory tables'],
  forms: ['法定表格内容', 'The statutory tables'],
  data: ['数据', 'Data'],
  error: ['错误', 'Error'],
  warning: ['警告', 'Warning'],
  info: ['提示', 'Note'],
  errors: ['错误', 'errors'],
  warnings: ['警告', 'warnings'],
  infos: ['提示', 'notes'],
  valid: ['通过', 'Valid'],
  needsReview: ['需复核', 'Needs review'],
  invalid: ['不通过', 'Invalid'],
  notAssessable: ['无法核对', 'Not assessable'],
  rejected: ['未受理', 'Refused'],
  failed: ['转换失败', 'Failed'],
  unpacked: ['已解包', 'Unpacked'],
  notice: ['退回通知', 'Notice to the unit'],
  exclude: ['排除…', 'Exclude…'],
  include: ['重新计入', 'Count again'],
  results: ['结果', 'Results'],
  savedPage: ['核对结果网页', 'Page of the result'],
  download: ['下载原件', 'Download the original'],
  working: ['正在重新核对……', 'Being judged again …'],
  waiting: ['正在处理……', 'In hand …'],
  noReport: ['没有可以对照的数据', 'Nothing to put beside the original'],
  remedy: ['怎么办：', 'What to do: '],
  unpackedMore: [
    '这是压缩包，其中的文件在列表里各为一行。',
    'An archive: each of its files is a row of the list.',
  ],
  lost: [
    '与本机服务的连接断了，请确认 gongkai 仍在运行。',
    'The connection is lost: see that gongkai is still running.',
  ],
  missing: ['没有这份文件，可能已被移走。', 'There is no such file: it may be gone.'],
  excluded: ['已排除，不计入汇总', 'Excluded from every total'],
  sample: ['示例报告，不计入汇总', 'A sample: it never counts'],
  replaced: ['已被更正件替代', 'Replaced by a corrected report'],
  seeNewer: ['看更正件', 'See the corrected one'],
  open: ['待确认是哪个单位的报告，请在列表中确认', 'Whose report it is has to be confirmed in the list'],
  changes: ['与上一次报送相比', 'Against the report before'],
  corrected: ['已更正', 'corrected'],
  uncorrected: ['未更正', 'not corrected'],
  added: ['新增', 'new'],
  earlier: ['以前的报送', 'Earlier reports'],
  handedIn: ['报送于', 'handed in'],
  page: ['第', 'Page'],
  ofPages: ['页，共', 'of'],
  pagesEnd: ['页', ''],
  wider: ['放大', 'Larger'],
  smaller: ['缩小', 'Smaller'],
  fit: ['适合宽度', 'Fit the width'],
  turn: ['旋转', 'Turn'],
  asPages: ['页面', 'Pages'],
  asRead: ['读出的内容', 'As read'],
  pageOf: ['原件第', 'Original, page'],
  pageEnd: ['页', ''],
  loading: ['正在打开原件……', 'Opening the original …'],
  gone: [
    '原件已不在收件文件夹，下面是读出的内容。',
    'The original is not in the inbox any more. This is what was read of it.',
  ],
  changed: [
    '收件文件夹里的原件已经换过，正在等待重新核对；下面是上次读出的内容。',
    'The original in the inbox is another one by now and waits to be judged; this is what was read before.',
  ],
  font: [
    '这一页的文字用了没有嵌入文件的字体，画出来会缺字，请看“读出的内容”，或下载原件查看。',
    'Text of this page is in fonts that are not in the file; a picture would lack words. See what was read, or download the original.',
  ],
  bounds: [
    '这一页过于复杂，没有画出，请看“读出的内容”，或下载原件查看。',
    'This page would take too long to draw. See what was read, or download the original.',
  ],
  notDrawn: ['这一页没能画出，请下载原件查看。', 'This page could not be drawn: download the original.'],
  personal: [
    '文件中有个人号码，未能确定它在页面上的位置，因此不显示页面；请看“读出的内容”。',
    'The file has a number of a person whose place on the pages is not known, so no page is shown. See what was read.',
  ],
  hidden: ['灰块处为个人号码，未显示。', 'Grey: numbers of persons, not shown.'],
  tableNumber: ['原文第', 'Table'],
  tableEnd: ['个表格', 'of the document'],
  tablesBelow: ['表格', 'Tables'],
  losses: ['读取时未能保留的内容', 'Lost in reading'],
  nothingRead: ['没有读出内容。', 'Nothing was read.'],
  clean: ['没有发现问题。', 'Nothing was found.'],
  decidedOf: ['已处理', 'Handled'],
  findingPrevious: ['上一条', 'Previous finding'],
  findingNext: ['下一条', 'Next finding'],
  expected: ['应为', 'Expected'],
  actual: ['表中', 'Printed'],
  difference: ['相差', 'Difference'],
  inText: ['在原文中看', 'See it in the text'],
  decide: ['处理', 'Decision'],
  accepted: ['问题成立', 'Accepted'],
  'decide.rejected': ['不成立', 'Rejected'],
  explained: ['已说明', 'Explained'],
  decideTitle: ['处理为', 'Decision: '],
  reason: ['理由', 'Reason'],
  acceptedCommon: [
    '与原件核对属实|请单位更正后重新报送',
    'Checked with the original|To be corrected by the unit',
  ],
  rejectedCommon: [
    '原件无误，系读取有误|与原件核对，不是问题',
    'The original is right, it was read wrongly|Checked: no fault',
  ],
  explainedCommon: [
    '单位已书面说明|统计口径不同，已说明',
    'The unit has explained it|Counted in another way, explained',
  ],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  takeBack: ['撤销处理', 'Take back'],
  decidedSaid: ['已记为', 'Noted: '],
  takenBack: ['已撤销处理', 'The decision is taken back'],
  pickCell: ['在表中选一格，看它在原件中的位置。', 'Choose a cell to see its place in the original.'],
  printed: ['原文', 'Printed'],
  read: ['读出', 'Read'],
  notRead: ['未能读出', 'not read'],
  blank: ['空白', 'blank'],
  noPlace: ['原件中没有找到这一格的位置', 'Its place in the original is not known'],
  enter: ['按原件录入', 'Enter from the original'],
  enterAgain: ['改录', 'Enter again'],
  enterBack: ['撤销录入', 'Take back what was entered'],
  enteredMark: ['录', 'entered'],
  enteredWas: ['原读出', 'had been read'],
  value: ['数值', 'Value'],
  isBlank: ['原件为空白', 'Blank in the original'],
  enterReason: [
    '原件清楚，读取有误|原件可辨认，系统未能读出',
    'The original is clear, it was read wrongly|Legible, but not read',
  ],
  notNumber: [
    '请填写数字（如 12、12.5），或选“原件为空白”。',
    'Type a number such as 12 or 12.5, or choose blank.',
  ],
  needReason: ['请填写理由。', 'Give a reason.'],
  enteredSaid: ['已录入：', 'Entered: '],
  enteredBack: ['已撤销录入', 'The entry is taken back'],
  notRecognised: [
    '文件中没有认出这张表。可以对照原件逐格录入。',
    'This table was not recognised. Its figures can be entered from the original.',
  ],
  noEdition: [
    '没有认出这张表，也没有读出报告年度，不能录入。',
    'Neither this table nor the year of the report was recognised: nothing can be entered.',
  ],
  keys: [
    '方向键移动 · 回车或直接键入数字＝录入 · N／P 下一条／上一条发现 · Esc 关闭',
    'Arrows move · Enter or a digit: enter a figure · N/P next/previous finding · Esc closes',
  ],
  quoted: ['文中', 'in the text'],
}

export const word = key => words[key][language === 'zh' ? 0 : 1]

/** A sentence of ours in both languages, as the service sends it. */
export const say = message => message[language]

/** Puts the words into the page. */
export const fillWords = () => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.body.classList.toggle('english', language === 'en')
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', word(element.dataset.label))
}

/** A moment as people here write it. */
export const moment = iso =>
  new Date(iso).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
