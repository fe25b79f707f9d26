import { standInPrograms, toolPrograms } from './support/python-environments.ts'
import { findToolchain } from './trino/toolchain.ts'

/**
 * Fetches what the suites beside `npm test` ask of Maven and pip, so that it is there when they begin: .ci/run does so while
 * `npm test` has the cores, since most of it is waiting for others. What does not come is asked for again where it is needed,
 * and told there.
 */
for (const fetch of [findToolchain, standInPrograms, ...toolPrograms])
  await fetch().catch((error: unknown) => console.warn(String(error)))
