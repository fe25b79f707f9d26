import type { ListedUpload } from '../../../lib/submission/gaps.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import type { Submission } from '../../../lib/submission/uploads-in.ts'

/** Where a service keeps its things, on this machine or on AWS. */
export interface Installation {
  readonly outputs: Store
  /** Uploads that the service would look at. */
  readonly uploads: AsyncIterable<ListedUpload>
  /** Hands one version to the service. False where that version is there no more. */
  readonly submit: (submission: Submission) => Promise<boolean>
  readonly close: () => Promise<void>
}
