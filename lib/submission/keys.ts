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

/** Everything that tells how far the files of an archive are stands under this. */
export const insidePrefix = (archive: Pick<Upload, 'key' | 'version'>): string =>
  `${versionPrefix(archive)}/inside/`

/**
 * Says that the receipt's event has been sent. A receipt without one has an event to send. Those of the files of an
 * archive stand together, so that one listing tells how many of them are through.
 */
export const sentKey = ({
  key,
  version,
  archive,
}: Pick<Upload, 'key' | 'version'> & { readonly archive?: string | undefined }): string =>
  archive === undefined
    ? `${versionPrefix({ key, version })}/sent.json`
    : `${insidePrefix({ key: archive, version })}${fingerprint(new TextEncoder().encode(key))}.json`

/** Points to the newest version of a key. */
export const latestKey = (upload: Pick<Upload, 'key'>): string => `${keyPrefix(upload)}/latest.json`

/** Everything that one run has written stands under this. */
export const runPrefix = (upload: Pick<Upload, 'key' | 'version'>, run: string): string =>
  `${versionPrefix(upload)}/${run}`

/** The record of a run that is not, or no longer, that of the receipt. Before there were runs: beside the receipt. */
export const runKey = (upload: Pick<Upload, 'key' | 'version'>, run: string | undefined): string =>
  `${run === undefined ? versionPrefix(upload) : runPrefix(upload, run)}/run.json`

/** The record of a run that counted once more, after another: what was told of it then. */
export const toldKey = (
  upload: Pick<Upload, 'key' | 'version'>,
  run: string | undefined,
  event: string,
): string =>
  `${run === undefined ? versionPrefix(upload) : runPrefix(upload, run)}/told/${event.slice(0, 12)}.json`

/** Says that the event of a run was sent whose record never became the receipt. */
export const runSentKey = (upload: Pick<Upload, 'key' | 'version'>, run: string): string =>
  `${runPrefix(upload, run)}/sent.json`
