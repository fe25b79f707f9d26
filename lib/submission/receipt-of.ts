import { eventOf } from './event.ts'
import { idBeside } from './event-id.ts'
import { runPrefix } from './keys.ts'
import type { Ending, OutputFile, SourceFacts } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Around, Named, Receipt } from './receipt.ts'
import { runBeside, runOf, runOfContents } from './run.ts'
import type { Upload } from './upload.ts'

const alone: Around = { superseded: null, before: null }

const namedBy = (outcome: Ending): Named | undefined => {
  if (outcome.kind !== 'validated') return undefined
  const { title, authorityAsPrinted, signature } = outcome.conversion.report
  if (title === undefined || authorityAsPrinted === undefined || signature === undefined) return undefined
  return {
    title,
    authorityAsPrinted,
    signedBy: signature?.authority ?? null,
    signedOn: signature?.date ?? null,
  }
}

/** Builds the receipt of an outcome; `files` are those written before it. */
export const receiptOf = (
  upload: Upload,
  source: SourceFacts,
  outcome: Ending,
  files: readonly OutputFile[],
  ports: Pick<Ports, 'converter' | 'now' | 'outputsBucket' | 'sha256'>,
  around: Around = alone,
): Receipt => {
  const contents = files.map(({ role, bytes }) => ({ role, sha256: ports.sha256(bytes) }))
  const run =
    around.stands && around.before
      ? runBeside(idBeside(upload, contents, around.before, ports.sha256))
      : around.byContents
        ? runOfContents(upload, contents, ports)
        : runOf(upload, ports, outcome.kind === 'failed')
  const outputs = files.map(({ role, name, bytes }, at) => ({
    role,
    key: `${runPrefix(upload, run)}/${name}`,
    size: bytes.length,
    sha256: contents[at]!.sha256,
  }))
  const unpacked =
    outcome.kind === 'unpacked'
      ? {
          at: around.before?.unpacked?.at ?? ports.now().toISOString(),
          files: outcome.files,
          passedOver: outcome.passedOver,
        }
      : null
  const named = namedBy(outcome)
  return {
    schema: 'gongkai.receipt/1',
    run,
    outcome: outcome.kind,
    upload: { ...upload, ...source },
    converter: ports.converter,
    outputs,
    event: eventOf(upload, source, outcome, { run, outputs }, ports, around),
    ...(unpacked ? { unpacked } : {}),
    ...(named ? { named } : {}),
    ...(around.withdrawn ? { withdrawn: around.withdrawn } : {}),
  }
}
