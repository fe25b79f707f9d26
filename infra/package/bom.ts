import { Buffer } from 'node:buffer'
import type { Build } from '../../lib/model/build.ts'
import { type Bom, type BomComponent, billOfMaterials, refOf } from '../supply-chain/sbom.ts'
import type { Wanted } from './fetch-package.ts'

/** Node's binary as the bill names it: npm's lock file does not know it. */
const component = (wanted: Wanted): BomComponent & Readonly<Record<string, unknown>> => ({
  type: 'application',
  'bom-ref': refOf(wanted),
  name: wanted.name,
  version: wanted.version,
  purl: `pkg:npm/${wanted.name}@${wanted.version}`,
  hashes: [
    {
      alg: 'SHA-512',
      content: Buffer.from(wanted.integrity.slice('sha512-'.length), 'base64').toString('hex'),
    },
  ],
  licenses: [{ license: { id: 'MIT' } }],
})

/** The bill of materials of one folder: what is bundled, what is copied, and Node. */
export const folderBom = (
  passed: readonly { readonly name: string; readonly version: string }[],
  node: Wanted,
  { platform, build }: { readonly platform: string; readonly build: Build },
): Bom => {
  const bom = billOfMaterials(new Set(passed.map(refOf)), [component(node)])
  const properties = [
    { name: 'gongkai:platform', value: platform },
    { name: 'gongkai:build', value: build.build },
  ]
  return {
    ...bom,
    metadata: { ...bom.metadata, component: { ...bom.metadata.component, ...{ properties } } },
  }
}
