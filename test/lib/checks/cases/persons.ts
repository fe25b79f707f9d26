import type { Observation, Report } from '../../../../lib/model/report.ts'
import { type CheckCases, clean } from './case.ts'

type PersonalNumber = Extract<Observation, { kind: 'personalNumber' }>

const holding = (...found: readonly Partial<PersonalNumber>[]): Report =>
  clean({
    observations: found.map(each => ({
      kind: 'personalNumber',
      what: 'mobile',
      person: true,
      left: '*********78',
      source: { kind: 'paragraph', paragraph: 1 },
      ...each,
    })),
  })

const rules = (authority: string, value: number | null, edition: '2019' | '2021' = '2021'): Report =>
  clean({
    edition,
    figures: { [`proactiveDisclosure.rules.${edition === '2019' ? 'newlyProduced' : 'issued'}`]: value },
    report: { authority },
  })

/** Whose number is printed, and who has no power to do what is reported. */
export const personsCases: CheckCases = {
  'personal-data': {
    broken: [
      {
        name: 'a person’s mobile number and identity number, as one finding',
        report: holding({}, { what: 'identity', left: '****************2X' }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a mobile number given as a contact',
        report: holding({ person: false }),
        gives: [{ severity: 'info' }],
      },
      {
        name: 'in a table',
        report: holding({ source: { kind: 'table', table: 4, row: 2, column: 3 } }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [{ name: 'no number of a person', report: clean() }],
  },
  'rules-by-a-body-without-power': {
    broken: [
      { name: 'a township', report: rules('青禾县白石乡人民政府', 3), gives: [{ severity: 'info' }] },
      { name: 'a town', report: rules('白石镇', 1), gives: [{ severity: 'info' }] },
      { name: 'a street office', report: rules('青禾市白石街道办事处', 2), gives: [{ severity: 'info' }] },
      {
        name: 'in the form of 2019',
        report: rules('白石镇人民政府', 2, '2019'),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [
      { name: 'none', report: rules('白石镇人民政府', 0) },
      { name: 'a blank', report: rules('白石镇人民政府', null) },
      { name: 'a city', report: rules('青禾市人民政府', 3) },
      { name: 'a city whose name ends like a town’s', report: rules('景德镇市人民政府', 3) },
      { name: 'the same without its kind', report: rules('景德镇', 3) },
      { name: 'a city whose name has a township’s sign', report: rules('新乡市人民政府', 3) },
      { name: 'a department', report: rules('青禾省住房和城乡建设厅', 3) },
    ],
  },
}
