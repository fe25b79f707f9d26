import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { docxOf } from './docx-report.ts'
import { samples } from './samples.ts'

/** Writes the sample reports the local service starts with: `node test/samples/make.ts`. */
const folder = fileURLToPath(new URL('../../infra/local/samples/', import.meta.url))
for (const [name, report] of Object.entries(samples))
  writeFileSync(`${folder}${name}.docx`, await docxOf(report))
