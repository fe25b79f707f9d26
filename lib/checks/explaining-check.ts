import type { FormKey } from '../forms/form.ts'
import { cellsOf } from '../model/figures-of.ts'
import { cellName, tableName } from '../model/form-words.ts'
import type { Message } from '../model/message.ts'
import type { Report } from '../model/report.ts'
import type { Check, Finding, Found, Repair } from './check.ts'
import { type CheckMetadata, defineCheck, type FindingDraft } from './define-check.ts'
import { type Change, type Correction, correctionsOf, isSwap } from './whole/corrections.ts'
import { isReadWhole, partStates } from './whole/table.ts'

export type ExplainingCheckDefinition = Omit<CheckMetadata, 'forms' | 'ofFindings' | 'severity'> & {
  readonly form: FormKey
  /** How many cells have to change. */
  readonly cells: 1 | 2
  /** Checks that hold the words of the report against the table. */
  readonly stated: readonly Check[]
}

/** So many ways are tried against the words and given as data; more say nothing. */
const mostWays = 8
/** So many of them are spelled out. */
const spelledOut = 5

/** Checks that doubt what was read in a cell: its number may be ours and not the unit's. */
const doubting: ReadonlySet<string> = new Set(['cell-read-with-loss', 'label-read-with-loss'])

const changedIn = (report: Report, correction: Correction): Report => ({
  ...report,
  figures: new Map([
    ...report.figures,
    ...correction.map(
      ({ cell, example }) =>
        [cell, { ...report.figures.get(cell)!, value: example, text: `${example}` }] as const,
    ),
  ]),
})

/** The findings that name a changed cell and are no more once it is. */
const settledBy = (
  report: Report,
  { findings, again }: Found,
  correction: Correction,
): readonly Finding[] => {
  const named = findings.filter(
    ({ outcome, cells }) => outcome === 'broken' && correction.some(({ cell }) => cells.includes(cell)),
  )
  const left = again(changedIn(report, correction), new Set(named.map(({ check }) => check)))
  const ids = new Set(left.map(({ id }) => id))
  return named.filter(({ id }) => !ids.has(id))
}

interface Narrowed {
  readonly ways: readonly Correction[]
  /** Whether the words of the report say which. */
  readonly told: boolean
}

/** Of several ways those that the words of the report bear out, or at least do not contradict. */
const narrowed = (
  report: Report,
  { findings, again }: Found,
  ways: readonly Correction[],
  stated: readonly Check[],
): Narrowed => {
  if (ways.length === 1 || ways.length > mostWays) return { ways, told: false }
  const ids = new Set(stated.map(({ id }) => id))
  const now = findings.filter(({ check }) => ids.has(check)).map(({ id }) => id)
  const judged = ways.map(way => {
    const then = again(changedIn(report, way), ids).map(({ id }) => id)
    return { way, mends: now.some(id => !then.includes(id)), breaks: then.some(id => !now.includes(id)) }
  })
  const unbroken = judged.filter(({ breaks }) => !breaks)
  const mending = unbroken.filter(({ mends }) => mends)
  const best = mending.length > 0 ? mending : unbroken
  return best.length === 0
    ? { ways, told: false }
    : { ways: best.map(({ way }) => way), told: best.length < ways.length }
}

const changeWords = (report: Report, { cell, printed, value }: Change): Message => {
  const name = cellName(report, cell)
  return value === null
    ? {
        zh: `${name.zh}由 ${printed} 改为别的数（应为多少取决于空白格）`,
        en: `${name.en} were not ${printed} (what instead depends on the blank cells)`,
      }
    : {
        zh: `${name.zh}由 ${printed} 改为 ${value}`,
        en: `${name.en} were ${value} and not ${printed}`,
      }
}

const wayWords = (report: Report, way: Correction): Message => {
  if (isSwap(way)) {
    const [one, other] = way.map(({ cell }) => cellName(report, cell))
    const [a, b] = way.map(({ printed }) => printed)
    return {
      zh: `${one!.zh}的 ${a} 与${other!.zh}的 ${b} 对调`,
      en: `${a} of ${one!.en} and ${b} of ${other!.en} changed places`,
    }
  }
  const words = way.map(change => changeWords(report, change))
  return { zh: words.map(({ zh }) => zh).join('，且'), en: words.map(({ en }) => en).join(' and ') }
}

const arithmetic: Message = {
  zh: '这是由勾稽关系推算的，不是更正，表中数字未作改动；请与原始数据核对。',
  en: 'This is arithmetic and no correction, the figures stay as printed: compare with the records.',
}

