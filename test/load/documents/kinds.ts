import { balancedFigures } from '../../support/balanced.ts'
import type { seeded } from '../../support/random.ts'
import { type Format, reportFile } from './render.ts'
import type { Expected } from './submission.ts'

export type Chance = ReturnType<typeof seeded>

export interface Made {
  readonly bytes: Buffer
  readonly ending: string
  readonly expected: Expected
}

/** Drawn in these proportions. */
const formatsDrawn: readonly Format[] = [
  ...(['docx', 'docx', 'docx', 'docx', 'docx', 'docx', 'docx'] as const),
  'docx with a picture',
  ...(['html', 'html', 'html', 'txt', 'txt', 'md'] as const),
]
const places = ['青禾县', '白沙区', '临溪镇', '长陵市', '石桥县', '云岭区']
export const bureaus = ['数据局', '水务局', '教育局', '财政局', '交通运输局', '人民政府办公室']

export const pick = <T>(items: readonly T[], chance: Chance): T => items[chance(items.length)]!

const report = (
  chance: Chance,
  change: (figures: Record<string, number | string>) => Partial<Extract<Expected, { outcome: 'validated' }>>,
): Made => {
  const edition = chance(4) === 0 ? '2019' : '2021'
  const figures: Record<string, number | string> = balancedFigures(edition, chance)
  // The older form prints amounts without their unit in these drawn tables: a warning of its own.
  const sound = { outcome: 'validated', verdict: edition === '2019' ? 'needsReview' : 'valid' } as const
  const changed = change(figures)
  const format = pick(formatsDrawn, chance)
  return {
    bytes: reportFile(format, pick(places, chance) + pick(bureaus, chance), edition, figures),
    ending: format.split(' ')[0]!,
    expected: { ...sound, broken: null, figures, ...changed },
  }
}

const refused = (bytes: Buffer, ending: string, code: string): Made => ({
  bytes,
  ending,
  expected: { outcome: 'rejected', code },
})

const good = (chance: Chance): Made => report(chance, () => ({}))

const wrongSum = (chance: Chance): Made =>
  report(chance, figures => {
    const row = pick(['newRequests', 'carriedOver', 'carriedForward', 'outcomes.total'], chance)
    const key = `requests.${row}.total`
    figures[key] = Number(figures[key]) + 1 + chance(9)
    return { verdict: 'invalid', broken: 'requests-row-total' }
  })

const blankCell = (chance: Chance): Made =>
  report(chance, figures => {
    figures[pick(Object.keys(figures), chance)] = ''
    return { verdict: 'needsReview', broken: 'cell-blank' }
  })

/** A Word file whose end is missing, as after a broken upload. */
const cutOff = (chance: Chance): Made => {
  for (;;) {
    const { bytes, ending } = good(chance)
    if (ending === 'docx')
      return refused(
        bytes.subarray(0, Math.floor((bytes.length * (30 + chance(60))) / 100)),
        ending,
        'file-damaged',
      )
  }
}

const letter = (chance: Chance): Made =>
  refused(
    Buffer.from(`各位同事：第${chance(1e9)}号材料请于周五前报送。\n`.repeat(1 + chance(20))),
    'txt',
    'not-a-report',
  )

const empty = (): Made => refused(Buffer.alloc(0), 'docx', 'empty-file')

/** What a file is, and how many in a hundred. */
export const kinds: readonly (readonly [name: string, share: number, make: (chance: Chance) => Made])[] = [
  ['good', 62, good],
  ['wrong sum', 16, wrongSum],
  ['blank cell', 10, blankCell],
  ['cut off', 6, cutOff],
  ['letter', 4, letter],
  ['empty', 2, empty],
]
