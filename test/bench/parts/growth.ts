import { convert } from '../../../lib/convert.ts'
import { samples } from '../../samples/samples.ts'
import { repeatedDocx } from '../inputs/docx.ts'
import { fixed, measure, median, ratio } from '../measure.ts'
import { printTable } from '../table.ts'

const sha256 = '0'.repeat(64)

/** Ten times the document should take ten times the time: steps that cost more than that would show here. */
export const growth = async (rounds: number): Promise<void> => {
  const report = Object.values(samples)[0]!
  const [small, large] = [await repeatedDocx(report, 3), await repeatedDocx(report, 30)]
  const times = await measure(
    [
      { name: 'small', run: () => convert({ name: 'small.docx', bytes: small, sha256 }) },
      { name: 'large', run: () => convert({ name: 'large.docx', bytes: large, sha256 }) },
    ],
    rounds,
  )
  const ms = (name: string) => fixed(median(times.get(name)!))
  printTable(
    ['milliseconds', '3 × report', '30 × report', 'ratio', 'at most'],
    [['docx', ms('small'), ms('large'), fixed(ratio(times, 'large', 'small')), '11']],
  )
}
