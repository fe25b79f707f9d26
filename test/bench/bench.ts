import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import mammoth from 'mammoth'
import { runChecks, verdictOf } from '../../lib/checks/index.ts'
import { convert } from '../../lib/convert.ts'
import { readReport } from '../../lib/read-report.ts'
import { read } from '../../lib/readers/index.ts'
import { version } from '../../lib/version.ts'
import { writeJson } from '../../lib/writers/json.ts'
import type { Judged } from '../../lib/writers/output.ts'
import { writePage } from '../../lib/writers/page/index.ts'
import { writeWorkbook } from '../../lib/writers/workbook/index.ts'
import { repeatedDocx, sampleDocuments } from './documents.ts'
import { fixed, measure, printTable } from './measure.ts'

/** `npm run bench`: what a conversion costs, stage by stage, beside mammoth alone on the untouched file. */

const rounds = Number(process.argv[2] ?? 40)
const sha256 = '0'.repeat(64)
const root = fileURLToPath(new URL('../../', import.meta.url))

const documents = await sampleDocuments()
const shared = `${root}../shared/reports/`
if (existsSync(shared))
  for (const name of readdirSync(shared).filter(file => /^made-from-.*\.(docx|html|pdf|doc)$/u.test(file)))
    documents.set(name, readFileSync(shared + name))

console.log(
  `gongkai ${version}, node ${process.version}, ${process.platform} ${process.arch}, ${rounds} rounds, medians\n`,
)

const rows: string[][] = []
for (const [name, bytes] of documents) {
  const document = await read(name, bytes).catch(() => null)
  if (!document) continue
  const report = readReport(document)
  const findings = runChecks(report)
  const judged: Judged = {
    report,
    findings,
    verdict: verdictOf(report, findings),
    source: { name, format: document.format, size: bytes.length, sha256 },
    converter: { name: 'gongkai', version },
  }
  const isWord = document.format === 'docx'
  const times = await measure(
    [
      { name: 'mammoth', run: () => (isWord ? mammoth.convertToHtml({ buffer: Buffer.from(bytes) }) : null) },
      { name: 'whole', run: () => convert({ name, bytes, sha256 }) },
      { name: 'read', run: () => read(name, bytes) },
      { name: 'extract', run: () => readReport(document) },
      { name: 'checks', run: () => runChecks(report) },
      { name: 'json', run: () => writeJson(judged) },
      { name: 'workbook', run: () => writeWorkbook(judged) },
      { name: 'page', run: () => writePage(judged) },
    ],
    rounds,
  )
  const ms = (stage: string): string => fixed(times.get(stage)!)
  rows.push([
    name.length > 24 ? `${name.slice(0, 23)}…` : name,
    ...['read', 'extract', 'checks', 'json', 'workbook', 'page', 'whole'].map(ms),
    isWord ? ms('mammoth') : '',
    isWord ? `${fixed(times.get('whole')! / times.get('mammoth')!, 2)} ×` : '',
  ])
}
printTable(
  [
    'milliseconds, warm',
    'read',
    'extract',
    'checks',
    'json',
    'workbook',
    'page',
    'whole',
    'mammoth',
    'ratio',
  ],
  rows,
)

const [one, ten] = [await repeatedDocx(3), await repeatedDocx(30)]
const growth = await measure(
  [
    { name: 'one', run: () => convert({ name: 'one.docx', bytes: one, sha256 }) },
    { name: 'ten', run: () => convert({ name: 'ten.docx', bytes: ten, sha256 }) },
  ],
  7,
)
const factor = growth.get('ten')! / growth.get('one')!
console.log(
  `\nten times the document: ${fixed(factor)} × the time (${fixed(growth.get('one')!)} → ${fixed(growth.get('ten')!)} ms; target at most 11)`,
)

const fresh = `const t=performance.now();const {convert}=await import(process.argv[1]);const {readFileSync}=await import('node:fs');
const bytes=readFileSync(process.argv[2]);await convert({name:'x.docx',bytes,sha256:'${sha256}'});
console.log(JSON.stringify({ms:performance.now()-t,rss:process.resourceUsage().maxRSS/1024}))`
const sample = `${root}infra/local/samples/${readdirSync(`${root}infra/local/samples`)[0]}`
const runs = Array.from({ length: 5 }, () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', fresh, `${root}lib/convert.ts`, sample],
    { encoding: 'utf8' },
  )
  return JSON.parse(stdout) as { ms: number; rss: number }
}).sort((a, b) => a.ms - b.ms)
console.log(
  `first result of a fresh process: ${fixed(runs[2]!.ms, 0)} ms, peak memory ${fixed(runs[2]!.rss, 0)} MB`,
)
