import type { RowsOfFile } from '../../../functions/season/run-tables.ts'

/** How many of a kind are there more than once. */
const counter = () => {
  const times = new Map<string, number>()
  return {
    add: (name: string) => times.set(name, (times.get(name) ?? 0) + 1),
    repeated: () => [...times.values()].filter(each => each > 1).length,
  }
}

/**
 * How many files and reports were told of, and what a sum would count twice: a file that stands in two places or under its
 * name of before, reports of one authority and one year.
 */
export const tallyOfRows = () => {
  const [bytes, years] = [counter(), counter()]
  let [files, reports] = [0, 0]
  return {
    add: ({ file, report }: RowsOfFile) => {
      files += 1
      if (!report) return
      reports += 1
      bytes.add(String(file['sha256']))
      const { authority, year } = report
      if (authority && year) years.add(JSON.stringify([authority, year]))
    },
    files: () => files,
    reports: () => reports,
    sameBytes: bytes.repeated,
    sameYear: years.repeated,
  }
}
