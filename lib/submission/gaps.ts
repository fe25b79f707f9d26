import { insideOf } from './archive.ts'
import { committed } from './commit.ts'
import type { Store } from './ports.ts'
import { timeOf, uploadOf } from './receipt.ts'
import { receiptsIn } from './select.ts'
import { isSent } from './sent.ts'
import { skipReason } from './skip.ts'
import type { Upload } from './upload.ts'

/** A version that is there, and since when. */
export interface ListedUpload {
  readonly upload: Upload
  readonly since: Date
  /** The version it goes by where the notification gave no version id. */
  readonly etag?: string
}

/** Something that should have happened by now and has not. */
export interface Gap {
  readonly kind: 'no-receipt' | 'not-sent'
  readonly upload: Upload
}

export interface GapQuery {
  readonly uploads: AsyncIterable<ListedUpload>
  readonly outputs: Store
  readonly prefix: string
  /** Whatever is younger may still be in work. */
  readonly before: Date
}

const hasReceipt = async ({ upload, etag }: ListedUpload, outputs: Store): Promise<boolean> => {
  if (await committed(upload, { outputs })) return true
  return etag !== undefined && (await committed({ ...upload, version: etag }, { outputs })) !== null
}

/** Uploads without a receipt, and receipts whose event was not sent. Both end well when they are submitted again. */
export async function* findGaps({ uploads, outputs, prefix, before }: GapQuery): AsyncIterable<Gap> {
  for await (const listed of uploads) {
    const { upload, since } = listed
    if (since > before || !upload.key.startsWith(prefix) || skipReason(upload)) continue
    if (!(await hasReceipt(listed, outputs))) yield { kind: 'no-receipt', upload }
  }
  for await (const receipt of receiptsIn(outputs, prefix)) {
    if (new Date(timeOf(receipt)) > before) continue
    if (!(await isSent(receipt, outputs))) yield { kind: 'not-sent', upload: uploadOf(receipt) }
    for (const name of receipt.unpacked?.files ?? []) {
      const upload = insideOf(uploadOf(receipt), name)
      if (!(await committed(upload, { outputs }))) yield { kind: 'no-receipt', upload }
    }
  }
}
