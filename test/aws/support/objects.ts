import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { outputsBucket, s3, uploadsBucket } from './clients.ts'

/** Uploads a file as anybody would; gives its version id. */
export const upload = async (Key: string, Body: Uint8Array | string): Promise<string> => {
  const { VersionId } = await s3.send(
    new PutObjectCommand({ Bucket: uploadsBucket, Key, Body: Buffer.from(Body) }),
  )
  return VersionId!
}

export const outputKeys = async (Prefix: string): Promise<string[]> => {
  const keys: string[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: outputsBucket, Prefix, ContinuationToken }))
    keys.push(...(page.Contents ?? []).map(({ Key }) => Key!))
    ContinuationToken = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (ContinuationToken)
  return keys
}

export const outputBytes = async (Key: string): Promise<Uint8Array> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: outputsBucket, Key }))
  return Body!.transformToByteArray()
}

export const outputJson = async (key: string) => JSON.parse(new TextDecoder().decode(await outputBytes(key)))
