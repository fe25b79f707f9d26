import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import mammoth from 'mammoth'

/** Converts Word files to HTML with mammoth alone, all in one process: `mammoth-batch.ts OUT FILE...`. */
const [, , out, ...files] = process.argv
for (const file of files) {
  const { value } = await mammoth.convertToHtml({ buffer: readFileSync(file) })
  writeFileSync(join(out!, basename(file).replace(/docx$/, 'html')), value)
}
