import { crc32, deflateSync } from 'node:zlib'
import { bytesOf, type Plate } from './plate.ts'

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length)
  whole.write(name, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), data.length + 8)
  return whole
}

/** A PNG of a plate with all its greys or colours and its pixels to the inch. */
export const pngOf = (plate: Plate, dpi: number): Uint8Array => {
  const { width, height } = plate
  const planes = bytesOf(plate)
  const line = width * planes.length
  const data = Buffer.alloc((line + 1) * height)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      planes.forEach((plane, nth) => {
        data[y * (line + 1) + 1 + x * planes.length + nth] = plane[at]!
      })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, planes.length === 3 ? 2 : 0], 8)
  const density = Buffer.alloc(9)
  density.writeUInt32BE(Math.round(dpi / 0.0254))
  density.writeUInt32BE(Math.round(dpi / 0.0254), 4)
  density[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[chunk('IHDR', header), chunk('pHYs', density)],
    ...[chunk('IDAT', deflateSync(data, { level: 4 })), chunk('IEND', new Uint8Array())],
  ])
}
