import { inSimplified } from '../util/simplified.ts'

/**
 * Names of units as print has them. `count`: 件, 万件. `money`: 元, 千元. `scale`: a power of ten with no noun (万, 千),
 * of whatever is counted. `other`: one we know not to be ours: another currency, a share.
 */
export interface Unit {
  readonly kind: 'count' | 'money' | 'scale' | 'other'
  /** In simplified characters, without words that say nothing: 元 for 元整. */
  readonly name: string
  /** The power of ten it stands for: of 元 for money, of single things for counts. */
  readonly power: number
}

const powers: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}
const powerWords = Object.keys(powers)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** What these forms count, and what people write for it. No ordinal (号, 期), no span of time, no share (倍, 成). */
const classifiers = [...'个件项条份次人家宗篇部户起例批封桩则套册张本名位笔处所类种']
const counted = new RegExp(`^(${powerWords})?((?:${classifiers.join('|')})次?)$`, 'u')
const money = new RegExp(`^(?:人民币)?(${powerWords})?元(?:整|正|人民币)?$`, 'u')
const bare = new RegExp(`^(${powerWords})$`, 'u')
const foreign = new RegExp(
  `^(?:${powerWords})?(?:[美港欧日加澳韩新]元|(?:新?台|澳门|外|港|日)[币元]|英镑|美金|卢布|法郎|[角分]|USD|HKD|EUR)$`,
  'u',
)
const share = /^(?:[%‰]|百分[比点数之]*|千分比|比例|占比|[成倍])$/u

/** The unit a word is the name of; null for every other word. */
export const unitNamed = (word: string): Unit | null => {
  if (word === '' || word.length > 8) return null
  const name = inSimplified(word).replace(/[圓圆]/gu, '元')
  const amount = money.exec(name)
  if (amount) return { kind: 'money', name: `${amount[1] ?? ''}元`, power: powers[amount[1] ?? ''] ?? 0 }
  const count = counted.exec(name)
  if (count) return { kind: 'count', name, power: powers[count[1] ?? ''] ?? 0 }
  // 十 with no noun numbers a paragraph: （十）.
  if (name !== '十' && bare.test(name)) return { kind: 'scale', name, power: powers[name]! }
  return foreign.test(name) || share.test(name) ? { kind: 'other', name, power: 0 } : null
}

/** The power of ten that turns an amount in the unit into 万元; null for what is no amount, or may be of 元 or of 万元. */
export const amountPower = ({ kind, power }: Unit): number | null =>
  kind === 'money' || (kind === 'scale' && power >= 4) ? power - 4 : null

/** The power of ten that turns a count in the unit into single things; null for what is no count. */
export const countPower = ({ kind, power }: Unit): number | null =>
  kind === 'count' || kind === 'scale' ? power : null
