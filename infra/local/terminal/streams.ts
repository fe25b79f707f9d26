/** Nobody reads any more (`| head`): no error of anybody's. The work goes on, what is said is lost. */
const unread = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'])

/** Watches stdout and stderr for all that this process says; `failed` hears once where it could not be said. */
export const watchStreams = (failed: (error: Error) => void): void => {
  let isTold = false
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', error => {
      if (isTold || unread.has((error as NodeJS.ErrnoException).code ?? '')) return
      isTold = true
      failed(error)
    })
}
