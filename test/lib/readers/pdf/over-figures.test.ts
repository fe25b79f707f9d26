import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../../lib/convert.ts'
import { type DrawnPage, grid, latin, line, pdfOf, picture, text } from '../../../support/pdf.ts'
import { codes, outline, readContent, readPdf } from './outline.ts'

const rows = [
  ['项目', '数量'],
  ['许可', ''],
]
/** A table whose figure stands from 123 to 143 at the height of 134. */
const table = [...grid(60, 100, [60, 60], rows), text(123, 134, '8288')]
const outside = text(60, 300, '本表数字以件为单位。')

const place = { table: 1, row: 2, column: 2 }
const read = (...content: string[]) => readContent(...table, outside, ...content)
const figureOf = async (...content: string[]) => outline(await read(...content))[0]![1]![1]

const area = (x: number, y: number, width: number, height: number, colour = '0 0 0') =>
  `q ${colour} rg ${x} ${842 - y - height} ${width} ${height} re f Q`

describe('a stroke through a figure is pointed out', () => {
  test.each([
    ['slanting', line(118, 140, 148, 122)],
    ['down', line(131, 125, 131, 136)],
    ['wavy', `120 ${842 - 130} m 126 ${842 - 118} 134 ${842 - 142} 146 ${842 - 128} c S`],
    ['thick', `q 6 w ${line(118, 130, 148, 130)} Q`],
    [
      'of a pen drawn as an area',
      `118 ${842 - 140} m 148 ${842 - 122} l 149 ${842 - 123} l 119 ${842 - 141} l h f`,
    ],
  ])('%s', async (_, stroke) => {
    const document = await read(stroke)
    expect(document.losses).toContainEqual(
      expect.objectContaining({ source: expect.objectContaining(place) }),
    )
  })

  test('one beside it is not', async () => {
    expect(codes(await read(line(150, 139, 178, 122), line(200, 110, 260, 190)))).toEqual([])
  })

  test('nor the side of a cell that the blank half of a bracket hangs over', async () => {
    const document = await readContent(...grid(60, 100, [60, 60], rows), text(85, 134, '（许可）'))
    expect(codes(document)).toEqual([])
  })

  test('nor the outlines of letters that are printed bold', async () => {
    const four = (x: number) =>
      '0.2,1.7 3.4,1.7 3.4,0 4.3,0 4.3,1.7 5.2,1.7 5.2,2.5 4.3,2.5 4.3,7 3.5,7 0.2,2.5 h 1.1,2.5 3.3,5.7 3.4,5.7 3.4,2.5 h'
        .replaceAll(/([\d.]+),([\d.]+)/gu, (_, dx, dy) => `${x + Number(dx)} ${842 - 134 + Number(dy)} l`)
        .replaceAll(/(^|h )([\d.]+ [\d.]+) l/gu, '$1$2 m')
    const bold = `q 0.3 w ${four(123)} ${four(128.56)} S Q`
    expect(codes(await readContent(...grid(60, 100, [60, 60], rows), latin(123, 134, '44'), bold))).toEqual(
      [],
    )
  })
})

describe('what lies over a figure', () => {
  test('hides it: what is typed over it is read, and pointed out', async () => {
    const document = await read(area(121, 122, 30, 16, '1 1 1'), text(124, 134, '34'))
    expect(outline(document)[0]).toEqual([rows[0], ['许可', '34']])
    expect(document.losses).toContainEqual(
      expect.objectContaining({ code: 'hidden-text-dropped', source: expect.objectContaining(place) }),
    )
  })

  test.each([
    ['above', 20_000, 700],
    ['below', 0, 20_000],
    ['on both sides', 20_000, 20_000],
  ])('hides it however far it reaches over the page %s', async (_, above, below) => {
    const document = await read(area(118, -above, 30, above + below, '1 1 1'))
    expect(outline(document)[0]![1]![1]).toBe('')
    expect(document.losses).toContainEqual(
      expect.objectContaining({ source: expect.objectContaining(place) }),
    )
  })

  test('in part is pointed out', async () => {
    const document = await read(area(129, 122, 6, 16))
    expect(document.losses.some(({ source }) => source?.kind === 'page' && source.row === 2)).toBe(true)
  })

  test('a picture, or another text', async () => {
    expect(codes(await read(picture(120, 120, 135, 140)))).toContain('text-overdrawn')
    expect(codes(await read(text(124, 134, '34')))).toContain('text-overlaps')
  })

  test('but not what is painted below it, beside it, or not at all', async () => {
    expect(codes(await readContent(area(120, 120, 60, 20, '0.9 0.9 0.5'), ...table, outside))).toEqual([])
    expect(codes(await read(area(150, 122, 20, 16)))).toEqual([])
    const clipped = `q 300 300 20 20 re W n 0 0 595 842 re f Q`
    expect(codes(await read(clipped))).toEqual([])
    const frame = `10 10 575 822 re 20 20 555 802 re f*`
    expect(codes(await read(frame))).toEqual([])
  })

  test('a limit cuts off: only what is inside it is read', async () => {
    const clipped = `q 60 ${842 - 140} 73 20 re W n ${text(123, 134, '8288')} Q`
    const document = await readContent(...grid(60, 100, [60, 60], rows), outside, clipped)
    expect(outline(document)[0]).toEqual([rows[0], ['许可', '82']])
    expect(document.losses).toContainEqual(expect.objectContaining({ code: 'hidden-text-dropped' }))
  })
})

