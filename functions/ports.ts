import { createHash } from 'node:crypto'
import { build } from '../lib/model/build.ts'
import { converter } from '../lib/model/version.ts'
import type { GiveUpPorts } from '../lib/submission/give-up.ts'
import { eventBridgeClient, s3Client } from './aws/clients.ts'
import { eventBridgeBus } from './aws/event-bridge-bus.ts'
import { s3Store } from './aws/s3-store.ts'
import { s3Uploads } from './aws/s3-uploads.ts'
import { gatedUploads } from './aws/scan-gate.ts'
import { type Environment, environmentOf } from './environment.ts'

/** Where copies of files that were given up stand, and messages that nobody could read. */
export const quarantinePrefix = 'quarantine/'

export interface OpenedPorts {
  readonly environment: Environment
  readonly ports: GiveUpPorts & Required<Pick<GiveUpPorts, 'quarantine'>>
}

/** The ports on S3 and EventBridge. `waits`: a file not yet scanned is tried again, else it is refused. */
export const openPorts = ({ waits }: { readonly waits: boolean }): OpenedPorts => {
  const environment = environmentOf(process.env)
  const { outputsBucket, busArn, scanTag } = environment
  const client = s3Client()
  const uploads = s3Uploads(client)
  const outputs = s3Store(client, outputsBucket)
  return {
    environment,
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
