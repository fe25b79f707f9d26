export interface OutputNames {
  readonly json: string
  readonly workbook: string
  readonly page: string
}

/** Names of files that stand beside the outputs: an upload called receipt.docx must not write over the receipt. */
const ownNames = new Set(['receipt', 'sent', 'refusal', 'failure', 'latest'])

/** In UTF-8 bytes: disks take names of 255, and an output's extension may be longer than the upload's. */
const longestStem = 240

const cut = (text: string): string => {
  const encoder = new TextEncoder()
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += encoder.encode(character).length
    if (bytes > longestStem) break
    kept += character
  }
  return kept
}

/** The file name without folders and extension, kept clear of our own names and of too great a length. */
export const stemOf = (sourceName: string): string => {
  const name = sourceName.slice(Math.max(sourceName.lastIndexOf('/'), sourceName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  const stem = cut(dot > 0 ? name.slice(0, dot) : name) || 'report'
  return ownNames.has(stem.toLowerCase()) ? `${stem}-report` : stem
}

/** Outputs are named after the upload, since people open many at once: `<stem>.json`, `.xlsx`, `.html`. */
export const outputNames = (sourceName: string): OutputNames => {
  const stem = stemOf(sourceName)
  return { json: `${stem}.json`, workbook: `${stem}.xlsx`, page: `${stem}.html` }
}
