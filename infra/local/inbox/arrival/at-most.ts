/** Has at most so many runs going at once; the others wait their turn. */
export const atMost = (width: number): (<T>(run: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = []
  let busy = 0
  return async run => {
    if (busy >= width) await new Promise<void>(resolve => waiting.push(resolve))
    else busy += 1
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}
