import { emusInPoint, lengthOf } from '../style/units.ts'

/** A rectangle in points, from the left and top of what it is placed by. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a drawing is placed by, across and down; null where the file leaves that to the program. */
export interface Origin {
  readonly x: string
  readonly y: string
}

/** A paragraph set as a frame at a place of its own (17.3.1.11). */
export interface Frame {
  readonly place: Place
  readonly origin: Origin | null
  /** Equal for the paragraphs of one frame. */
  readonly key: string
}

/** From the units of a group to points: x' = x·scale + shift. */
export interface Units {
  readonly scaleX: number
  readonly shiftX: number
  readonly scaleY: number
  readonly shiftY: number
}

export const inPoints: Units = { scaleX: 1, shiftX: 0, scaleY: 1, shiftY: 0 }
export const inEmus: Units = { scaleX: 1 / emusInPoint, shiftX: 0, scaleY: 1 / emusInPoint, shiftY: 0 }

/** The place as the group around it has it. */
export const placed = (units: Units, place: Place): Place => ({
  left: place.left * units.scaleX + units.shiftX,
  top: place.top * units.scaleY + units.shiftY,
  width: place.width * units.scaleX,
  height: place.height * units.scaleY,
})

/** Units of a group that stands at `place` (in points) and counts `inner` across and down. */
export const unitsOf = (place: Place, inner: Place): Units => {
  const scaleX = inner.width > 0 ? place.width / inner.width : 1
  const scaleY = inner.height > 0 ? place.height / inner.height : 1
  return {
    scaleX,
    scaleY,
    shiftX: place.left - inner.left * scaleX,
    shiftY: place.top - inner.top * scaleY,
  }
}

/** Two lengths with a comma between, in points or the units of a group. */
export const pointOf = (text: string | undefined): readonly [number, number] | undefined => {
  const [x, y] = (text ?? '').split(',').map(part => lengthOf(part, 1))
  return x === undefined || y === undefined ? undefined : [x, y]
}

export interface VmlStyle {
  readonly place: Place
  readonly origin: Origin | null
}

/** Place of a VML shape by its `style`; `grouped` ones count in the units of their group. */
export const vmlStyle = (style: string, grouped: boolean): VmlStyle | null => {
  const said = new Map(
    style
      .slice(0, 2000)
      .split(';')
      .flatMap(part => {
        const at = part.indexOf(':')
        return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const]
      }),
  )
  if (said.get('position') !== 'absolute') return null
  const length = (...names: string[]): number =>
    names.reduce<number | undefined>(
      (found, name) => found ?? lengthOf(said.get(name), grouped ? 1 : 0.75),
      undefined,
    ) ?? 0
  const place = grouped
    ? { left: length('left'), top: length('top') }
    : { left: length('margin-left', 'left'), top: length('margin-top', 'top') }
  const aligned = ['mso-position-horizontal', 'mso-position-vertical'].some(
    name => !['absolute', undefined].includes(said.get(name)),
  )
  return {
    place: { ...place, width: length('width'), height: length('height') },
    origin: aligned
      ? null
      : {
          x: said.get('mso-position-horizontal-relative') ?? 'text',
          y: said.get('mso-position-vertical-relative') ?? 'text',
        },
  }
}
