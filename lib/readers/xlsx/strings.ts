import type { VisitPart } from '../package/parts.ts'
import type { AttributeValue } from '../package/walk.ts'
import type { StoryLoss } from '../story/model.ts'
import { paragraphBuilder } from '../story/paragraph.ts'
import { plain, type Sight } from '../style/look.ts'
import { isOn, isWhiteColour, smallestSize } from './cell-styles.ts'

/** A text as cells hold it, and what of it was lost. */
export interface CellText {
  readonly text: string
  readonly losses: readonly StoryLoss[]
}

/** Gathers a text of one or several runs, from the shared strings or within a cell (ECMA-376 18.4). */
export interface StringReader {
  readonly open: (name: string, value: AttributeValue) => boolean | undefined
  readonly close: (name: string) => void
  readonly text: (data: string) => void
  readonly take: () => CellText
}

/** Characters XML cannot hold are written as `_x000D_` (22.4.2.4). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

export const stringReader = (): StringReader => {
  const builder = paragraphBuilder()
  let sight: Sight = plain
  let reading = false
  return {
    open: (name, value) => {
      if (name === 'x:rPh' || name === 'x:phoneticPr') return true
      if (name === 'x:r') sight = plain
      else if (name === 'x:vertAlign') sight = { ...sight, raised: value('val') !== 'baseline' }
      else if (name === 'x:strike') sight = { ...sight, struck: isOn(value('val')) }
      else if (name === 'x:color') sight = { ...sight, white: sight.white === true || isWhiteColour(value) }
      else if (name === 'x:sz' && Number(value('val') ?? 11) < smallestSize) sight = { ...sight, white: true }
      else if (name === 'x:t') reading = true
      return undefined
    },
    close: name => {
      if (name === 'x:t') reading = false
      else if (name === 'x:r') sight = plain
    },
    text: data => {
      if (reading) builder.say(unescaped(data).replace(/\r\n?/g, '\n'), sight)
    },
    take: () => {
      sight = plain
      return builder.end(true)
    },
  }
}

/** The texts that cells refer to by number. */
export const readSharedStrings = (visit: VisitPart, part: string | undefined): readonly CellText[] => {
  const strings: CellText[] = []
  if (part === undefined) return strings
  const reader = stringReader()
  visit(part, {
    open: reader.open,
    close: name => {
      reader.close(name)
      if (name === 'x:si') strings.push(reader.take())
    },
    text: reader.text,
  })
  return strings
}
