import { limits } from '../limits.ts'
import { isSymbolFont } from '../style/size.ts'
import { placed, type Streams, viewOf } from './streams.ts'

/** What stands before the name of a font ([MS-DOC] 2.9.90, FFN). */
const beforeName = 40
const longestName = 64

/** Fonts by number in which digits look like something else. A damaged list has none. */
export const symbolFonts = (streams: Streams): ReadonlySet<number> => {
  const found = new Set<number>()
  const { at, length } = streams.fib.fonts
  if (length < 4 || at + length > streams.table.length) return found
  const bytes = placed(streams, streams.fib.fonts)
  const count = Math.min(viewOf(bytes).getUint16(0, true), limits.fonts)
  let start = 4
  for (let font = 0; font < count && start < bytes.length; font++) {
    const end = start + 1 + bytes[start]!
    const name = bytes.subarray(start + beforeName, Math.min(end, start + beforeName + 2 * longestName))
    if (isSymbolFont(new TextDecoder('utf-16le').decode(name))) found.add(font)
    start = end
  }
  return found
}
