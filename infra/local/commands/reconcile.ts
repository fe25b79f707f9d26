import { reconcile } from '../../../lib/submission/reconcile.ts'
import type { Gap, GapKind } from '../../../lib/submission/version-gaps.ts'
import { openInstallation } from '../operate/open-installation.ts'
import { paced } from '../operate/paced.ts'
import { readOptions } from '../terminal/read-options.ts'
import { printable } from '../terminal/width.ts'
import { reconcileManual } from './manual/reconcile.ts'

const words: Readonly<Record<GapKind, string>> = {
  'no-receipt': '没有回执 (no receipt)',
  'not-sent': '事件未发出 (event not sent)',
  'failure-not-sent': '重新处理失败，未通知 (a replay failed, not told)',
  'archive-not-told': '压缩包已处理完，未通知 (archive through, not told)',
}

const lineOf = ({ kind, upload }: Gap, gone: boolean): string =>
  `${words[kind]}: ${printable(upload.key)} ${upload.version}${gone ? ' 这一版本已不在 (gone)' : ''}`

/**
 * `reconcile`: finds uploads that came to no end and events that were not sent, and submits them again; goes on where
 * another was interrupted. Gives the exit code: 0 nothing was missing or all was handed over, 1 a dry run found gaps,
 * or a version is gone.
 */
export const reconcileCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = readOptions(reconcileManual, args)
  const { 'older-than': minutes, rate } = values
  const dryRun = values['dry-run']
  const purpose = { command: dryRun ? null : 'reconcile', prefix: values.prefix }
  const installation = await openInstallation(values, purpose)
  try {
    const { gaps, handed } = await reconcile(
      {
        ...installation,
        submit: paced(rate, installation.submit),
        told: (gap, taken) => console.log(lineOf(gap, !dryRun && !taken)),
        now: () => new Date(),
      },
      {
        before: new Date(Date.now() - minutes * 60_000),
        resumes: !dryRun && values.prefix === '',
        read: values.full ? 'all' : 'none',
        most: dryRun ? 0 : Number.POSITIVE_INFINITY,
        goesOn: () => true,
      },
    )
    console.log(`${gaps} 处缺漏，补交 ${handed} 处。 (${gaps} gaps, ${handed} submitted again)`)
    return gaps > handed ? 1 : 0
  } finally {
    await installation.close()
  }
}
