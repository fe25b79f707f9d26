import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../../lib/writers/workbook/zip.ts'

describe('zipOf', () => {
  it('holds the parts in order, with checksums another unzipper accepts', () => {
    const parts = new Map([
      ['[Content_Types].xml', '<Types/>'],
      ['xl/empty.xml', ''],
      ['xl/sheet.xml', '<v>年报</v>'.repeat(1000)],
    ])
    const unzipped = Object.entries(unzipSync(zipOf(parts)))
    expect(unzipped.map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([...parts])
  })
})
