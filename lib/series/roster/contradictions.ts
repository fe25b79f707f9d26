import { evenName } from './even-name.ts'
import type { LineProblem } from './line.ts'
import { repeated } from './repeated.ts'
import { overlaps, type Span, type Unit } from './unit.ts'

/** What lines of a roster say against each other. */

const problem = (line: number, code: string, zh: string, en: string): LineProblem => ({
  line,
  code,
  message: { zh, en },
})

const doubled = (units: readonly Unit[]): readonly LineProblem[] =>
  repeated(units, ({ unit }) => unit)
    .filter(([first]) => first!.unit !== '')
    .flatMap(([first, ...others]) =>
      others.map(({ unit, line }) =>
        problem(
          line,
          'unit-doubled',
          `单位编号“${unit}”在第 ${first!.line} 行已经有了。一个单位只写一行，改名写在“别名”里。`,
          `Unit “${unit}” stands in line ${first!.line} already. A unit has one line; other names of it are aliases.`,
        ),
      ),
    )

/** Pages and folders are called by the unit: a system that knows no case, or no wide letters, takes both for one. */
const alike = (units: readonly Unit[]): readonly LineProblem[] =>
  repeated(units, ({ unit }) => unit.normalize('NFKC').toLowerCase()).flatMap(([first, ...others]) =>
    others
      .filter(({ unit }) => unit !== first!.unit)
      .map(({ unit, line }) =>
        problem(
          line,
          'unit-alike',
          `单位编号“${unit}”与第 ${first!.line} 行的“${first!.unit}”只差大小写或全半角，容易混淆，请改用不同的编号。`,
          `Unit “${unit}” differs from “${first!.unit}” in line ${first!.line} by the case or width of letters alone: call one otherwise.`,
        ),
      ),
  )

const unknown = (units: readonly Unit[], known: ReadonlyMap<string, Unit>): readonly LineProblem[] =>
  units.flatMap(({ line, ...unit }) =>
    (['parent', 'successor'] as const).flatMap(field => {
      const other = unit[field]
      if (other === null || known.has(other)) return []
      const zh = field === 'parent' ? '上级' : '承接单位'
      return [
        problem(
          line,
          `${field}-unknown`,
          `${zh}“${other}”不在名册里。请写名册中的单位编号。`,
          `The ${field} “${other}” is not in the roster. Write the unit of one that is.`,
        ),
      ]
    }),
  )

/** Every circle once, told at its first line. */
const circles = (units: readonly Unit[], known: ReadonlyMap<string, Unit>): readonly LineProblem[] =>
  (['parent', 'successor'] as const).flatMap(field => {
    const done = new Set<string>()
    return units.flatMap(start => {
      const way = new Set<string>()
      let at: Unit | undefined = start
      while (at && !done.has(at.unit) && !way.has(at.unit)) {
        way.add(at.unit)
        at = known.get(at[field] ?? '')
      }
      const isCircle = at !== undefined && way.has(at.unit)
      const members = isCircle ? [...way].slice([...way].indexOf(at!.unit)) : []
      for (const each of way) done.add(each)
      if (!isCircle) return []
      const lines = members.map(each => known.get(each)!.line)
      const zh = field === 'parent' ? '上级' : '承接单位'
      return [
        problem(
          Math.min(...lines),
          `${field}-circle`,
          `${zh}绕成了圈：${[...members, members[0]].join(' → ')}（第 ${lines.join('、')} 行）。`,
          `The ${field}s go round in a circle: ${[...members, members[0]].join(' → ')} (lines ${lines.join(', ')}).`,
        ),
      ]
    })
  })

const daysOf = ({ since, until }: Span): string => `${since ?? '…'}~${until ?? '…'}`

const backwards = (units: readonly Unit[]): readonly LineProblem[] =>
  units.flatMap(({ line, name, aliases, ...unit }) =>
    [{ name, since: unit.since, until: unit.until }, ...aliases]
      .filter(({ since, until }) => since !== null && until !== null && since > until)
      .map(each =>
        problem(
          line,
          'dates-backwards',
          `“${each.name}”的起止日期颠倒：${daysOf(each)}。`,
          `“${each.name}” ends before it begins: ${daysOf(each)}.`,
        ),
      ),
  )

/** Former names of one unit that were its name at the same time; and two units of one name under one parent. */
const overlapping = (units: readonly Unit[]): readonly LineProblem[] => {
  const names = units.flatMap(({ line, aliases }) => {
    const dated = aliases.filter(({ since, until }) => since !== null || until !== null)
    return dated.flatMap((alias, at) =>
      dated
        .slice(at + 1)
        .filter(other => overlaps(alias, other))
        .map(other =>
          problem(
            line,
            'dates-overlap',
            `别名“${alias.name}”（${daysOf(alias)}）与“${other.name}”（${daysOf(other)}）的日期重叠。`,
            `The days of the aliases “${alias.name}” (${daysOf(alias)}) and “${other.name}” (${daysOf(other)}) overlap.`,
          ),
        ),
    )
  })
  // Only what has a name in common may have both: a text of both for each of a nation's units would be made for nothing.
  const alikeNamed = repeated(units, ({ name }) => evenName(name)).flat()
  const twice = repeated(alikeNamed, ({ name, parent }) => `${evenName(name)}\0${parent ?? ''}`).flatMap(
    same =>
      same.flatMap((unit, at) =>
        same
          .slice(0, at)
          .filter(other => unit.name !== '' && other.unit !== unit.unit && overlaps(other, unit))
          .slice(0, 1)
          .map(other =>
            problem(
              unit.line,
              'dates-overlap',
              `“${unit.name}”与第 ${other.line} 行同名、同上级，日期重叠（${daysOf(other)} 与 ${daysOf(unit)}）。请写明起止日期，或合为一行。`,
              `“${unit.name}” has the name and parent of line ${other.line}, and their days overlap (${daysOf(other)} and ${daysOf(unit)}). Give both their dates, or make them one line.`,
            ),
          ),
      ),
  )
  return [...names, ...twice]
}

const successions = (units: readonly Unit[], known: ReadonlyMap<string, Unit>): readonly LineProblem[] =>
  units.flatMap(({ unit, line, until, successor }) => {
    const next = known.get(successor ?? '')
    if (successor === null || !next || successor === unit) return []
    if (until === null)
      return [
        problem(
          line,
          'until-missing',
          `写了承接单位“${successor}”，没有写终止日期。`,
          `It has the successor “${successor}” and no date until which it was there.`,
        ),
      ]
    return next.until !== null && next.until < until
      ? [
          problem(
            line,
            'successor-ended-before',
            `承接单位“${successor}”在 ${next.until} 已终止，早于本单位的 ${until}。`,
            `Its successor “${successor}” ended on ${next.until}, before ${until}.`,
          ),
        ]
      : []
  })

/** All of them, in the order of the lines. */
export const contradictions = (units: readonly Unit[]): readonly LineProblem[] => {
  const known = new Map(units.filter(({ unit }) => unit !== '').map(unit => [unit.unit, unit]))
  return [
    ...doubled(units),
    ...alike(units),
    ...unknown(units, known),
    ...circles(units, known),
    ...backwards(units),
    ...overlapping(units),
    ...successions(units, known),
  ]
}
