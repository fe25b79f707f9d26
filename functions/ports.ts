import { createHash } from 'node:crypto'
import { build } from '../lib/model/build.ts'
import { converter } from '../lib/model/version.ts'
import { fileOf } from '../lib/submission/archive.ts'
import type { GiveUpPorts } from '../lib/submission/give-up.ts'
import type { Upload } from '../lib/submission/upload.ts'
import { eventBridgeClient, s3Client } from './aws/clients.ts'
import { eventBridgeBus } from './aws/event-bridge-bus.ts'
import { s3Store } from './aws/s3-store.ts'
import { s3Uploads } from './aws/s3-uploads.ts'
import { gatedUploads, isScanned } from './aws/scan-gate.ts'
import { type Environment, environmentOf } from './environment.ts'

/** Where copies of files that were given up stand, and messages that nobody could read. */
export const quarantinePrefix = 'quarantine/'

export interface OpenedPorts {
  readonly environment: Environment
  /** Whether the scanner has looked at an upload; true where there is none. */
  readonly scanned: (upload: Upload) => Promise<boolean>
  readonly ports: GiveUpPorts & Required<Pick<GiveUpPorts, 'quarantine'>>
}

/** The ports on S3 and EventBridge. `waits`: a file not yet scanned is a transient failure, else a permanent one. */
export const openPorts = ({ waits }: { readonly waits: boolean }): OpenedPorts => {
  const environment = environmentOf(process.env)
  const { outputsBucket, busArn, scanTag } = environment
  const client = s3Client()
  const uploads = s3Uploads(client)
  const outputs = s3Store(client, outputsBucket)
  return {
    environment,
    scanned: async upload => !scanTag || isScanned(client, fileOf(upload), scanTag),
    ports: {
      uploads: scanTag ? gatedUploads(uploads, client, { tag: scanTag, waits }) : uploads,
      outputs,
      outputsBucket,
      quarantine: { bucket: outputsBucket, prefix: quarantinePrefix, store: outputs },
      bus: eventBridgeBus({ client: eventBridgeClient(), busArn }),
      converter: { ...converter, ...build },
      now: () => new Date(),
      sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
    },
  }
}
