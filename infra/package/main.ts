import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { archive, packedFiles } from './archive.ts'
import { assemble, writeProgram } from './assemble.ts'
import { platforms } from './platforms.ts'

/**
 * `npm run package`: self-contained folders for each machine, packed, in dist/package/. `-- linux-x64` makes that one
 * alone. The commit's time is what the files bear, so that the same commit gives the same bytes.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const out = join(root, 'dist/package')
const cache = join(root, '.cache/package')

/** As Windows unpacks it into a folder of the archive's name, the inner one is short. */
const top = 'gongkai'

const commitTime = (): string | undefined => {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

const { positionals: asked } = parseArgs({ allowPositionals: true })
const unknown = asked.filter(id => !platforms.some(platform => platform.id === id))
if (unknown.length > 0) {
  console.error(
    `no such platform: ${unknown.join(', ')}; there are ${platforms.map(({ id }) => id).join(', ')}`,
  )
  process.exit(2)
}

const epoch = process.env['SOURCE_DATE_EPOCH'] ?? commitTime()
if (epoch) process.env['SOURCE_DATE_EPOCH'] = epoch
await mkdir(out, { recursive: true })
const program = await writeProgram(join(out, 'program'))
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

for (const platform of platforms) {
  if (asked.length > 0 && !asked.includes(platform.id)) continue
  const folder = join(out, platform.id, top)
  await assemble(program, platform, folder, cache)
  const files = await packedFiles(folder, top)
  const bytes = archive(platform.archive, files, new Date(program.build.builtAt))
  const name = `gongkai-${program.version}-${platform.id}`
  const file = `${name}.${platform.archive}`
  const hash = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(out, file), bytes)
  await writeFile(join(out, `${file}.sha256`), `${hash}  ${file}\n`)
  await cp(join(folder, 'sbom.cdx.json'), join(out, `${name}.cdx.json`))
  const unpacked = files.reduce((sum, each) => sum + each.bytes.length, 0)
  console.log(
    `dist/package/${file}: ${megabytes(bytes.length)}, ${megabytes(unpacked)} unpacked, sha256 ${hash}`,
  )
}
await rm(program.folder, { recursive: true })
