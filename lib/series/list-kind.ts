import type { Message } from '../model/message.ts'
import { Problem } from '../model/problems.ts'
import { isHtml, isOfficeXml } from '../readers/format/content.ts'
import {
  isArchive,
  isDoc,
  isEncryptedPackage,
  isOtherCompound,
  isPdf,
  isPicture,
  isRtf,
  isXls,
  isZip,
  looksBinary,
  type Recognise,
} from '../readers/format/signatures.ts'
import { openArchive } from '../readers/package/archive.ts'
import { documentZips, otherKind } from '../readers/package/kinds.ts'

/** What a file that should hold a list is, by its content: a workbook, text that may be CSV, or something else. */
export type ListKind = 'workbook' | 'text' | { readonly not: Message }

const remedy: Message = {
  zh: '请用 Excel 或 WPS 表格打开，另存为“Excel 工作簿（.xlsx）”；打不开的，把其中的表格复制到一个新工作簿里再保存。',
  en: 'Open it in a spreadsheet program and save it as .xlsx, or copy its table into a new workbook.',
}

const withoutPassword: Message = {
  zh: '请取消密码后重新保存。',
  en: 'Remove the password and save it again.',
}

const not = (zh: string, en: string, what = remedy): ListKind => ({
  not: { zh: `这是“${zh}”，不能当作清单读取。${what.zh}`, en: `This is ${en}, no list. ${what.en}` },
})

const byBytes: readonly (readonly [Recognise, ListKind])[] = [
  [isPdf, not('PDF 文件', 'a PDF file')],
  [isEncryptedPackage, not('设有打开密码的文件', 'a file with a password', withoutPassword)],
  [isDoc, not('Word 或 WPS 文字文档（.doc、.wps）', 'a Word document (.doc, .wps)')],
  [isXls, not('旧版 Excel 工作簿（.xls、.et）', 'an old Excel workbook (.xls, .et)')],
  [isOtherCompound, not('另一种 Office 文件', 'another kind of Office file')],
  [isRtf, not('RTF 文档', 'an RTF document')],
  [isPicture, not('图片', 'a picture')],
  [isArchive, not('压缩包', 'an archive')],
]

const zipKind = (bytes: Uint8Array): ListKind => {
  try {
    const archive = openArchive(bytes)
    if (documentZips.xlsx(archive)) return 'workbook'
    const [zh, en] = otherKind(archive) ?? ['Word 文档（.docx）', 'a Word document (.docx)']
    return not(zh, en)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return not('不完整或已损坏的工作簿', 'a damaged workbook')
  }
}

/** The kind of a list's file; text that is none is told when its headings are read. */
export const listKind = (bytes: Uint8Array, text: () => string): ListKind => {
  if (isZip(bytes)) return zipKind(bytes)
  const known = byBytes.find(([is]) => is(bytes))
  if (known) return known[1]
  if (isOfficeXml(text())) return not('XML 格式的表格或文档', 'an XML spreadsheet or document')
  if (isHtml(text())) return not('网页（有的系统导出的 .xls 其实是网页）', 'a web page')
  return looksBinary(text()) ? not('不认识的文件', 'a file of an unknown kind') : 'text'
}
