import { isFlat } from '../../style/size.ts'
import { fromTwips } from '../../style/units.ts'
import { isOn, isRunProperty, lookProperties, shadingOf } from '../look.ts'
import { lose, type Opener } from './state.ts'

const inProperties = (path: readonly string[], of: string): boolean => path.at(-1) === of

const shade: Opener = (slim, value, path) => {
  const { paragraph } = slim.story
  const row = slim.table?.row
  if (inProperties(path, 'pPr') && paragraph) paragraph.shading = shadingOf(value)
  else if (inProperties(path, 'tcPr') && row?.cell) row.cell.shading = shadingOf(value)
  else if (inProperties(path, 'tblPrEx') && row) row.shading = shadingOf(value)
  else if (inProperties(path, 'tblPr') && slim.table) slim.table.shading = shadingOf(value)
  return undefined
}

const lines: Opener = (slim, value, path) => {
  const { paragraph } = slim.story
  if (paragraph && inProperties(path, 'pPr') && value('line') !== undefined)
    paragraph.flat = isFlat(Math.abs(fromTwips(Number(value('line')))))
  return undefined
}

const rightToLeft: Opener = (slim, value, path) => {
  if (inProperties(path, 'pPr') && slim.table && isOn(value('val'))) lose(slim, 'direction-ignored')
  return undefined
}

const alignment: Opener = (slim, value, path) => {
  const { paragraph } = slim.story
  if (paragraph && inProperties(path, 'pPr')) paragraph.alignment = value('val') ?? 'left'
  return undefined
}

const elsewhere: Readonly<Record<string, Opener>> = {
  shd: shade,
  spacing: lines,
  bidi: rightToLeft,
  jc: alignment,
}

const openerOf =
  (name: string): Opener =>
  (slim, value, path) => {
    const run = slim.story.paragraph?.run
    if (run && name === 'sz' && isRunProperty(path, 'r')) slim.story.paragraph!.size = Number(value('val'))
    if (run && isRunProperty(path, 'r')) lookProperties[name]?.(run, value, path)
    else elsewhere[name]?.(slim, value, path)
    return undefined
  }

/** How text looks, as far as it decides whether a person reads it as part of a figure. */
export const lookOpeners: Readonly<Record<string, Opener>> = Object.fromEntries(
  [...Object.keys(lookProperties), ...Object.keys(elsewhere)].map(name => [name, openerOf(name)]),
)
