import { uploadOf } from '../../../lib/submission/receipt.ts'
import { selectableVerdictOf, selectReceipts } from '../../../lib/submission/select.ts'
import { inOrder } from '../../../lib/util/in-order.ts'
import { openInstallation } from '../operate/open-installation.ts'
import { paced } from '../operate/paced.ts'
import { readOptions } from '../terminal/read-options.ts'
import { UsageError } from '../terminal/usage-error.ts'
import { printable } from '../terminal/width.ts'
import { replayManual } from './manual/replay.ts'

const dateOf = (given: string | undefined): Date | null => {
  if (given === undefined) return null
  const date = new Date(given)
  if (!Number.isNaN(date.getTime())) return date
  throw new UsageError({
    zh: `--since 应为日期，如 2024-01-31，不能是“${given}”。`,
    en: `--since is a date like 2024-01-31, not "${given}".`,
  })
}

const buildOf = (given: string | undefined): string | undefined => {
  if (given === undefined || /^(?:[0-9a-f]{12}|source)$/.test(given)) return given
  throw new UsageError({
    zh: `--withdraw 应为 12 位十六进制的构建编号，见回执中的 build，不能是“${given}”。`,
    en: `--withdraw is a build as receipts name it, 12 hex digits, not "${given}".`,
  })
}

/**
 * `replay`: converts again what has its receipt already, and replaces that; with `--withdraw`, what a build made goes
 * back to the result before it. Gives the exit code: 0 all handed over, 1 some version is there no more.
 */
export const replayCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = readOptions(replayManual, args)
  const withdraw = buildOf(values.withdraw)
  const filter = {
    since: dateOf(values.since),
    verdicts: values.verdict,
    build: withdraw ?? null,
  }
  const { rate } = values
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
