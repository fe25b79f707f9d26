import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawReport, reportHtml } from '../support/form-html.ts'
import { fixtureValues } from '../support/pdf-fixtures.ts'
import { splittingDocx } from './splitting-docx.ts'

/** Writes the PDF fixtures with LibreOffice, Chromium and qpdf: `node test/samples/make-pdfs.ts`. */

const target = fileURLToPath(new URL('../lib/readers/pdf/fixtures/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pdfs-'))

const convert = (
  source: string,
  name: string,
  options: Readonly<Record<string, string | boolean>> = {},
): void => {
  const filter = JSON.stringify(
    Object.fromEntries(
      Object.entries(options).map(([key, value]) => [
        key,
        { type: typeof value === 'string' ? 'string' : 'boolean', value: String(value) },
      ]),
    ),
  )
  const input = source.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : []
  const output = ['--convert-to', `pdf:writer_pdf_Export:${filter}`, '--outdir', folder]
  execFileSync('soffice', ['--headless', ...input, ...output, join(folder, source)])
  writeFileSync(`${target}${name}.pdf`, readFileSync(join(folder, source.replace(/\w+$/u, 'pdf'))))
}

const report = (name: string, edition: '2019' | '2021') => drawReport(edition, fixtureValues(name, edition))

const cut = { width: 595, height: 420, labels: 0.3, padding: 1, size: 9, repeat: false, vertical: false }
writeFileSync(join(folder, 'cut.docx'), await splittingDocx(report('cut-rows', '2021'), cut))
convert('cut.docx', 'cut-rows')

const wide = { width: 842, height: 595, labels: 0.38, padding: 5.4, size: 10.5, repeat: true, vertical: true }
writeFileSync(join(folder, 'wide.docx'), await splittingDocx(report('repeated-headers', '2019'), wide))
convert('wide.docx', 'repeated-headers')

const style =
  '@page{size:A5;margin:12mm}body{font:14px "Droid Sans Fallback"}table{border-collapse:collapse;width:100%;font-size:10px}td{border:1px solid;padding:1px;text-align:center}p{text-indent:2em}'
writeFileSync(
  join(folder, 'page.html'),
  reportHtml(report('browser', '2021')).replace('<head>', `<head><style>${style}</style>`),
)
execFileSync('chromium', [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-pdf-header-footer',
  `--print-to-pdf=${join(folder, 'page.pdf')}`,
  join(folder, 'page.html'),
])
// Chromium leaves its many small objects unpacked.
execFileSync('qpdf', [
  '--object-streams=generate',
  '--recompress-flate',
  '--compression-level=9',
  join(folder, 'page.pdf'),
  `${target}browser.pdf`,
])

writeFileSync(
  join(folder, 'plain.html'),
  '<html><head><meta charset="utf-8"></head><body><p>示例文件</p><p>本文件只用于测试：打开需要密码，或者只限制编辑。</p></body></html>',
)
convert('plain.html', 'plain')
convert('plain.html', 'locked', { EncryptFile: true, DocumentOpenPassword: 'geheim' })
convert('plain.html', 'restricted', { RestrictPermissions: true, PermissionPassword: 'geheim' })
rmSync(folder, { recursive: true })
