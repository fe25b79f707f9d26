/** What a report says of its requests against last year's: 收到申请 44 件，同比增长 10%. */
export interface GrowthClaim {
  /** The number it names for this year. */
  readonly now: number
  readonly up: boolean
  /** As printed, without its sign or measure. */
  readonly by: string
  readonly measure: 'percent' | 'count'
  readonly quote: string
}

const received = '(?:收到|新收|受理|接收)[^。；;%\\d]{0,30}?申请[^。；;%\\d]{0,8}?(\\d{1,7})[件条宗份]'
const lastYear = '(?:同比|(?:相?较|比|与)(?:上年|去年|上一年)(?:度|同期)?(?:相比)?)'
const changed = '(增长|增加|上升|提高|下降|减少|降低)(?:了)?(\\d{1,7}(?:\\.\\d{1,4})?)([%件条宗份])'
const claim = new RegExp(`${received}[，,（(]?${lastYear}[，,]?${changed}`, 'gu')

/** Longer paragraphs are cells of tables that ran together. */
const longest = 5_000

/** The claims in paragraphs. Rounded ones (约, 近) are none: the words between are those of an exact one only. */
export const growthClaimsIn = (paragraphs: readonly string[]): readonly GrowthClaim[] =>
  paragraphs
    .filter(({ length }) => length <= longest)
    .flatMap(paragraph =>
      [...paragraph.normalize('NFKC').replace(/\s+/gu, '').matchAll(claim)].map(
        ([quote, now, way, by, measure]): GrowthClaim => ({
          now: Number(now),
          up: /增|升|提/u.test(way!),
          by: by!,
          measure: measure === '%' ? 'percent' : 'count',
          quote,
        }),
      ),
    )

/** Whether the claim is true of two numbers; a percentage may be rounded or cut off at its digits. */
export const isTrue = ({ now, up, by, measure }: GrowthClaim, before: number): boolean => {
  const difference = up ? now - before : before - now
  if (measure === 'count') return difference === Number(by)
  // In whole numbers: no binary fractions.
  const scale = 10 ** (by.split('.')[1] ?? '').length
  const units = Math.round(Number(by) * scale)
  const exact = difference * 100 * scale
  const floor = Math.floor(exact / before)
  return units === floor || (units === floor + 1 && (exact - floor * before) * 2 >= before)
}
