import type { Store } from '../../../lib/submission/ports.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'

/** A report as its JSON in the outbox tells it; null where there is none that can be read. */
export const readReportJson = async (
  key: string | undefined,
  outputs: Pick<Store, 'get'>,
): Promise<ReportJson | null> => {
  const stored = key === undefined ? null : await outputs.get(key).catch(() => null)
  if (!stored) return null
  try {
    const json = JSON.parse(new TextDecoder().decode(stored.bytes)) as ReportJson
    return json.schema === 'gongkai.report/2' ? json : null
  } catch {
    return null
  }
}
