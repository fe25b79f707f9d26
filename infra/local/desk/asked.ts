import { canBeNamed } from '../../../lib/entered/named.ts'
import type { Message } from '../../../lib/model/message.ts'
import { figureColumns } from '../../../lib/series/columns.ts'
import { type AskedAct, byInbox } from './acts.ts'

/** What acts may be about. */
export interface DeskFacts {
  /** Whether an upload of that key is known, also one that is not listed any more. */
  readonly hasKey: (key: string) => boolean
  /** Whether a file with that hash is known. */
  readonly hasFile: (sha256: string) => boolean
  /** Whether the roster has the unit; null without a roster. */
  readonly hasUnit: (unit: string) => boolean | null
}

export type Asked =
  | { readonly by: string; readonly acts: readonly AskedAct[] }
  | { readonly problem: Message }

type Fields = Readonly<Record<string, unknown>>

/** Why an act cannot be done. */
class Wrong extends Error {
  readonly problem: Message
  constructor(zh: string, en: string) {
    super(en)
    this.problem = { zh, en }
  }
}

const most = 10_000
const longestName = 40
const longestReason = 500

const malformed = (what: string): Wrong =>
  new Wrong(
    `请求无法识别（${what}），请刷新网页后再试。`,
    `The request is malformed (${what}): reload the page.`,
  )

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name]
  if (typeof value !== 'string' || value.trim() === '') throw malformed(name)
  return value
}

const keyOf = (fields: Fields, name: string, { hasKey }: DeskFacts): string => {
  const key = textOf(fields, name)
  if (!hasKey(key))
    throw new Wrong(
      `没有“${key}”这份文件，可能已被移走，请刷新网页。`,
      `There is no file “${key}”; it may be gone: reload the page.`,
    )
  return key
}

const fileOf = (fields: Fields, { hasFile }: DeskFacts): string => {
  const sha256 = textOf(fields, 'sha256')
  if (!hasFile(sha256))
    throw new Wrong(
      '这份文件已被换成另一份，请刷新网页后再试。',
      'That file was replaced by another one: reload the page.',
    )
  return sha256
}

const reasonOf = ({ reason }: Fields): string => {
  const text = typeof reason === 'string' ? reason.trim() : ''
  if (text === '') throw new Wrong('请填写理由。', 'Give a reason.')
  if (text.length > longestReason)
    throw new Wrong(`理由请不超过 ${longestReason} 字。`, `A reason has at most ${longestReason} characters.`)
  return text
}

const unitOf = ({ unit }: Fields, { hasUnit }: DeskFacts): string | null => {
  if (unit === null) return null
  if (typeof unit !== 'string') throw malformed('unit')
  const has = hasUnit(unit)
  if (has === null)
    throw new Wrong(
      '还没有名册，无法指定单位；请先放入名册。',
      'There is no roster yet, so no unit can be named.',
    )
  if (!has) throw new Wrong(`名册里没有单位“${unit}”。`, `The roster has no unit “${unit}”.`)
  return unit
}

const columns = new Map(figureColumns.map(column => [column.key, column]))
const tooLarge = 1e12

const cellOf = (fields: Fields): string => {
  const cell = textOf(fields, 'cell')
  if (!columns.has(cell))
    throw new Wrong(`表中没有“${cell}”这一格。`, `No edition of the form has the cell “${cell}”.`)
  return cell
}

const enteredValue = ({ value, cell }: Fields): number | null | 'undone' => {
  if (value === null || value === 'undone') return value
  const column = columns.get(String(cell))!
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) >= tooLarge)
    throw new Wrong('填写的不是数字。', 'What was entered is no number.')
  if (column.kind === 'count' && !Number.isSafeInteger(value))
    throw new Wrong('件数应为整数。', 'A count is a whole number.')
  if (value < 0 && !column.signed) throw new Wrong('这一格不能是负数。', 'This cell cannot be negative.')
  return value
}

const pairOf = (fields: Fields, facts: DeskFacts) => {
  const [key, of] = [keyOf(fields, 'key', facts), keyOf(fields, 'of', facts)]
  if (key === of) throw malformed('of')
  return { key, of }
}

