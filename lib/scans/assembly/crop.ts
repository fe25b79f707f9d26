import type { Box } from '../../readers/pdf/geometry.ts'
import type { StraightPage } from '../contract.ts'

const hex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of what is seen at a place of a page: its size in pixels and its greys, line by line. */
export const cropHash = async ({ grey, scale }: StraightPage, box: Box): Promise<string> => {
  const { width, height, greys } = grey
  const within = (at: number, most: number): number => Math.min(most, Math.max(0, Math.round(at * scale)))
  const [left, right] = [within(box.left, width), within(box.right, width)]
  const [top, bottom] = [within(box.top, height), within(box.bottom, height)]
  const [across, down] = [right - left, bottom - top]
  const seen = new Uint8Array(4 + across * down)
  new DataView(seen.buffer).setUint16(0, across)
  new DataView(seen.buffer).setUint16(2, down)
  for (let y = 0; y < down; y++) {
    const from = (top + y) * width + left
    seen.set(greys.subarray(from, from + across), 4 + y * across)
  }
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', seen)))
}
