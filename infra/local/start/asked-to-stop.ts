/** One Ctrl-C reaches us up to three times: from the terminal, from npm and from the launcher. */
const sameRequestMs = 1000

/**
 * Resolves with the first request to stop; a second one, later, ends the process at once. Under `npm start`
 * the end of our parent is one too: npm tells only the shell between us, which goes without a word.
 */
export const askedToStop = (): Promise<void> => {
  let first: number | null = null
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = () => {
    first ??= Date.now()
    if (Date.now() - first > sameRequestMs) process.exit(130)
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  if (process.env['npm_lifecycle_event'] === 'start') {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      resolve()
    }, 200)
    watch.unref()
  }
  return promise
}
