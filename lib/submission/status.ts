import { partsOfKey } from './archive.ts'
import { compareKeys } from './key-order.ts'
import { keyPrefix, latestKey, receiptKey } from './keys.ts'
import { parseLatest } from './latest.ts'
import { parsedReceipt, type Receipt } from './receipt.ts'
import { type PassedOver, passedOver, skipReason } from './skip.ts'
import type { ListedUpload, Places } from './stretches.ts'
import { type VersionPorts, type VersionStatus, versionStatus } from './version-status.ts'

/** What is known of a key. */
export interface Status {
  readonly schema: 'gongkai.status/1'
  readonly key: string
  /** The archive that the file lies in; null for one of its own. `holds`: null where it was not unpacked. */
  readonly archive: { readonly key: string; readonly holds: boolean | null } | null
  /** Why nobody looks at such a key; null for an upload. */
  readonly skipped: PassedOver | null
  readonly versions: readonly VersionStatus[]
}

export interface StatusPorts extends VersionPorts, Pick<Places, 'uploads'> {}

/** Versions of the upload, or of the archive that it lies in, newest first. */
const uploadsOf = async (key: string, { uploads }: StatusPorts): Promise<readonly ListedUpload[]> => {
  const file = partsOfKey(key)?.archive
  const found: ListedUpload[] = []
  // A file of its own may be called as one in an archive would be.
  for await (const listed of uploads('')) {
    const place = listed.upload.key
    if (compareKeys(place, key) > 0) break
    if (place === key || place === file) found.push(listed)
  }
  return found
}

/** Versions that have results. What lies below the key as below a folder is stepped over, a version at a time. */
const receiptsOf = async (
  key: string,
  listed: readonly ListedUpload[],
  { outputs }: StatusPorts,
): Promise<readonly Receipt[]> => {
  const versions = new Set(listed.flatMap(({ upload, etag }) => [upload.version, ...(etag ? [etag] : [])]))
  const below = `${keyPrefix({ key })}/`
  if (await outputs.get(latestKey({ key })))
    for (let after: string | null = ''; after !== null; ) {
      let next: string | null = null
      for await (const found of outputs.list(below, after)) {
        const [version = '', ...rest] = found.key.slice(below.length).split('/')
        if (rest.length > 0) versions.add(version)
        next = rest.length > 0 ? `${below}${version}0` : found.key
        break
      }
      after = next
    }
  const receipts: Receipt[] = []
  for (const version of versions) {
    const stored = await outputs.get(receiptKey({ key, version }))
    const receipt = stored && parsedReceipt(stored.bytes)
    if (receipt?.upload.key === key && receipt.upload.version === version) receipts.push(receipt)
  }
  return receipts
}

/** The archive of that key, and whether any version of it that was unpacked holds the file. */
const archiveOf = async (
  key: string,
  listed: readonly ListedUpload[],
  ports: StatusPorts,
): Promise<Status['archive']> => {
  const parts = partsOfKey(key)
  if (!parts || listed.some(({ upload }) => upload.key === key)) return null
  const receipts = await receiptsOf(parts.archive, listed, ports)
  const unpacked = receipts.filter(receipt => receipt.unpacked)
  const holds = unpacked.some(receipt => receipt.unpacked?.files.includes(parts.name))
  return { key: parts.archive, holds: unpacked.length > 0 ? holds : null }
}

/** What became of an upload, or of a file in an archive: every version that is there or has results, newest first. */
export const statusOf = async (key: string, ports: StatusPorts): Promise<Status> => {
  const listed = await uploadsOf(key, ports)
  const receipts = await receiptsOf(key, listed, ports)
  const pointer = await ports.outputs.get(latestKey({ key }))
  const latest = pointer && parseLatest(pointer.bytes).version
  const sinceOf = (version: string): string | null =>
    listed.find(({ upload, etag }) => upload.version === version || etag === version)?.since.toISOString() ??
    null
  const versions: VersionStatus[] = []
  for (const receipt of receipts) {
    const { version } = receipt.upload
    const status = await versionStatus(receipt, ports)
    versions.push({ ...status, latest: version === latest, uploaded: sinceOf(version) })
  }
  const known = new Set(receipts.map(({ upload }) => upload.version))
  for (const { upload, etag, since } of listed) {
    if (known.has(upload.version) || (etag !== undefined && known.has(etag))) continue
    const nothing = { latest: false, runs: [], quarantine: null, archive: null }
    versions.push({ version: upload.version, uploaded: since.toISOString(), ...nothing })
  }
  const timeOfVersion = ({ uploaded, runs }: VersionStatus) => uploaded ?? runs[0]?.time ?? ''
  return {
    schema: 'gongkai.status/1',
    key,
    archive: await archiveOf(key, listed, ports),
    skipped: versions.length > 0 ? skipReason({ key }) : passedOver({ key }),
    versions: versions.toSorted((a, b) => (timeOfVersion(a) < timeOfVersion(b) ? 1 : -1)),
  }
}
