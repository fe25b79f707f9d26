import { existsSync } from 'node:fs'
import { type Convert, serve } from '../../infra/local/pool/serve.ts'
import type { Conversion } from '../../lib/convert.ts'
import { fakeConversion } from './submission.ts'

/** A worker for scans that does what the text of the file says: `scan until PATH` ends when the path is there. */
const convert: Convert = async ({ bytes }, begins) => {
  begins('reading')
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('scan without'))
    throw Object.assign(new Error('no packages'), { name: 'ReadersMissing' })
  const until = /^scan until (.*)$/u.exec(text)?.[1]
  while (until && !existsSync(until)) await new Promise(resolve => setTimeout(resolve, 20))
  return fakeConversion(bytes) as Conversion
}

serve({
  convert: async () => convert,
  look: async () => async () => ({ kind: 'pages', pages: [], quotes: [] }),
})
