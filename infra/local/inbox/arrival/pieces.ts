/** A file to look into without reading all of it. `read` gives fewer bytes where the file ends. */
export interface Pieces {
  readonly size: number
  readonly read: (from: number, length: number) => Promise<Uint8Array>
}

/**
 * What a file tells of its own end: it is there, it is not, or the format has none. A file that is `cut` may be damaged
 * for good; one still on its way looks the same.
 */
export type End = 'there' | 'cut' | 'untold'

/** One character for one byte, so that places in text and file are the same. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** The last bytes, as text. */
export const tailOf = async ({ size, read }: Pieces, length: number): Promise<string> =>
  latin1(await read(Math.max(0, size - length), length))
