import { describe, expect, test } from 'vitest'
import { readDoc } from '../../../../lib/readers/doc/index.ts'
import {
  expectKey,
  expectSample,
  figuresOf,
  fixture,
  sampleFigures,
  sharedPresent,
  sharedReport,
} from '../../../support/samples.ts'

describe('sample reports', () => {
  test.each(['qinghe-2023', 'linxi-2020'])('%s: every cell, span and paragraph', async name => {
    const document = await readDoc(fixture('doc', name))
    expect(document.format).toBe('doc')
    expectSample(document, name)
    expect(figuresOf(document)).toEqual(sampleFigures(name))
  })
})

describe.skipIf(!sharedPresent)('real reports', () => {
  test.each(['002', '003'])('made-from-%s.doc agrees with its key', async key => {
    const { bytes, figures } = sharedReport(`made-from-${key}.doc`, key)
    expectKey(await readDoc(bytes), figures)
  })
})
