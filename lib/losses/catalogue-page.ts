import type { LossCode } from '../model/loss.ts'
import type { Message } from '../model/message.ts'
import type { Source } from '../model/source.ts'
import { lossKinds, retiredCodes } from './index.ts'
import type { LossKind, Medium } from './kind.ts'
import { pagesPlace, placeOfLoss } from './places.ts'

const media: Readonly<Record<Medium, string>> = {
  office: 'Word、WPS、Excel 等 office files',
  web: '网页 web pages',
  text: '纯文本 text',
  pdf: 'PDF',
  pages: 'PDF 整页 whole pages',
}

const mediaOf = (kind: LossKind): readonly Medium[] =>
  (Object.keys(media) as Medium[]).filter(medium => kind[medium])

const both = ({ zh, en }: Message): string => `${zh}<br>${en}`

/** A sentence it gives, at an invented place. */
const exampleOf = (code: LossCode, medium: Medium): Message => {
  const cell: Source = { kind: 'table', table: 2, row: 5, column: 3 }
  const at = medium === 'pages' ? pagesPlace([3]) : placeOfLoss(code, cell)
  const sentence = lossKinds[code][medium]!
  return typeof sentence === 'function' ? sentence(at, '16') : sentence
}

/** What it does beside asking to compare figures and labels of its place. */
const othersOf = ({ once, keptUnseen, mayHoldTable, mayCover }: LossKind): readonly string[] => [
  ...(mayHoldTable === undefined ? [] : ['其中可能有法定表格 may hold a table']),
  ...(mayCover ? ['可能盖住表格中的数字 may cover figures'] : []),
  ...(keptUnseen ? ['单位是否有效不明 leaves a unit open'] : []),
  ...(once ? ['全文只说一次 said once'] : []),
]

const rowOf = (code: LossCode): string => {
  const kind = lossKinds[code]
  const found = mediaOf(kind)
  const placed = found.some(medium => medium !== 'pages')
  const figure = kind.figure ? '不变 unchanged' : '须核对 compare'
  const cells = [
    `\`${code}\``,
    both(kind.means),
    placed ? `${kind.reach === 'table' ? '全表 whole table: ' : ''}${figure}` : '—',
    placed ? (kind.label ? '不变 unchanged' : '须核对 compare') : '—',
    othersOf(kind).join('<br>'),
    found.map(medium => media[medium]).join('<br>'),
    both(exampleOf(code, found[0]!)),
  ]
  return `| ${cells.join(' | ')} |`
}

const head = `# 读取损失一览 · The catalogue of losses

由 \`lib/losses/catalogue/\` 生成，请勿手改。Generated; do not edit: \`npm run update\` writes it anew.

损失是文件中有而未能照原样读取的内容。编码永久不变，见于 JSON 的 \`losses\`。“须核对”：同格若有数字，由
\`cell-read-with-loss\` 列为警告（“不变”的为提示）；同格若是行名、列名或单位，由 \`label-read-with-loss\` 列为警告（“不变”的不提）。
“其中可能有法定表格”：未找到的表称为未能读出（\`table-unreadable\`），不称缺少。

A loss is what the file has and could not be read as it is. Codes are permanent; \`losses\` of the JSON has them. “Compare”: a
figure in the same cell is a warning of \`cell-read-with-loss\` (a notice where “unchanged”), a label, heading or unit one of
\`label-read-with-loss\` (none where “unchanged”). “May hold a table”: a table that is not found is called unreadable
(\`table-unreadable\`), not missing.

| 编码 code | 含义 meaning | 同格的数字 figure | 行名、列名、单位 label | 其他 also | 见于 found in | 例句 example |
|---|---|---|---|---|---|---|`

const retired = (): string => {
  const rows = Object.entries(retiredCodes).map(
    ([code, now]: readonly [string, LossCode]) => `- \`${code}\` → \`${now}\``,
  )
  return `## 停用的编码 · Retired codes\n\n${rows.join('\n')}\n`
}

/** The catalogue as Markdown. */
export const cataloguePage = (): string =>
  `${[head, ...(Object.keys(lossKinds) as LossCode[]).map(rowOf)].join('\n')}\n\n${retired()}`
