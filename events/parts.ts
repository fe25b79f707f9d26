import * as z from 'zod'
import { dataschemaOf, type EventType } from './detail-types.ts'

/** Parts that the events share. */
export const message = z
  .object({ zh: z.string(), en: z.string() })
  .describe('A sentence for people: Chinese first, English beside.')

export const upload = z
  .object({
    bucket: z.string(),
    key: z.string().describe('Raw key, not encoded.'),
    version: z.string().describe('S3 version id, else etag; on disk a hash of the bytes.'),
    archive: z
      .string()
      .optional()
      .describe('Key of the uploaded archive that the file lies in, `key` being `<archive>!/<path>` then.'),
    name: z.string().describe('File name: the last part of the key.'),
    size: z.int().nonnegative().nullable().describe('Bytes; null where the file was never read.'),
    sha256: z.string().nullable().describe('Hex digits; null where the file was never read.'),
    supersedes: z
      .object({
        version: z.string().describe('Of the same key.'),
        event: z.string().nullable().describe('Id of the event that told of it; null where none did.'),
      })
      .optional()
      .describe('The version that was the newest until this one came: what was told of it is withdrawn.'),
  })
  .describe('The uploaded file this event is about.')

export const converter = z.object({
  name: z.string(),
  version: z.string(),
  build: z.string().optional().describe('Which program it was: hex digits of a hash of it.'),
  builtAt: z.iso.datetime().optional().describe('When that was built.'),
})

export const run = z
  .string()
  .optional()
  .describe('The run that this tells of: its outputs stand under `<key>/<version>/<run>/` and never change.')

/** Another run of the same upload version, and what was told of it. */
const otherRun = z.object({
  run: z.string().nullable().describe('Null: from before there were runs.'),
  event: z.string().describe('Id of the event that told of it.'),
})

export const replaces = otherRun
  .optional()
  .describe('The run whose result this one takes the place of: what was told of it is withdrawn.')

export const stands = otherRun
  .extend({
    event: z
      .string()
      .nullable()
      .describe('Id of the event that told of it. Null: an archive whose files are not all through.'),
  })
  .optional()
  .describe('Converting again failed; this earlier run is still the one that counts.')

export const pointer = z.object({
  key: z.string(),
  size: z.int().nonnegative(),
  sha256: z.string(),
})

export const receiptPointer = z.object({ key: z.string() })

export const bucket = z.string().describe('Where the keys beside it stand.')

/** What `subject` and `sequence` of an event say. */
const ofUpload = {
  subject: 'Key of the upload.',
  sequence: 'Sequencer of the upload: orders the versions of one `subject`, compared as text.',
} as const

/** The same of an event about a season. */
export const ofSeason = {
  subject: '`season/<year>`.',
  sequence: 'Orders what is told of one `subject`, compared as text.',
} as const

/** CloudEvents 1.0 context attributes, with the type and data of one event. */
export const cloudEvent = <Type extends EventType, Data extends z.ZodType>(
  type: Type,
  data: Data,
  about: typeof ofUpload | typeof ofSeason = ofUpload,
) =>
  z.object({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('The same for every repeat of the same fact: drop what you have seen.'),
    source: z.literal('gongkai'),
    type: z.literal(type),
    subject: z.string().min(1).describe(about.subject),
    time: z.iso.datetime().describe('When this was first found out; the same for every repeat.'),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(dataschemaOf(type)).optional().describe('`$id` of this schema.'),
    sequence: z.string().min(1).optional().describe(about.sequence),
    retold: z.literal(true).optional().describe('A replay tells once more what was told under this id.'),
    data,
  })
