import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { mediaTypeOf } from '../../lib/writers/index.ts'
import { submissionError } from './errors.ts'

/** Writes files into a bucket without holding them. */
export const s3Files =
  (client: S3Client, bucket: string) =>
  async (key: string, path: string): Promise<void> => {
    const { size } = await stat(path)
    const input = {
      Bucket: bucket,
      Key: key,
      Body: createReadStream(path),
      ContentLength: size,
      ContentType: mediaTypeOf(key) ?? 'application/octet-stream',
    }
    await client.send(new PutObjectCommand(input)).catch(error => {
      throw submissionError('PutObject', error)
    })
  }
