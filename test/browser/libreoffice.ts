import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { csvRows } from '../support/csv.ts'

const path = process.env['SOFFICE'] ?? '/usr/bin/soffice'

const there = await stat(path).then(
  () => true,
  () => false,
)

/** Why no spreadsheet program can be asked, or null. */
export const noSpreadsheet: string | null = there ? null : `没有 LibreOffice (none at ${path}; set SOFFICE)`
if (noSpreadsheet) console.warn(`test/browser/spreadsheet 未运行 (left out): ${noSpreadsheet}`)

/** Every sheet as it is shown: formatted, in UTF-8, quoted where needed. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

/** A CSV as it opens in a Chinese office: dates and other special numbers are looked for. */
const opensCsv = '--infilter=CSV:44,34,76,1,,2052,false,true'

/** What LibreOffice makes of a workbook or a CSV: the files of its output folder. */
const converted = async <T>(
  book: Uint8Array,
  format: string,
  take: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'))
  const out = join(folder, 'out')
  try {
    const isCsv = book[0] === 0xef
    const file = join(folder, isCsv ? 'book.csv' : 'book.xlsx')
    await writeFile(file, book)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const how = ['--headless', profile, ...(isCsv ? [opensCsv] : [])]
    await promisify(execFile)(path, [...how, '--convert-to', format, '--outdir', out, file])
    return await take(out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The workbook opened and saved again. */
export const savedAgain = (workbook: Uint8Array): Promise<Uint8Array> =>
  converted(workbook, 'xlsx', folder => readFile(join(folder, 'book.xlsx')))

/** What LibreOffice shows of a workbook, by sheet, row and column from 0. */
export const shown = (workbook: Uint8Array): Promise<ReadonlyMap<string, string[][]>> =>
  converted(workbook, everySheet, async folder => {
    const files = (await readdir(folder)).filter(name => name.endsWith('.csv'))
    const sheets = await Promise.all(
      files.map(async name => {
        const text = await readFile(join(folder, name), 'utf8')
        return [name.slice('book-'.length, -'.csv'.length), csvRows(text)] as const
      }),
    )
    return new Map(sheets)
  })

/** The workbook with every stored result of a formula taken out, so that whoever opens it computes them all. */
export const withoutResults = (workbook: Uint8Array): Uint8Array =>
  edited(workbook, xml => xml.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'))

/** The workbook with the XML of its sheets changed, as an edit by hand would. */
export const edited = (workbook: Uint8Array, change: (xml: string, part: string) => string): Uint8Array => {
  const parts = unzipSync(workbook)
  for (const [name, bytes] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/sheet')) parts[name] = strToU8(change(strFromU8(bytes), name))
  return zipSync(parts)
}
