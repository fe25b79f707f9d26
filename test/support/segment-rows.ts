import fc from 'fast-check'
import type { Row } from '../../lib/series/column.ts'
import { figureColumns, recordColumns } from '../../lib/series/columns.ts'
import { readRoster } from '../../lib/series/roster/roster.ts'
import { leftOutRow } from '../../lib/series/segment.ts'

/** Rows of segments as chance has them: of few units, files and years, so that much meets. */

const read = readRoster(
  [
    ['单位编号', '名称', '上级', '类别', '统计口径'],
    ['g', '青禾县人民政府', '', '政府', '全域'],
    ['a', '青禾县水务局', 'g', '部门', '本级'],
    ['b', '青禾县教育局', 'g', '部门', '本级'],
  ].map((cells, at) => ({ line: at + 1, cells })),
)
if ('problems' in read) throw new Error('the roster is wrong')
export const smallRoster = read.roster

const required = (column: (typeof recordColumns)[number]): readonly [string, string | number] => [
  column.name,
  column.kind === 'integer' ? 0 : '',
]

/** A whole row of a segment; what is not given is empty. */
export const segmentRow = (given: Row): Row => ({
  record_id: JSON.stringify([given['key'], given['version'], given['run'] ?? null]),
  path: given['key'] ?? null,
  left_out: null,
  ...Object.fromEntries(recordColumns.map(each => (each.required ? required(each) : [each.name, null]))),
  growth_claims: '[]',
  speaks_as: '[]',
  findings: '[]',
  without_number: '[]',
  flagged: '[]',
  ...given,
})

const names = ['青禾县水务局', '青禾县教育局', '青禾县人民政府', '白沙区水务局']

/** A version of a file in one run of its conversion, which may have come to nothing. */
export const segmentRows = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('x.docx', 'y.docx', '乙/z.docx'),
      sequence: fc.integer({ min: 0, max: 9 }),
      name: fc.constantFrom(...names),
      year: fc.constantFrom(2022, 2023, 2024, null),
      run: fc.constantFrom(1, 2),
      reason: fc.option(fc.constantFrom('rejected', 'failed', 'damaged'), { freq: 4 }),
      isKnown: fc.boolean(),
      figure: fc.option(fc.bigInt({ min: 0n, max: 9n })),
    }),
    { maxLength: 14, selector: ({ key, sequence, run }) => `${key} ${sequence} ${run}` },
  )
  .map(all =>
    all.map(({ key, sequence, name, year, run, reason, isKnown, figure }): Row => {
      const facts = {
        key,
        version: `v${sequence}`,
        sequencer: `18${sequence}${'0'.repeat(sequence)}`,
        // Some at the same time, and in another spelling of it.
        uploadedAt:
          sequence % 4 === 3 ? `2024-01-03T08:00:00+08:00` : `2024-01-0${(sequence % 4) + 1}T00:00:00.000Z`,
        judgedAt: `2024-02-01T00:00:0${run}.000Z`,
        run: `r${run}`,
      }
      if (reason !== null)
        return leftOutRow({
          ...facts,
          sequencer: reason === 'damaged' && !isKnown ? null : facts.sequencer,
          recordId: JSON.stringify([key, sequence, run]),
          path: key,
          reason,
        })
      return segmentRow({
        ...{ key, version: facts.version, sequencer: facts.sequencer, run: facts.run, year },
        ...{ uploaded_at: facts.uploadedAt, judged_at: facts.judgedAt },
        ...{ authority: name, authority_as_printed: name },
        [figureColumns[0]!.name]: figure,
      })
    }),
  )
