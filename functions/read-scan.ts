import { Problem } from '../lib/model/problems.ts'
import { takeUploads } from './take-uploads.ts'

const usual = () => import('../lib/convert.ts')
const scans = () => import('../lib/convert-scan.ts')

/** The scans that `convert` met. What turns out to be none is converted as there. */
export const handler = takeUploads({
  load: scans,
  convertIn: () => async input =>
    (await usual()).convert(input).catch(async error => {
      if (error instanceof Problem && error.scan) return (await scans()).convertScan(input)
      throw error
    }),
})
