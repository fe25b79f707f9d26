import { formKeys } from '../forms/form.ts'
import type { ReportJson } from '../writers/contract.ts'
import { evenName } from './roster/even-name.ts'

/**
 * What a report says in its own words, as a signature that tells how alike two of them are: MinHash, Broder 1997, of each
 * hash the last 8 bits, Li and König 2010. The share of agreeing hashes is the share of six-character pieces that both
 * texts have, give or take 4 in 100.
 */

/** Hashes of a signature, two hex digits each. */
export const signatureHashes = 64
export const hashDigits = 2

const pieceLength = 6

/** A text with less of its own says what all say. */
const fewestPieces = 400

type Narrative = Pick<ReportJson['report'], 'authority' | 'authorityAsPrinted' | 'preamble' | 'sections'>

/** Sentences that the notices and the form prescribe, and addresses: all reports have them. */
const prescribed = [
  /政府信息公开条例|国办公开办|国务院办公厅|编制(?:而成|完成|本|的)|统计期限|自20?\d*年?1月1日/u,
  /勾稽关系|第[一二三四]项|如对本(?:年度)?报告|联系(?:电话|地址|方式)|邮编|邮政编码|传真|电子版|下载|网址|网站地址/u,
  /信息(?:公开)?处理费|其他需要报告的事项|由以下.{0,6}部分组成|全文包括|图表|附件/u,
]

const isPrescribed = (sentence: string): boolean => prescribed.some(pattern => pattern.test(sentence))

/** The sentences of its own, evened out: numbers and years, and what it calls itself, are told apart by nothing. */
const ownWords = ({ authority, authorityAsPrinted, preamble, sections }: Narrative): string => {
  const names = [authority, authorityAsPrinted]
    .filter(name => name !== null)
    .map(evenName)
    .sort((a, b) => b.length - a.length)
  const paragraphs = [
    ...preamble,
    ...sections
      .filter(({ key }) => !formKeys.some(form => form === key))
      .flatMap(section => section.paragraphs),
  ]
  return paragraphs
    .flatMap(paragraph => evenName(paragraph).split(/[。！？!?;；]/u))
    .filter(sentence => !isPrescribed(sentence))
    .map(sentence => names.reduce((text, name) => text.replaceAll(name, '本'), sentence))
    .join('')
    .replace(/[\d.]+|[〇○零一二三四五六七八九十百千万亿]+/gu, '0')
    .replace(/[^\p{L}0]/gu, '')
}

const pieceHash = (text: string, at: number): number => {
  let hash = 0x811c9dc5
  for (let index = at; index < at + pieceLength; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}

const mixed = (value: number): number => {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** What each hash starts from, and what it is multiplied by: odd, so that no two pieces become one. */
const seeds = Int32Array.from({ length: signatureHashes }, (_, at) => mixed(0x9e3779b9 * (at + 1)))
const factors = Int32Array.from({ length: signatureHashes }, (_, at) => mixed(0x85ebca6b * (at + 1)) | 1)

const piecesOf = (text: string): ReadonlySet<number> => {
  const pieces = new Set<number>()
  for (let at = 0; at + pieceLength <= text.length; at++) pieces.add(mixed(pieceHash(text, at)))
  return pieces
}

/** The signature in hex digits; null where the text is too short to be like another's by more than chance. */
export const textSignature = (narrative: Narrative): string | null => {
  const pieces = piecesOf(ownWords(narrative))
  if (pieces.size < fewestPieces) return null
  const least = new Uint32Array(signatureHashes).fill(0xffffffff)
  for (const piece of pieces)
    for (let at = 0; at < signatureHashes; at++) {
      const hash = Math.imul(piece ^ seeds[at]!, factors[at]!) >>> 0
      if (hash < least[at]!) least[at] = hash
    }
  return [...least].map(hash => (mixed(hash) & 0xff).toString(16).padStart(hashDigits, '0')).join('')
}
