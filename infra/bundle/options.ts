import type { BuildOptions } from 'esbuild'
import { beside, besideLoaders } from './beside.ts'
import { thisBuild } from './this-build.ts'

/** CommonJS packages call `require` when they are loaded; in an ES module there is none. */
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join('')

/** How every bundle is made: ES modules in parts, of which those asked for are loaded. */
export const bundleOptions = {
  banner: { js: banner },
  bundle: true,
  charset: 'utf8',
  chunkNames: '[name]-[hash]',
  // What a package would ask of the environment, as it is where nobody set it.
  define: { 'process.env.READABLE_STREAM': 'undefined' },
  format: 'esm',
  legalComments: 'none',
  loader: besideLoaders,
  logLevel: 'warning',
  // The builds as ES modules, of which only what is used is taken.
  mainFields: ['module', 'main'],
  metafile: true,
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  plugins: [beside, thisBuild],
  splitting: true,
  write: false,
} as const satisfies BuildOptions
