import type { Message } from '../model/message.ts'
import type { Source } from '../model/source.ts'

/** Names one after another, cut off after `limit` with the number of all: A、B 等 9 处. */
export const listOf = (items: readonly Message[], limit = 8): Message => {
  const shown = items.slice(0, limit)
  const rest = items.length > limit
  return {
    zh: shown.map(({ zh }) => zh).join('、') + (rest ? ` 等 ${items.length} 处` : ''),
    en: shown.map(({ en }) => en).join('; ') + (rest ? ` and ${items.length - limit} more` : ''),
  }
}

/** The same text in both languages, for printed words. */
export const same = (text: string): Message => ({ zh: text, en: text })

/** Printed words in quotation marks, line breaks folded, cut where they are long. */
export const quoted = (text: string, limit = 60): string => {
  const folded = text.replace(/\s+/gu, ' ').trim()
  return `“${folded.length > limit ? `${folded.slice(0, limit)}…` : folded}”`
}

/** Where a thing stands in the file, in brackets, as a person counts. */
export const whereInFile = (source: Source): Message => {
  switch (source.kind) {
    case 'paragraph':
      return { zh: `（文件第 ${source.paragraph} 段）`, en: ` (paragraph ${source.paragraph} of the file)` }
    case 'table':
      return {
        zh: `（文件第 ${source.table} 个表格第 ${source.row} 行）`,
        en: ` (table ${source.table} of the file, row ${source.row})`,
      }
    case 'page':
      return {
        zh: `（第 ${source.page} 页，第 ${source.table} 个表格第 ${source.row} 行）`,
        en: ` (page ${source.page}, table ${source.table}, row ${source.row})`,
      }
  }
}
