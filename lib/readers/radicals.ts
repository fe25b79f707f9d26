import type { Block } from '../model/document.ts'

/**
 * Radicals that stand for whole characters. Fonts share one glyph for both, so programs that take text out of a PDF
 * often give the radical: an eye sees no difference between 门 and ⻔. The supplement has no decomposition in Unicode;
 * these are its radicals that are characters of their own (EquivalentUnifiedIdeograph of the standard).
 */
const supplement =
  '⺟母⺠民⺪疋⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
const characters = [...supplement]
const wholeOf = new Map(
  characters.flatMap((character, at) => (at % 2 === 0 ? [[character, characters[at + 1]!] as const] : [])),
)
const anyRadical = /[\u2e80-\u2fd5]/u
const everyRadical = /[\u2e80-\u2fd5]/gu

const withoutRadicals = (text: string): string =>
  anyRadical.test(text)
    ? text.replace(everyRadical, radical => wholeOf.get(radical) ?? radical.normalize('NFKC'))
    : text

/** The blocks with characters in place of radicals that look the same. */
export const foldRadicals = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? anyRadical.test(block.text)
        ? { ...block, text: withoutRadicals(block.text) }
        : block
      : block.cells.some(({ text }) => anyRadical.test(text))
        ? { ...block, cells: block.cells.map(cell => ({ ...cell, text: withoutRadicals(cell.text) })) }
        : block,
  )
