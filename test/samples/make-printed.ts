import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printedFigures } from '../scans/documents/figures.ts'
import { printedPdfs } from '../scans/documents/print.ts'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { seeded } from '../support/random.ts'

/** Prints the reports that the small part of the bench of scans is made of, by Chromium, packed by qpdf: `node test/samples/make-printed.ts`. */

const target = fileURLToPath(new URL('../scans/printed/', import.meta.url))

const printed = {
  'sans-2021': {
    ...{ edition: '2021' as const, seed: 'printed 7', font: 'Liberation Sans', size: 8 },
    cell: 'border:.5pt solid #000;padding:.6pt 1pt;text-align:center',
  },
  'serif-2019': {
    ...{ edition: '2019' as const, seed: 'printed 0', font: 'Liberation Serif', size: 8 },
    cell: 'border:.75pt solid #000;padding:.4pt 1pt;text-align:center',
  },
} as const

const pages = Object.values(printed).map(({ edition, seed, font, size, cell }) => {
  const html = reportHtml(drawReport(edition, printedFigures(edition, seeded(seed))))
  const table = `table{border-collapse:collapse;width:100%;font:${size}pt/1.15 "${font}","Noto Serif CJK SC"}td{${cell}}`
  const body =
    'body{font:9pt "Noto Serif CJK SC";margin:0}p{margin:2pt 0}h1{font-size:15pt;margin:0}tr{break-inside:avoid}'
  return html.replace('<head>', `<head><style>@page{size:A4;margin:8mm 14mm}${body}${table}</style>`)
})
const pdfs = await printedPdfs(pages)
mkdirSync(target, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'printed-'))
for (const [at, name] of Object.keys(printed).entries()) {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, pdfs[at]!)
  const packed = ['--object-streams=generate', '--recompress-flate', '--compression-level=9']
  execFileSync('qpdf', [...packed, '--deterministic-id', path, `${target}${name}.pdf`])
}
rmSync(folder, { recursive: true })
