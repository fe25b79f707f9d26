import { cutToBytes } from '../util/cut.ts'
import type { Upload } from './upload.ts'

/** In UTF-8 bytes. Stores take keys of 1,024; version and name of an output come behind. */
const longestPrefix = 640

/** FNV-1a, 64 bits: enough to tell apart keys that are alike for hundreds of characters. */
const fingerprint = (bytes: Uint8Array): string => {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

const longestWithMark = longestPrefix - 17

/** What the results of all keys that begin so begin with. */
export const resultsPrefix = (prefix: string): string => cutToBytes(prefix, longestWithMark)

/** Everything of one key stands under this: the key, or what fits of it with a fingerprint. */
export const keyPrefix = ({ key }: Pick<Upload, 'key'>): string => {
  const bytes = new TextEncoder().encode(key)
  return bytes.length <= longestPrefix ? key : `${cutToBytes(key, longestWithMark)}~${fingerprint(bytes)}`
}

/** Everything of one version stands under this. */
export const versionPrefix = (upload: Pick<Upload, 'key' | 'version'>): string =>
  `${keyPrefix(upload)}/${upload.version}`

export const receiptKey = (upload: Pick<Upload, 'key' | 'version'>): string =>
  `${versionPrefix(upload)}/receipt.json`

/** Says that the receipt's event has been sent. A receipt without one has an event to send. */
export const sentKey = (upload: Pick<Upload, 'key' | 'version'>): string =>
  `${versionPrefix(upload)}/sent.json`

/** Points to the newest version of a key. */
export const latestKey = (upload: Pick<Upload, 'key'>): string => `${keyPrefix(upload)}/latest.json`

export const fileKey = (upload: Upload, name: string): string => `${versionPrefix(upload)}/${name}`
