import type { Document } from '../../model/document.ts'
import { limits } from '../limits.ts'
import { tooComplex } from '../package/refusals.ts'
import { documentFromStory } from '../story/document.ts'
import { cutWords } from './cut-words.ts'
import { damaged } from './refusals.ts'
import { tokens } from './tokens.ts'
import { rtfWriter } from './writer.ts'

const startsWell = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf'

/**
 * Reads an RTF file as Word, WPS and LibreOffice write it into a Document: body text in any code page, tables with
 * merged and nested cells. Headers, footers, notes, comments and text boxes are not read; tracked changes count as
 * accepted; the saved result of a field is its text. Where the cells of a row do not go with its definition only
 * their order is given. Throws Problem: `file-damaged`, `too-complex`.
 */
export const readRtf = async (bytes: Uint8Array): Promise<Document> => {
  if (!startsWell(bytes)) throw damaged('文件头有误', 'it does not begin as one')
  const writer = rtfWriter(bytes)
  const cut = cutWords()
  let depth = 0
  let count = 0
  for (const token of tokens(bytes)) {
    if (++count > limits.rtf.tokens) throw tooComplex('内容过多', 'it has more content than any report')
    switch (token.kind) {
      case 'open':
        if (++depth > limits.depth) throw tooComplex('嵌套过深', 'its groups are nested too deeply')
        writer.open()
        break
      case 'close':
        depth--
        writer.close()
        break
      case 'control':
        // No such word exists: a longer one was cut, and its number would count as text.
        if (/\d/u.test(token.name))
          throw damaged('其中的控制字不完整', 'one of its control words is cut short')
        cut.take(token.name, token.value !== undefined, token.beforeDigits)
        writer.control(token.name, token.value)
        break
      case 'zero':
        throw damaged('其中夹有空字节', 'there are zero bytes in it')
      case 'byte':
        writer.byte(token.value)
        break
      case 'text':
        writer.text(token.from, token.to)
        break
    }
    if (depth === 0) break
  }
  if (depth > 0) throw damaged('文件不完整', 'it is cut short')
  const word = cut.found()
  if (word !== null)
    throw damaged(`其中的控制字“\\${word}”不完整`, `its control word “\\${word}” is cut short`)
  const { blocks, losses } = writer.finish()
  return documentFromStory('rtf', blocks, losses)
}
