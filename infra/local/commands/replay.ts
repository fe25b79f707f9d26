import { parseArgs } from 'node:util'
import { uploadOf } from '../../../lib/submission/receipt.ts'
import {
  type SelectableVerdict,
  selectableVerdictOf,
  selectableVerdicts,
  selectReceipts,
} from '../../../lib/submission/select.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { installationOptions, openInstallation } from '../operate/open-installation.ts'
import { paced } from '../operate/paced.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { wholeNumber } from './options.ts'

const options = {
  ...installationOptions,
  prefix: { type: 'string', default: '' },
  since: { type: 'string' },
  verdict: { type: 'string', multiple: true },
  withdraw: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  rate: { type: 'string' },
} as const

const dateOf = (given: string | undefined): Date | null => {
  if (given === undefined) return null
  const date = new Date(given)
  if (!Number.isNaN(date.getTime())) return date
  throw new UsageError(`replay: --since 应为日期，如 2024-01-31 (a date, not ${given})`)
}

const verdictsOf = (given: readonly string[]): readonly SelectableVerdict[] =>
  given
    .flatMap(text => text.split(','))
    .map(text => {
      const verdict = selectableVerdicts.find(one => one === text)
      if (verdict) return verdict
      throw new UsageError(`replay: --verdict 只能是 ${selectableVerdicts.join(', ')} (not ${text})`)
    })

const buildOf = (given: string | undefined): string | undefined => {
  if (given === undefined || /^(?:[0-9a-f]{12}|source)$/.test(given)) return given
  throw new UsageError(
    `replay: --withdraw 应为 12 位十六进制的构建编号，见回执中的 build (a build as receipts name it, not ${given})`,
  )
}

/**
 * `replay`: converts again what has its receipt already, and replaces that; with `--withdraw`, what a build made goes
 * back to the result before it. Gives the exit code: 0 all handed over, 1 some version is there no more.
 */
export const replayCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options })
  const withdraw = buildOf(values.withdraw)
  const filter = {
    since: dateOf(values.since),
    verdicts: verdictsOf(values.verdict ?? []),
    build: withdraw ?? null,
  }
  const rate = wholeNumber('--rate', values.rate, 1, 1000)
  const dryRun = values['dry-run']
  const purpose = { command: dryRun ? null : 'replay', prefix: values.prefix }
  const installation = await openInstallation(values, purpose)
  const tally = { handed: 0, gone: 0 }
  try {
    const submit = paced(rate, installation.submit)
    const submitted = inOrder(selectReceipts(installation, filter), installation.atOnce, async receipt => ({
      receipt,
      handed:
        dryRun ||
        (await submit({
          upload: uploadOf(receipt),
          again: true,
          ...(withdraw === undefined ? {} : { withdraw }),
        })),
    }))
    for await (const { receipt, handed } of submitted) {
      const verdict = selectableVerdictOf(receipt)
      const beside = filter.verdicts.length > 0 && !filter.verdicts.some(one => one === verdict)
      const after = beside ? ' 重新处理曾失败 (a replay failed)' : ''
      const name = `${printable(receipt.upload.key)} ${receipt.upload.version} (${receipt.outcome})${after}`
      tally[handed ? 'handed' : 'gone'] += 1
      console.log(handed ? name : `${name}: 这一版本已不在 (this version is there no more)`)
    }
  } finally {
    await installation.close()
  }
  console.log(
    dryRun
      ? `共 ${tally.handed} 份，只列出，没有重新处理。 (${tally.handed}; a dry run, nothing was replayed)`
      : `重新处理 ${tally.handed} 份，${tally.gone} 份已不在。 (${tally.handed} replayed, ${tally.gone} gone)`,
  )
  return tally.gone > 0 ? 1 : 0
}
