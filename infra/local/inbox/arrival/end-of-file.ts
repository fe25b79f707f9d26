import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { atMost } from './at-most.ts'
import { endOfCompound } from './end-of-compound.ts'
import { endOfPdf } from './end-of-pdf.ts'
import { endOfText } from './end-of-text.ts'
import { endOfZip } from './end-of-zip.ts'
import { type End, latin1, type Pieces } from './pieces.ts'

/** Whether the end that the format of a file has is there. */
export const endOf = async (file: Pieces): Promise<End> => {
  const head = latin1(await file.read(0, 1024))
  if (head.startsWith('PK')) return endOfZip(file)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return endOfCompound(file)
  if (head.includes('%PDF-')) return endOfPdf(file)
  // Room that was taken before the first bytes came.
  if (/^\0+$/.test(head)) return 'cut'
  return endOfText(file)
}

const endOfOpened = async (path: string): Promise<End> => {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null)
  if (!file) return 'untold'
  try {
    const facts = await file.stat()
    if (!facts.isFile()) return 'untold'
    const read = async (from: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    return await endOf({ size: facts.size, read })
  } catch {
    return 'untold'
  } finally {
    await file.close()
  }
}

/** Thousands of files may come at once; a process may have some hundred open. */
const inTurn = atMost(16)

/** The same for a file on disk; `untold` for one that cannot be read. */
export const endOfFile = (path: string): Promise<End> => inTurn(() => endOfOpened(path))
