import { checks } from '../../../lib/checks/index.ts'
import { severityWords } from '../../../lib/writers/words.ts'
import { readOptions } from '../terminal/read-options.ts'
import { padded, widthOf } from '../terminal/width.ts'
import { checksManual } from './manual/checks.ts'

/** `checks`: the catalogue, one line each. */
export const checksCommand = async (args: readonly string[]): Promise<number> => {
  const language = readOptions(checksManual, args).values.lang
  const longest = Math.max(...checks.map(check => widthOf(check.id)))
  for (const { id, severity, editions, title } of checks) {
    const cells = [
      padded(id, longest),
      padded(severityWords[severity][language], 7),
      padded(editions.join(' '), 9),
    ]
    console.log(`${cells.join('  ')}  ${title[language]}`)
  }
  return 0
}
