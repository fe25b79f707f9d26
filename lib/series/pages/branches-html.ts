import type { Links } from './links.ts'
import { cellHtml, countHtml, cut, linkHtml, nameHtml, rowsHtml } from './pieces.ts'
import type { SeasonFacts } from './season-facts.ts'
import { warning } from './season-findings.ts'
import { isMissing } from './unit-state.ts'
import type { TreeUnit } from './unit-tree.ts'

/** The branches of the roster with more than one unit: what hangs right under its top, and all that hangs on that. */
const branchesOf = (tree: readonly TreeUnit[]): readonly (readonly TreeUnit[])[] =>
  [...Map.groupBy(tree, ({ branch }) => branch).values()].filter(({ length }) => length > 1)

const branchRow = (branch: readonly TreeUnit[], facts: SeasonFacts, links: Links): string => {
  const [top] = branch as [TreeUnit]
  const states = branch.map(({ unit }) => facts.stateOf(unit.unit))
  const verdicts = branch.map(({ unit }) => facts.told.get(unit.unit)?.report?.verdict)
  const expected = branch.filter(({ unit }) => (facts.told.get(unit.unit)?.dueOn ?? null) !== null).length
  const missing = states.filter(isMissing).length
  const found = new Set(branch.flatMap(({ unit }) => facts.findingsOf(unit.unit).filter(warning)))
  return (
    `<tr><th scope="row">${linkHtml(links.unit(top.unit.unit), nameHtml(top.unit.name))}</th>${cellHtml(String(expected), 'n')}${cellHtml(String(expected - missing), 'n')}` +
    `${countHtml(missing)}${countHtml(states.filter(state => state === 'overdue').length)}${countHtml(states.filter(state => state === 'late').length)}` +
    `${countHtml(verdicts.filter(verdict => verdict === 'invalid').length)}${countHtml(found.size)}</tr>`
  )
}

/** How each branch of the roster stands; nothing where there is one only. */
export const branchesHtml = (facts: SeasonFacts, links: Links): string => {
  const branches = branchesOf(facts.tree)
  if (branches.length < 2) return ''
  const { shown, note } = cut(branches, facts.limits.rows, links, ['season.json'])
  const heads = [
    { zh: '单位及其各级下级' },
    { zh: '应报', numbers: true },
    { zh: '已报', numbers: true },
    { zh: '未报', numbers: true },
    { zh: '逾期未报', numbers: true },
    { zh: '逾期报送', numbers: true },
    { zh: '不通过', numbers: true },
    { zh: '跨报告警告', numbers: true },
  ] as const
  return (
    rowsHtml(
      '按上级',
      heads,
      shown.map(branch => branchRow(branch, facts, links)),
    ) + note
  )
}
