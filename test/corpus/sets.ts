import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { suffixes } from '../../lib/readers/index.ts'

/** Files that are converted together and recorded in one file of `record/`. */
export interface CorpusSet {
  readonly name: string
  /** Below the folder the checkout lies in, or below the checkout. */
  readonly folders: readonly URL[]
}

const beside = (path: string): URL => new URL(`../../../${path}/`, import.meta.url)
const inside = (path: string): URL => new URL(`../../${path}/`, import.meta.url)

const readers = inside('test/lib/readers')

/** Real reports and inputs that failed once lie beside the checkout and are not ours to ship; the samples are our own. */
export const sets: readonly CorpusSet[] = [
  { name: 'reports', folders: [beside('shared/reports')] },
  { name: 'cases', folders: [beside('shared/cases')] },
  {
    name: 'samples',
    folders: [
      inside('infra/local/samples'),
      ...readdirSync(readers).map(reader => new URL(`${reader}/fixtures/`, readers)),
    ].filter(folder => existsSync(folder)),
  },
]

export const isHere = ({ folders }: CorpusSet): boolean => folders.some(folder => existsSync(folder))

const root = fileURLToPath(new URL('../../../', import.meta.url))
const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the corpus: its path to read it by, and its name in the record, which is the same on every machine. */
export interface CorpusFile {
  readonly path: string
  readonly name: string
}

const isReport = (path: string): boolean => {
  const name = path.replace(/\.gz$/u, '')
  return suffixes.includes(extname(name).toLowerCase()) && !/^readme\.md$/iu.test(basename(name))
}

/** The files of a set in the order of their names. */
export const filesOf = ({ folders }: CorpusSet): readonly CorpusFile[] =>
  folders
    .map(folder => fileURLToPath(folder))
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => `${entry.parentPath.replace(/\/?$/u, '/')}${entry.name}`),
    )
    .filter(isReport)
    .map(path => ({
      path,
      name: path.startsWith(checkout) ? path.slice(checkout.length) : path.slice(root.length),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** The bytes of a file as an uploader sends it: some samples lie here packed. */
export const bytesOf = (path: string): Uint8Array => {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}
