import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RowsOfFile } from '../../../functions/season/run-tables.ts'
import {
  type BesideReport,
  type FileFacts,
  fileRow,
  reportRows,
  type Standing,
} from '../../../lib/series/run-tables.ts'
import { readReport } from '../season/read-report.ts'
import type { Received } from '../season/receipts.ts'

type Reason = NonNullable<FileFacts['reason']>

const again = {
  zh: '请把原文件重新转换一次。',
  en: 'Convert the file again.',
}

const reasons = {
  damaged: {
    code: 'result-unreadable',
    sentence: { zh: '结果文件缺失或无法读取。', en: 'The result is missing or cannot be read.' },
    remedy: again,
  },
  'old-schema': {
    code: 'result-old',
    sentence: {
      zh: '结果是较早的程序写的，不能放进数据表。',
      en: 'The result was written by an earlier program, and is in none of the tables.',
    },
    remedy: again,
  },
} as const satisfies Record<string, Reason>

/** What stands in `refusal.json` or `failure.json`. */
const reasonOf = async (folder: string, because: string | null): Promise<Reason> => {
  try {
    const told = JSON.parse(await readFile(join(folder, ...because!.split('/')), 'utf8'))
    const { code, sentence, remedy } = told.problem ?? told.failure
    return { code, sentence, remedy }
  } catch {
    return reasons.damaged
  }
}

/** What is known of a file beside what its receipt tells. */
export interface BesideFile extends BesideReport {
  readonly standing: Standing
  readonly replacedBy: string | null
  /** What its key, and the places of its results, begin with where there are several folders. */
  readonly label: { readonly key: string; readonly place: string }
}

/** A version whose results stand below a folder as rows. */
export const rowsOfReceived = async (
  folder: string,
  received: Received,
  { standing, replacedBy, label, ...beside }: BesideFile,
): Promise<RowsOfFile> => {
  const { source, outcome, because, json } = received
  const known = { ...received.known, key: label.key + received.known.key }
  const facts = { key: known.key, version: known.version || null, source, replacedBy }
  const without = (failed: 'rejected' | 'failed', reason: Reason): RowsOfFile => ({
    file: fileRow({ ...facts, outcome: failed, standing: 'none', reason, json: null }),
    report: null,
    findings: [],
  })
  if (outcome === 'rejected' || outcome === 'failed') return without(outcome, await reasonOf(folder, because))
  if (outcome !== 'validated') return without('failed', reasons.damaged)
  const file = fileRow({
    ...{ ...facts, outcome, standing, reason: null },
    json: json && label.place + json.key,
  })
  if (standing !== 'counted') return { file, report: null, findings: [] }
  const report = await readReport(folder, received)
  if (typeof report === 'string') return without('failed', reasons[report])
  return { file, ...reportRows(report, known, beside) }
}
