import { serve } from '../../infra/local/pool/serve.ts'
import { runChecks } from '../../lib/checks/run-checks.ts'
import { verdictOf } from '../../lib/checks/verdict.ts'
import type { ConvertInput } from '../../lib/convert.ts'
import { withEntered } from '../../lib/entered/with-entered.ts'
import { drawScanPlaces } from '../../lib/scans/originals/index.ts'
import { outputs } from '../../lib/writers/index.ts'
import type { JudgedReport } from '../../lib/writers/judged-report.ts'
import { namedOutputs } from '../../lib/writers/output-names.ts'
import { wantedPictures } from '../../lib/writers/pictures/wanted.ts'
import { clean } from '../lib/checks/cases/case.ts'
import { readAs, scanned } from './scanned.ts'

/** Which figures wait for a person, with what readers make of them. */
const open = {
  'proactiveDisclosure.rules.issued': readAs('0', '0'),
  'requests.newRequests.naturalPerson': readAs('0', '8'),
  'requests.outcomes.granted.total': readAs(null, null),
}

/** A worker that reads any scan as one clean report, some of its figures open: no picture is read. */
const convert = async ({ name, bytes, sha256, entered }: ConvertInput) => {
  const report = withEntered(scanned(clean(), open), entered)
  const findings = runChecks(report)
  const judged: JudgedReport = {
    ...{ report, findings, verdict: verdictOf(report, findings) },
    source: { name, format: 'pdf', size: bytes.length, sha256 },
    converter: { name: 'gongkai', version: '0.1.0' },
  }
  const whole = { ...judged, pictures: await drawScanPlaces(bytes, wantedPictures(judged)) }
  const written = outputs.map(async ({ role, writer }) => {
    const content = await (await writer())(whole, namedOutputs(name))
    return [role, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const
  })
  return { ...judged, outputs: Object.fromEntries(await Promise.all(written)) as never }
}

serve({
  convert: async () => convert,
  look: async () => {
    throw new Error('a worker that reads scans looks at none')
  },
})
