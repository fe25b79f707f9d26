import type { Message } from '../../model/message.ts'
import { isSameAuthority } from '../../narrative/names.ts'
import type { Row } from '../column.ts'
import { evenName } from './even-name.ts'
import { unitsOfFolder, withAllUnder } from './folders.ts'
import { type Named, namedAs, type Roster } from './roster.ts'
import { similarUnits } from './similar-units.ts'
import { mayPrint, standsAtEndOf, type Unit } from './unit.ts'

/** What told the unit. */
export type MatchedBy = 'path' | 'name' | 'alias' | 'signature' | 'title'

/** A unit that a person may mean; nothing is decided by it. */
export interface Proposal {
  readonly unit: string
  readonly name: string
  readonly why: Message
}

export type Match =
  | { readonly unit: string; readonly by: MatchedBy }
  | {
      readonly unit: null
      readonly reason: 'unit-unmatched' | 'unit-ambiguous'
      readonly proposals: readonly Proposal[]
    }

/** What of a record tells the unit. */
export interface Facts {
  /** Path of the upload. */
  readonly key: string
  readonly year: number
  readonly names: readonly string[]
  readonly signature: string | null
  readonly title: string | null
}

const reasons = {
  folder: { zh: '文件在该单位的文件夹里', en: 'the file lies in its folder' },
  name: { zh: '名称或别名相同', en: 'its name or an alias of it is printed' },
  similar: { zh: '名称相近', en: 'its name is similar' },
} satisfies Readonly<Record<string, Message>>

const proposal = (unit: Unit, why: Message): Proposal => ({ unit: unit.unit, name: unit.name, why })

const distinctUnits = (named: readonly Named[]): readonly Unit[] => [
  ...new Set(named.map(({ unit }) => unit)),
]

/** Those that stood at the end of the year; where none did, those that may still or already have printed a report of it. */
const ofYear = (named: readonly Named[], year: number): readonly Named[] => {
  const standing = named.filter(each => standsAtEndOf(each, year) && standsAtEndOf(each.unit, year))
  return standing.length > 0
    ? standing
    : named.filter(each => mayPrint(each, year) && mayPrint(each.unit, year))
}

interface FoundUnits {
  readonly units: readonly Unit[]
  readonly by: 'name' | 'alias'
}

/** The units that an evened name is of: by their full name, else by an alias. */
const unitsNamed = (
  roster: Roster,
  name: string,
  year: number,
  under: ReadonlySet<string> | null,
): FoundUnits => {
  const named = ofYear(namedAs(roster, name), year).filter(
    ({ unit }) => under === null || under.has(unit.unit),
  )
  const byName = named.filter(({ by }) => by === 'name')
  return byName.length > 0
    ? { units: distinctUnits(byName), by: 'name' }
    : { units: distinctUnits(named), by: 'alias' }
}

/** The name a title begins with: 青禾县数据局 of 青禾县数据局2023年政府信息公开工作年度报告. */
const nameOfTitle = (title: string | null): string | null =>
  /^(.{2,60}?)(?:关于)?(?:二[〇○零]|20\d\d|政府信息公开)/u.exec(evenName(title ?? ''))?.[1] ?? null

/** What may tell the unit, in its order, and what it is where it is not a name printed as the authority's. */
function* textsOf({ names, signature, title }: Facts): Iterable<readonly [string | null, MatchedBy | null]> {
  for (const name of names) yield [name, null]
  yield [signature, 'signature']
  yield [nameOfTitle(title), 'title']
}

/** Whether the names printed as the authority's are those of another than the one who signs, or whom the title names. */
const contradicts = (unit: Unit, names: readonly string[]): boolean =>
  names.length > 0 &&
  !names.some(name =>
    [unit, ...unit.aliases].some(own => isSameAuthority(evenName(name), evenName(own.name))),
  )

const unmatched = (proposals: readonly Proposal[]): Match => ({
  unit: null,
  reason: 'unit-unmatched',
  proposals,
})

const ambiguous = (proposals: readonly Proposal[]): Match => ({
  unit: null,
  reason: 'unit-ambiguous',
  proposals,
})

/**
 * The unit of a report, told by exactly one thing in this order: the folder of the upload together with a name, the full
 * name that was valid in the year, an alias, the signature, the title; where the upload lies in a unit's folder, of that
 * unit and those under it only. A report that fits none, or several, is no one's until a person says whose; nothing
 * similar is ever taken.
 */
export const matchUnit = (roster: Roster, facts: Facts): Match => {
  const { key, year, names } = facts
  const folder = unitsOfFolder(roster, key)
  const under = folder.length === 0 ? null : withAllUnder(roster, folder)
  // Nearly all are told by the first.
  const texts: string[] = []
  for (const [text, by] of textsOf(facts)) {
    if (text === null) continue
    texts.push(text)
    const name = evenName(text)
    if (name === '') continue
    const found = unitsNamed(roster, name, year, under)
    const [unit] = found.units
    if (unit && found.units.length === 1 && !(by && contradicts(unit, names)))
      return { unit: unit.unit, by: folder.includes(unit) ? 'path' : (by ?? found.by) }
    if (found.units.length > 1) return ambiguous(found.units.map(each => proposal(each, reasons.name)))
    const elsewhere = under === null ? [] : unitsNamed(roster, name, year, null).units
    if (elsewhere.length > 0)
      return ambiguous([
        ...folder.map(each => proposal(each, reasons.folder)),
        ...elsewhere.map(each => proposal(each, reasons.name)),
      ])
  }
  const [only] = folder
  const isNameless = texts.length === 0
  if (isNameless && only && folder.length === 1 && !roster.children.has(only.unit) && mayPrint(only, year))
    return { unit: only.unit, by: 'path' }
  const similar = similarUnits(roster, texts, under)
  return unmatched([
    ...folder.map(each => proposal(each, reasons.folder)),
    ...similar.filter(unit => !folder.includes(unit)).map(each => proposal(each, reasons.similar)),
  ])
}

const textOf = (row: Row, name: string): string | null => {
  const value = row[name]
  return typeof value === 'string' ? value : null
}

/** The unit of a record. One whose year is not known is nobody's. */
export const matchRecord = (roster: Roster, row: Row): Match => {
  const { year } = row
  if (typeof year !== 'number') return unmatched([])
  const names = [textOf(row, 'authority'), textOf(row, 'authority_as_printed')].filter(name => name !== null)
  return matchUnit(roster, {
    key: textOf(row, 'key') ?? '',
    year,
    names: [...new Set(names)],
    signature: textOf(row, 'signed_by'),
    title: textOf(row, 'title'),
  })
}
