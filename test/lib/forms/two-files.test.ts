import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/**
 * An edition is added by its own file and a word in the list, and by nothing else: what of this tree a conversion needs is
 * copied, the two files are written, and the copy converts a report in the new edition and passes the type check.
 */

const root = fileURLToPath(new URL('../../../', import.meta.url))
const fixtures = join(root, 'test/support/invented-editions')

const draw = `
import { createHash } from 'node:crypto'
import { convert } from './lib/convert.ts'
import { checks } from './lib/checks/index.ts'
import { catalogue } from './lib/checks/catalogue.ts'
import { contracts, schemaText } from './events/index.ts'
import { drawReport, reportHtml } from './test/support/form-html.ts'
import { balancedFigures } from './test/support/balanced.ts'

const figures = balancedFigures('2091', below => Math.floor(below / 2))
const page = reportHtml(drawReport('2091', figures))
const bytes = new TextEncoder().encode(page)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const { report, verdict, outputs } = await convert({ name: '年报.html', bytes, sha256 })
const again = await convert({ name: '年报.xlsx', bytes: outputs.workbook, sha256 })
const wrong = read => Object.keys(figures).filter(key => read.figures.get(key)?.value !== figures[key])
console.log(JSON.stringify({
  editions: report.editions,
  verdict,
  wrong: [...wrong(report), ...wrong(again.report)],
  outputs: Object.values(outputs).every(each => each.length > 1000),
  schema: schemaText(contracts.find(({ folder }) => folder === 'report')).includes('"2091"'),
  catalogue: checks.every(({ id }) => catalogue(() => null).includes(id)),
}))
`

const copyWith = async (fixture: string): Promise<string> => {
  const folder = await temporaryFolder()
  for (const part of ['lib', 'events', 'package.json', 'tsconfig.json', 'test/support'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const edition = readFileSync(join(fixtures, fixture), 'utf8').replaceAll(/'[./]*\/lib\/forms\//gu, "'./")
  writeFileSync(join(folder, 'lib/forms/edition-2091.ts'), edition)
  const list = join(folder, 'lib/forms/index.ts')
  const before = readFileSync(list, 'utf8')
  const after = before
    .replace(/(?=\] as const)/u, ', edition2091')
    .replace(/(?=import type)/u, "import { edition2091 } from './edition-2091.ts'\n")
  expect(after).not.toBe(before)
  writeFileSync(list, after)
  writeFileSync(join(folder, 'draw.ts'), draw)
  return folder
}

const run = (folder: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })

test.each(readdirSync(fixtures))('two files add an edition: %s', async fixture => {
  expect(JSON.parse(run(await copyWith(fixture), 'draw.ts'))).toEqual({
    editions: { proactiveDisclosure: '2091', requests: '2091', reconsiderationAndLitigation: '2091' },
    verdict: 'valid',
    wrong: [],
    outputs: true,
    schema: true,
    catalogue: true,
  })
})

test('the types follow the list', async () => {
  const folder = await copyWith('only-table-2.ts')
  const settings = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8')) as object
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['lib'] }))
  const id = "import type { EditionId } from './index.ts'\nexport const added: EditionId = '2091'\n"
  writeFileSync(join(folder, 'lib/forms/added.ts'), id)
  expect(run(folder, join(root, 'node_modules/typescript/bin/tsc'), '--noEmit')).toBe('')
})
