import { isCrowded, isNarrow, isSmall, isTiny } from '../style/size.ts'
import { fromHalfPoints, fromTwips } from '../style/units.ts'
import { type Group, noColours } from './state.ts'

/** Words that print a character. */
export const printed: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  emdash: '\u2014',
  endash: '\u2013',
  bullet: '\u2022',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}

type Change = (group: Group, value: number | undefined) => Partial<Group>

const styled =
  (name: keyof Group['look'], off = false): Change =>
  ({ look }, value) => ({ look: { ...look, [name]: !off && value !== 0 } })

const shifted: Change = ({ look }, value) => ({ look: { ...look, raised: (value ?? 6) !== 0 } })

const looking =
  (said: (value: number) => Group['look']): Change =>
  ({ look }, value) => ({ look: { ...look, ...said(value ?? 0) } })

/** Half-points of text that says no size. */
const usualSize = 24

const coloured =
  (name: keyof Group['colours']): Change =>
  ({ colours }, value) => ({ colours: { ...colours, [name]: value ?? 0 } })

/** Words that change how the text after them is set, or the paragraph they stand in. */
export const changes: Readonly<Record<string, Change>> = {
  plain: ({ colours }) => ({
    look: {},
    font: undefined,
    colours: colours === noColours ? noColours : { ...noColours, paragraph: colours.paragraph },
  }),
  cf: coloured('text'),
  highlight: coloured('highlight'),
  chcbpat: coloured('shading'),
  cb: coloured('shading'),
  cbpat: coloured('paragraph'),
  fs: ({ look }, value) => {
    const size = fromHalfPoints(value ?? usualSize)
    const [small, tiny] = [isSmall(size), isTiny(size)]
    return small || tiny || look.small || look.tiny ? { look: { ...look, small, tiny } } : {}
  },
  charscalex: looking(value => (isNarrow(value) ? { tiny: true } : {})),
  expndtw: looking(value => (isCrowded(fromTwips(value)) ? { tiny: true } : {})),
  twoinone: looking(value => ({ stacked: value !== 0 })),
  horzvert: looking(value => ({ stacked: value !== 0 })),
  posx: () => ({ placed: true }),
  posy: () => ({ placed: true }),
  v: styled('hidden'),
  deleted: styled('deleted'),
  strike: styled('struck'),
  striked: styled('struck'),
  super: styled('raised'),
  sub: styled('raised'),
  nosupersub: styled('raised', true),
  up: shifted,
  dn: shifted,
  uc: (_, value) => ({ standIns: Math.min(Math.max(0, value ?? 1), 100) }),
  f: (_, value) => ({ font: value }),
  af: ({ eastAsian }, value) => (eastAsian ? { eastAsianFont: value } : {}),
  dbch: () => ({ eastAsian: true }),
  rtlch: ({ look }) => ({ eastAsian: false, look: { ...look, rightToLeft: true } }),
  ltrch: ({ look }) => ({
    eastAsian: false,
    ...(look.rightToLeft ? { look: { ...look, rightToLeft: false } } : {}),
  }),
  loch: () => ({ eastAsian: false }),
  hich: () => ({ eastAsian: false }),
  pard: ({ colours }) => ({
    inTable: false,
    depth: 0,
    level: undefined,
    numbered: false,
    placed: false,
    colours: colours.paragraph === 0 ? colours : { ...colours, paragraph: 0 },
  }),
  intbl: () => ({ inTable: true }),
  itap: (_, value) => ({ depth: Math.max(0, value ?? 0) }),
  outlinelevel: (_, value) => ({
    level: value !== undefined && value >= 0 && value < 9 ? value + 1 : undefined,
  }),
  ls: (_, value) => ({ numbered: (value ?? 0) !== 0 }),
}
