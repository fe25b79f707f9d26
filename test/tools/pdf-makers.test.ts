import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'
import { splittingDocx } from '../samples/splitting-docx.ts'
import { againstKey } from '../support/against-key.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { type PrintedValues, printedValues } from '../support/printed-values.ts'
import { seeded } from '../support/random.ts'

/** Invented reports printed to PDF by the programs that offices print with, cell by cell against what was printed. */

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const soffice = process.env['SOFFICE'] ?? '/usr/bin/soffice'
const folder = mkdtempSync(join(tmpdir(), 'gongkai-makers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const valuesOf = (name: string): PrintedValues => printedValues(editionOf(name), seeded(name))
const editionOf = (name: string): '2019' | '2021' => (seeded(name)(2) === 0 ? '2019' : '2021')
const drawn = (name: string) => drawReport(editionOf(name), valuesOf(name).printed)

/** Numbers that the program broke over two lines are told as unreadable. */
const leastRight = 0.9

const compare = async (name: string): Promise<void> => {
  const bytes = readFileSync(join(folder, `${name}.pdf`))
  const { right, lost, ...faults } = againstKey(
    await judge({ name: '年报.pdf', bytes, sha256: '' }),
    valuesOf(name).key,
  )
  expect(faults).toEqual({ wrong: [], calledMissing: [], blankInSilence: [] })
  expect(right.length / (right.length + lost.length)).toBeGreaterThan(leastRight)
}

const styles = {
  plain: '@page{size:A4}td{border:1px solid;padding:2px;text-align:center}',
  apart: '@page{size:A4}table{border-collapse:separate;border-spacing:2px}td{border:1px solid}',
  dotted: '@page{size:A4}td{border:1px dotted;text-align:right}',
  double: '@page{size:A5}td{border:3px double;text-align:center}body{font-size:11px}table{font-size:8px}',
  wide: '@page{size:A4 landscape}td{border:1px solid #ccc;padding:6px}tr:nth-child(even){background:#eee}',
  coloured: '@page{size:A4}td{border:1px solid #2a6}tr:first-child td{background:#2a6;color:#fff}',
  spaced: '@page{size:A4}td{border:1px solid;letter-spacing:.1em;text-align:center}',
  unruled: '@page{size:A4}td{padding:3px 8px;text-align:center}',
} as const

describe.skipIf(!existsSync(chromium))('Chromium', () => {
  test.each(Object.entries(styles))('%s', async (name, style) => {
    const common = '<style>table{border-collapse:collapse;width:100%;font-size:10px}'
    const page = reportHtml(drawn(name)).replace('<head>', `<head>${common}${style}</style>`)
    writeFileSync(join(folder, `${name}.html`), page)
    const target = `--print-to-pdf=${join(folder, `${name}.pdf`)}`
    const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
    execFileSync(chromium, [...quiet, target, join(folder, `${name}.html`)], { stdio: 'ignore' })
    await compare(name)
  })
})

const sizes = [
  [595, 842, 9],
  [595, 842, 10.5],
  [842, 595, 12],
  [595, 420, 8],
  [420, 595, 6],
  [595, 300, 7],
] as const

describe.skipIf(!existsSync(soffice))('LibreOffice Writer', () => {
  const named = sizes.map(([width, height, size], at) => ({ name: `w${at}`, width, height, size, at }))

  test('prints all of them', async () => {
    for (const { name, at, ...size } of named) {
      const setting = { ...size, labels: 0.35, padding: 1 + at, repeat: at % 2 === 0, vertical: at % 3 === 0 }
      writeFileSync(join(folder, `${name}.docx`), await splittingDocx(drawn(name), setting))
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const files = named.map(({ name }) => join(folder, `${name}.docx`))
    const convert = ['--headless', '--convert-to', 'pdf', '--outdir', folder]
    execFileSync(soffice, [profile, ...convert, ...files], { stdio: 'ignore' })
    for (const { name } of named) expect(existsSync(join(folder, `${name}.pdf`)), name).toBe(true)
  })

  test.each(named)('$width by $height points, type of $size', ({ name }) => compare(name))
})
