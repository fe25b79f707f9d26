import { limits } from '../../limits.ts'
import type { Flavour } from '../draft.ts'
import { rowsOfFrame } from './cells.ts'
import { frameOf, isFramed, isRuled, plainFrame } from './frame.ts'

/** Tables drawn with characters, `+---+` or `┌──┐`: pandoc's and reStructuredText's grids, what text browsers print. */
export const drawnTables: Flavour = {
  end: (lines, start) => {
    if (!isRuled(plainFrame(lines[start]!)) || !/^\s*\+/u.test(plainFrame(lines[start]!))) return start
    let end = start + 1
    while (end < lines.length && end < start + limits.text.tableLines && isFramed(plainFrame(lines[end]!)))
      end += 1
    return end - start > 2 ? end : start
  },
  read: region => {
    const frame = frameOf(region)
    const rows = frame && rowsOfFrame(frame)
    return rows === null || rows.length === 0 ? null : [{ kind: 'grid', rows }]
  },
}
