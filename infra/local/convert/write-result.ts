import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConversionV1 } from '../../../events/types.ts'
import { converter } from '../../../lib/model/version.ts'
import { type Failure, outputFiles, toJson } from '../../../lib/submission/outcome.ts'
import type { Store } from '../../../lib/submission/ports.ts'
import { pathOfKey } from '../disk/folder-store.ts'
import { sha256 } from '../disk/sha256.ts'
import type { FileOutcome } from './convert-file.ts'

const previousOutputs = async (store: Store, receiptKey: string): Promise<readonly string[]> => {
  const stored = await store.get(receiptKey)
  if (!stored) return []
  try {
    const receipt = JSON.parse(new TextDecoder().decode(stored.bytes)) as ConversionV1
    if (receipt.schema !== 'gongkai.conversion/1') return []
    return receipt.outputs.map(output => output.name).filter(name => !/[\\/]/.test(name) && name !== '..')
  } catch {
    return []
  }
}

/**
 * Writes what came of one file into `<out>/<target>/`, the receipt last. Outputs of an earlier run that
 * this one does not have are taken away, so that a refused file never stands beside old figures.
 * Gives the names written.
 */
export const writeResult = async (
  store: Store,
  out: string,
  target: string,
  { source, outcome }: FileOutcome,
): Promise<readonly string[]> => {
  const files = outputFiles(outcome, source, converter)
  const receiptKey = `${target}/receipt.json`
  const previous = await previousOutputs(store, receiptKey)
  if (previous.length > 0) await rm(pathOfKey(out, receiptKey), { force: true })
  for (const name of previous)
    if (!files.some(file => file.name === name)) await rm(join(pathOfKey(out, target), name), { force: true })
  for (const file of files) await store.put(`${target}/${file.name}`, file.bytes)
  const receipt: ConversionV1 = {
    schema: 'gongkai.conversion/1',
    outcome: outcome.kind,
    source,
    converter,
    outputs: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  }
  await store.put(receiptKey, toJson(receipt))
  return files.map(file => file.name)
}

/** The reason for giving up where the output folder does not take the files. */
export const notWritten = (error: unknown): Failure => ({
  code: 'not-written',
  sentence: {
    zh: `结果无法写入输出文件夹：${error instanceof Error ? error.message : String(error)}`,
    en: `The results could not be written: ${error instanceof Error ? error.message : String(error)}`,
  },
  remedy: {
    zh: '请检查输出文件夹的写入权限和剩余空间。',
    en: 'See whether the output folder may be written and has room.',
  },
})
