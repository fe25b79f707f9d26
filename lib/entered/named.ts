import type { NamedReport, Report } from '../model/report.ts'
import type { Scan } from '../model/scan.ts'

/** Whose report a scan is and of which year, said by a person: a reader of pictures that takes 2023 for 2028 is never found out. */

/** Earlier and later years than these have no such report. */
const [firstYear, lastYear] = [2000, 2100]

const longestName = 100

/** Whether that may be said of a report. */
export const canBeNamed = ({ authority, year }: Pick<NamedReport, 'authority' | 'year'>): boolean =>
  Number.isInteger(year) &&
  year >= firstYear &&
  year <= lastYear &&
  authority.trim() !== '' &&
  authority.length <= longestName

/** Whether it was read off this very picture, or off the whole of the file. */
const isOfPicture = ({ title }: Pick<Scan, 'title'>, { crop }: NamedReport): boolean =>
  crop === undefined || crop === title?.crop

/** The year that a person says it is of, by which its tables are told; undefined where nobody has said it. */
export const yearSaid = (scan: Scan | undefined, named: NamedReport | undefined): number | undefined =>
  scan && named && isOfPicture(scan, named) ? named.year : undefined

/** The report of a scan with the name and the year that a person read off it. Pure. Of any other report nothing is said. */
export const withNamed = (report: Report, named: NamedReport | undefined): Report => {
  const { scan } = report
  if (!scan || !named) return report
  if (!isOfPicture(scan, named)) return { ...report, scan: { ...scan, namedOtherwise: true } }
  const { authority, year, by, at } = named
  return { ...report, authority, authorityAsPrinted: authority, year, scan: { ...scan, named: { by, at } } }
}

/** Whether its name and year wait for a person. */
export const waitsForName = ({ scan }: Pick<Report, 'scan'>): boolean => scan !== undefined && !scan.named
