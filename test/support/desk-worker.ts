import { serve } from '../../infra/local/pool/serve.ts'
import type { Conversion } from '../../lib/convert.ts'
import { formCells } from '../../lib/forms/form.ts'
import { editions } from '../../lib/forms/index.ts'
import { fakeConversion, findingOf, notAReport } from './submission.ts'

/** The text that `desk-worker` reads as a report: who, of which year, with which findings. */
export interface DeskReport {
  readonly authority: string | null
  readonly year: number | null
  /** Ids of errors. */
  readonly errors?: readonly string[]
}

const forms = editions.at(-1)!.forms
const cells = Object.values(forms).flatMap(form => formCells(form).map(({ key }) => key))
const formIds = { proactiveDisclosure: '2021', requests: '2021', reconsiderationAndLitigation: '2021' }

/** A worker whose reports say who made them in so many words, and have a JSON that summaries read. */
const convert = async (bytes: Uint8Array, entered: readonly unknown[]) => {
  const text = new TextDecoder().decode(bytes)
  if (!text.startsWith('{')) throw notAReport()
  const { authority, year, errors = [] } = JSON.parse(text) as DeskReport
  const findings = errors.map(id => findingOf({ id }))
  const made = fakeConversion(bytes, findings)
  const report = {
    ...made.report,
    authority,
    year,
    title: null,
    authorityAsPrinted: authority,
    signature: null,
  }
  const figures = Object.fromEntries(
    cells.map(key => [key, { state: 'number', value: 1, text: '1', source: null }]),
  )
  const json = {
    ...{ schema: 'gongkai.report/2', report, editions: formIds, verdict: made.verdict, figures },
    ...{ findings, entered, source: { format: 'html', name: 'x', sha256: '' } },
  }
  return {
    ...made,
    report,
    outputs: { ...made.outputs, json: new TextEncoder().encode(JSON.stringify(json)) },
  } as unknown as Conversion
}

serve({
  convert: async () => (input, begins) => {
    begins('reading')
    begins('checking')
    begins('writing')
    return convert(input.bytes, input.entered ?? [])
  },
  look: async () => async () => {
    throw new Error('nothing to look at')
  },
})
