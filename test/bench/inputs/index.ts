import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { samples } from '../../samples/samples.ts'
import { fixture } from '../../support/samples.ts'
import { repeatedDocx } from './docx.ts'
import { htmlOf, markdownOf, mhtOf, plainTextOf } from './text.ts'

/** A file to convert. `name` says format and size, or is the file's own. */
export interface BenchInput {
  readonly name: string
  readonly bytes: Uint8Array
}

const report = Object.values(samples)[0]!
const utf8 = (text: string): Uint8Array => Buffer.from(text)

/** One report of our own in every format that is read. */
export const everyFormat = async (): Promise<readonly BenchInput[]> => [
  { name: 'report.docx', bytes: await repeatedDocx(report, 1) },
  { name: 'report.html', bytes: utf8(htmlOf(report, 1)) },
  { name: 'report.mht', bytes: utf8(mhtOf(report, 1)) },
  { name: 'report.txt', bytes: utf8(plainTextOf(report, 1)) },
  { name: 'report.md', bytes: utf8(markdownOf(report, 1)) },
  { name: 'report.doc', bytes: fixture('doc', 'qinghe-2023') },
  { name: 'report.odt', bytes: fixture('odt', 'qinghe-2023') },
  { name: 'report.rtf', bytes: fixture('rtf', 'qinghe-2023') },
  { name: 'report.xlsx', bytes: fixture('xlsx', 'qinghe-2023') },
  { name: 'report.pdf', bytes: fixture('pdf', 'browser') },
]

/** The same ten times over in one document, where that can be made without an office suite. */
export const tenTimes = async (): Promise<readonly BenchInput[]> => [
  { name: '10 × report.docx', bytes: await repeatedDocx(report, 10) },
  { name: '10 × report.html', bytes: utf8(htmlOf(report, 10)) },
  { name: '10 × report.mht', bytes: utf8(mhtOf(report, 10)) },
  { name: '10 × report.txt', bytes: utf8(plainTextOf(report, 10)) },
  { name: '10 × report.md', bytes: utf8(markdownOf(report, 10)) },
]

const shared = new URL('../../../../shared/reports/', import.meta.url)

/** Reports made from real ones, where they lie beside the checkout. */
export const besideCheckout = (): readonly BenchInput[] =>
  existsSync(shared)
    ? readdirSync(shared)
        .filter(name => /^made-from-.*\.\w+$/.test(name))
        .map(name => ({ name, bytes: readFileSync(new URL(name, shared)) }))
    : []
