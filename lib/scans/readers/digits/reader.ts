import type { LineCrop, LineRead, LineReader } from '../../contract.ts'
import { readSteps } from '../ctc.ts'
import { chanceOfText } from './chance.ts'
import { columnsOf } from './net.ts'
import { normalise, rows } from './normal.ts'
import { type Layer, layersOf } from './weights.ts'
import { weightsBytes } from './weights-file.ts'

/** The last stands for whatever is no figure. infra/digit-reader/lines.py has the same. */
const characters = ['', ...'0123456789.,-+/万元?']

/** Chances of each column that add up to 1. */
const chancesOf = (values: Float64Array, kinds: number): Float64Array => {
  const chances = new Float64Array(values.length)
  for (let at = 0; at < values.length; at += kinds) {
    const column = values.subarray(at, at + kinds)
    const most = column.reduce((a, b) => Math.max(a, b), -Infinity)
    const sum = column.reduce((all, value) => all + Math.exp(value - most), 0)
    for (let kind = 0; kind < kinds; kind++)
      chances[at + kind] = Math.exp((column[kind] as number) - most) / sum
  }
  return chances
}

const readLine = (layers: readonly Layer[], { raw, digitHeight }: LineCrop): LineRead => {
  const line = normalise(raw, digitHeight)
  if (!line) return { text: '', confidence: 1 }
  const { columns, kinds, values } = columnsOf(
    layers,
    Float64Array.from(line.values, value => value / 255),
    rows,
  )
  const chances = chancesOf(values, kinds)
  const { text } = readSteps(chances, 0, columns, characters)
  const kindsOfText = Array.from(text, character => characters.indexOf(character))
  return { text, confidence: chanceOfText(chances, kinds, kindsOfText) }
}

/** Our own reader of figures. Throws what reading its weights throws. */
export const openDigits = async (): Promise<LineReader> => {
  const layers = layersOf(await weightsBytes())
  return {
    name: 'gongkai-digits/1',
    family: 'gongkai',
    read: async lines => lines.map(line => readLine(layers, line)),
  }
}
