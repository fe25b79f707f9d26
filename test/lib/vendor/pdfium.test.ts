import { expect, test } from 'vitest'
import { givePdfium, takePdfium } from '../../../lib/vendor/pdfium/instance.ts'
import { contract } from './contract.ts'

const holds = contract('@embedpdf/pdfium')
const file = 'instance.ts'

test('its functions are called as they are', async () => {
  const { call, scratch, memory } = await takePdfium().catch(() => ({ call: null, scratch: 0, memory: null }))
  holds(call !== null && scratch > 0, 'takes instantiateWasm and lets its functions be called', file)
  holds(memory?.buffer instanceof ArrayBuffer, 'exports its memory', file)
  for (const name of [
    'FPDF_LoadMemDocument',
    'FPDFText_LoadPage',
    'FPDFPageObj_SetIsActive',
    'malloc',
  ] as const)
    holds(typeof call?.[name] === 'function', `exports ${name}`, 'functions.ts')
})

test('memory has an end: who asks for more gets none, and it is known', async () => {
  const pdfium = await takePdfium()
  expect(pdfium.isStarved()).toBe(false)
  expect(pdfium.call.malloc(1_000_000_000)).toBe(0)
  holds(pdfium.isStarved(), 'asks for memory by emscripten_resize_heap', file)
})

test('an instance that is given back is used again, and by one at a time', async () => {
  const first = await takePdfium()
  const second = await takePdfium()
  expect(second).not.toBe(first)
  givePdfium(first)
  expect(await takePdfium()).toBe(first)
})
