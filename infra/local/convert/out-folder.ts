import { randomUUID } from 'node:crypto'
import { realpath, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { scratch } from '../disk/keys-below.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { remedyOf, systemErrorOf, whyOf } from '../terminal/system-error.ts'
import { Trouble } from '../terminal/trouble.ts'
import { UsageError } from '../terminal/usage-error.ts'
import type { Input } from './inputs.ts'

/** Makes the folder for the results and tries whether it takes a file, before any report is converted. Throws Trouble. */
export const prepareOut = async (out: string): Promise<void> => {
  const trial = join(out, `${scratch}${randomUUID()}`)
  try {
    await makeFolder(resolve(out))
    await writeFile(trial, '')
    await rm(trial)
  } catch (error) {
    const system = systemErrorOf(error)
    if (!system) throw error
    const why = whyOf(system.code)
    throw new Trouble(
      'not-written',
      { zh: `结果无法写入 ${out}：${why.zh}。`, en: `The results cannot be written to ${out}: ${why.en}.` },
      remedyOf(system.code),
    )
  }
}

/** The results of a file have a folder of its name, which cannot stand where the file itself does. Throws UsageError. */
export const demandApart = async (
  inputs: readonly Input[],
  targets: ReadonlyMap<Input, string>,
  out: string,
): Promise<void> => {
  const root = await realpath(out).catch(() => resolve(out))
  const files = inputs.filter(({ failed, bytes }) => !failed && !bytes)
  const real = await Promise.all(
    files.map(({ path, archive }) => realpath(archive?.path ?? path).catch(() => resolve(path))),
  )
  const places = new Set(inputs.map(input => join(root, ...targets.get(input)!.split('/'))))
  const clash = real.find(path => places.has(path))
  if (clash === undefined) return
  throw new UsageError(
    {
      zh: `输出文件夹 ${out} 就是报告所在的文件夹：${clash} 的结果没有地方放。`,
      en: `The reports lie in the folder for the results, ${out}: those of ${clash} have no place.`,
    },
    { zh: '请用 --out 另选一个文件夹。', en: 'Choose another --out.' },
  )
}
