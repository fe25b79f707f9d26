import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditionId } from '../../../../lib/forms/index.ts'
import type { Report } from '../../../../lib/model/report.ts'
import type { CellReading, Reading, Scan } from '../../../../lib/model/scan.ts'
import { proven } from '../../../../lib/scans/proof/index.ts'
import { balancedFigures } from '../../../support/balanced.ts'
import { oracleEquations } from '../../../support/equation-oracle.ts'
import { seeded } from '../../../support/random.ts'
import { reportOf } from '../../../support/report.ts'
import {
  bothRead,
  onPages,
  otherReader,
  ourReader,
  readingOf,
  reads,
} from '../../../support/scan-on-pages.ts'
import { takable, wrongOnes } from './oracle.ts'

/**
 * Readers that lie. What is printed is known; whatever they say of it, nothing may be taken that is not printed there.
 */

interface Cell {
  readonly key: string
  readonly reading: CellReading
}

/** A balanced report of a name; some leave cells blank where nothing happened. */
const printedAs = (edition: EditionId, seed: number): Report => {
  const figures: Record<string, number | null> = balancedFigures(edition, seeded(`scan ${seed}`))
  const blank = seeded(`blank ${seed}`)
  if (seed % 3 === 0)
    for (const key of Object.keys(figures)) if (figures[key] === 0 && blank(4) === 0) figures[key] = null
  return onPages(reportOf({ edition, figures }))
}

/** The report as it is extracted from what our own reader says, as assembly has it in the document. */
const extracted = (printed: Report, cells: readonly Cell[]): Report => ({
  ...printed,
  figures: new Map(
    cells.map(({ key, reading }) => {
      const figure = printed.figures.get(key)!
      const text = reading.printed === 'blank' ? '' : (reading.readings[0]?.text ?? '')
      const isNumber = /^\d+$/u.test(text)
      const state = isNumber ? ('number' as const) : text === '' ? ('blank' as const) : ('text' as const)
      return [key, { ...figure, state, value: isNumber ? Number(text) : null, text }]
    }),
  ),
})

const honest = (printed: Report): readonly Cell[] =>
  [...printed.figures.values()].map(figure => ({ key: figure.key, reading: readingOf(figure) }))

const judged = (printed: Report, cells: readonly Cell[]): Report => {
  const scan: Scan = { pages: 3, cells: cells.map(({ reading }) => reading) }
  return proven(extracted(printed, cells), scan)
}

const takenOf = (report: Report): readonly string[] =>
  [...report.figures.values()].filter(({ state }) => state !== 'unreadable').map(({ key }) => key)

/** What a lying reader may say of a cell. */
const lies = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(String),
  fc.constantFrom('', null, '-', '一', '〇', 'O', '1O', '0.', '-3', '1\n2', '1,234', '12 3', '3件', '２'),
)

type Lie = (truth: string | null, said: string | null) => readonly Reading[]

/** What lies in some cells of a report make of its readings: those of blank cells too. */
const withLies = (printed: Report, said: ReadonlyMap<string, string | null>, lie: Lie): readonly Cell[] =>
  honest(printed).map(cell => {
    if (!said.has(cell.key)) return cell
    const { value } = printed.figures.get(cell.key)!
    const readings = lie(value === null ? null : String(value), said.get(cell.key)!)
    return { ...cell, reading: { ...cell.reading, readings } }
  })

type Said = ReadonlyMap<string, string | null>

/** A report, and what is said in some of its cells instead of what is printed there. Small, so that a failure can be read. */
const scenes = (most: number) =>
  fc.record({
    edition: fc.constantFrom<EditionId>('2019', '2021'),
    seed: fc.integer({ min: 0, max: 99_999 }),
    said: fc.array(fc.tuple(fc.nat(), lies), { minLength: 1, maxLength: most }),
  })

type Scene = { readonly edition: EditionId; readonly seed: number; readonly said: [number, string | null][] }

const sceneOf = ({ edition, seed, said }: Scene): { readonly printed: Report; readonly said: Said } => {
  const printed = printedAs(edition, seed)
  const keys = [...printed.figures.keys()]
  return { printed, said: new Map(said.map(([at, text]) => [keys[at % keys.length]!, text])) }
}

