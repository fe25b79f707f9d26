type Listener = (event: { readonly data: unknown }) => void

/** One end of a channel, as much of MessagePort as pdf.js uses. */
interface End {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  addEventListener(type: string, listener: Listener): void
  removeEventListener(type: string, listener: Listener): void
  terminate(): void
}

/** What a message of the parser says of the drawing program of a page. */
export interface Told {
  /** A piece of the program: numbers of operators, and the arguments of each. */
  readonly program: { readonly operators: readonly number[]; readonly arguments: readonly unknown[] } | null
  /** A stream of the program broke off with an error. */
  readonly brokeOff: boolean
}

/** Looks at what the parser tells and says whether it may be delivered. */
export type Watch = (told: Told) => boolean

/** A message of the parser, as far as it is looked at. */
interface Raw {
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] }
  readonly reason?: unknown
  readonly stream?: number
}

const toldBy = ({ chunk, reason, stream }: Raw): Told => ({
  program: chunk?.fnArray ? { operators: chunk.fnArray, arguments: chunk.argsArray ?? [] } : null,
  brokeOff: stream !== undefined && reason !== undefined,
})

const end = (listeners: Set<Listener>, deliver: (message: unknown) => void, watch: Watch): End => ({
  postMessage: (message, transfer) => {
    if (watch(toldBy(message as Raw)))
      deliver(structuredClone(message, transfer ? { transfer: [...transfer] } : undefined))
  },
  addEventListener: (_, listener) => listeners.add(listener),
  removeEventListener: (_, listener) => listeners.delete(listener),
  terminate: () => listeners.clear(),
})

export interface Channel {
  readonly main: End
  readonly parser: End
  /** Delivers nothing any more; whoever waits for an answer waits until it is forgotten. */
  readonly cut: () => void
}

/**
 * A channel between the two halves of pdf.js inside this thread, so that no worker file is needed and every message
 * can be watched on its way: a few kilobytes of PDF can ask for operators without end.
 *
 * Leans on: the parser handing out drawing programs as messages with `chunk: { fnArray, argsArray }`, and telling the end
 * of a stream that failed by `stream` and `reason`; `PDFWorker` taking any port with `postMessage` and listeners.
 */
export const channel = (watch: Watch): Channel => {
  const atMain = new Set<Listener>()
  const atParser = new Set<Listener>()
  const send = (listeners: ReadonlySet<Listener>) => (data: unknown) => {
    queueMicrotask(() => {
      for (const listener of [...listeners]) listener({ data })
    })
  }
  return {
    main: end(atMain, send(atParser), () => true),
    parser: end(atParser, send(atMain), watch),
    cut: () => {
      atMain.clear()
      atParser.clear()
    },
  }
}
