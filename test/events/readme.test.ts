import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contracts, nameOf } from '../../events/index.ts'

/** The table of what is written, and the tables of messages, held to the list of contracts. */

const text = readFileSync(new URL('../../events/README.md', import.meta.url), 'utf8')
const [begin, end] = ['<!-- written: made by npm run update -->\n', '<!-- written end -->']

const line = (contract: (typeof contracts)[number]): string => {
  const { folder, version, schema } = contract
  const link = `[${folder}/${version}](${folder}/${version}.schema.json)`
  return `| \`${nameOf(contract)}\` | ${link} | ${schema.description} |`
}

test('the README lists what is written', async () => {
  const [before, rest] = text.split(begin)
  const after = rest!.split(end)[1]!
  const lines = contracts.filter(({ direction }) => direction === 'written').map(line)
  const table = ['| `schema` | JSON Schema | what it is |', '| --- | --- | --- |', ...lines].join('\n')
  await expect(`${before}${begin}\n${table}\n\n${end}${after}`).toMatchFileSnapshot('../../events/README.md')
})

test('the README lists every message', () => {
  for (const { folder, direction } of contracts)
    if (direction !== 'written') expect(text, folder).toContain(`[${folder}](${folder})`)
})
