import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'fflate'
import { tableHtml } from '../support/form-html.ts'
import { docxOf } from './docx-report.ts'
import { samples } from './samples.ts'
import { structuresDocx } from './structures-docx.ts'

/** Writes the fixtures of the other formats with LibreOffice: `node test/samples/make-other-formats.ts`. */

const reports = Object.values(samples)
const sources: Readonly<Record<string, Uint8Array>> = {
  'qinghe-2023.docx': await docxOf(reports[0]!),
  'linxi-2020.docx': await docxOf(reports[2]!),
  'structures.docx': structuresDocx(),
}
const page = `<html><head><meta charset="utf-8"></head><body>${reports[0]!.sections
  .map(({ heading, table }) => (table ? `<p>${heading}</p>${tableHtml(table)}<p></p>` : ''))
  .join('')}</body></html>`

const folder = mkdtempSync(join(tmpdir(), 'fixtures-'))
const convert = (name: string, format: string, filter: string): Uint8Array => {
  const input = name.endsWith('.html') ? ['--infilter=HTML (StarCalc)'] : []
  execFileSync('soffice', [
    '--headless',
    ...input,
    '--convert-to',
    filter,
    '--outdir',
    folder,
    join(folder, name),
  ])
  return readFileSync(join(folder, name.replace(/\w+$/, format)))
}
const write = (format: string, name: string, bytes: Uint8Array): void => {
  const target = fileURLToPath(new URL(`../lib/readers/${format}/fixtures/`, import.meta.url))
  mkdirSync(target, { recursive: true })
  // RTF is ten times the size of what it says.
  if (format === 'rtf') writeFileSync(`${target}${name}.rtf.gz`, gzipSync(bytes, { mtime: 0 }))
  else writeFileSync(`${target}${name}.${format}`, bytes)
}

for (const [name, bytes] of Object.entries(sources)) {
  writeFileSync(join(folder, name), bytes)
  for (const format of ['doc', 'odt', 'rtf'])
    write(format, name.replace('.docx', ''), convert(name, format, format))
}
writeFileSync(join(folder, 'qinghe-2023.html'), page)
write('xlsx', 'qinghe-2023', convert('qinghe-2023.html', 'xlsx', 'xlsx:Calc MS Excel 2007 XML'))
rmSync(folder, { recursive: true })
