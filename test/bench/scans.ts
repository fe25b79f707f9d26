import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inventedDocuments, realDocuments } from '../scans/documents/index.ts'
import type { PrintedDocument } from '../scans/documents/truth.ts'
import { kindNames } from '../scans/simulate/kinds.ts'
import { type Trial, type TriedKind, tellWrong, tried } from '../scans/trial.ts'
import { hasRealReports } from '../support/keys.ts'
import { load, machineLines } from './machine.ts'
import { fixed, median } from './measure.ts'
import { tableLines } from './table.ts'

/**
 * `npm run bench:scans`: printed reports scanned in every way and read: what is right, left to a person, and wrong.
 * `--kinds office150,photo` (or `mixed`), `--documents real,20` (those beside the checkout, and so many invented ones), `--seed`,
 * `--folder` keeps the scans, `--wrong` the pictures of what was read wrong. Ends with 1 where anything was.
 */

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: kindNames.join() },
    documents: { type: 'string', default: 'real,6' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
    wrong: { type: 'string', default: join(tmpdir(), 'gongkai-wrong') },
  },
})

const isKind = (name: string): name is TriedKind => name === 'mixed' || kindNames.some(kind => kind === name)
const kinds = values.kinds.split(',').filter(isKind)
if (kinds.length === 0) throw new Error(`--kinds takes of ${kindNames.join(', ')}, mixed`)

const documentsOf = async (): Promise<readonly PrintedDocument[]> => {
  const parts = values.documents.split(',')
  const count = parts.map(Number).find(Number.isInteger) ?? 0
  const real = parts.includes('real') && hasRealReports ? await realDocuments() : []
  return [...real, ...(await inventedDocuments(values.seed, count))]
}

const total = (trials: readonly Trial[], count: (trial: Trial) => number): number =>
  trials.reduce((sum, trial) => sum + count(trial), 0)

const percent = (part: number, whole: number): string => (whole === 0 ? '' : fixed((100 * part) / whole))

/** Figures of the two tables that have sums: what is left of them waits for a person on the desk. */
const withSums = (keys: readonly string[]): number => keys.filter(key => !key.startsWith('proactive')).length

const rowOf = (name: string, trials: readonly Trial[]): readonly string[] => {
  const figures = total(trials, ({ document }) => document.report.figures.size)
  const pages = total(trials, trial => trial.pages)
  const right = total(trials, ({ score }) => score.right.length)
  const provable = total(trials, trial => trial.provable.length)
  const read = total(
    trials,
    ({ score, provable: can }) => can.filter(key => score.right.includes(key)).length,
  )
  return [
    name,
    [...new Set(trials.map(({ dpi }) => dpi))].length === 1 ? String(trials[0]!.dpi) : '',
    String(figures),
    percent(right, figures),
    percent(provable, figures),
    percent(read, provable),
    String(median(trials.map(({ score }) => withSums(score.unread)))),
    String(total(trials, ({ read: { refused } }) => (refused === null ? 0 : 1))),
    String(total(trials, ({ score }) => score.wronglyAgreed.length)),
    String(total(trials, ({ score }) => score.wrong.length)),
    fixed(total(trials, trial => trial.read.seconds) / pages, 2),
    fixed(Math.max(...trials.map(trial => trial.read.megabytes)), 0),
  ]
}

const head = [
  ...['scans', 'dpi', 'figures', 'right %', 'provable %', 'right of these %', 'median open in 三 and 四'],
  ...['refused', 'agreed wrongly', 'wrong', 's a page', 'peak MB'],
]

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'gongkai-scans-'))
for (const line of machineLines()) console.log(line)
const documents = await documentsOf()
const all: Trial[] = []
const rows: (readonly string[])[] = []
try {
  for (const kind of kinds) {
    const trials = await tried(documents, kind, { seed: values.seed, folder })
    for (const trial of trials)
      for (const line of await tellWrong(trial, values.wrong)) console.error(`WRONG ${line}`)
    all.push(...trials)
    rows.push(rowOf(kind, trials))
    console.error(rows.at(-1)!.join(' '))
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
for (const line of tableLines(head, [...rows, rowOf('all', all)])) console.log(line)
const wrong = total(all, ({ score }) => score.wrong.length)
console.log(`${wrong} wrong of ${total(all, ({ score }) => score.right.length) + wrong} accepted; ${load()}`)
process.exitCode = wrong === 0 ? 0 : 1