describe('a figure that its own painting spoils', () => {
  const blank = [...grid(60, 100, [60, 60], rows), outside]
  const states = '/ExtGState << /Pale << /ca 0.15 >> /Half << /ca 0.5 >> >>'
  const lossesOf = async (page: Omit<DrawnPage, 'content'>, ...content: string[]) => {
    const { losses } = await readPdf(pdfOf([{ resources: states, ...page, content: [...blank, ...content] }]))
    return losses.flatMap(({ code, source }) => (source?.kind === 'page' ? [code] : []))
  }
  const figure = latin(123, 134, '8288')

  test.each([
    ['pale', `/Pale gs ${figure}`],
    ['black on black', `121 704 40 17 re f ${figure}`],
    ['grey on grey', `0.3 g 121 704 40 17 re f 0.35 g ${figure}`],
    ['of outlines too wide', `6 w 1 Tr ${figure}`],
    ['filled and of outlines too wide', `6 w 2 Tr ${figure}`],
    ['set too narrow', `3 Tz ${figure}`],
    ['inside a shape that cuts it', `124 700 m 146 700 l 135 722 l h W n ${figure}`],
    ['in the half of a line', `120 711 60 20 re W n ${figure}`],
  ])('is pointed out: %s', async (_, content) => {
    expect(await lossesOf({}, content)).not.toEqual([])
  })

  test.each([
    ['half transparent', `/Half gs ${figure}`],
    ['white on black', `121 704 40 17 re f 1 g ${figure}`],
    ['of outlines', `0.3 w 1 Tr ${figure}`],
    ['inside a shape around it', `110 690 m 190 690 l 195 710 l 190 730 l 110 730 l h W n ${figure}`],
  ])('is not where it is seen: %s', async (_, content) => {
    expect(await lossesOf({}, content)).toEqual([])
  })

  test.each([
    ['nothing', '1 g 0 0 595 842 re f', 0],
    ['its end', '1 g 0 0 135 842 re f', 1],
    ['a part of one digit', '1 g 0 0 125.7 842 re f 128.4 0 400 842 re f', 1],
    ['nearly all', '0.08 g 0 0 595 842 re f', 1],
  ])('by a mask that hides %s', async (_, mask, least) => {
    const resources = '/ExtGState << /M << /SMask << /Type /Mask /S /Luminosity /G 6 0 R >> >> >>'
    const form =
      '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>'
    const losses = await lossesOf({ resources, streams: [[form, mask]] }, `/M gs ${figure}`)
    expect(losses.length).toBe(least)
  })

  test.each([
    ['draws all its glyphs', '556 0 0 0 500 700 d1 50 0 200 700 re f', 0],
    ['draws one of them with nothing', '556 0 d0', 1],
  ])('by a font of drawings that %s', async (_, two, least) => {
    const map =
      '/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <38> <0038> <39> <0032> endbfchar endcmap end'
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 6 0 R /b 7 0 R >> /Encoding << /Differences [56 /a /b] >> /FirstChar 56 /LastChar 57 /Widths [556 556] /Resources << >> /ToUnicode 8 0 R >>'
    const streams = [
      ['', '556 0 0 0 500 700 d1 50 0 400 700 re f'],
      ['', two],
      ['', map],
    ] as const
    const drawn = figure.replace('/F2', '/F3').replace('8288', '8988')
    expect((await lossesOf({ streams, fonts: `/F3 ${font}` }, drawn)).length).toBe(least)
  })
})

