import { parseScanTag, type ScanTag } from './aws/scan-gate.ts'

/** What the template tells the functions. */
export interface Environment {
  readonly uploadsBucket: string
  readonly outputsBucket: string
  readonly busArn: string
  /** The queue that the converter reads; null for a function that sends nothing to it. */
  readonly queueUrl: string | null
  /** The queue of what is pictures of pages; null: nobody reads them. */
  readonly scansQueueUrl: string | null
  /** Null: uploads are read without waiting for a scanner. */
  readonly scanTag: ScanTag | null
}

type Variables = Readonly<Record<string, string | undefined>>

/** A variable that must be there; throws with its name. */
export const required = (variables: Variables, name: string): string => {
  const value = variables[name]
  if (!value) throw new Error(`environment variable ${name} is missing`)
  return value
}

/** Reads and checks the environment; throws with the name of what is missing. */
export const environmentOf = (variables: Variables): Environment => {
  const uploadsBucket = required(variables, 'UPLOADS_BUCKET')
  const outputsBucket = required(variables, 'OUTPUTS_BUCKET')
  if (uploadsBucket === outputsBucket) throw new Error('uploads and outputs must be two buckets')
  const gate = variables['SCAN_TAG'] ?? ''
  const scanTag = gate === '' ? null : parseScanTag(gate)
  // A gate that is asked for and cannot be understood must not stand open.
  if (gate !== '' && !scanTag) throw new Error('SCAN_TAG is not written key=value')
  return {
    uploadsBucket,
    outputsBucket,
    busArn: required(variables, 'BUS_ARN'),
    queueUrl: variables['QUEUE_URL'] || null,
    scansQueueUrl: variables['SCANS_QUEUE_URL'] || null,
    scanTag,
  }
}
