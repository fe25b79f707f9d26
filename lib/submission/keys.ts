import type { Upload } from './upload.ts'

/** Everything of one version stands under this. */
export const versionPrefix = ({ key, version }: Pick<Upload, 'key' | 'version'>): string =>
  `${key}/${version}`

export const receiptKey = (upload: Pick<Upload, 'key' | 'version'>): string =>
  `${versionPrefix(upload)}/receipt.json`

/** Says that the receipt's event has been sent. A receipt without one has an event to send. */
export const sentKey = (upload: Pick<Upload, 'key' | 'version'>): string =>
  `${versionPrefix(upload)}/sent.json`

/** Points to the newest version of a key. */
export const latestKey = ({ key }: Pick<Upload, 'key'>): string => `${key}/latest.json`

export const fileKey = (upload: Upload, name: string): string => `${versionPrefix(upload)}/${name}`