const messageOf = (
  report: Report,
  form: FormKey,
  { ways, told }: Narrowed,
  places: number,
  all: number,
): Message => {
  const table = tableName(form)
  const [way] = ways as readonly [Correction]
  const stated: Message = told
    ? { zh: '，与正文所写件数也一致', en: ', and agree with the number in the text' }
    : { zh: '', en: '' }
  const hold: Message = {
    zh: `${places > 1 ? `以下 ${places} 处` : '即可'}全部成立${stated.zh}。`,
    en: `${places > 1 ? `all ${places} of the following` : 'everything'} would hold${stated.en}. `,
  }
  const alone: Message =
    way.length === 1
      ? { zh: '', en: '' }
      : { zh: '只改一格都不能使各处成立；', en: 'no single cell does it; ' }
  if (ways.length > 1) {
    const listed = ways.slice(0, spelledOut).map(each => wayWords(report, each))
    const rest = all > listed.length
    return {
      zh: `${table.zh}：${alone.zh}有 ${all} 种改法，用其中任一种，${hold.zh}${listed.map(({ zh }, at) => `${'①②③④⑤'[at]}${zh}`).join('；')}${rest ? '；等等' : ''}。${arithmetic.zh}`,
      en: `In ${table.en}: ${alone.en}with any one of ${all} changes ${hold.en}${listed.map(({ en }, at) => `(${at + 1}) ${en}`).join('; ')}${rest ? '; and others' : ''}. ${arithmetic.en}`,
    }
  }
  if (isSwap(way)) {
    const [a, b] = way.map(({ cell }) => cellName(report, cell))
    return {
      zh: `${table.zh}：${a!.zh}与${b!.zh}两格疑似互换；若将 ${way[0]!.printed} 与 ${way[1]!.printed} 对调，${hold.zh}${arithmetic.zh}`,
      en: `In ${table.en} ${a!.en} and ${b!.en} seem to be swapped: with ${way[0]!.printed} and ${way[1]!.printed} the other way round ${hold.en}${arithmetic.en}`,
    }
  }
  const words = wayWords(report, way)
  return {
    zh: `${table.zh}：${alone.zh}若${words.zh}，${hold.zh}${arithmetic.zh}`,
    en: `In ${table.en}: ${alone.en}if ${words.en}, ${hold.en}${arithmetic.en}`,
  }
}

const inOneLine = (report: Report, form: FormKey, [a, b]: Correction): boolean => {
  const of = (key: string) => cellsOf(report, form).find(each => each.key === key)!
  const [first, second] = [of(a!.cell), of(b!.cell)]
  return first.row === second.row || first.column === second.column
}

/**
 * The check that says of a broken table which cells, one or two, would have to be other numbers for every sum to hold. It
 * speaks only of a table that was read whole: what we may have misread is no slip of the unit.
 */
export const explainingCheck = ({ form, cells: count, stated, ...meta }: ExplainingCheckDefinition): Check =>
  defineCheck({
    ...meta,
    severity: 'error',
    forms: [form],
    ofFindings: true,
    find: (report, found) => {
      const states = partStates(report, form)
      if (!states.some(state => correctionsOf(state)[0]?.length === count)) return []
      if (!isReadWhole(report, form)) return []
      const doubtful = new Set(
        found.findings
          .filter(({ check, severity }) => doubting.has(check) && severity !== 'info')
          .flatMap(({ cells }) => cells),
      )
      return states.flatMap((state): readonly FindingDraft[] => {
        const corrections = correctionsOf(state)
        if (corrections[0]?.length !== count) return []
        if (corrections.some(way => way.some(({ cell }) => doubtful.has(cell)))) return []
        const swaps = corrections.filter(way => isSwap(way) && inOneLine(report, form, way))
        const best = narrowed(report, found, swaps.length > 0 ? swaps : corrections, stated)
        if (count === 1 && best.ways.length > mostWays) return []
        const ways = best.ways.slice(0, mostWays)
        const settled = ways.map(way => settledBy(report, found, way))
        const explained = settled[0]!.filter(finding => settled.every(each => each.includes(finding)))
        if (explained.length === 0) return []
        const repairs = ways.map((way, at) =>
          way.map(
            ({ cell, printed, value }): Repair => ({
              cell,
              printed,
              value,
              settles: settled[at]!.filter(({ cells }) => cells.includes(cell)).map(({ id }) => id),
            }),
          ),
        )
        return [
          {
            message: messageOf(report, form, best, explained.length, best.ways.length),
            cells: [...new Set(ways.flatMap(way => way.map(({ cell }) => cell)))],
            explains: explained.map(({ id }) => id),
            ...(ways.length === 1 ? { repair: repairs[0]! } : { alternatives: repairs }),
          },
        ]
      })
    },
  })
