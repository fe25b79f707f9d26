import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { contracts, schemaText } from '../../../../events/index.ts'
import { reportValidatedV1 } from '../../../../events/report-validated/v1.ts'
import type { Entry } from '../../../../infra/local/results/listing.ts'
import { startService } from '../../../../infra/local/service/service.ts'
import { convert } from '../../../../lib/convert.ts'
import { processUpload } from '../../../../lib/submission/process.ts'
import { fakePorts, uploadOf } from '../../../support/submission.ts'

/** Says where an output is known, from inside a tree that has one more: `probe.ts ROLE REPORT FOLDER`. */
const [role, report, folder] = process.argv.slice(2) as [string, string, string]
// Packed anew it is none of the samples that the service knows and does not count.
const bytes = zipSync(unzipSync(new Uint8Array(await readFile(report))))

const ports = fakePorts({ convert, uploads: { get: async () => bytes } })
await processUpload(uploadOf({ key: '报告.docx' }), ports)
const receipt = JSON.parse(
  new TextDecoder().decode((await ports.outputs.get('报告.docx/v1/receipt.json'))!.bytes),
)
const event = reportValidatedV1.parse(receipt.event)
const keyOf = (wanted: string): string =>
  receipt.outputs.find((file: { role: string }) => file.role === wanted)?.key
const page = new TextDecoder().decode((await ports.outputs.get(keyOf('page')))!.bytes)
const schema = contracts.find(each => each.folder === 'report-validated')!

const inbox = join(folder, 'inbox')
await mkdir(inbox)
await writeFile(join(inbox, '报告.docx'), bytes)
const service = await startService({
  inbox,
  outbox: join(folder, 'outbox'),
  port: 0,
  say: () => undefined,
  stillMs: 20,
})
const get = (path: string) => fetch(new URL(path, service.page))
const fileOf = async (): Promise<string> => {
  const [entry] = (await (await get('/api/reports')).json()) as Entry[]
  const files: Readonly<Record<string, string>> = entry?.result?.files ?? {}
  if (files[role]) return files[role]
  await new Promise(resolve => setTimeout(resolve, 100))
  return fileOf()
}
const key = await fileOf()
const served = await get(`/results/${key.split('/').map(encodeURIComponent).join('/')}`)
const summary = unzipSync(new Uint8Array(await (await get('/summary.xlsx')).arrayBuffer()))
const links = new TextDecoder().decode(summary['xl/worksheets/_rels/sheet1.xml.rels'])
const listed = await (await get('/outputs.js')).text()
await service.close()

console.log(
  JSON.stringify({
    receipt: keyOf(role),
    event: (event.data.outputs as Record<string, { key?: string }>)[role]?.key,
    schema: Object.keys(
      JSON.parse(schemaText(schema)).properties.data.properties.outputs.properties,
    ).includes(role),
    page: /<a href="[^"]*lines\.txt">.*?<\/a>/.exec(page)?.[0],
    service: [
      key.slice(key.lastIndexOf('/') + 1),
      served.headers.get('content-type'),
      (await served.text()).slice(0, 40),
    ],
    serviceList: listed.includes(`"role":"${role}"`),
    summary: links.includes('lines.txt'),
  }),
)
