import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../../../infra/aws/bundle.ts'
import { printBundles, printColdStart, startConvertFunction } from './functions.ts'

/** Builds the functions beside what is built for deployment, and starts one afresh `runs` times. */
export const bundleSizes = async (runs: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const bundles = await bundleFunctions(folder)
    printBundles(bundles)
    console.log()
    const convertFunction = await startConvertFunction(bundles)
    await printColdStart(convertFunction, runs)
    convertFunction.aws.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
