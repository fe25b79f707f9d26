import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What a declaration takes from others: `from './a.ts'`, `import('./a.ts')`. */
const taken = /(?<before>\bfrom |\bimport\()(?<quote>['"])(?<path>\.[^'"]*)\.ts\k<quote>/g

/** The declarations that `path` needs, itself among them; both without their endings. */
const reachedFrom = (
  folder: string,
  path: string,
  found: Map<string, string>,
): ReadonlyMap<string, string> => {
  if (found.has(path)) return found
  const text = readFileSync(join(folder, `${path}.d.ts`), 'utf8')
  found.set(path, text)
  for (const { groups } of text.matchAll(taken))
    reachedFrom(folder, normalize(join(path, '..', groups!['path']!)), found)
  return found
}

/**
 * Writes the types of the library below `folder`: those of lib/library.ts, and of others what they name. They name each
 * other as compilers of all kinds look for them.
 */
export const declareLibrary = (folder = join(root, 'dist/types')): void => {
  const all = mkdtempSync(join(tmpdir(), 'gongkai-types-'))
  try {
    const compiler = fileURLToPath(import.meta.resolve('typescript/package.json'))
    const tsc = join(dirname(compiler), 'bin/tsc')
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.types.json'), '--outDir', all], {
      stdio: 'inherit',
    })
    rmSync(folder, { recursive: true, force: true })
    for (const [path, text] of reachedFrom(all, 'lib/library', new Map())) {
      const file = join(folder, `${path}.d.ts`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text.replaceAll(taken, '$<before>$<quote>$<path>.js$<quote>'))
    }
  } finally {
    rmSync(all, { recursive: true, force: true })
  }
}
