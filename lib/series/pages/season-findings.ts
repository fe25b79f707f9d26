import { crossChecks } from '../checks/index.ts'
import type { SeasonJson } from '../season-contract.ts'

export type SeasonFinding = SeasonJson['findings'][number]

const places = new Map(crossChecks.map(({ id }, at) => [id, at]))

const titles = new Map(crossChecks.map(({ id, title }) => [id, title.zh]))

/** The Chinese title of a check across reports; its id where the catalogue has none. */
export const crossTitle = (check: string): string => titles.get(check) ?? check

/** What asks for somebody's work first: open before decided, warnings before notes, broken before what cannot be checked. */
const rankOf = ({ decision, severity, outcome }: SeasonFinding): number =>
  (decision ? 4 : 0) + (severity === 'warning' ? 0 : 2) + (outcome === 'broken' ? 0 : 1)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const placeOf = (check: string): number => places.get(check) ?? crossChecks.length

/** The gravest first, then in the order of the catalogue, then by their ids: in whatever order they come. */
export const gravestFirst = (findings: readonly SeasonFinding[]): readonly SeasonFinding[] =>
  findings.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      placeOf(a.check) - placeOf(b.check) ||
      compareText(a.check, b.check) ||
      compareText(a.id, b.id),
  )

export const warning = (finding: SeasonFinding): boolean =>
  finding.severity === 'warning' && !finding.decision

/** Findings by the units whose reports they are about; each once. */
export const findingsByUnit = (
  findings: readonly SeasonFinding[],
): ReadonlyMap<string, readonly SeasonFinding[]> => {
  const byUnit = new Map<string, SeasonFinding[]>()
  for (const finding of findings)
    for (const unit of new Set(finding.subjects.map(subject => subject.unit))) {
      const those = byUnit.get(unit)
      if (those) those.push(finding)
      else byUnit.set(unit, [finding])
    }
  return byUnit
}
