import { expect, it } from 'vitest'
import { readDocx } from '../../../../lib/readers/docx/index.ts'
import { reportNames, unpackReport } from '../../../../lib/readers/zip/index.ts'
import { docxOf, paragraph, run, textsOf, zipOf } from '../../../support/docx.ts'
import { asZip64 } from '../../../support/zip64.ts'

it('a package written as Zip64 is read', async () => {
  const zip = asZip64(Buffer.from(docxOf(paragraph(run('总体情况')))))
  expect(textsOf(await readDocx(zip))).toEqual(['总体情况'])
})

it('and so is an archive of reports', () => {
  const zip = asZip64(Buffer.from(zipOf({ '甲局.txt': '总体情况' })))
  expect(reportNames(zip)).toEqual(['甲局.txt'])
  expect(Buffer.from(unpackReport(zip, '甲局.txt')!).toString()).toBe('总体情况')
})