const runs = { numRuns: 60 }

describe('readers that lie', () => {
  it('of one family get nothing wrong taken, whatever they say and wherever', () => {
    const families = [
      (truth: string | null, said: string | null) => [reads(truth, ourReader), reads(said, otherReader, 1)],
      (truth: string | null, said: string | null) => [reads(said, ourReader, 1), reads(truth, otherReader)],
      // One more of the same family does not help.
      (truth: string | null, said: string | null) => [
        reads(said, ourReader, 1),
        reads(said, { ...ourReader, reader: 'digits-2' }, 1),
        reads(truth, otherReader),
      ],
      (_: string | null, said: string | null) => [
        reads(said, ourReader, 1),
        reads(said, { ...ourReader, reader: 'digits-2' }, 1),
      ],
    ]
    fc.assert(
      fc.property(scenes(200), fc.constantFrom(...families), (scene, family) => {
        const { printed, said } = sceneOf(scene)
        expect(wrongOnes(judged(printed, withLies(printed, said, family)), printed)).toEqual([])
      }),
      runs,
    )
  })

  it('of all families in a single cell are caught by every sum it stands in', () => {
    fc.assert(
      fc.property(scenes(1), scene => {
        const { printed, said } = sceneOf(scene)
        const lying = withLies(printed, said, (_, text) => bothRead(text))
        const all = judged(printed, lying)
        expect(wrongOnes(all, printed)).toEqual([])
        for (const [key, text] of said) {
          const { value } = printed.figures.get(key)!
          // What is no number is not read, and what is right is right.
          if (value === null || !/^\d+$/u.test(text ?? '') || Number(text) === value) continue
          const sums = oracleEquations(printed).filter(({ left, right }) => [...left, ...right].includes(key))
          for (const cell of sums.flatMap(({ left, right }) => [...left, ...right]))
            expect(all.figures.get(cell)!.state).toBe('unreadable')
        }
      }),
      runs,
    )
  })

  it('let through what an oracle that adds up by hand lets through, and no more', () => {
    fc.assert(
      fc.property(scenes(12), fc.boolean(), fc.constantFrom(0.2, 0.49, 0.5, 1), (scene, both, sure) => {
        const { printed, said } = sceneOf(scene)
        const plain = new Map([...said].filter(([, text]) => text === null || /^\d*$/u.test(text)))
        const cells = withLies(printed, plain, (truth, text) => [
          both ? reads(text, ourReader, sure) : reads(truth, ourReader),
          reads(text, otherReader, sure),
        ])
        const scan = { pages: 3, cells: cells.map(({ reading }) => reading) }
        const at = new Map(cells.map(({ key, reading }) => [key, reading]))
        const takes = takenOf(proven(extracted(printed, cells), scan))
        const { may, must } = takable(printed, at)
        expect(must.filter(key => !takes.includes(key))).toEqual([])
        expect(takes.filter(key => !may.includes(key))).toEqual([])
      }),
      runs,
    )
  })
})

