import { eachPlane, type Plate } from './plate.ts'

/**
 * A picture printed in dots: a grey is a part of a cell that is inked, the cells stand at 45 degrees, so many to the inch.
 * Photographed or scanned again at another resolution it has a moiré.
 */
export const printedInDots = (plate: Plate, dpi: number, cells: number): Plate => {
  const { width } = plate
  const step = (2 * Math.PI * cells) / dpi / Math.SQRT2
  return eachPlane(plate, plane =>
    plane.map((value, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      const screen = (Math.cos((x + y) * step) + Math.cos((x - y) * step)) / 4 + 0.5
      return value / 255 > 0.04 + 0.94 * screen ? 255 : 0
    }),
  )
}
