import { fromEmus, fromTwips, lengthOf } from '../../style/units.ts'
import { pointOf, vmlStyle } from '../geometry.ts'
import { isOn } from '../look.ts'
import { nowhere, type OpenPlace } from './place-model.ts'
import { closePlace, openPlace } from './places.ts'
import type { Closer, Opener } from './state.ts'

const isOff = (value: string | undefined): boolean => value === 'f' || value === 'false' || value === '0'

const turnPage: Opener = slim => {
  if (slim.story.kind === 'body') slim.places.page++
  return undefined
}

const axis =
  (name: 'x' | 'y'): Opener =>
  (slim, value) => {
    const anchor = slim.places.open.at(-1)
    slim.places.axis = name
    if (anchor?.origin) anchor.origin = { ...anchor.origin, [name]: value('relativeFrom') ?? 'page' }
    return undefined
  }

/** A measure within the properties of the shape or group being read, whose names tell where it belongs. */
const measure =
  (take: (shape: OpenPlace, value: (name: string) => number) => void): Opener =>
  (slim, value, path) => {
    const shape = slim.places.open.at(-1)
    const owner = path.at(-2)
    if (shape && (owner === 'wps:spPr' || owner === 'wpg:grpSpPr')) take(shape, name => Number(value(name)))
    return undefined
  }

const vmlShape =
  (kind: 'group' | 'shape'): Opener =>
  (slim, value) => {
    const grouped = slim.places.open.length > 0
    const style = vmlStyle(value('style') ?? '', grouped)
    const drawnLine = value('from') !== undefined
    const inline = style === null && !grouped && !drawnLine
    openPlace(slim, inline ? 'inline' : kind, style?.place ?? nowhere, style?.origin ?? null)
    const shape = slim.places.open.at(-1)!
    const [from, to] = [value('from'), value('to')].map(pointOf)
    if (from && to) {
      const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])]
      shape.place = { left, top, width: Math.abs(to[0] - from[0]), height: Math.abs(to[1] - from[1]) }
      shape.origin ??= grouped ? null : { x: 'text', y: 'text' }
    }
    const [origin, size] = [value('coordorigin') ?? '0,0', value('coordsize')].map(pointOf)
    if (kind === 'group' && origin && size)
      shape.inner = { left: origin[0], top: origin[1], width: size[0], height: size[1] }
    shape.line = drawnLine || value('type')?.endsWith('t32') === true
    shape.vertical = /v-text-anchor:\s*(?:middle|bottom)/.exec(value('style') ?? '')?.[0].includes('middle')
      ? 'ctr'
      : 't'
    shape.outlined = kind === 'shape' && !isOff(value('stroked'))
    return undefined
  }

