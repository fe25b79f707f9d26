import type { Entry } from './entry.ts'

/**
 * The record as text, made to be read as a diff: some lines about a file, one line per finding, and the figures of
 * each table row by row. A table whose figures are all the same takes one line.
 */

/** Form, row and column of a figure's key; the row is empty where a form has only one. */
const split = (key: string): readonly [form: string, row: string, column: string] => {
  const parts = key.split('.')
  return [parts[0]!, parts.slice(1, -1).join('.'), parts.at(-1)!]
}

const valuesOf = (keys: readonly string[], figures: Entry['figures']): string => {
  const texts = keys.map(key => figures[key]!)
  return texts.length > 1 && new Set(texts).size === 1 ? `all ${texts[0]}` : texts.join(' ')
}

const tableLines = (keys: readonly string[], figures: Entry['figures']): string[] => {
  let columns = ''
  return [...Map.groupBy(keys, key => split(key)[1])].flatMap(([row, cells]) => {
    const above = columns
    columns = `    columns ${cells.map(key => split(key)[2]).join(' ')}`
    return [...(columns === above ? [] : [columns]), `    ${row}: ${valuesOf(cells, figures)}`]
  })
}

const figureLines = (figures: Entry['figures']): string[] =>
  [...Map.groupBy(Object.keys(figures), key => split(key)[0])].flatMap(([form, keys]) => [
    `  table ${form}`,
    ...tableLines(keys, figures),
  ])

const countsOf = (figures: Entry['figures']): string => {
  const states = Map.groupBy(Object.values(figures), told => (/\d/u.test(told) ? 'number' : told))
  return [...states].map(([state, { length }]) => `${length} ${state}`).join(', ') || '-'
}

const block = (entry: Entry): string =>
  [
    `# ${entry.name}`,
    `  sha256 ${entry.sha256}`,
    `  verdict ${entry.verdict}`,
    `  format ${entry.format}`,
    `  year ${entry.year}`,
    `  authority ${entry.authority}`,
    `  editions ${entry.editions}`,
    `  figures ${countsOf(entry.figures)}`,
    ...Object.entries(entry.findings).map(([id, said]) => `  finding ${id} ${said}`),
    ...figureLines(entry.figures),
  ].join('\n')

export const recordText = (entries: readonly Entry[]): string => `${entries.map(block).join('\n\n')}\n`

/** A line as its first word and the rest. */
const cut = (line: string): readonly [string, string] => {
  const at = line.indexOf(' ')
  return [line.slice(0, at), line.slice(at + 1)]
}

/** The figures of a `table` with its lines. */
const readTable = (form: string, lines: readonly string[]): Record<string, string> => {
  const figures: Record<string, string> = {}
  let columns: readonly string[] = []
  for (const line of lines) {
    const [first, rest] = cut(line)
    if (first === 'columns') columns = rest.split(' ')
    else {
      const texts = rest.split(' ')
      const prefix = first === ':' ? form : `${form}.${first.slice(0, -1)}`
      for (const [index, column] of columns.entries())
        figures[`${prefix}.${column}`] = texts[0] === 'all' ? texts[1]! : texts[index]!
    }
  }
  return figures
}

const readBlock = (text: string): Entry => {
  const [name = '', ...lines] = text.trimEnd().split('\n  ')
  const facts: Record<string, string> = {}
  const findings: Record<string, string> = {}
  const figures: Record<string, string> = {}
  for (const [index, line] of lines.entries()) {
    const [word, rest] = cut(line)
    if (word === 'finding') findings[cut(rest)[0]] = cut(rest)[1]
    else if (word !== 'table') facts[word] = rest
    else {
      const end = lines.findIndex((each, at) => at > index && !each.startsWith('  '))
      const rows = lines.slice(index + 1, end < 0 ? undefined : end).map(each => each.trimStart())
      Object.assign(figures, readTable(rest, rows))
    }
  }
  const { sha256 = '', verdict = '', format = '', year = '', authority = '', editions = '' } = facts
  return { name, sha256, verdict, format, year, authority, editions, figures, findings }
}

/** The entries of a record that `recordText` wrote. */
export const readRecord = (text: string): readonly Entry[] =>
  `\n\n${text}`.split('\n\n# ').slice(1).map(readBlock)
