import { unzipSync } from 'fflate'
import type { WrittenFile } from '../../../lib/submission/outcome.ts'
import type { Receipt } from '../../../lib/submission/receipt.ts'
import type { ReportJson } from '../../../lib/writers/contract.ts'
import { sha256 } from '../../support/submission.ts'
import type { Expected } from '../documents/submission.ts'
import { wrongFigure } from './outcome.ts'
import type { Outbox } from './wanted.ts'

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** What is wrong inside an output, or null. Throws where it cannot be parsed. */
const parsers: Readonly<
  Partial<Record<WrittenFile['role'], (bytes: Uint8Array, expected: Expected) => string | null>>
> = {
  json: (bytes, expected) => wrongFigure(JSON.parse(textOf(bytes)) as ReportJson, expected),
  workbook: bytes => {
    const parts = unzipSync(bytes)
    const sheets = Object.keys(parts).filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    const whole = sheets.every(name => textOf(parts[name]!).trimEnd().endsWith('</worksheet>'))
    return sheets.length >= 3 && whole ? null : `a workbook of ${sheets.length} sheets`
  },
  page: bytes => (textOf(bytes).trimEnd().endsWith('</html>') ? null : 'a page without an end'),
  csv: bytes => (textOf(bytes).endsWith('\r\n') ? null : 'a CSV without an end'),
  refusal: bytes => (JSON.parse(textOf(bytes)).schema === 'gongkai.refusal/1' ? null : 'no refusal'),
  failure: bytes => (JSON.parse(textOf(bytes)).schema === 'gongkai.failure/1' ? null : 'no failure'),
}

const wrongFile = async (file: WrittenFile, expected: Expected, outbox: Outbox): Promise<string | null> => {
  const bytes = await outbox.read(file.key)
  if (!bytes) return 'is missing'
  if (bytes.length !== file.size || sha256(bytes) !== file.sha256) return 'is not what its receipt says'
  try {
    return parsers[file.role]?.(bytes, expected) ?? null
  } catch (error) {
    return `does not parse: ${error}`
  }
}

/** What is wrong with the files a receipt stands for: one sentence each. */
export const wrongOutputs = async (
  receipt: Receipt,
  expected: Expected,
  outbox: Outbox,
): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const file of receipt.outputs) {
    const broken = await wrongFile(file, expected, outbox)
    if (broken) wrong.push(`${file.key}: ${broken}`)
  }
  return wrong
}
