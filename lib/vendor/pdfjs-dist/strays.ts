/** What pdf.js calls its own errors. */
const parsers =
  /^(?:Abort|InvalidPDF|MissingData|ParserEOF|Password|Response|UnknownError|XRefEntry|XRefParse)Exception$|^FormatError$/u

const event = 'unhandledRejection'

let open = 0
let others: NodeJS.UnhandledRejectionListener[] = []

const hear: NodeJS.UnhandledRejectionListener = (reason, promise) => {
  if (parsers.test((reason as Error | undefined)?.name ?? '')) return
  // As without us: thrown here, it ends the process.
  if (others.length === 0) throw reason
  for (const other of others) other(reason, promise)
}

/**
 * In a file with a page that is damaged the parser begins to fetch pages ahead and forgets about those that fail,
 * though it finds its way in the end. A promise that fails and is forgotten ends the process, on Lambda and in a worker
 * alike: between this call and that of the function it gives, those of the parser are passed over, and no others.
 *
 * Leans on: the names of pdf.js's own errors, most of which it does not export.
 */
export const passOverStrays = (): (() => void) => {
  if (open === 0) {
    others = process.listeners(event)
    process.removeAllListeners(event)
    process.on(event, hear)
  }
  open += 1
  return () => {
    // What failed just now is told of at the end of this turn.
    setImmediate(() => {
      open -= 1
      if (open > 0) return
      process.off(event, hear)
      for (const other of others) process.on(event, other)
    })
  }
}