describe('cells that are not read', () => {
  const report = printedAs('2021', 1)
  const keys = [...report.figures.keys()].filter(key => !key.startsWith('proactiveDisclosure'))
  const unread = new Map<string, string | null>()
  const takenWith = (said: Said): readonly string[] =>
    takenOf(
      judged(
        report,
        withLies(report, said, (_, text) => bothRead(text)),
      ),
    )
  const [cell, other] = [
    'requests.outcomes.granted.naturalPerson',
    'requests.outcomes.denied.stateSecret.researchInstitution',
  ]

  it('leave all others proven where the sums that are read go round them', () => {
    expect(takenWith(unread)).toEqual(keys)
    for (const lost of [[cell], [cell, 'requests.outcomes.granted.researchInstitution']])
      expect(takenWith(new Map(lost.map(key => [key, null])))).toEqual(
        keys.filter(key => !lost.includes(key)),
      )
  })

  it('leave open a figure of which no sum is read whole, where two others lie across', () => {
    const across = [
      'requests.outcomes.granted.researchInstitution',
      'requests.outcomes.denied.stateSecret.naturalPerson',
    ]
    const lost = [cell, other]
    const taken = takenWith(new Map(lost.map(key => [key, null])))
    expect(taken).toEqual(keys.filter(key => !lost.includes(key) && !across.includes(key)))
  })

  it('leave open what no sum goes round: two rows in the same two columns', () => {
    const lost = [
      'granted.naturalPerson',
      'granted.researchInstitution',
      'partiallyGranted.naturalPerson',
      'partiallyGranted.researchInstitution',
    ]
    const taken = takenWith(new Map(lost.map(key => [`requests.outcomes.${key}`, null])))
    expect(taken).not.toContain('requests.outcomes.denied.stateSecret.naturalPerson')
    expect(taken).not.toContain('requests.outcomes.granted.otherOrganization')
    expect(taken).toContain('requests.outcomes.denied.stateSecret.otherOrganization')
  })

  it('hide no figure and total misread alike by all: the sum across, weighed round what is not read, is against it', () => {
    const row = 'requests.outcomes.partiallyGranted'
    const more = (key: string) => String(report.figures.get(key)!.value! + 3)
    for (const lost of [[], [cell], [cell, other]]) {
      const said = new Map<string, string | null>(lost.map(key => [key, null]))
      for (const key of [`${row}.naturalPerson`, `${row}.total`]) said.set(key, more(key))
      const taken = takenWith(said)
      expect(taken.filter(key => said.has(key))).toEqual([])
    }
  })
})

const printed = onPages(reportOf({ figures: balancedFigures('2021', seeded('adversary')) }))

describe('blank and zero', () => {
  const zero = 'requests.outcomes.granted.researchInstitution'
  const base = onPages(reportOf({ figures: { ...balancedFigures('2021', seeded('blanks')), [zero]: 0 } }))
  const fixed = { ...base }
  const withCell = (change: Partial<CellReading>): readonly Cell[] =>
    honest(fixed).map(cell =>
      cell.key === zero ? { ...cell, reading: { ...cell.reading, ...change } } : cell,
    )

  it.each([
    ['one test finds nothing and a reader reads 0', { printed: 'unsure', readings: bothRead('0') }],
    ['one test finds nothing and no reader reads anything', { printed: 'unsure', readings: [] }],
    [
      'both tests find nothing and a reader, not sure at all, reads something',
      {
        printed: 'blank',
        readings: [reads('0', ourReader, 0.01)],
      },
    ],
    ['something is printed and no reader reads it', { printed: 'ink', readings: bothRead(null) }],
    [
      'something is printed and one reader alone reads 0',
      { printed: 'ink', readings: [reads('0', ourReader)] },
    ],
  ] as const)('is neither where %s', (_, change) => {
    expect(judged(fixed, withCell(change)).figures.get(zero)!.state).toBe('unreadable')
  })

  const keys = [...base.figures.keys()]
  const row = keys.filter(key => key.startsWith('requests.carriedOver.'))
  const column = keys.filter(key => /^requests\..*\.otherOrganization$/u.test(key))
  const results = keys.filter(key => key.startsWith('reconsiderationAndLitigation.reconsideration.'))
  const withBlanks = (blank: readonly string[]): Report => {
    const figures = Object.fromEntries(keys.map(key => [key, blank.includes(key) ? null : 0]))
    const report = onPages(reportOf({ figures }))
    return judged(report, honest(report))
  }
  const statesOf = ({ figures }: Report, of: readonly string[]) =>
    new Set(of.map(key => figures.get(key)!.state))

  it('never proves blanks by sums of nothing but blanks', () => {
    expect(statesOf(withBlanks(results), results)).toEqual(new Set(['unreadable']))
    const crossed = withBlanks([...row, ...column])
    expect(crossed.figures.get('requests.carriedOver.otherOrganization')!.state).toBe('unreadable')
    const all = withBlanks(keys)
    expect(statesOf(all, keys)).toEqual(new Set(['unreadable']))
  })

  it('proves a row or a column of blanks by the sums that cross it', () => {
    expect(statesOf(withBlanks(row), row)).toEqual(new Set(['blank']))
    expect(statesOf(withBlanks(column), column)).toEqual(new Set(['blank']))
  })

  it('proves nothing in a sum whose total is blank beside parts, or whose parts are beside a total', () => {
    const total = 'requests.outcomes.granted.total'
    const parts = keys.filter(key => key.startsWith('requests.outcomes.granted.') && key !== total)
    for (const blank of [[total], parts]) {
      const report = withBlanks(blank)
      expect(statesOf(report, [...parts, total])).toEqual(new Set(['unreadable']))
    }
  })
})

