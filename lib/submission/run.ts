import type { Upload } from './upload.ts'

/** What made a run: a program as it was built. Receipts from before runs name no build. */
export interface Converter {
  readonly name: string
  readonly version: string
  /** Twelve hex digits of a hash of the program; `source` where it was not bundled. */
  readonly build: string
  /** When it was built, ISO 8601. */
  readonly builtAt: string
}

/**
 * Whether a program is another one than that which made a receipt, and was built before it. A receipt that names no
 * build is of no newer one; nor is one of a failure, which the program for giving up writes as well.
 */
export const isOlder = (
  ours: Converter,
  { converter, outcome }: { readonly converter: Partial<Converter>; readonly outcome: string },
): boolean =>
  outcome !== 'failed' &&
  converter.builtAt !== undefined &&
  ours.build !== converter.build &&
  ours.builtAt < converter.builtAt

/** An output by what it is and what it holds. */
export interface Content {
  readonly role: string
  readonly sha256: string
}

const digits = 12

/** The name of a run that failed beside a result: that of its event, whichever program gave up. */
export const runBeside = (event: string): string => event.slice(0, digits)

interface By {
  readonly converter: Converter
  readonly sha256: (bytes: Uint8Array) => string
}

type Version = Pick<Upload, 'bucket' | 'key' | 'version'>

const hashed = (parts: readonly unknown[], { sha256 }: By): string =>
  sha256(new TextEncoder().encode(JSON.stringify(parts))).slice(0, digits)

/**
 * The name of a run: a hash of the program and of the upload, known before it begins. A failure is another run than the
 * result that the same program may come to later.
 */
export const runOf = ({ bucket, key, version }: Version, by: By, failed = false): string =>
  hashed([by.converter.build, bucket, key, version, ...(failed ? ['failed'] : [])], by)

/** The same where program and upload have not decided what came out, and something else stands under their name. */
export const runOfContents = (
  { bucket, key, version }: Version,
  contents: readonly Content[],
  by: By,
): string =>
  hashed([by.converter.build, bucket, key, version, contents.map(({ role, sha256 }) => [role, sha256])], by)
