import { parseArgs } from 'node:util'
import { nearest } from './nearest.ts'
import type { Manual, Option, Options, Values } from './options.ts'
import { UsageError } from './usage-error.ts'

/** In the order given; null: no value stands behind it. */
interface Given {
  readonly name: string
  readonly value: string | null
}

const unknown = (raw: string, manual: Manual): UsageError => {
  const names = Object.keys(manual.options)
  const near = nearest(raw.replace(/^-+/u, ''), names)
  const all = names.map(name => `--${name}`).join(' ')
  const help = `gongkai help ${manual.name}`
  return new UsageError(
    {
      zh: `没有这个选项：${raw}${near ? `；是不是 --${near}？` : '。'}`,
      en: `No such option: ${raw}${near ? `; did you mean --${near}?` : '.'}`,
    },
    {
      zh: `${all === '' ? '这个命令没有选项' : `可用的选项：${all}`}。用法见 ${help}`,
      en: `${all === '' ? 'It has no options' : `Options: ${all}`}. See ${help}`,
    },
  )
}

const missing = (name: string): UsageError =>
  new UsageError({
    zh: `--${name} 后面缺少它的值；值以 - 开头时写成 --${name}=值。`,
    en: `--${name} lacks its value; one that begins with - is written --${name}=VALUE.`,
  })

const wrongValue = (name: string, given: string, zh: string, en: string): UsageError =>
  new UsageError({ zh: `--${name} ${zh}，不能是“${given}”。`, en: `--${name} ${en}, not "${given}".` })

/** A day as people write it for computers. */
const isDay = (given: string): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(given) && new Date(`${given}T00:00:00Z`).toJSON()?.startsWith(given) === true

const chosen = (name: string, given: string, of: readonly string[]): string => {
  if (of.includes(given)) return given
  const near = nearest(given, of)
  const hint = near ? [`；是不是 ${near}？`, `; did you mean ${near}?`] : ['。', '.']
  throw new UsageError({
    zh: `--${name} 只能是 ${of.join('、')}，不能是“${given}”${hint[0]}`,
    en: `--${name} is one of ${of.join(', ')}, not "${given}"${hint[1]}`,
  })
}

const numberOf = (name: string, given: string, { least, most }: { least: number; most: number }): number => {
  const value = Number(given)
  if (/^\d+$/u.test(given) && value >= least && value <= most) return value
  throw wrongValue(
    name,
    given,
    `应为 ${least} 至 ${most} 的整数`,
    `is a whole number from ${least} to ${most}`,
  )
}

const demandText = (name: string, given: string): void => {
  if (given.includes('\0'))
    throw new UsageError({
      zh: `--${name} 中有不能用的字符。`,
      en: `--${name} holds a character that none may.`,
    })
}

/** The value of an option by what was given for it. Throws UsageError. */
const readValue = (name: string, option: Option, values: readonly string[]): Values<Options>[string] => {
  const [value] = values
  if (option.kind === 'switch') return value !== undefined
  if (option.kind === 'choices')
    return [
      ...new Set(values.flatMap(one => one.split(',').map(word => chosen(name, word.trim(), option.of)))),
    ]
  if (option.kind === 'choice') return value === undefined ? option.default : chosen(name, value, option.of)
  if (option.kind === 'number')
    return value === undefined ? (option.default ?? null) : numberOf(name, value, option)
  if (option.kind === 'day') {
    if (value !== undefined && !isDay(value))
      throw wrongValue(name, value, '应为日期，如 2025-02-01', 'is a day like 2025-02-01')
    return value
  }
  for (const one of values) demandText(name, one)
  return option.several ? values : (value ?? option.default)
}

const mayRepeat = (option: Option): boolean =>
  option.kind === 'choices' || (option.kind === 'text' && option.several === true)

const valuesOf = (name: string, option: Option, given: readonly Given[]): readonly string[] => {
  if (given.length > 1 && !mayRepeat(option))
    throw new UsageError({ zh: `--${name} 只能给出一次。`, en: `--${name} may be given only once.` })
  return given.map(({ value }) => {
    if (option.kind === 'switch') {
      if (value === null) return ''
      throw new UsageError({ zh: `--${name} 后面不带值。`, en: `--${name} takes no value.` })
    }
    if (value === null) throw missing(name)
    if (value === '' && !(option.kind === 'text' && option.mayBeEmpty))
      throw new UsageError({ zh: `--${name} 的值是空的。`, en: `The value of --${name} is empty.` })
    return value
  })
}

/** Word processors and chats make a dash of two hyphens. */
const dashed = /^[\u2012-\u2015\u2212\ufe58\uff0d]+(?<name>[a-z][a-z-]*)/u

const demandOperands = (operands: readonly string[], manual: Manual): void => {
  for (const operand of operands) {
    const name = dashed.exec(operand)?.groups?.['name']
    if (name !== undefined && Object.keys(manual.options).some(option => name.startsWith(option)))
      throw new UsageError({
        zh: `“${operand}”前面不是两个半角减号，请写成 --${name}。`,
        en: `"${operand}" does not begin with two hyphens: write --${name}.`,
      })
    if (operand === '' || operand.includes('\0'))
      throw new UsageError({
        zh: '有一个参数是空的，或有不能用的字符。',
        en: 'An argument is empty, or holds a character that none may.',
      })
  }
  const { least, most, wanted } = manual.operands ?? { least: 0, most: 0, wanted: null }
  if (operands.length < least) throw new UsageError(wanted!)
  if (operands.length <= most) return
  const extra = operands[most]!
  throw new UsageError({
    zh: `多出来的参数：“${extra}”。${wanted?.zh ?? ''}`,
    en: `One argument too many: "${extra}". ${wanted?.en ?? ''}`.trim(),
  })
}

/** Reads what stands behind the name of a command, for all commands by the same rules. Throws UsageError. */
export const readOptions = <const M extends Manual>(
  manual: M,
  args: readonly string[],
): { readonly values: Values<M['options']>; readonly operands: readonly string[] } => {
  const options: Options = manual.options
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { kind }]) => [
        name,
        { type: kind === 'switch' ? 'boolean' : 'string' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given: Given[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(options, token.name)) throw unknown(token.rawName, manual)
    const { value = null } = token
    const isNext = value !== null && !token.inlineValue && value.length > 1 && value.startsWith('-')
    given.push({ name: token.name, value: isNext ? null : value })
  }
  const values = Object.entries(options).map(([name, option]) => {
    const of = given.filter(one => one.name === name)
    return [name, readValue(name, option, valuesOf(name, option, of))]
  })
  demandOperands(positionals, manual)
  const read = Object.fromEntries(values) as Values<M['options']>
  for (const name of manual.needs ?? [])
    if (!given.some(one => one.name === name)) {
      const { zh, en } = options[name]!.about
      throw new UsageError({ zh: `请用 --${name} 给出${zh}。`, en: `--${name} is missing: ${en}.` })
    }
  return { values: read, operands: positionals }
}
