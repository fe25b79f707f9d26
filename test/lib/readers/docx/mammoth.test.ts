import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cell, mammothAlone, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

/**
 * Where mammoth alone is right, we read the same: its whole way, through XML and HTML, against ours. What it reads
 * wrongly or loses has tests of its own and is not drawn here.
 */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const text = fc
  .array(
    fc.constantFrom(
      ...'0123456789',
      '，',
      '（',
      '数',
      '量',
      'a',
      ' ',
      '  ',
      '\u00a0',
      '\u3000',
      '&',
      '<',
      '\u2028',
    ),
    {
      maxLength: 8,
    },
  )
  .map(parts => run(escaped(parts.join(''))))

const inline = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constant('<w:r><w:br/></w:r>') },
  { weight: 1, arbitrary: fc.constant('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>') },
)

const runs = fc.array(inline, { minLength: 1, maxLength: 3 }).map(parts => parts.join(''))
const plainParagraph = runs.map(content => paragraph(content))
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), runs)
  .map(([level, content]) => paragraph(content, `<w:pStyle w:val="${level}"/>`))

/** At least two columns and rows, some cells joined to the right, some downwards. */
const grid = fc
  .tuple(
    fc.integer({ min: 2, max: 4 }),
    fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }),
    fc.infiniteStream(fc.array(plainParagraph, { minLength: 1, maxLength: 2 })),
    fc.boolean(),
  )
  .map(([columns, joined, contents, down]) => {
    const next = () => contents.next().value!.join('')
    const rows = joined.map((wide, at) => {
      const first = down
        ? cell(at === 0 ? next() : paragraph(''), `<w:vMerge w:val="${at === 0 ? 'restart' : 'continue'}"/>`)
        : cell(next())
      const rest = wide
        ? [cell(next(), `<w:gridSpan w:val="${columns - 1}"/>`)]
        : Array.from({ length: columns - 1 }, () => cell(next()))
      return row([first, ...rest])
    })
    return table(...rows)
  })

const frame = plainParagraph.map(content => table(row([cell(content)])))

const styles = [1, 2, 3, 4, 5, 6]
  .map(
    level => `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/></w:style>`,
  )
  .join('')

it('reads what mammoth alone reads, by a shorter way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(plainParagraph, heading, grid, frame), { minLength: 1, maxLength: 6 }),
      async blocks => {
        const body = blocks.join('')
        const [ours, alone] = await Promise.all([readBody(body, styles), mammothAlone(body, styles)])
        expect(ours.losses).toEqual([])
        expect(ours.document.blocks).toEqual(alone.document.blocks)
      },
    ),
    { numRuns: 300 },
  )
})
