/** A picture in the making: one plane of greys, or three of red, green and blue. 255 is paper, 0 ink; lines from the top left. */
export interface Plate {
  /** In pixels. */
  readonly width: number
  readonly height: number
  readonly planes: readonly Float32Array[]
}

export const plateOf = (width: number, height: number, planes: number, value = 0): Plate => ({
  width,
  height,
  planes: Array.from({ length: planes }, () => new Float32Array(width * height).fill(value)),
})

/** The same with every plane made anew. */
export const eachPlane = (plate: Plate, make: (plane: Float32Array) => Float32Array): Plate => ({
  ...plate,
  planes: plate.planes.map(make),
})

/** One plane: what an eye takes for the grey of a colour (ITU-R BT.601). */
export const greyOf = (plate: Plate): Plate => {
  const [red, green, blue] = plate.planes
  if (!red || !green || !blue) return plate
  const grey = new Float32Array(red.length)
  for (let at = 0; at < grey.length; at++)
    grey[at] = 0.299 * red[at]! + 0.587 * green[at]! + 0.114 * blue[at]!
  return { ...plate, planes: [grey] }
}

/** Three planes that are alike. */
export const colouredOf = (plate: Plate): Plate => {
  const [grey] = plate.planes
  return plate.planes.length === 3 ? plate : { ...plate, planes: [grey!, grey!.slice(), grey!.slice()] }
}

/** Quarters of a turn, clockwise. */
export const turnedPlate = (plate: Plate, quarters: number): Plate => {
  if (quarters % 4 === 0) return plate
  const { width, height } = plate
  const turned = eachPlane(plate, plane => {
    const made = new Float32Array(plane.length)
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at++) made[x * height + height - 1 - y] = plane[at]!
    return made
  })
  return turnedPlate({ ...turned, width: height, height: width }, quarters - 1)
}

/** Its planes in bytes. */
export const bytesOf = ({ planes }: Plate): readonly Uint8Array[] =>
  planes.map(plane => new Uint8Array(new Uint8ClampedArray(plane).buffer))
