import type { LossCode } from '../model/loss.ts'
import type { Message } from '../model/message.ts'
import type { Source } from '../model/source.ts'
import { lossKinds } from './index.ts'

const rowAndColumn = ({ row, column }: { readonly row: number; readonly column: number }): Message => ({
  zh: `第 ${row} 行第 ${column} 列`,
  en: `row ${row}, column ${column}`,
})

const paragraphPlace = (paragraph: number): Message => ({
  zh: `第 ${paragraph} 段`,
  en: `paragraph ${paragraph}`,
})

/** Where something stands in a document, in words. */
export const placeOf = (source: Source | undefined): Message => {
  if (source === undefined || source.kind === 'page') return { zh: '文中', en: 'the document' }
  if (source.kind === 'paragraph') return paragraphPlace(source.paragraph)
  const { zh, en } = rowAndColumn(source)
  return { zh: `第 ${source.table} 个表${zh}`, en: `table ${source.table}, ${en}` }
}

/** The same where the table is named beside it. */
export const placeInTable = (source: Source): Message => {
  if (source.kind === 'paragraph') return paragraphPlace(source.paragraph)
  const { zh, en } = rowAndColumn(source)
  return source.kind === 'page'
    ? { zh: `第 ${source.page} 页${zh}`, en: `page ${source.page}, ${en}` }
    : { zh, en }
}

const tablePlace = (table: number): Message => ({ zh: `第 ${table} 个表格`, en: `table ${table}` })

/** Where something was lost, as its sentence has it: a cell or paragraph, or the whole table it may touch. */
export const placeOfLoss = (code: LossCode, source: Source | undefined): Message =>
  lossKinds[code].reach === 'table' && source && source.kind !== 'paragraph'
    ? tablePlace(source.table)
    : placeOf(source)

export const pagesPlace = (pages: readonly number[]): Message => ({
  zh: `第 ${pages.join('、')} 页`,
  en: `${pages.length > 1 ? 'pages' : 'page'} ${pages.join(', ')}`,
})

/** The same text for the same cell or paragraph. */
export const placeKey = (source: Source): string =>
  source.kind === 'paragraph' ? `${source.paragraph}` : `${source.table}/${source.row}/${source.column}`
