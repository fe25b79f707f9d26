import { GetObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3'
import { PermanentFailure, TransientFailure } from '../../lib/submission/errors.ts'
import type { Failure } from '../../lib/submission/outcome.ts'
import type { UploadSource } from '../../lib/submission/ports.ts'
import type { Upload } from '../../lib/submission/upload.ts'
import { kindOf, submissionError } from './errors.ts'

/** A scanner marked the upload as anything but clean: it is not opened, and not copied. */
export class NotClean extends PermanentFailure {
  constructor() {
    super('the upload is not marked clean by the malware scanner')
    this.name = 'NotClean'
  }
}

/** No scanner has marked the upload yet. */
export class NotScanned extends TransientFailure {
  constructor() {
    super('the upload has not been scanned yet')
    this.name = 'NotScanned'
  }
}

/** No scanner has marked the upload, and it has been waited for long enough: it is not opened, and not copied. */
export class NeverScanned extends PermanentFailure {
  constructor() {
    super('the upload was not scanned')
    this.name = 'NeverScanned'
  }
}

export const notScanned: Failure = {
  code: 'not-scanned',
  sentence: {
    zh: '恶意软件扫描迟迟没有结果，文件没有打开。',
    en: 'The malware scan gave no result in time; the file was not opened.',
  },
  remedy: {
    zh: '请检查扫描服务是否在运行、是否给文件加上了标签；扫描完成后重新处理（replay）。',
    en: 'See whether the scanner is running and tags the files; replay the file once it is scanned.',
  },
}

export const notClean: Failure = {
  code: 'not-clean',
  sentence: {
    zh: '恶意软件扫描未通过，文件没有打开。',
    en: 'The malware scan did not pass the file; it was not opened.',
  },
  remedy: {
    zh: '请查看扫描结果；确认文件安全后重新处理（replay）。',
    en: 'Look at the scan result; replay the file once it is known to be safe.',
  },
}

/** The tag that a scanner sets on what it found clean, written `key=value`. */
export interface ScanTag {
  readonly key: string
  readonly clean: string
}

export const parseScanTag = (text: string): ScanTag | null => {
  const [key = '', clean = ''] = text.split('=', 2)
  return key && clean ? { key, clean } : null
}

/** Null where it has no such tag; undefined where that version is gone. */
const tagOf = async (client: S3Client, upload: Upload, key: string): Promise<string | null | undefined> => {
  const version = upload.versionKind === 'etag' ? {} : { VersionId: upload.version }
  try {
    const { TagSet = [] } = await client.send(
      new GetObjectTaggingCommand({ Bucket: upload.bucket, Key: upload.key, ...version }),
    )
    return TagSet.find(tag => tag.Key === key)?.Value ?? null
  } catch (error) {
    if (kindOf(error) === 'absent') return undefined
    throw submissionError('GetObjectTagging', error)
  }
}

/** Whether a scanner has marked the upload, whatever it found; true of one that is gone: nobody waits for that. */
export const isScanned = async (client: S3Client, upload: Upload, { key }: ScanTag): Promise<boolean> =>
  (await tagOf(client, upload, key)) !== null

/**
 * Uploads that may be read only once a scanner has marked them clean. Fails closed: not yet marked is NotScanned,
 * or NeverScanned where it is not waited for; marked otherwise is NotClean. What is gone is null without a mark.
 */
export const gatedUploads = (
  source: UploadSource,
  client: S3Client,
  { tag, waits }: { readonly tag: ScanTag; readonly waits: boolean },
): UploadSource => {
  /** False where it is gone. */
  const passes = async (upload: Upload): Promise<boolean> => {
    const value = await tagOf(client, upload, tag.key)
    if (value === undefined) return false
    if (value === null) throw waits ? new NotScanned() : new NeverScanned()
    if (value !== tag.clean) throw new NotClean()
    return true
  }
  const { get, part } = source
  const open: UploadSource = {
    get: async upload => ((await passes(upload)) ? get(upload) : null),
  }
  if (!part) return open
  return { ...open, part: async (upload, which) => ((await passes(upload)) ? part(upload, which) : null) }
}
