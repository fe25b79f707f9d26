import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConversionV1 } from '../../../events/types.ts'
import { build } from '../../../lib/model/build.ts'
import { converter } from '../../../lib/model/version.ts'
import { type Failure, type OutputFile, outputFiles, toJson } from '../../../lib/submission/outcome.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { type OutputRole, outputs } from '../../../lib/writers/index.ts'
import { pathOfKey } from '../disk/folder-store.ts'
import { sha256 } from '../disk/sha256.ts'
import { remedyOf, systemErrorOf, whyOf } from '../terminal/system-error.ts'
import type { FileOutcome } from './convert-file.ts'

export const receiptKeyOf = (target: string): string => `${target}/receipt.json`

/** The receipt in a folder of results; null where none can be read. */
export const receiptIn = async (store: Pick<Store, 'get'>, target: string): Promise<ConversionV1 | null> => {
  const stored = await store.get(receiptKeyOf(target))
  if (!stored) return null
  try {
    const receipt = JSON.parse(new TextDecoder().decode(stored.bytes)) as ConversionV1
    const isPlain = receipt.outputs.every(({ name }) => !/[\\/]/.test(name) && name !== '..')
    return receipt.schema === 'gongkai.conversion/1' && isPlain ? receipt : null
  } catch {
    return null
  }
}

/** Of the outputs of a report those that are wanted; why there are none is always written. */
const isWanted = (role: OutputFile['role'], roles: readonly OutputRole[]): boolean =>
  !outputs.some(output => output.role === role) || roles.some(one => one === role)

/**
 * Writes what came of one file into `<out>/<target>/`, the receipt last. Outputs of an earlier run that
 * this one does not have are taken away, so that a refused file never stands beside old figures.
 * `roles`: the outputs that are wanted. Gives the names written.
 */
export const writeResult = async (
  store: Store,
  out: string,
  target: string,
  { source, outcome }: FileOutcome,
  roles: readonly OutputRole[],
): Promise<readonly string[]> => {
  const files = outputFiles(outcome, source, converter).filter(({ role }) => isWanted(role, roles))
  const receiptKey = receiptKeyOf(target)
  const previous = (await receiptIn(store, target))?.outputs.map(({ name }) => name) ?? []
  if (previous.length > 0) await rm(pathOfKey(out, receiptKey), { force: true })
  for (const name of previous)
    if (!files.some(file => file.name === name)) await rm(join(pathOfKey(out, target), name), { force: true })
  for (const file of files) await store.put(`${target}/${file.name}`, file.bytes)
  const receipt: ConversionV1 = {
    schema: 'gongkai.conversion/1',
    outcome: outcome.kind,
    source,
    converter: { ...converter, ...build },
    outputs: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  }
  await store.put(receiptKey, toJson(receipt))
  return files.map(file => file.name)
}

/** The reason for giving up where the output folder does not take the files. */
export const notWritten = (error: unknown): Failure => {
  const system = systemErrorOf(error)
  const message = error instanceof Error ? error.message : String(error)
  const why = system ? whyOf(system.code) : { zh: message, en: message }
  return {
    code: 'not-written',
    sentence: {
      zh: `结果无法写入输出文件夹：${why.zh}。`,
      en: `The results could not be written: ${why.en}.`,
    },
    remedy: system
      ? remedyOf(system.code)
      : {
          zh: '请检查输出文件夹的写入权限和剩余空间。',
          en: 'See whether the output folder may be written and has room.',
        },
  }
}
