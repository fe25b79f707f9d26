import { parseArgs } from 'node:util'
import { checks } from '../../../lib/checks/index.ts'
import { severityWords } from '../../../lib/writers/words.ts'
import { padded, widthOf } from '../terminal/width.ts'
import { languageOf } from './options.ts'

/** `checks`: the catalogue, one line each. */
export const checksCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { lang: { type: 'string' } } })
  const language = languageOf(values.lang)
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
