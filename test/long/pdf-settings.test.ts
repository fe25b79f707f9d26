import { expect, test } from 'vitest'
import { judge } from '../../lib/convert.ts'
import { againstKey } from '../support/against-key.ts'
import { drawReport } from '../support/form-html.ts'
import { type PdfSetting, reportPdf } from '../support/pdf-report.ts'
import { printedValues } from '../support/printed-values.ts'
import { seeded } from '../support/random.ts'

/** Invented reports set as PDF in hundreds of ways, cell by cell against what was printed. */

type Random = (below: number) => number

const pick = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!

const settingOf = (random: Random): PdfSetting => {
  const [width, height] = pick(
    [
      [595, 842],
      [842, 595],
      [595, 420],
      [1190, 1684],
    ] as const,
    random,
  )
  return {
    width,
    height,
    size: width > 1_000 ? 16 + random(8) : 6 + random(5),
    labels: 0.4 + random(15) / 100,
    padding: 1 + random(6) / 2,
    rulings: pick(['lines', 'bars', 'dashes', 'boxes', 'boxes apart', 'double'] as const, random),
    align: pick(['left', 'middle', 'right'] as const, random),
    pieces: pick(['lines', 'characters'] as const, random),
    shuffled: random(3) === 0,
    spacing: random(4) === 0 ? random(6) / 4 : 0,
    repeat: random(2) === 0,
    open: random(3) === 0,
    rotate: random(4) === 0 ? random(4) : 0,
  }
}

const reports = 240
/** Labels that find no room, and numbers that do not fit their cells, are told as such. */
const leastRight = 0.98

test(`${reports} reports, each set in another way: no figure wrong in silence, none called missing or blank that is printed`, async () => {
  const failures: string[] = []
  let [right, printed] = [0, 0]
  for (let nth = 0; nth < reports; nth++) {
    const random = seeded(`pdf setting ${nth}`)
    const edition = pick(['2019', '2021'] as const, random)
    const setting = settingOf(random)
    const values = printedValues(edition, random)
    const bytes = reportPdf(drawReport(edition, values.printed), setting, random)
    const judged = await judge({ name: '年报.pdf', bytes, sha256: '' })
    const told = againstKey(judged, values.key)
    const pointedOut = new Set(
      judged.findings.flatMap(({ check, cells }) => (check === 'cell-read-with-loss' ? cells : [])),
    )
    const wrong = told.wrong.filter(each => !pointedOut.has(each.slice(0, each.indexOf(':'))))
    const { calledMissing, blankInSilence } = told
    if (wrong.length + calledMissing.length + blankInSilence.length > 0)
      failures.push(
        `${nth} ${JSON.stringify(setting)}: ${[...wrong, '| missing', ...calledMissing, '| blank', ...blankInSilence].slice(0, 8).join('; ')}`,
      )
    right += told.right.length
    printed += told.right.length + told.lost.length
  }
  console.log(`${right} of ${printed} figures right`)
  expect(failures.slice(0, 10)).toEqual([])
  expect(right / printed).toBeGreaterThan(leastRight)
})
