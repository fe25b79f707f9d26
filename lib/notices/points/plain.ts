/**
 * The messages of findings are for who checks; a letter is for who filled the form in. What they say of the reading goes,
 * and what is set for a screen (spaces around digits, days as 2023-01-01) becomes what is set on paper.
 */

const beyond: readonly (readonly [RegExp, string])[] = [
  [/，?未作猜测(?=[。：])/gu, ''],
  [/这是由勾稽关系推算的，不是更正，表中数字未作改动；请与原始数据核对。/gu, ''],
  [/本服务的输出只保留末两位，原文件未作改动；/gu, ''],
  [/，现按万元计、未作换算/gu, ''],
  [/已取其数字，建议/gu, '建议'],
  [/，已换算(?=：)/gu, ''],
  [/已按看到的数字读取，/gu, ''],
  [/数字已按(?:行名|表头)读取，/gu, ''],
  [/数字按单元格先后次序读取，/gu, ''],
  [/，其余各格按先后次序读取，可能错列/gu, '，可能错列'],
  [/已按表式读取，/gu, ''],
  [/该行未计入，/gu, ''],
  [/行，未计入，/gu, '行，'],
  [/多出的列未计入；列名印错的，数字按位置读取。/gu, ''],
  [/，数字是按位置或按列名的增减读取的/gu, ''],
  [/，不能确定(?:如何换算|是增是减)，数字未取/gu, ''],
  [/该列数字无法取得，/gu, ''],
  [/，只读取了第一份/gu, ''],
  [/，未取(?=。)/gu, ''],
  [/，只取报告年度的/gu, ''],
  [/ U\+[0-9A-F]{4,5}/gu, ''],
  [/（推算所得，未填入表中）/gu, '（推算所得，仅供核对）'],
  [/（(\S+) ≠ ([^（）]+?)，相差/gu, '（$1与$2不等，相差'],
  [/（(\S+?) ≠ [\d.]+）/gu, '（$1）'],
  [/没有认出，但该表没有完整读出，不能断定/gu, '我方未能认出，不能断定'],
  [/(?<=。)(?:未能读出的，)?请提供(?:保留表格的)?原始 Word 文件(?:后再核对)?。/gu, ''],
  [/，(?:或|并)提供(?:保留表格的文件|原始 Word 文件)(?=。)/gu, ''],
  [/(?<!我方)未能读出/gu, '我方未能读出'],
  [/(?<=统计期限为|[年月至]) (?=[\d×])|(?<=[\d×]) (?=[年月日])/gu, ''],
  [/表的名称与表式不一致/gu, '表中有名称与表式不一致'],
  [/没有找到标题/gu, '未见报告标题'],
  [/列读作 /gu, '列填'],
  [/(?<!我方)读取时(?=有)/gu, '我方读取时'],
  [/已去掉(?=。)/gu, '，我方读取时已略去'],
  [/，读到(?= \d+ 格)/gu, '，我方读到'],
  [/表取自文件第/gu, '表，我方取用的是文件第'],
  [/，多为年份写错/gu, ''],
  [/(?<=[：、])（(文件第 \d+ 个表格第 \d+ 行)）：/gu, '$1'],
  [/(\d{4})-(\d\d)-(\d\d)/gu, '$1年$2月$3日'],
]

/** 1月 and not 01月. */
const withoutZeros = (text: string): string => text.replace(/(?<=[年月])0(?=\d[月日])/gu, '')

/** No space but between Latin words; printed words stay as they are. */
export const onPaper = (text: string): string =>
  text
    .split(/(“[^”]*”)/u)
    .map(piece => (piece.startsWith('“') ? piece : piece.replace(/(?<![A-Za-z]) +| +(?![A-Za-z])/gu, '')))
    .join('')

/** A message of a finding as it stands in a letter. */
export const plain = (message: string): string => {
  const told = beyond.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message)
  return onPaper(withoutZeros(told)).replace(/[：。]。/gu, '。')
}

/** 2026年11月30日. */
export const chineseDay = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
