import { writeFile } from 'node:fs/promises'
import type { Row } from '../../../lib/series/column.ts'
import { proposeRoster } from '../../../lib/series/roster/propose-roster.ts'
import { csvText } from '../../../lib/writers/csv.ts'
import { codeOf } from '../disk/error-code.ts'
import { demandFolders } from '../lock/for-command.ts'
import { gather } from '../season/gather.ts'
import { readOptions } from '../terminal/read-options.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { rosterManual } from './manual/roster.ts'

/** Every record below the folders, without the versions that gave no report. */
const recordsIn = async (from: readonly string[]): Promise<readonly Row[]> => {
  const rows: Row[] = []
  await gather(from, {
    has: () => false,
    keep: async row => {
      if (!row['left_out']) rows.push(row)
    },
  })
  return rows
}

/** `roster`: drafts a roster of the reports at hand. A list that somebody has corrected is never written over. */
export const rosterCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = readOptions(rosterManual, args)
  const from = values.from.length > 0 ? values.from : ['outbox']
  await demandFolders(from)
  const rows = proposeRoster(await recordsIn(from))
  if (rows.length < 2)
    throw new UsageError({
      zh: '所给文件夹中没有印出机关名称的报告。',
      en: 'No report in these folders prints the name of its authority.',
    })
  if (values.out === undefined) {
    process.stdout.write(csvText(rows))
    return 0
  }
  try {
    await writeFile(values.out, csvText(rows), { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    throw new UsageError({
      zh: `${values.out} 已经存在，不会覆盖。`,
      en: `${values.out} is there already and is not written over.`,
    })
  }
  console.log(
    `${printable(values.out)}：${rows.length - 1} 个单位，请补上级、口径和没有报告的单位 (units; add parents, scopes and who is missing)`,
  )
  return 0
}
