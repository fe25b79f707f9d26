import { compareKeys } from '../../lib/submission/key-order.ts'

/** An object of the fake store: its key without the bucket, versions oldest first. */
export interface FakeEntry {
  readonly key: string
  readonly versions: readonly {
    readonly version: string
    readonly etag: string
    readonly size: number
    readonly modified: Date
  }[]
}

/** As S3 encodes keys where a listing asks for it. */
const encode = (key: string): string =>
  encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/').replaceAll("'", '%27')

/** So that every listing of more than a few keys takes several pages, where nothing else is said. */
const pageSizeOf = (entries: readonly FakeEntry[]): number => Math.max(3, Math.ceil(entries.length / 10))

const matching = (entries: readonly FakeEntry[], prefix: string, after: string): readonly FakeEntry[] =>
  entries
    .filter(({ key }) => key.startsWith(prefix) && compareKeys(key, after) > 0)
    .toSorted((a, b) => compareKeys(a.key, b.key))

/** ListObjectsV2. */
export const listObjects = (
  entries: readonly FakeEntry[],
  { searchParams }: URL,
  pageSize = pageSizeOf(entries),
): string => {
  const token = searchParams.get('continuation-token')
  const after = token ?? searchParams.get('start-after') ?? ''
  const found = matching(entries, searchParams.get('prefix') ?? '', after)
  const page = found.slice(0, pageSize)
  const contents = page.map(({ key, versions }) => {
    const { etag, size, modified } = versions.at(-1)!
    return `<Contents><Key>${encode(key)}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>"${etag}"</ETag><Size>${size}</Size></Contents>`
  })
  const more = found.length > page.length
  const next = more
    ? `<NextContinuationToken>${page.at(-1)!.key.replaceAll('&', '&amp;')}</NextContinuationToken>`
    : ''
  return `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
}

/** ListObjectVersions, newest first of each key. */
export const listVersions = (entries: readonly FakeEntry[], { searchParams }: URL): string => {
  const marker = searchParams.get('key-marker') ?? ''
  const versionMarker = searchParams.get('version-id-marker')
  const prefix = searchParams.get('prefix') ?? ''
  const all = entries
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .filter(({ key }) => key.startsWith(prefix))
    .flatMap(({ key, versions }) => versions.toReversed().map(version => ({ key, ...version })))
  const from = versionMarker
    ? all.findIndex(({ key, version }) => key === marker && version === versionMarker) + 1
    : all.findIndex(({ key }) => compareKeys(key, marker) > 0)
  const found = from < 0 ? [] : all.slice(from)
  const page = found.slice(0, pageSizeOf(entries))
  const versions = page.map(
    ({ key, version, etag, size, modified }) =>
      `<Version><Key>${encode(key)}</Key><VersionId>${version}</VersionId><ETag>"${etag}"</ETag><Size>${size}</Size><LastModified>${modified.toISOString()}</LastModified></Version>`,
  )
  const more = found.length > page.length
  const last = page.at(-1)
  const next =
    more && last
      ? `<NextKeyMarker>${encode(last.key)}</NextKeyMarker><NextVersionIdMarker>${last.version}</NextVersionIdMarker>`
      : ''
  return `<ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${next}${versions.join('')}</ListVersionsResult>`
}
