import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { type Deployed, deploy } from './deploy.ts'
import { startStandIn } from './stand-in.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly endpoint: string
    readonly logFile: string
    readonly deployed: Deployed
  }
}

const synthesised = fileURLToPath(new URL('../../../cdk.out/', import.meta.url))

/** One stand-in with the stack on it for all test files; gone when they are done. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  if (!existsSync(`${synthesised}gongkai.template.json`))
    throw new Error('cdk.out is missing: run `npm run synth` first, or `npm run test:aws`, which does')
  const { endpoint, logFile, stop } = await startStandIn()
  try {
    provide('endpoint', endpoint)
    provide('logFile', logFile)
    provide('deployed', await deploy(endpoint, synthesised))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
