import { parseArgs } from 'node:util'
import { findGaps, type Gap } from '../../../lib/submission/gaps.ts'
import { installationOptions, openInstallation } from '../operate/open-installation.ts'
import { paced } from '../operate/paced.ts'
import { printable } from '../terminal/width.ts'
import { wholeNumber } from './options.ts'

const options = {
  ...installationOptions,
  prefix: { type: 'string', default: '' },
  'older-than': { type: 'string', default: '15' },
  'dry-run': { type: 'boolean', default: false },
  rate: { type: 'string' },
} as const

const words: Readonly<Record<Gap['kind'], string>> = {
  'no-receipt': '没有回执 (no receipt)',
  'not-sent': '事件未发出 (event not sent)',
}

/**
 * `reconcile`: finds uploads without a receipt and receipts whose event was not sent, and submits them again.
 * Gives the exit code: 0 nothing was missing or all was handed over, 1 a dry run found gaps, or a version is gone.
 */
export const reconcileCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options })
  const minutes = wholeNumber('--older-than', values['older-than'], 0, 1_000_000)!
  const rate = wholeNumber('--rate', values.rate, 1, 1000)
  const dryRun = values['dry-run']
  const installation = await openInstallation(values, dryRun ? null : 'reconcile')
  let found = 0
  let left = 0
  try {
    const submit = paced(rate, installation.submit)
    const before = new Date(Date.now() - minutes * 60_000)
    const { uploads, outputs } = installation
    for await (const { kind, upload } of findGaps({ uploads, outputs, prefix: values.prefix, before })) {
      found += 1
      const handed = !dryRun && (await submit({ upload, again: false }))
      if (!handed) left += 1
      console.log(`${words[kind]}: ${printable(upload.key)} ${upload.version}`)
    }
  } finally {
    await installation.close()
  }
  console.log(`${found} 处缺漏，补交 ${found - left} 处。 (${found} gaps, ${found - left} submitted again)`)
  return left > 0 ? 1 : 0
}
