import { evenName } from '../../roster/even-name.ts'
import { namedAs, type Roster } from '../../roster/roster.ts'
import { mayPrint, type Unit } from '../../roster/unit.ts'
import type { SpokenAs, SpokenName } from '../../spoken-names.ts'
import type { CrossDraft } from '../cross-finding.ts'
import { defineCrossCheck } from '../define-cross-check.ts'

/** Those whose reports tell of others’ work as well: governments, and offices that compile for all. */
const tellsOfOthers = /政府|管理?委员?会|办事处|办公[室厅]|政务|大数据|行政审批|[区县市省州盟旗乡镇]$/u

const places: Readonly<Record<SpokenAs, { readonly zh: string; readonly en: string }>> = {
  report: { zh: '文中称本报告为其报告', en: 'the text calls the report its' },
  actor: { zh: '文中以其口吻叙述', en: 'the text speaks as it' },
  signature: { zh: '由其落款', en: 'it signs' },
}

/** The one unit of that full name which may have printed a report of the year. */
const unitOf = (roster: Roster, name: string, year: number): Unit | null => {
  const named = namedAs(roster, evenName(name)).filter(
    each => mayPrint(each, year) && mayPrint(each.unit, year),
  )
  return named.length === 1 && named[0]!.by === 'name' ? named[0]!.unit : null
}

const above = (roster: Roster, unit: Unit): ReadonlySet<string> => {
  const met = new Set<string>()
  for (let at = roster.units.get(unit.parent ?? ''); at && !met.has(at.unit); ) {
    met.add(at.unit)
    at = roster.units.get(at.parent ?? '')
  }
  return met
}

const goesInto = (roster: Roster, unit: Unit): ReadonlySet<string> => {
  const met = new Set<string>()
  for (let at = roster.units.get(unit.successor ?? ''); at && !met.has(at.unit); ) {
    met.add(at.unit)
    at = roster.units.get(at.successor ?? '')
  }
  return met
}

const isRelated = (roster: Roster, one: Unit, other: Unit): boolean =>
  one === other ||
  [above, goesInto].some(of => of(roster, one).has(other.unit) || of(roster, other).has(one.unit))

const namesOf = ({ name, aliases }: Unit): readonly string[] =>
  [name, ...aliases.map(alias => alias.name)].map(evenName)

/** Whether a name of one is a part of a name of the other. */
const sharesName = (one: Unit, other: Unit): boolean =>
  namesOf(one).some(a => namesOf(other).some(b => a.includes(b) || b.includes(a)))

const isForeign = (roster: Roster, own: Unit, spoken: SpokenName, year: number): boolean => {
  const other = unitOf(roster, spoken.name, year)
  if (other === null || isRelated(roster, own, other) || sharesName(own, other)) return false
  const mayTell = own.scope === 'wholeArea' || roster.children.has(own.unit) || tellsOfOthers.test(own.name)
  return spoken.as === 'report' || !mayTell
}

export const foreignAuthorityNamed = defineCrossCheck({
  id: 'foreign-authority-named',
  severity: 'warning',
  title: { zh: '报告以另一单位的口吻写成', en: 'Another unit speaks in the report' },
  explanation: {
    zh: '报告在称呼自己的地方（自称“某单位某年政府信息公开工作年度报告”、以“某单位收到申请”“某单位认真贯彻”叙述、落款）写的是名册中另一单位的全称：多为套用他人的报告而没有改全。只是提到的不算；上级、下级、并入和承接的单位、名称互相包含的不算；政府和代各单位汇编的机关只看自称的报告名称。',
    en: 'Where a report names itself (as whose report it is, who received requests or carried out the Regulations, who signs) it has the full name of another unit of the roster: mostly a report that was copied and not changed throughout. A mention is none; nor are parents, units below, those merged, and names within one another. Of governments and of offices that compile for others only the name of the report counts.',
  },
  source: '国办公开办函〔2021〕30号（四）：年度报告内容不得雷同',
  statements: ({ year, tables }) => [
    `SELECT r.unit, r.speaks_as FROM ${tables.reports} r WHERE r.year = ${year} AND r.speaks_as <> '[]' ORDER BY r.unit`,
  ],
  drafts: (rows, { year, roster, nameOf, subject }) =>
    rows.flatMap((row): readonly CrossDraft[] => {
      const own = roster.units.get(String(row['unit']))
      const spoken = (JSON.parse(String(row['speaks_as'])) as readonly SpokenName[]).filter(
        each => own !== undefined && isForeign(roster, own, each, year),
      )
      return [...Map.groupBy(spoken, each => each.name)].map(([name, those]) => {
        const [{ as, quote }] = those as [SpokenName]
        return {
          message: {
            zh: `${nameOf(String(row['unit']))} ${year} 年的报告写的是另一单位“${name}”：${places[as].zh}（“${quote}”）。请核对是否套用了该单位的报告，并改正。`,
            en: `The report of ${nameOf(String(row['unit']))} for ${year} has another unit, “${name}”: ${places[as].en} (“${quote}”). Check whether it was copied from that unit, and correct it.`,
          },
          subjects: [subject(String(row['unit']), year)],
          place: name,
        }
      })
    }),
})
