import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { balancedFigures } from './balanced.ts'
import { drawReport, reportHtml } from './form-html.ts'
import { seeded } from './random.ts'

/** Invented reports of a county over two years, with the faults that the tests look for. */

type Figures = Readonly<Record<string, number>>

/** A report of an authority as a web page. */
export const inventedReport = (authority: string, year: number, figures: Figures): string =>
  reportHtml({ ...drawReport('2021', figures), year }).replaceAll('青禾县数据局', authority)

const columns = [
  ...['naturalPerson', 'commercialEnterprise', 'researchInstitution', 'socialOrganization'],
  ...['legalServiceOrganization', 'otherOrganization', 'total'],
]

/** Figures of a year that goes on from the one before: what was carried forward is carried over, and granted. */
export const followingOn = (before: Figures, figures: Figures): Figures => {
  const next: Record<string, number> = { ...figures }
  for (const column of columns) {
    const at = (row: string): string => `requests.${row}.${column}`
    const carried = before[at('carriedForward')]!
    next[at('newRequests')] = figures[at('outcomes.total')]! + figures[at('carriedForward')]!
    next[at('carriedOver')] = carried
    next[at('outcomes.granted')] = figures[at('outcomes.granted')]! + carried
    next[at('outcomes.total')] = figures[at('outcomes.total')]! + carried
  }
  for (const kind of ['rules', 'normativeDocuments']) {
    const at = (column: string): string => `proactiveDisclosure.${kind}.${column}`
    next[at('repealed')] = 0
    next[at('inForce')] = before[at('inForce')]! + next[at('issued')]!
  }
  return next
}

export const units = {
  u1: '青禾县农业农村局',
  u2: '青禾县水务局',
  u3: '青禾县教育局',
  u4: '青禾县财政局',
} as const
export type UnitId = keyof typeof units

const ids = Object.keys(units) as readonly UnitId[]

/** The roster of those units under the county, which has no report of its own. */
export const rosterText = (extra: readonly string[] = []): string =>
  [
    '单位编号,名称,上级,类别,统计口径',
    'u0,青禾县人民政府,,政府,本级',
    ...ids.map(id => `${id},${units[id]},u0,部门,本级`),
    ...extra,
  ].join('\r\n')

/** Reports of 2023 and 2024 that follow one from the other, by unit. */
export const twoYears = (seed: string): Readonly<Record<UnitId, readonly [Figures, Figures]>> => {
  const random = seeded(seed)
  return Object.fromEntries(
    ids.map(id => {
      const before = balancedFigures('2021', random)
      return [id, [before, followingOn(before, balancedFigures('2021', random))]]
    }),
  ) as unknown as Record<UnitId, readonly [Figures, Figures]>
}

/** Writes reports below a folder, each under its path. */
export const writeReports = async (
  folder: string,
  reports: Readonly<Record<string, string>>,
): Promise<void> => {
  for (const [path, html] of Object.entries(reports)) {
    const parts = path.split('/')
    await mkdir(join(folder, ...parts.slice(0, -1)), { recursive: true })
    await writeFile(join(folder, ...parts), html)
  }
}
