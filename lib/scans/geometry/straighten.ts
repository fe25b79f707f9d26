import type { PagePlace } from '../../model/picture.ts'
import type { Box } from '../../readers/pdf/geometry.ts'
import type { Grey, PagePicture, StraightPage } from '../contract.ts'
import { type Bend, bendOf } from './bend.ts'
import { cellsOf, rulingsOf } from './cells.ts'
import { type Cover, coverOf } from './cover.ts'
import { evidenceOf } from './evidence.ts'
import { type Grid, gridOf } from './grid.ts'
import { groupsOf } from './groups.ts'
import { gainAt, type Light, lightOf } from './light.ts'
import { resized, transposed } from './raster.ts'
import { ridgesAcross } from './ridges.ts'
import { runsOf } from './runs.ts'
import { skewOf } from './skew.ts'
import { textLinesOf } from './text-lines.ts'
import { tracksOf } from './tracks.ts'
import { surelyIn, trusted } from './trusted.ts'
import { unturned } from './turned.ts'
import { type PlaceOf, warped } from './warp.ts'

/** Pixels to the inch at which a page is looked at as a whole. */
const lowDpi = 100
/** Larger sheets are looked at with fewer. */
const mostLow = 2_500_000

/** Of all pixels so many are as dark as ink. */
const inkPart = 0.004
/** Pale ink is made black, but not what is no ink. */
const palest = 150

const lowOf = ({ width, height, grey }: PagePicture): Grey => {
  const scale = Math.min(lowDpi / 72, Math.sqrt(mostLow / (width * height)))
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
  return resized(grey, Math.max(1, across), Math.max(1, down))
}

/** How far greys of an even page are put from paper so that ink is black. */
const stretchOf = (even: Grey): number => {
  const histogram = new Uint32Array(256)
  for (const grey of even.greys) histogram[grey] = histogram[grey]! + 1
  let seen = 0
  for (let level = 0; level < palest; level++) {
    seen += histogram[level]!
    if (seen > even.greys.length * inkPart) return 255 / (255 - level)
  }
  return 255 / (255 - palest)
}

/** A bit of ink: fewer dark pixels are dust. */
const leastInk = 30

const isEmpty = ({ greys }: Grey): boolean => {
  let dark = 0
  for (const grey of greys) if (grey < 128) dark++
  return dark < leastInk
}

const turnAround = ({ width, height }: Grey, angle: number): PlaceOf => {
  const [x0, y0, cos, sin] = [width / 2, height / 2, Math.cos(angle), Math.sin(angle)]
  return (x, y) => [x0 + (x - x0) * cos - (y - y0) * sin, y0 + (x - x0) * sin + (y - y0) * cos]
}

/** Places of a straight page on the one that was followed. */
const bentBy =
  (across: Bend | null, down: Bend | null, before: PlaceOf): PlaceOf =>
  (x, y) => {
    let [fromX, fromY] = [x, y]
    for (let round = 0; round < 3; round++) {
      const nextX: number = x + (down ? down(fromY, fromX) : 0)
      fromY = y + (across ? across(fromX, fromY) : 0)
      fromX = nextX
    }
    return before(fromX, fromY)
  }

interface Look {
  readonly page: Grey
  readonly across: Grey
  readonly down: Grey
  /** How dark lines are, on the whole. */
  readonly depth: number
  readonly from: PlaceOf
}

/** Times that lines are followed, each time on a straighter page. */
const looks = 2

const depthOf = (depths: readonly number[]): number => {
  const sorted = depths.toSorted((a, b) => b - a)
  return sorted[Math.min(sorted.length - 1, 3)] ?? 0
}

/** A page whose lines are off by no more than this, in low pixels, is straight. */
const straightEnough = 0.25
const lattice = [0.1, 0.3, 0.5, 0.7, 0.9] as const

const isStill = (bend: Bend | null, length: number, breadth: number): boolean =>
  bend === null ||
  lattice.every(along =>
    lattice.every(across => Math.abs(bend(along * length, across * breadth)) <= straightEnough),
  )

