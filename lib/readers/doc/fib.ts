import { Problem } from '../../model/problems.ts'
import { damaged, notWord, tooOld } from './refusals.ts'

/** Where a table of the document stands in its stream: offset and length in bytes. */
export interface Extent {
  readonly at: number
  readonly length: number
}

/** The file information block at the start of the main stream ([MS-DOC] 2.5). */
export interface Fib {
  readonly tableStream: '0Table' | '1Table'
  /** Lengths of the parts of the text, in characters, in the order in which they stand. */
  readonly characters: {
    readonly body: number
    readonly footnotes: number
    readonly headers: number
    readonly comments: number
    readonly endnotes: number
    readonly textBoxes: number
  }
  readonly styles: Extent
  readonly footnoteMarks: Extent
  readonly endnoteMarks: Extent
  readonly characterPages: Extent
  readonly paragraphPages: Extent
  readonly pieces: Extent
  readonly fonts: Extent
}

const MAGIC = 0xa5ec
const OLDER_MAGICS = [0xa5dc, 0xa5db, 0xa59b, 0xa59c]
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const TABLE_1 = 0x0200
/** Where FibRgFcLcb begins: after FibBase, FibRgW97 and FibRgLw97, whose sizes are fixed. */
const PLACES = 0x9a
const LEAST = PLACES + 93 * 8

/** Reads the header. Throws Problem: `password-protected`, `format-unsupported`, `file-damaged`. */
export const readFib = (bytes: Uint8Array): Fib => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const magic = bytes.length < 32 ? 0 : view.getUint16(0, true)
  if (OLDER_MAGICS.includes(magic)) throw tooOld()
  if (magic !== MAGIC) throw notWord()
  const flags = view.getUint16(0x0a, true)
  if (flags & ENCRYPTED)
    throw new Problem(
      'password-protected',
      { zh: '文件设有打开密码，无法读取。', en: 'The file is protected by a password and cannot be read.' },
      {
        zh: '请取消密码保护后重新保存并提交。',
        en: 'Remove the password, save the file again and submit it.',
      },
    )
  if (view.getUint16(2, true) < WORD_97) throw tooOld()
  if (bytes.length < LEAST) throw damaged('文件头不完整', 'its header is cut short')
  const place = (index: number): Extent => ({
    at: view.getUint32(PLACES + index * 8, true),
    length: view.getUint32(PLACES + index * 8 + 4, true),
  })
  const count = (at: number): number => view.getUint32(at, true)
  return {
    tableStream: flags & TABLE_1 ? '1Table' : '0Table',
    characters: {
      body: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      comments: count(0x5c),
      endnotes: count(0x60),
      textBoxes: count(0x64),
    },
    styles: place(1),
    footnoteMarks: place(2),
    characterPages: place(12),
    paragraphPages: place(13),
    fonts: place(15),
    pieces: place(33),
    endnoteMarks: place(46),
  }
}
