import type { WriteStream } from 'node:tty'

export interface Progress {
  /** Prints a line of lasting output above the bar. */
  readonly print: (line: string) => void
  readonly step: () => void
  readonly end: () => void
}

const barWidth = 30

/** A bar on the terminal while many files are converted; without a terminal, or for few files, only the lines. */
export const startProgress = (
  total: number,
  out: { readonly write: (text: string) => unknown },
  terminal: Pick<WriteStream, 'write' | 'isTTY'>,
): Progress => {
  const shown = Boolean(terminal.isTTY) && total > 3
  let done = 0
  const clear = () => shown && terminal.write('\r\u001b[2K')
  const draw = () => {
    if (!shown) return
    const filled = Math.round((done / total) * barWidth)
    terminal.write(`\r${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${total}`)
  }
  draw()
  return {
    print: line => {
      clear()
      out.write(`${line}\n`)
      draw()
    },
    step: () => {
      done += 1
      draw()
    },
    end: () => {
      clear()
    },
  }
}