/** The page as it is when its lines are straight. */
const lookAt = (low: Grey, light: Light): Look => {
  const gain = (x: number, y: number): number => gainAt(light, x, y)
  const { width, height } = low
  const even = warped({ source: low, width, height, from: (x, y) => [x, y], gain, stretch: 1 })
  const stretch = stretchOf(even)
  const [across, down] = [ridgesAcross(even), ridgesAcross(transposed(even))]
  const angle = skewOf(across, down)
  let from = turnAround(low, angle)
  const draw = (): Grey => warped({ source: low, width, height, from, gain, stretch })
  let page = draw()
  for (let look = 0; ; look++) {
    const [rows, columns] = [ridgesAcross(page), ridgesAcross(transposed(page))]
    const [acrossTracks, downTracks] = [tracksOf(rows), tracksOf(columns)]
    const depth = depthOf([...acrossTracks, ...downTracks].map(track => track.depth))
    const seen: Look = { page, across: rows, down: columns, depth, from }
    if (look === looks) return seen
    const [acrossBend, downBend] = [bendOf(acrossTracks, width, height), bendOf(downTracks, height, width)]
    if (isStill(acrossBend, width, height) && isStill(downBend, height, width)) return seen
    from = bentBy(acrossBend, downBend, from)
    page = draw()
  }
}

/** A line is this much as dark as the darkest ones. */
const asDark = 0.28
const leastDepth = 12
const mostDepth = 60

/** Of a bilevel picture, even one that was made smaller, so much is black or white, and so much of what is dark is black. */
const bilevel = 0.86
const black = 0.25

const isBilevel = ({ greys }: Grey): boolean => {
  let [pure, dark, blacks] = [0, 0, 0]
  for (const grey of greys) {
    if (grey === 0) blacks++
    if (grey === 0 || grey === 255) pure++
    if (grey < 128) dark++
  }
  return pure >= greys.length * bilevel && blacks >= dark * black
}

const gridsOf = ({ page, across, down, depth }: Look, straight: Grey, eaten: boolean): Grid[] => {
  const least = Math.min(mostDepth, Math.max(leastDepth, depth * asDark))
  const acrossCover: Cover = coverOf(page, across, least)
  const downCover: Cover = coverOf(transposed(page), down, least)
  const lines = trusted(runsOf(acrossCover, 'across', eaten), runsOf(downCover, 'down', eaten))
  const evidence = evidenceOf(straight, straight.width / page.width, surelyIn(lines), eaten)
  return groupsOf(lines.across, lines.down).flatMap(group => gridOf(group, evidence) ?? [])
}

const scaledBox = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left * by,
  top: top * by,
  right: right * by,
  bottom: bottom * by,
})

/** Tells places of the page as it was handed in. Whoever keeps this keeps no picture. */
const originals =
  (from: PlaceOf, points: number, page: Required<Pick<PagePicture, 'width' | 'height' | 'turned'>>) =>
  ({ left, top, right, bottom }: Box): PagePlace['box'] => {
    const places = [left, (left + right) / 2, right].flatMap(x =>
      [top, (top + bottom) / 2, bottom].map(y => {
        const [fromX, fromY] = from(x / points, y / points)
        const within = (at: number, most: number): number => Math.min(most, Math.max(0, at * points))
        return unturned([within(fromX, page.width), within(fromY, page.height)], page)
      }),
    )
    const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }

/** Makes a page straight and finds its rulings. Null: nothing is printed on it that could be seen. */
export const straighten = (picture: PagePicture): StraightPage | null => {
  const low = lowOf(picture)
  if (low.width < 40 || low.height < 40) return null
  const light = lightOf(low)
  const look = lookAt(low, light)
  if (isEmpty(look.page)) return null
  const { grey, width, height, page } = picture
  /** Points to a pixel of the low picture, and pixels of the picture to one of those. */
  const points = width / low.width
  const fine = grey.width / low.width
  const straight = warped({
    source: grey,
    width: grey.width,
    height: grey.height,
    from: (x, y) => {
      const [fromX, fromY] = look.from(x / fine, y / fine)
      return [fromX * fine, fromY * fine]
    },
    gain: (x, y) => gainAt(light, x / fine, y / fine),
    stretch: stretchOf(look.page),
  })
  const isBlackAndWhite = isBilevel(grey)
  const grids = gridsOf(look, straight, isBlackAndWhite)
  const tables = grids.map(({ xs, ys }) => ({
    left: xs[0]!,
    right: xs.at(-1)!,
    top: ys[0]!,
    bottom: ys.at(-1)!,
  }))
  return {
    page,
    width,
    height,
    scale: grey.width / width,
    grey: straight,
    bilevel: isBlackAndWhite,
    rulings: grids.flatMap(rulingsOf).map(({ across, at, from, to }) => ({
      across,
      at: at * points,
      from: from * points,
      to: to * points,
    })),
    cells: grids.flatMap(cellsOf).map(cell => scaledBox(cell, points)),
    lines: textLinesOf(look.page, tables).map(line => scaledBox(line, points)),
    onOriginal: originals(look.from, points, { width, height, turned: picture.turned ?? 0 }),
  }
}
