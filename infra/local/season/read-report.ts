import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { sha256 } from '../disk/sha256.ts'
import type { Received } from './receipts.ts'

/** The report of a version whose receipt names one, as it was written; else why it cannot be had. */
export const readReport = async (
  folder: string,
  { json }: Pick<Received, 'json'>,
): Promise<ReportJson | 'damaged' | 'old-schema'> => {
  const bytes = json && (await readFile(join(folder, ...json.key.split('/'))).catch(() => null))
  if (!bytes || sha256(bytes) !== json.sha256) return 'damaged'
  const report = JSON.parse(new TextDecoder().decode(bytes)) as ReportJson
  return report.schema === 'gongkai.report/2' ? report : 'old-schema'
}
