/** Lengths as files write them, in points. */

const inInch = 72
const inPoint: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  in: inInch,
  cm: inInch / 2.54,
  mm: inInch / 25.4,
  pc: 12,
}

/** English metric units in a point. */
export const emusInPoint = 12_700

export const fromEmus = (emus: number): number => emus / emusInPoint
export const fromTwips = (twips: number): number => twips / 20
export const fromHalfPoints = (halfPoints: number): number => halfPoints / 2

/** A number with a unit of length. One without a unit counts `bare` points, or is none. */
export const lengthOf = (text: string | undefined, bare?: number): number | undefined => {
  const match = /^\s*(-?[\d.]+)(pt|px|in|cm|mm|pc)?\s*$/.exec(text ?? '')
  const unit = match?.[2] === undefined ? bare : inPoint[match[2]]
  return match && unit !== undefined ? Number(match[1]) * unit : undefined
}

export const percentOf = (text: string | undefined): number | undefined => {
  const match = /^([\d.]+)%$/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}
