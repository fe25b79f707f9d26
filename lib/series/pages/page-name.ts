import { remember } from '../../util/remember.ts'
import { fingerprint } from '../fingerprint.ts'

/** What a file system and an address keep as it is, in one case only. */
const plain = /^[-0-9a-z\u4e00-\u9fff]$/u

/** Names that Windows keeps for devices; a hyphen in front is an option to shells. */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/u

/** In characters of at most three bytes: names of files have 255. */
const longest = 72

const escaped = (char: string): string => {
  if (plain.test(char)) return char
  if (/^[A-Z]$/u.test(char)) return `_${char.toLowerCase()}`
  return char === '_' ? '__' : `_0${char.codePointAt(0)!.toString(16)}_`
}

/**
 * The name of a unit's page without its ending: the unit's id as far as every file system keeps it, and another one for
 * every id, whatever it holds. An underscore begins what stands for something else.
 */
export const pageName = remember((unit: string): string => {
  const name = Array.from(unit, escaped).join('')
  if (name.length > longest) return `_1${fingerprint(unit)}-${Array.from(unit).length}`
  return name === '' || name.startsWith('-') || device.test(name) ? `_2${name}` : name
})
