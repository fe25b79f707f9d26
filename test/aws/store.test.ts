import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { inject } from 'vitest'
import { s3Store } from '../../functions/aws/s3-store.ts'
import { storeContract } from '../support/store-contract.ts'
import { clientOptions } from './support/deploy.ts'

const client = new S3Client({ ...clientOptions(inject('endpoint')), forcePathStyle: true })
let made = 0

storeContract('S3', async () => {
  made += 1
  const bucket = `contract-${made}`
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  return s3Store(client, bucket)
})
