import type { Problem } from '../../../model/problems.ts'
import type { Told, Watch } from '../../../vendor/pdfjs-dist/port.ts'
import { limits } from '../../limits.ts'
import { tooComplex } from '../refusals.ts'

export interface Guard {
  readonly watch: Watch
  /** Rejects with a Problem as soon as the file costs too much; never resolves. The parser then waits to be closed. */
  readonly exceeded: Promise<never>
  /** Streams of operators that broke off with an error so far. */
  readonly brokenStreams: () => number
  readonly nextPage: () => void
  readonly isSpent: () => boolean
}

/** Numbers of the operators that cost more than others. */
export interface CostlyOps {
  readonly showText: number
  readonly save: number
  readonly restore: number
  readonly paintFormXObjectBegin: number
}

/** A form costs the parser as much as so many other operators. */
const formCost = 20

/** A glyph, or a number that moves the next one. One glyph may stand for thousands of characters. */
type Shown = { readonly unicode?: string } | number | null

const charactersIn = (shown: ArrayLike<Shown>): number => {
  let characters = 0
  for (let at = 0; at < shown.length; at++) {
    const glyph = shown[at]
    characters += typeof glyph === 'object' ? Math.max(1, glyph?.unicode?.length ?? 1) : 1
  }
  return characters
}

/** Counts what the parser hands out. */
export const guard = ({ showText, save, restore, paintFormXObjectBegin }: CostlyOps): Guard => {
  let operators = 0
  let onPage = 0
  let depth = 0
  let glyphs = 0
  let broken = 0
  let spent = false
  let reject: (problem: Problem) => void = () => {}
  const exceeded = new Promise<never>((_, refuse) => {
    reject = refuse
  })
  // Without a listener an early refusal would count as unhandled.
  exceeded.catch(() => {})
  const refuse = (zh: string, en: string): false => {
    spent = true
    reject(tooComplex(zh, en))
    return false
  }
  const count = (program: NonNullable<Told['program']>): boolean => {
    operators += program.operators.length
    onPage += program.operators.length
    program.operators.forEach((operator, at) => {
      if (operator === showText)
        glyphs += charactersIn((program.arguments[at] as readonly Shown[][])[0] ?? [])
      else if (operator === save) depth += 1
      else if (operator === restore) depth -= 1
      else if (operator === paintFormXObjectBegin) onPage += formCost
    })
    // The parser takes ever longer for each state that is saved and not restored.
    if (depth > limits.pdf.depth) return refuse('图形状态嵌套过深', 'its graphics states are nested too deep')
    if (onPage > limits.pdf.pageOperators || operators > limits.pdf.operators)
      return refuse('绘图指令过多', 'it has too many drawing operators')
    if (glyphs > limits.pdf.glyphs)
      return refuse(`文字超过 ${limits.pdf.glyphs} 个`, `it has more than ${limits.pdf.glyphs} characters`)
    return true
  }
  return {
    exceeded,
    brokenStreams: () => broken,
    isSpent: () => spent,
    nextPage: () => {
      onPage = 0
      depth = 0
    },
    watch: ({ program, brokeOff }) => {
      if (brokeOff) broken += 1
      return program ? count(program) : true
    },
  }
}