const shiftedRows = (report: Report, by: number): readonly Cell[] => {
  const rows = [...Map.groupBy(honest(report), ({ reading }) => `${reading.page} ${reading.box[1]}`).values()]
  return rows.flatMap((row, at) =>
    row.map((cell, column) => {
      const from = rows[at - by]?.[column]?.reading
      const same = from && from.page === cell.reading.page
      return same
        ? {
            ...cell,
            reading: { ...cell.reading, readings: from.readings, printed: from.printed, label: from.label },
          }
        : cell
    }),
  )
}

describe('places', () => {
  const without = (report: Report, label: number | null): readonly Cell[] =>
    honest(report).map(cell =>
      cell.key.startsWith('requests.') ? { ...cell, reading: { ...cell.reading, label } } : cell,
    )

  it('are not believed where no row has its label, though every sum holds', () => {
    for (const label of [null, 0, 0.49])
      expect(
        takenOf(judged(printed, without(printed, label))).filter(key => key.startsWith('requests.')),
      ).toEqual([])
  })

  it('are not believed of rows that stand one lower with the labels of others unread', () => {
    const shifted = shiftedRows(printed, 1).map(cell => ({
      ...cell,
      reading: { ...cell.reading, label: 0.3 },
    }))
    expect(wrongOnes(judged(printed, shifted), printed)).toEqual([])
  })

  const labelled = (rows: Readonly<Record<string, number>>): readonly Cell[] =>
    honest(printed).map(cell => {
      const row = cell.key.slice('requests.'.length, cell.key.lastIndexOf('.'))
      return row in rows ? { ...cell, reading: { ...cell.reading, label: rows[row]! } } : cell
    })
  const middle = 'outcomes.denied.thirdPartyRights'
  const [upper, lower] = ['outcomes.denied.securityAndStability', 'outcomes.denied.internalAffairs']
  const isTaken = (cells: readonly Cell[]) =>
    takenOf(judged(printed, cells)).includes(`requests.${middle}.total`)

  it('are believed of the one row between two that are told, and of no other', () => {
    expect(isTaken(labelled({ [middle]: 0.2, [upper]: 0.6, [lower]: 0.6 }))).toBe(true)
    expect(isTaken(labelled({ [middle]: 0.2, [upper]: 0.59 }))).toBe(false)
    expect(isTaken(labelled({ [middle]: 0.2, [lower]: 0.59 }))).toBe(false)
    expect(isTaken(labelled({ [middle]: 0.5 }))).toBe(true)
    const edge = takenOf(judged(printed, labelled({ newRequests: 0.49 })))
    expect(edge).not.toContain('requests.newRequests.total')
  })

  /** The rows of table 2 from a place on, so many lines lower in the table than the form has them. */
  const lowered = (from: string, by: number, column = 0): Report => {
    const keys = [...printed.figures.keys()]
    const first = keys.indexOf(`requests.${from}.naturalPerson`)
    const moved = keys.filter((key, at) => key.startsWith('requests.') && at >= first)
    return {
      ...printed,
      figures: new Map(
        [...printed.figures].map(([key, figure]) => {
          const { source } = figure
          if (source?.kind !== 'page' || !moved.includes(key)) return [key, figure]
          return [
            key,
            { ...figure, source: { ...source, row: source.row + by, column: source.column + column } },
          ]
        }),
      ),
    }
  }

  it('are not believed between two that are told where one more line stands there', () => {
    const cells = labelled({ [middle]: 0.2 })
    const key = `requests.${middle}.total`
    expect(takenOf(judged(lowered(upper, 1), cells))).toContain(key)
    expect(takenOf(judged(lowered(middle, 1), cells))).not.toContain(key)
    expect(takenOf(judged(lowered(lower, 1), cells))).not.toContain(key)
  })

  it('are not believed of rows in another order, or of a row that is not one line from left to right', () => {
    const ofTable = (report: Report) =>
      takenOf(judged(report, honest(printed))).filter(key => key.startsWith('requests.'))
    expect(ofTable(lowered(middle, 3)).length).toBeGreaterThan(100)
    expect(ofTable(lowered(middle, -1))).toEqual([])
    const [one, other] = [`requests.${middle}.naturalPerson`, `requests.${middle}.commercialEnterprise`]
    const swapped = new Map(printed.figures)
    swapped.set(one, { ...printed.figures.get(one)!, source: printed.figures.get(other)!.source })
    swapped.set(other, { ...printed.figures.get(other)!, source: printed.figures.get(one)!.source })
    expect(ofTable({ ...printed, figures: swapped })).not.toContain(`requests.${middle}.total`)
  })

  const target = 'requests.outcomes.granted.naturalPerson'
  const at = honest(printed).find(({ key }) => key === target)!.reading
  const others = honest(printed).filter(({ key }) => key !== target)
  const [left, top, right, bottom] = at.box

  it.each<readonly [string, readonly CellReading[]]>([
    ['nothing was read', []],
    ['the same cell was read twice', [at, at]],
    ['a second reading lies in it', [at, { ...at, box: [left + 2, top + 2, left + 14, bottom - 2] }]],
    ['one reading covers it and its neighbour', [{ ...at, box: [left, top, right + 40, bottom] }]],
    [
      'it was read as two halves',
      [
        { ...at, box: [left, top, left + 20, bottom] },
        { ...at, box: [left + 20, top, right, bottom] },
      ],
    ],
    ['it stands on another page', [{ ...at, page: 1 }]],
    ['it stands elsewhere', [{ ...at, box: [left + 600, top, right + 600, bottom] }]],
    ['its box has no size', [{ ...at, box: [left + 20, top + 8, left + 20, top + 8] }]],
  ])('are not believed where %s', (_, cells) => {
    const figures = extracted(printed, honest(printed))
    const all = proven(figures, { pages: 3, cells: [...others.map(({ reading }) => reading), ...cells] })
    expect(all.figures.get(target)!.state).toBe('unreadable')
    expect(wrongOnes(all, printed)).toEqual([])
  })

  it('are not believed of a table among whose figures more is printed, or that was read with a doubt of its form', () => {
    const scan = { pages: 3, cells: honest(printed).map(({ reading }) => reading) }
    const more = { ...at, box: [right - 2, top - 2, right + 2, top + 2] as const, label: null }
    const figures = extracted(printed, honest(printed))
    const [of] = [(report: Report) => takenOf(report).filter(key => key.startsWith('requests.')).length]
    expect(of(proven(figures, scan))).toBeGreaterThan(100)
    const between: Scan = {
      ...scan,
      cells: scan.cells.concat({ ...more, box: [right + 0.1, top, right + 0.2, bottom] }),
    }
    expect(of(proven(figures, between))).toBeLessThan(of(proven(figures, scan)))
    for (const observation of [
      { kind: 'tableOfAnotherYear', form: 'requests', printed: '2022' },
      { kind: 'tableRepeated', form: 'requests', tables: [2, 3] },
      {
        kind: 'rowUnknown',
        form: 'requests',
        label: '3.其他',
        values: ['0'],
        source: figures.figures.get(target)!.source!,
      },
      {
        kind: 'labelVariant',
        form: 'requests',
        printed: '共计',
        official: '总计',
        cells: [target],
        risky: true,
        source: figures.figures.get(target)!.source!,
      },
    ] as const)
      expect(of(proven({ ...figures, observations: [observation] }, scan))).toBe(0)
  })
})
