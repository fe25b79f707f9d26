import mammoth from 'mammoth'
import { convert } from '../../../lib/convert.ts'
import { samples } from '../../samples/samples.ts'
import { repeatedDocx } from '../inputs/docx.ts'
import { besideCheckout } from '../inputs/index.ts'
import { fixed, measure, median, ratio } from '../measure.ts'
import { printTable } from '../table.ts'

const sha256 = '0'.repeat(64)

/** The whole conversion in a warm process beside mammoth, which reads the untouched file to HTML and does no more. */
export const besideMammoth = async (rounds: number): Promise<void> => {
  const own = await Promise.all(
    Object.entries(samples).map(async ([name, report]) => ({ name, bytes: await repeatedDocx(report, 1) })),
  )
  const rows: string[][] = []
  for (const { name, bytes } of [...own, ...besideCheckout().filter(each => each.name.endsWith('.docx'))]) {
    const times = await measure(
      [
        { name: 'whole', run: () => convert({ name, bytes, sha256 }) },
        { name: 'mammoth', run: () => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }) },
      ],
      rounds,
    )
    const ms = (candidate: string) => fixed(median(times.get(candidate)!))
    rows.push([name, ms('whole'), ms('mammoth'), fixed(ratio(times, 'whole', 'mammoth'), 2)])
  }
  printTable(['milliseconds', 'gongkai', 'mammoth alone', 'gongkai / mammoth'], rows)
}
