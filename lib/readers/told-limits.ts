import type { Message } from '../model/message.ts'
import { limits, MB } from './limits.ts'

/** A limit that a person may meet: what it is of, and the most. */
export interface ToldLimit {
  readonly what: Message
  readonly most: Message
}

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',')

const megabytes = (bytes: number): Message => ({ zh: `${bytes / MB} MB`, en: `${bytes / MB} MB` })

const counted = (count: number, zh: string): Message => ({
  zh: `${grouped(count)} ${zh}`,
  en: grouped(count),
})

const { zip, pdf, xlsx, work, scans } = limits

/** As README and SECURITY list them. 1 MB is 1024 × 1024 bytes. */
export const toldLimits: readonly ToldLimit[] = [
  {
    what: { zh: '一份文件，单独报送或在压缩包中', en: 'a file, alone or in an archive' },
    most: megabytes(limits.fileBytes),
  },
  {
    what: {
      zh: '其中文本、网页（.txt、.md、.html、.mht）',
      en: 'of these, text and web pages (.txt, .md, .html, .mht)',
    },
    most: megabytes(limits.textFileBytes),
  },
  {
    what: { zh: '一个压缩包（.zip），打包后和解压后', en: 'an archive (.zip), both packed and unpacked' },
    most: megabytes(zip.bytes),
  },
  { what: { zh: '压缩包中的文件', en: 'files in an archive' }, most: counted(zip.files, '个') },
  {
    what: { zh: '压缩包的层数', en: 'levels of an archive' },
    most: { zh: `${zip.levels} 层（包中的包不解开）`, en: `${zip.levels} (an archive in it stays closed)` },
  },
  { what: { zh: 'PDF 的页数', en: 'pages of a PDF' }, most: counted(pdf.pages, '页') },
  { what: { zh: 'Excel 工作簿的工作表', en: 'sheets of a workbook' }, most: counted(xlsx.sheets, '张') },
  {
    what: {
      zh: 'Word、OpenDocument 文件解压后的正文，Excel 工作簿的全部工作表',
      en: 'the text part of a Word or OpenDocument file, or all sheets of a workbook, unpacked',
    },
    most: megabytes(limits.documentBytes),
  },
  { what: { zh: '全文字数', en: 'characters in all' }, most: counted(limits.characters, '字') },
  {
    what: { zh: '一个段落或单元格的字数', en: 'characters of one paragraph or cell' },
    most: counted(limits.pieceCharacters, '字'),
  },
  { what: { zh: '表格以外的段落', en: 'paragraphs outside tables' }, most: counted(limits.paragraphs, '个') },
  {
    what: { zh: '表格的张数', en: 'tables' },
    most: counted(limits.tables, '张'),
  },
  {
    what: { zh: '全部表格的单元格', en: 'cells of all tables' },
    most: counted(limits.cells, '个'),
  },
  {
    what: { zh: '一张表格的行数乘列数', en: 'rows times columns of one table' },
    most: counted(limits.slots, '格'),
  },
  {
    what: { zh: '一份文件的转换时间', en: 'time to convert one file' },
    most: { zh: `${work.seconds} 秒`, en: `${work.seconds} seconds` },
  },
  {
    what: {
      zh: '转换一份文件的内存（本机；AWS 上为 MemoryMb）',
      en: 'memory to convert one file (on one machine; MemoryMb on AWS)',
    },
    most: { zh: `${work.heapMb} MB`, en: `${work.heapMb} MB` },
  },
  {
    what: { zh: '识别、转换一份扫描件的时间', en: 'time to read and convert a scan' },
    most: { zh: `${scans.seconds} 秒`, en: `${scans.seconds} seconds` },
  },
]
