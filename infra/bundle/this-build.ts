import type { Plugin } from 'esbuild'
import { buildFile } from './write-build.ts'

const fromBundle = `
  import { readFileSync } from 'node:fs'
  export const build = JSON.parse(readFileSync(new URL('./${buildFile}', import.meta.url), 'utf8'))
`

/** What lib/model/build.ts says of sources, the file beside the bundle says of the bundle. */
export const thisBuild: Plugin = {
  name: 'this-build',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]lib[\\/]model[\\/]build\.ts$/ }, () => ({ contents: fromBundle, loader: 'js' }))
  },
}
