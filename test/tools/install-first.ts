import { tablePrograms } from '../support/python-environments.ts'

/** Before all test files: two share it, and neither may find it half installed. Where it does not come they say so. */
export default async (): Promise<void> => {
  await tablePrograms().catch(() => undefined)
}
