import type { EventType } from '../../events/detail-types.ts'
import type { Ports } from './ports.ts'
import type { Receipt } from './receipt.ts'
import type { Content } from './run.ts'
import type { Upload } from './upload.ts'

/** What an event tells: of which upload, which kind of fact, and what came out. */
export interface Fact {
  readonly upload: Pick<Upload, 'bucket' | 'key' | 'version'>
  readonly type: EventType
  readonly contents: readonly Content[]
}

/**
 * The same fact has the same id, however often it is found out. One that takes another's place is told as that:
 * what came out before and comes out again after something else is news to whoever heard of both.
 */
export const eventId = (
  { upload: { bucket, key, version }, type, contents }: Fact,
  inPlaceOf: string | null,
  sha256: Ports['sha256'],
): string => {
  const outputs = contents.map(({ role, sha256: hash }) => [role, hash])
  const parts = [bucket, key, version, type, outputs, inPlaceOf]
  return sha256(new TextEncoder().encode(JSON.stringify(parts)))
}

/** The id of the fact that converting again failed, beside what goes on standing. */
export const idBeside = (
  upload: Fact['upload'],
  contents: readonly Content[],
  { event, run }: Pick<Receipt, 'event' | 'run'>,
  sha256: Ports['sha256'],
): string =>
  eventId({ upload, type: 'gongkai.report.conversion-failed.v1', contents }, event?.id ?? run ?? null, sha256)
