import type { ConvertInput } from '../lib/convert.ts'
import { Problem } from '../lib/model/problems.ts'
import { ScanMet, takeUploads } from './take-uploads.ts'

const converter = () => import('../lib/convert.ts')

/** Only files whose names say what they are: what else lies in a bucket is refused, and says so. */
const convert = async (input: ConvertInput) => {
  const { refusalOfEnding } = await import('../lib/readers/index.ts')
  const refusal = refusalOfEnding(input.name, input.bytes)
  if (refusal) throw refusal
  return (await converter()).convert(input)
}

/** Scans are handed on where there is a queue for them, else refused as what they are. */
export const handler = takeUploads({
  load: converter,
  convertIn:
    ({ scansQueueUrl }) =>
    input =>
      convert(input).catch(error => {
        throw scansQueueUrl !== null && error instanceof Problem && error.scan ? new ScanMet() : error
      }),
})
