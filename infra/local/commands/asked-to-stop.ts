import { orphaned } from './orphaned.ts'

/** One Ctrl-C reaches us up to three times: from the terminal, from npm and from the launcher. */
const sameRequestMs = 1000

/** What is in hand may take so long when nobody is there any more who could wait for it. */
const aloneMs = 5000

/**
 * Resolves with the first request to stop; a second one, later, ends the process at once. The end of those above us
 * is one too: npm tells only the shell between us, which goes without a word, and what is killed tells nobody.
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
  void orphaned().then(() => {
    setTimeout(() => process.exit(130), aloneMs).unref()
    resolve()
  })
  return promise
}
