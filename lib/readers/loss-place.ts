import type { Source } from '../model/document.ts'
import type { Message } from '../model/message.ts'

/** Where something was lost, in words. */
export const placeOf = (source: Source | undefined): Message => {
  if (source?.kind === 'table')
    return {
      zh: `第 ${source.table} 个表第 ${source.row} 行第 ${source.column} 列`,
      en: `table ${source.table}, row ${source.row}, column ${source.column}`,
    }
  if (source?.kind === 'paragraph')
    return { zh: `第 ${source.paragraph} 段`, en: `paragraph ${source.paragraph}` }
  return { zh: '文中', en: 'the document' }
}
