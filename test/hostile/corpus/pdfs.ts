import { onePage, packed, stream } from '../forge/pdf.ts'
import { repeat } from '../forge/word.ts'
import { bounded, type HostileCase, hostile } from '../hostile-case.ts'

const text = 'BT /F 10 Tf 50 700 Td (12) Tj ET '

const file = (what: string, make: () => string): HostileCase =>
  hostile('年报.pdf', what, () => Buffer.from(make(), 'latin1'), bounded)

const form = (content: string, next: number): string =>
  packed(
    `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>/XObject<</X ${next} 0 R>>>>`,
    content,
  )

const tile = (content: string, step: string, own: string): string =>
  packed(
    `/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep ${step}/YStep ${step}/Resources<<${own}>>`,
    content,
  )

/** Places at which many things would lie. */
const spread = (count: number, draw: (x: number, y: number, at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at % 500, at % 700, at)).join(' ')

const annotations = (count: number, more: string): string =>
  `/Annots[${spread(count, (x, y) => `<</Type/Annot/Subtype/Stamp/F 4/Rect[${x} ${y} ${x + 5} ${y + 5}]${more}>>`)}]`

/** What a few bytes of a PDF make a program do again and again. */
export const pdfs: readonly HostileCase[] = [
  file('30,000 stamps on a page', () =>
    onePage(text, {
      page: annotations(30_000, '/AP<</N 6 0 R>>'),
      objects: [stream('/Type/XObject/Subtype/Form/BBox[0 0 5 5]', '0 0 5 5 re f')],
    }),
  ),
  file('100,000 annotations that show nothing', () =>
    onePage(text, { page: annotations(100_000, '').replaceAll('Stamp', 'Link') }),
  ),
  file('a drawing of ten of a drawing of ten, twelve deep', () =>
    onePage('/X Do', {
      resources: '/XObject<</X 6 0 R>>',
      objects: Array.from({ length: 12 }, (_, at) => form(at < 11 ? repeat('/X Do ', 10) : text, at + 7)),
    }),
  ),
  file('a drawing that draws itself', () =>
    onePage('/X Do', { resources: '/XObject<</X 6 0 R>>', objects: [form(`${text}/X Do`, 6)] }),
  ),
  file('a pattern that paints itself', () =>
    onePage(`/Pattern cs /P scn 0 0 500 500 re f ${text}`, {
      resources: '/Pattern<</P 6 0 R>>',
      objects: [tile('/Pattern cs /P scn 0 0 9 9 re f', '9', '/Pattern<</P 6 0 R>>')],
    }),
  ),
  file('a pattern of a billion tiles', () =>
    onePage(`/Pattern cs /P scn 0 0 600 800 re f ${text}`, {
      resources: '/Pattern<</P 6 0 R>>',
      objects: [tile(repeat('0 0 1 1 re f ', 1_000), '0.01', '')],
    }),
  ),
  file('a page whose content is 200,000 times the same', () =>
    onePage(repeat(text, 20), { contents: `[${repeat('4 0 R ', 200_000)}]` }),
  ),
  file('300,000 marks in each other', () => onePage(repeat('/S BMC ', 300_000) + text)),
  file('500,000 states in each other', () => onePage(repeat('q ', 500_000) + text)),
  file('3,000 clips in each other around 3,000 texts', () =>
    onePage(`${repeat('q 0 0 500 800 re W n ', 3_000)}${repeat(text, 3_000)}`),
  ),
  file('5,000 layers, every other one hidden', () =>
    onePage(text + spread(5_000, (x, y, at) => `/OC /O${at} BDC ${x} ${y} 3 3 re f EMC`), {
      resources: `/Properties<<${spread(5_000, (_x, _y, at) => `/O${at} ${at + 6} 0 R`)}>>`,
      objects: Array.from({ length: 5_000 }, () => '<</Type/OCG/Name(l)>>'),
    }).replace(
      '/Pages 2 0 R',
      `/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[${spread(2_500, (_x, _y, at) => `${6 + 2 * at} 0 R`)}]>>>>`,
    ),
  ),
  file('a digit that means a million digits', () =>
    onePage(`BT /F 10 Tf 50 700 Td (${repeat('1', 2_000)}) Tj ET`, {
      objects: [
        packed(
          '',
          `begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <31> <${repeat('0031', 500_000)}> endbfchar endcmap`,
        ),
      ],
    }).replace('/BaseFont/Helvetica', '/BaseFont/Helvetica/ToUnicode 6 0 R'),
  ),
  file('a letter drawn of a hundred of itself', () =>
    onePage(`BT /T 10 Tf 50 700 Td (${repeat('1', 5_000)}) Tj ET`, {
      resources: '/Font<</T 6 0 R>>',
      objects: [
        '<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 49/LastChar 49/Widths[500]/Encoding<</Differences[49/a]>>/CharProcs<</a 7 0 R>>/Resources<</Font<</T 6 0 R>>>>>>',
        packed('', `500 0 d0 BT /T 900 Tf (${repeat('1', 100)}) Tj ET`),
      ],
    }).replace('/Font<</F 5 0 R>>/Font', '/Font'),
  ),
  file('90,000 digits over each other', () =>
    onePage(
      `BT /F 10 Tf ${spread(90_000, (x, y) => `1 0 0 1 ${50 + (x % 7) / 10} ${700 + (y % 5) / 10} Tm (1) Tj`)} ET`,
    ),
  ),
  file('a page of a billion points', () =>
    onePage(text, { page: '/UserUnit 1000/CropBox[0 0 1000000000 1000000000]' }).replace(
      '[0 0 600 800]',
      '[0 0 1000000000 1000000000]',
    ),
  ),
]