describe('annotations and form fields', () => {
  const over = [121, 122, 150, 138] as const
  const corners = '121 720 150 720 121 704 150 704'
  const readNote = async (entries: string, appearance: string | null = null, digits = '8288') => {
    const content = [...grid(60, 100, [60, 60], rows), outside, latin(123, 134, digits)]
    const page = { content, notes: [{ box: over, entries, appearance }] }
    // The first page's content is the sixth object of such a file, and its annotation the seventh.
    const anew = entries.includes('/AS') ? '/NeedAppearances true ' : ''
    const form = `/AcroForm << ${anew}/Fields [7 0 R] /DR << /Font << /F2 5 0 R >> >> /DA (/F2 10 Tf 0 g) >>`
    const document = await readPdf(pdfOf([page], '', entries.includes('/Widget') ? form : ''))
    const losses = document.losses.flatMap(({ code, source }) => (source?.kind === 'page' ? [code] : []))
    return { said: outline(document)[0]![1]![1], losses }
  }
  const fresh = '/FT /Tx /T (f) /V (345) /DA (/F2 10 Tf 0 g) /Subtype /Widget'

  test.each([
    ['a field on white', `${fresh} /MK << /BG [1 1 1] >>`, null],
    ['a free text', '/Subtype /FreeText /Contents (345) /DA (/F2 10 Tf 0 g)', null],
    ['a free text on white', '/Subtype /FreeText /Contents (345) /C [1 1 1] /DA (/F2 10 Tf 0 g)', null],
    ['a pen', '/Subtype /Ink /InkList [[122 705 140 715 148 706]] /C [1 0 0]', null],
    ['a line', '/Subtype /Line /L [121 705 150 717] /C [1 0 0]', null],
    ['a stroke through it', `/Subtype /StrikeOut /QuadPoints [${corners}] /C [1 0 0]`, null],
    ['a white square', '/Subtype /Square /IC [1 1 1] /C [1 1 1]', null],
    ['a stamp that only its name tells', '/Subtype /Stamp /Name /Draft', null],
    ['an appearance of its own', '/Subtype /Stamp', '1 1 1 rg 0 0 29 16 re f'],
    [
      'a box to tick where fields are shown anew',
      '/FT /Btn /T (f) /V /Yes /AS /Yes /Subtype /Widget',
      '1 1 1 rg 0 0 29 16 re f',
    ],
  ])('over a figure are pointed out: %s', async (_, entries, appearance) => {
    expect((await readNote(entries, appearance)).losses).not.toEqual([])
  })

  test.each([
    ['a marker', `/Subtype /Highlight /QuadPoints [${corners}] /C [1 1 0]`],
    ['a line below it', `/Subtype /Underline /QuadPoints [${corners}] /C [1 0 0]`],
    ['a note that is closed', '/Subtype /Popup'],
    ['the sign of a note', '/Subtype /Text /Contents (note)'],
    ['one that is hidden', '/Subtype /FreeText /Contents (345) /F 2 /DA (/F2 10 Tf 0 g)'],
    ['a link', '/Subtype /Link'],
  ])('that hide nothing are not: %s', async (_, entries) => {
    expect(await readNote(entries)).toEqual({ said: '8288', losses: [] })
  })

  test('a value without an appearance is read, and what a pen drew in an empty cell is no blank', async () => {
    expect((await readNote(fresh, null, ' ')).said).toBe('345')
    const pen = '/Subtype /Ink /InkList [[124 706 126 715 130 706 128 710]] /C [1 0 0]'
    expect(await readNote(pen, null, ' ')).toEqual({ said: '\ufffd', losses: ['drawing-in-cell'] })
  })
})

test('digits below each other in a cell are never one number', async () => {
  expect(await figureOf(text(123, 124, '104'))).toMatch(/\n/u)
})

const folder = fileURLToPath(new URL('../../../../../shared/cases/attack/', import.meta.url))

describe.skipIf(!existsSync(folder))('the handed cases', () => {
  test.each([
    '01-pdf-whiteout-retyped',
    '03-pdf-freetext-over-number',
    '05-pdf-blackout',
    '07-pdf-struck-diagonal-red',
    '41-pdf-two-numbers-in-narrow-cell',
  ])('%s is right, or flagged at its cell', async name => {
    const bytes = readFileSync(`${folder}${name}/input.pdf`)
    const truth: Record<string, number | null> = JSON.parse(
      readFileSync(`${folder}${name}/truth.json`, 'utf8'),
    )
    const { report, findings } = await judge({
      name: 'input.pdf',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const flagged = new Set(
      findings.filter(({ severity }) => severity !== 'info').flatMap(({ cells }) => cells),
    )
    for (const [key, value] of Object.entries(truth)) {
      const read = report.figures.get(key)?.value ?? null
      if (!flagged.has(key)) expect(read === null ? null : Number(read)).toBe(value)
    }
  })

  test('a blank page whose stream is empty is no damage', async () => {
    const bytes = readFileSync(`${folder}g1-pdf-empty-flate-stream/input.pdf`)
    const { report } = await judge({ name: 'input.pdf', bytes, sha256: '0'.repeat(64) })
    expect(report.figures.size).toBe(200)
  })
})
