/** Nobody reads any more (`| head`): no error of anybody's. The work goes on, what is said is lost. */
const unread = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

/** Watches stdout and stderr for all that this process says; gives what went wrong, or null. */
export const watchStreams = (): (() => Error | null) => {
  let failed: Error | null = null
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', error => {
      if (!unread.has((error as NodeJS.ErrnoException).code ?? '')) failed ??= error
    })
  return () => failed
}
