import { type End, latin1, type Pieces, tailOf } from './pieces.ts'

/** Readers look for the end within so many bytes; some programs write more behind it. */
const within = 2048

/** ISO 32000-1, 7.5.5: `startxref`, a place in the file, `%%EOF`. A linearized file (Annex F) tells its length first. */
export const endOfPdf = async (file: Pieces): Promise<End> => {
  const told = /\/Linearized[^>]*?\/L\s+(\d+)/.exec(latin1(await file.read(0, within)))
  if (told && Number(told[1]) > file.size) return 'cut'
  const tail = await tailOf(file, within)
  const ends = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)]
  return ends.some(([, place]) => Number(place) < file.size) ? 'there' : 'cut'
}
