/** FNV-1a over UTF-16 code units, as eight hex digits: enough to tell the findings of one check in one report apart. */
const shortHash = (text: string): string => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * Stable name of a finding: its check, the cell to look at, and a hash of all its cells and its place.
 * `place` tells findings without cells (or of the same cells) apart, for example by the quoted clause.
 */
export const findingId = (check: string, cells: readonly string[], place = ''): string => {
  const first = cells[0]
  if (first !== undefined && cells.length === 1 && place === '') return `${check}/${first}`
  if (first === undefined && place === '') return check
  const hash = shortHash([...[...cells].sort(), place].join('\n'))
  return first === undefined ? `${check}/${hash}` : `${check}/${first}~${hash}`
}
