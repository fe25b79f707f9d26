/** The headings among a document's paragraph styles. */
export interface HeadingStyles {
  /** A word of the style sheet. */
  readonly take: (name: string, value: number | undefined) => void
  /** A style's name, or a part of it. */
  readonly name: (text: string) => void
  readonly levelOf: (style: number) => number | undefined
}

const HEADING = /^\s*(?:heading|标题) ?([1-9])\b/i
const longestName = 100

/** Outline levels by style, from 1: named as Word names its headings, or with a level of their own. */
export const headingStyles = (): HeadingStyles => {
  const levels = new Map<number, number>()
  let style: number | undefined
  let written = ''
  return {
    take: (name, value) => {
      if (name === 's') style = value
      else if (
        name === 'outlinelevel' &&
        style !== undefined &&
        value !== undefined &&
        value >= 0 &&
        value < 9
      )
        levels.set(style, value + 1)
    },
    name: text => {
      written = (written + text).slice(-longestName)
      if (!text.endsWith(';')) return
      const level = HEADING.exec(written)?.[1]
      if (level !== undefined && style !== undefined && !levels.has(style)) levels.set(style, Number(level))
      style = undefined
      written = ''
    },
    levelOf: index => levels.get(index),
  }
}
