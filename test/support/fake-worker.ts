import { writeFileSync } from 'node:fs'
import { type Convert, serve } from '../../infra/local/pool/serve.ts'
import type { Conversion } from '../../lib/convert.ts'
import { withoutText } from '../../lib/readers/pdf/refusals.ts'
import { fakeConversion, findingOf, notAReport } from './submission.ts'

const hog = (): never => {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + kept.length))
}

/** A worker whose conversions do what the text of the file says. */
const convert: Convert = async ({ bytes }, begins) => {
  begins('reading')
  const text = new TextDecoder().decode(bytes)
  if (text.startsWith('bad')) throw notAReport()
  if (text.startsWith('scan')) throw withoutText(true)
  begins('checking')
  if (text.startsWith('bug')) throw new RangeError('what the document says')
  if (text.startsWith('die')) process.exit(3)
  if (text.startsWith('hog')) hog()
  if (text.startsWith('kill')) process.kill(process.pid, 'SIGKILL')
  if (text.startsWith('spin ')) writeFileSync(text.slice('spin '.length), String(process.pid))
  for (; text.startsWith('spin'); ) Math.random()
  if (text.startsWith('late')) setTimeout(() => Promise.reject(new Error('after the answer')), 20)
  if (text.startsWith('slow')) await new Promise(resolve => setTimeout(resolve, 300))
  begins('writing')
  return fakeConversion(bytes, text.startsWith('wrong') ? [findingOf()] : []) as Conversion
}

serve({
  convert: async () => convert,
  look: async () => async () => ({ kind: 'pages', pages: [], quotes: [] }),
})
