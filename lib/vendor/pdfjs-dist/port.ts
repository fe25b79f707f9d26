type Listener = (event: { readonly data: unknown }) => void

/** One end of a channel, as much of MessagePort as pdf.js uses. */
interface End {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void
  addEventListener(type: string, listener: Listener): void
  removeEventListener(type: string, listener: Listener): void
  terminate(): void
}

/** Looks at each message of the parser and tells whether it may be delivered. */
export type Watch = (message: unknown) => boolean

const end = (listeners: Set<Listener>, deliver: (message: unknown) => void, watch: Watch): End => ({
  postMessage: (message, transfer) => {
    if (watch(message)) deliver(structuredClone(message, transfer ? { transfer: [...transfer] } : undefined))
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
 * can be watched on its way.
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
