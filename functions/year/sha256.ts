import { createHash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Of a value without functions, sets or dates, whose names stand in a fixed order. */
export const hashOf = (value: unknown): string => sha256(JSON.stringify(value))
