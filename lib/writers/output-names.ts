import { cutToBytes } from '../util/cut.ts'
import { type OutputRole, ofEachOutput, outputs } from './index.ts'
import type { NamedOutput } from './output.ts'

/** Names of files that stand beside the outputs: an upload called receipt.docx must not write over the receipt. */
const ownNames = new Set(['receipt', 'sent', 'run', 'refusal', 'failure', 'archive', 'latest'])

/** In UTF-8 bytes: disks take names of 255, and an output's extension may be longer than the upload's. */
const longestStem = 240

/** The file name without folders and extension, kept clear of our own names and of too great a length. */
export const stemOf = (sourceName: string): string => {
  const name = sourceName.slice(Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  const stem = cutToBytes(dot > 0 ? name.slice(0, dot) : name, longestStem) || 'report'
  return ownNames.has(stem.toLowerCase()) ? `${stem}-report` : stem
}

/** Outputs are named after the upload, since people open many at once: `<stem>.json`, `.xlsx`, `.html` … */
export const outputNames = (sourceName: string): Readonly<Record<OutputRole, string>> => {
  const stem = stemOf(sourceName)
  return ofEachOutput(({ ending }) => `${stem}.${ending}`)
}

/** The same with what each is called, in the order of the list. */
export const namedOutputs = (sourceName: string): readonly NamedOutput<OutputRole>[] => {
  const names = outputNames(sourceName)
  return outputs.map(({ role, label }) => ({ role, label, name: names[role] }))
}