/** Shapes, text boxes and frames with the places they stand at. */
export const placeOpeners: Readonly<Record<string, Opener>> = {
  'wp:anchor': slim => openPlace(slim, 'anchor', nowhere, { x: 'page', y: 'page' }),
  'wp:inline': slim => openPlace(slim, 'inline', nowhere, null),
  'wp:positionH': axis('x'),
  'wp:positionV': axis('y'),
  'wp:posOffset': slim => {
    slim.collected = ''
    return undefined
  },
  'wp:align': slim => {
    const anchor = slim.places.open.at(-1)
    if (anchor) anchor.origin = null
    return true
  },
  'wp:extent': (slim, value) => {
    const anchor = slim.places.open.at(-1)
    if (anchor)
      anchor.place = {
        ...anchor.place,
        width: fromEmus(Number(value('cx'))),
        height: fromEmus(Number(value('cy'))),
      }
    return undefined
  },
  'wpc:wpc': slim => openPlace(slim, 'group', nowhere, null),
  'wpg:wgp': slim => openPlace(slim, 'group', nowhere, null),
  'wpg:grpSp': slim => openPlace(slim, 'group', nowhere, null),
  'wps:wsp': slim => openPlace(slim, 'shape', nowhere, null),
  'a:off': measure((shape, value) => {
    shape.place = { ...shape.place, left: value('x'), top: value('y') }
  }),
  'a:ext': measure((shape, value) => {
    shape.place = { ...shape.place, width: value('cx'), height: value('cy') }
  }),
  'a:chOff': measure((shape, value) => {
    shape.inner = { width: 0, height: 0, ...shape.inner, left: value('x'), top: value('y') }
  }),
  'a:chExt': measure((shape, value) => {
    shape.inner = { left: 0, top: 0, ...shape.inner, width: value('cx'), height: value('cy') }
  }),
  'a:xfrm': (slim, value, path) => {
    const shape = slim.places.open.at(-1)
    if (shape && path.at(-1)?.startsWith('wp') && Number(value('rot') ?? 0) !== 0) shape.turned = true
    return undefined
  },
  'a:prstGeom': (slim, value) => {
    const shape = slim.places.open.at(-1)
    if (shape) shape.line = !/rect|process/i.test(value('prst') ?? '')
    return undefined
  },
  'a:custGeom': slim => {
    const shape = slim.places.open.at(-1)
    if (shape) shape.line = true
    return true
  },
  'a:ln': (slim, _, path) => {
    const shape = slim.places.open.at(-1)
    if (shape && path.at(-1) === 'wps:spPr') shape.outlined = true
    return undefined
  },
  'a:noFill': (slim, _, path) => {
    const shape = slim.places.open.at(-1)
    if (shape && path.at(-1) === 'a:ln') shape.outlined = false
    return undefined
  },
  'wps:bodyPr': (slim, value) => {
    const shape = slim.places.open.at(-1)
    if (!shape) return undefined
    const inset = (name: string, usual: number): number =>
      value(name) === undefined ? usual : fromEmus(Number(value(name)))
    shape.insets = [inset('lIns', 7.2), inset('tIns', 3.6), inset('rIns', 7.2)]
    shape.vertical = value('anchor') ?? 't'
    shape.turned ||= !['horz', undefined].includes(value('vert')) || Number(value('rot') ?? 0) !== 0
    return undefined
  },
  'v:group': vmlShape('group'),
  'v:shape': vmlShape('shape'),
  'v:rect': vmlShape('shape'),
  'v:roundrect': vmlShape('shape'),
  'v:line': vmlShape('shape'),
  'v:stroke': (slim, value) => {
    const shape = slim.places.open.at(-1)
    if (shape && isOff(value('on'))) shape.outlined = false
    return undefined
  },
  'v:textbox': (slim, value) => {
    const shape = slim.places.open.at(-1)
    if (!shape) return undefined
    const insets = (value('inset') ?? '').split(',').map(part => lengthOf(part, 0.75))
    shape.insets = [insets[0] ?? 7.2, insets[1] ?? 3.6, insets[2] ?? 7.2]
    shape.turned ||= /layout-flow:\s*vertical/.test(value('style') ?? '')
    return undefined
  },
  framePr: (slim, value) => {
    const { paragraph } = slim.story
    if (!paragraph || slim.story.kind !== 'body' || slim.table || value('dropCap') !== undefined) return true
    const names = ['x', 'y', 'w', 'h', 'hAnchor', 'vAnchor', 'xAlign', 'yAlign']
    const said = names.map(value)
    const [left, top, width, height] = said.slice(0, 4).map(length => fromTwips(Number(length ?? '0')))
    paragraph.frame = {
      place: { left: left!, top: top!, width: width!, height: height! },
      origin: said[6] || said[7] ? null : { x: said[4] ?? 'page', y: said[5] ?? 'page' },
      key: said.join('|'),
    }
    return true
  },
  lastRenderedPageBreak: turnPage,
  pageBreakBefore: (slim, value, path) =>
    path.at(-1) === 'pPr' && isOn(value('val')) ? turnPage(slim, value, path) : undefined,
  sectPr: (slim, _, path) => {
    const { paragraph } = slim.story
    if (path.at(-1) === 'pPr' && paragraph) paragraph.endsPage = true
    return undefined
  },
  pgSz: (slim, value) => {
    const size = [fromTwips(Number(value('w'))), fromTwips(Number(value('h')))] as const
    if (size.every(length => length > 0)) slim.places.size = size
    return undefined
  },
}

export const placeClosers: Readonly<Record<string, Closer>> = {
  'wp:posOffset': slim => {
    const anchor = slim.places.open.at(-1)
    const offset = fromEmus(Number(slim.collected ?? ''))
    slim.collected = null
    if (anchor) anchor.place = { ...anchor.place, [slim.places.axis === 'x' ? 'left' : 'top']: offset }
  },
  'wp:anchor': closePlace,
  'wp:inline': closePlace,
  'wpc:wpc': closePlace,
  'wpg:wgp': closePlace,
  'wpg:grpSp': closePlace,
  'wps:wsp': closePlace,
  'v:group': closePlace,
  'v:shape': closePlace,
  'v:rect': closePlace,
  'v:roundrect': closePlace,
  'v:line': closePlace,
}
