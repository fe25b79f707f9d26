import { sections } from '../forms/sections.ts'
import type { Block, Paragraph } from '../model/document.ts'

/**
 * Titles of sections that stand inside a paragraph, because what took the text from its page lost the line ends:
 * …稳步推进。二、主动公开政府信息情况第二十条第（一）项…. Told by number and official wording together.
 */
const titles = sections.map(
  ({ number, label }) =>
    new RegExp(
      `(?:${number}\\s*[、.．]|第${number}部分[、:：]?)\\s*${[...label].map(each => (each === '、' ? '[、和与]?' : each)).join('\\s*')}`,
      'gu',
    ),
)
/** A number of a title stands in few paragraphs. */
const anyNumber = /[一二三四五六]\s*[、.．]|第[一二三四五六]部分/u
const shortest = Math.min(...sections.map(({ label }) => label.length)) + 2

/** Between the titles of a mere list stand marks and nothing else: 一、总体情况；二、主动公开政府信息情况. */
const betweenListed = 12

const placesIn = (text: string): { readonly from: number; readonly to: number }[] =>
  titles
    .flatMap(title =>
      [...text.matchAll(title)].map(({ index, 0: found }) => ({ from: index, to: index + found.length })),
    )
    .sort((a, b) => a.from - b.from)

const isList = (places: readonly { readonly from: number; readonly to: number }[]): boolean =>
  places.length > 1 &&
  places.every(({ to }, at) => at === places.length - 1 || places[at + 1]!.from - to < betweenListed)

const pieces = (paragraph: Paragraph): Paragraph[] => {
  const { text } = paragraph
  if (text.length <= shortest || !anyNumber.test(text)) return [paragraph]
  const places = placesIn(text)
  const own = places.length === 1 && text.slice(0, places[0]!.from).trim() === ''
  if (places.length === 0 || own || isList(places)) return [paragraph]
  const cuts = [...new Set([0, ...places.flatMap(({ from, to }) => [from, to]), text.length])]
  return cuts.flatMap((from, at) => {
    const piece = text.slice(from, cuts[at + 1])
    return piece.trim() === '' ? [] : [{ ...paragraph, text: piece }]
  })
}

/** The blocks with such paragraphs in pieces, each with the number of the whole: a title is a piece of its own. */
export const splitAtTitles = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => (block.kind === 'paragraph' ? pieces(block) : [block]))
