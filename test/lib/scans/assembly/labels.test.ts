import { describe, expect, test } from 'vitest'
import { editionById } from '../../../../lib/forms/find-edition.ts'
import { formCells } from '../../../../lib/forms/form.ts'
import type { EditionId } from '../../../../lib/forms/index.ts'
import type { Report } from '../../../../lib/model/report.ts'
import { readReport } from '../../../../lib/read-report.ts'
import { readScan } from '../../../../lib/scans/assembly/index.ts'
import { drawReport } from '../../../support/form-html.ts'
import { type PdfSetting, reportPdf } from '../../../support/pdf-report.ts'
import { seeded } from '../../../support/random.ts'
import { type Slips, seenText } from './seen-text.ts'

type Random = (below: number) => number

const setting: PdfSetting = {
  width: 595,
  height: 842,
  size: 9,
  labels: 0.5,
  padding: 4,
  rulings: 'lines',
  align: 'middle',
  pieces: 'lines',
  shuffled: false,
  spacing: 0,
  repeat: false,
  open: false,
  rotate: 0,
}

/** Each figure another one, so that none can stand in another's place unseen. */
const differing = (edition: EditionId): Record<string, number> => {
  const cells = Object.values(editionById(edition).forms).flatMap(form => formCells(form))
  return Object.fromEntries(cells.map(({ key }, at) => [key, 100 + at]))
}

const others = [
  ...'的一是了有在这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市',
]

/** Reads one in so many ideographs as another; some it leaves out, or reads twice. */
const slipping =
  (percent: number, random: Random): Slips =>
  text =>
    [...text]
      .map(character => {
        if (!/\p{Script=Han}/u.test(character) || random(100) >= percent) return character
        const kind = random(10)
        return kind === 0 ? '' : kind === 1 ? character + character : others[random(others.length)]!
      })
      .join('')

const readWith = async (pdf: Uint8Array, words: Slips): Promise<Report> => {
  const { pictures, sight } = await seenText(pdf, { words })
  const { document } = await readScan(pictures, sight)
  return readReport({ ...document, format: 'pdf' })
}

const pdfOfEdition = (edition: EditionId, random: Random): Uint8Array =>
  reportPdf(
    drawReport(edition, differing(edition)),
    { ...setting, height: 560 + random(320), repeat: random(2) === 0, labels: 0.4 + random(20) / 100 },
    random,
  )

const wrongIn = ({ figures }: Report, printed: Readonly<Record<string, number>>): string[] =>
  [...figures.values()].flatMap(({ key, state, value }) =>
    state === 'number' && value !== printed[key] ? [key] : [],
  )

const rightIn = ({ figures }: Report, printed: Readonly<Record<string, number>>): number =>
  Object.entries(printed).filter(([key, value]) => figures.get(key)?.value === value).length

const editionIds: readonly EditionId[] = ['2019', '2021']

describe('labels that are read with slips', () => {
  test.each(editionIds)('%s: some slips cost no figure', async edition => {
    const random = seeded(`few slips ${edition}`)
    const printed = differing(edition)
    const report = await readWith(pdfOfEdition(edition, random), slipping(5, random))
    expect(wrongIn(report, printed)).toEqual([])
    expect(rightIn(report, printed)).toBeGreaterThan(0.97 * Object.keys(printed).length)
  })

  test.each([10, 20, 30])(
    'one in %i of a hundred characters: no label stands on another row',
    async percent => {
      for (let run = 0; run < 6; run++) {
        const edition = editionIds[run % 2]!
        const random = seeded(`slips ${percent} ${run}`)
        const reading = readWith(pdfOfEdition(edition, random), slipping(percent, random))
        const report = await reading.catch((error: Error) => error)
        if (report instanceof Error) expect(report.name).toBe('Problem')
        else expect(wrongIn(report, differing(edition))).toEqual([])
      }
    },
  )

  test('rows printed in another order keep their own figures', async () => {
    const printed = differing('2021')
    const drawn = drawReport('2021', printed)
    const swap = (label: string, other: string) => (text: string) =>
      text === label ? other : text === other ? label : text
    const renamed = swap('一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量')
    const requests = drawn.requests.map(row => row.map(cell => ({ ...cell, text: renamed(cell.text) })))
    const report = await readWith(reportPdf({ ...drawn, requests }, setting, seeded('swapped')), text => text)
    const { figures } = report
    const carried = figures.get('requests.carriedOver.naturalPerson')
    const received = figures.get('requests.newRequests.naturalPerson')
    expect(carried?.value ?? received?.value).not.toBe(printed['requests.carriedOver.naturalPerson'])
    for (const [key, other] of [
      ['requests.carriedOver', 'requests.newRequests'],
      ['requests.newRequests', 'requests.carriedOver'],
    ])
      expect([printed[`${other}.naturalPerson`], null, undefined]).toContain(
        figures.get(`${key}.naturalPerson`)?.value,
      )
  })
})
