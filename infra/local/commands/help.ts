import { converter } from '../../../lib/model/version.ts'
import { readOptions } from '../terminal/read-options.ts'
import { helpManual, versionManual } from './manual/help.ts'
import { manualOf, manualPage, overviewPage } from './manual/pages.ts'
import { noSuchCommand } from './no-such-command.ts'

/** `help`, and `help <command>`. */
export const helpCommand = async (args: readonly string[]): Promise<number> => {
  const [name] = readOptions(helpManual, args).operands
  const manual = name === undefined ? null : manualOf(name)
  if (name !== undefined && !manual) throw noSuchCommand(name)
  console.log((manual ? manualPage(manual) : overviewPage()).join('\n'))
  return 0
}

export const versionCommand = async (args: readonly string[]): Promise<number> => {
  readOptions(versionManual, args)
  console.log(converter.version)
  return 0
}