const decisions = ['accepted', 'rejected', 'explained'] as const

const decidedOf = (fields: Fields, facts: DeskFacts): AskedAct => {
  const finding = textOf(fields, 'finding')
  const sha256 = fields['sha256'] === null ? null : fileOf(fields, facts)
  const common = { kind: 'decided', finding, sha256 } as const
  if (fields['decision'] === null) return { ...common, decision: null, reason: '' }
  const decision = decisions.find(each => each === fields['decision'])
  if (!decision) throw malformed('decision')
  return { ...common, decision, reason: reasonOf(fields) }
}

const cropOf = ({ crop }: Fields): { readonly crop?: string } => {
  if (crop === undefined) return {}
  if (typeof crop !== 'string' || !/^[0-9a-f]{64}$/u.test(crop)) throw malformed('crop')
  return { crop }
}

const enteredOf = (fields: Fields, facts: DeskFacts): AskedAct => {
  const common = {
    ...({ kind: 'entered', sha256: fileOf(fields, facts), cell: cellOf(fields) } as const),
    ...cropOf(fields),
  }
  const value = enteredValue(fields)
  if (fields['dash'] === true && value === null)
    return { ...common, value, dash: true, reason: reasonOf(fields) }
  return value === 'undone'
    ? { ...common, value, reason: '' }
    : { ...common, value, reason: reasonOf(fields) }
}

const namedOf = (fields: Fields, facts: DeskFacts): AskedAct => {
  const common = { kind: 'named', sha256: fileOf(fields, facts), ...cropOf(fields) } as const
  if (fields['named'] === null) return { ...common, named: null }
  if (typeof fields['named'] !== 'object') throw malformed('named')
  const { authority, year } = fields['named'] as Fields
  if (typeof authority !== 'string' || typeof year !== 'number') throw malformed('named')
  const named = { authority: authority.trim(), year }
  if (!canBeNamed(named))
    throw new Wrong(
      '请照标题填写机关全称和四位数的报告年度。',
      'Give the name of the authority and the year in four digits, as the title prints them.',
    )
  return { ...common, named }
}

const actOf = (given: unknown, facts: DeskFacts): AskedAct => {
  if (typeof given !== 'object' || given === null) throw malformed('acts')
  const fields = given as Fields
  switch (fields['kind']) {
    case 'excluded':
      return { kind: 'excluded', key: keyOf(fields, 'key', facts), reason: reasonOf(fields) }
    case 'included':
    case 'removed':
    case 'restored':
      return { kind: fields['kind'], key: keyOf(fields, 'key', facts) }
    case 'placed':
      return { kind: 'placed', key: keyOf(fields, 'key', facts), unit: unitOf(fields, facts) }
    case 'replaces':
    case 'separate':
    case 'unsaid':
      return { kind: fields['kind'], ...pairOf(fields, facts) }
    case 'decided':
      return decidedOf(fields, facts)
    case 'entered':
      return enteredOf(fields, facts)
    case 'named':
      return namedOf(fields, facts)
    default:
      throw malformed('kind')
  }
}

const nameOf = (by: unknown): string => {
  const name = typeof by === 'string' ? by.trim() : ''
  if (name === '' || name === byInbox)
    throw new Wrong('请填写经办人姓名。', 'Give the name of who does this.')
  if (name.length > longestName)
    throw new Wrong(
      `经办人姓名请不超过 ${longestName} 字。`,
      `The name has at most ${longestName} characters.`,
    )
  return name
}

/** The acts of a request, all of them right; or what is wrong with the first that is not. */
export const readAsked = (body: unknown, facts: DeskFacts): Asked => {
  try {
    if (typeof body !== 'object' || body === null) throw malformed('body')
    const { by, acts } = body as Fields
    if (!Array.isArray(acts) || acts.length === 0 || acts.length > most) throw malformed('acts')
    return { by: nameOf(by), acts: acts.map(act => actOf(act, facts)) }
  } catch (error) {
    if (error instanceof Wrong) return { problem: error.problem }
    throw error
  }
}
