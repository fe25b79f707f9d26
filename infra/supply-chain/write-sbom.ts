import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { passedOn } from './passed-on.ts'
import { billOfMaterials, licencesOf, refOf } from './sbom.ts'

const folder = fileURLToPath(new URL('../../dist/', import.meta.url))
const bom = billOfMaterials(new Set((await passedOn()).map(refOf)))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}sbom.cdx.json`, `${JSON.stringify(bom, null, 2)}\n`)

const licences = [...Map.groupBy(bom.components, component => licencesOf(component).join(', ') || 'none')]
console.log(`dist/sbom.cdx.json: ${bom.components.length} packages (CycloneDX ${bom.specVersion})`)
for (const [licence, components] of licences.sort(([, a], [, b]) => b.length - a.length))
  console.log(`${String(components.length).padStart(5)}  ${licence}`)
