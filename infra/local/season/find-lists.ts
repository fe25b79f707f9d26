import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListPaths } from './read-lists.ts'
import { SeasonTrouble } from './season-trouble.ts'

const rosterName = /^(?:名册|roster)\.[a-z]+$/iu
const decisionsName = /^(?:决定|decisions)\.[a-z]+$/iu

/** Programs that have a list open put files beside it whose names begin otherwise: those are none. */
const oneOf = (folder: string, names: readonly string[]): string | null => {
  const [name, ...others] = names
  if (name === undefined) return null
  if (others.length === 0) return join(folder, name)
  throw new SeasonTrouble('several-lists', {
    zh: `${folder} 里同时有 ${names.join('、')}，不知道以哪一份为准，年报季没有更新。请只留一份，其余改名或移走`,
    en: 'it is not clear which list counts, and no season was made: keep one and rename the others',
  })
}

/**
 * The lists that a person has put into a folder: 名册 or roster, 决定 or decisions, of any kind of file, so that one which
 * cannot be read is told of. `given`: the roster is that file. Null without a roster. Throws SeasonTrouble where there are several.
 */
export const findLists = async (folder: string, given: string | null): Promise<ListPaths | null> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter(entry => !entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
  const rosters = names.filter(name => rosterName.test(name.normalize('NFC')))
  const roster = given ?? oneOf(folder, rosters)
  const decisions = oneOf(
    folder,
    names.filter(name => decisionsName.test(name.normalize('NFC'))),
  )
  return roster === null ? null : { roster, decisions }
}
