import { narrative } from '../../../support/narrative.ts'
import { type CheckCases, clean } from './case.ts'

const good = { name: 'nothing of the kind', report: clean() }
const headings = narrative().report.headings
const old = clean({
  year: 2017,
  editions: { proactiveDisclosure: null, requests: null, reconsiderationAndLitigation: null },
  report: { headings: [], sections: [] },
})

export const sectionsCases: CheckCases = {
  'section-missing': {
    broken: [
      {
        name: 'no section 六',
        report: clean({ report: { headings: headings.slice(0, 5) } }),
        gives: [{ severity: 'error', expected: 6, actual: 5 }],
      },
    ],
    holding: [
      good,
      { name: 'before 2019', report: old },
      {
        name: 'a title that is printed, but not where titles stand',
        report: clean({
          sections: narrative({ overview: ['一切正常。六、其他需要报告\n的事项：无。'] }).sections,
          report: { headings: headings.slice(0, 5) },
        }),
      },
    ],
  },
  'section-order': {
    broken: [
      {
        name: '六 before 五',
        report: clean({ report: { headings: [...headings.slice(0, 4), headings[5]!, headings[4]!] } }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      { name: 'one left out', report: clean({ report: { headings: [headings[0]!, headings[2]!] } }) },
    ],
  },
  'section-title-variant': {
    broken: [
      {
        name: 'other words',
        report: clean({
          report: {
            headings: [
              ...headings.slice(0, 5),
              { ...headings[5]!, heading: '六、其他报告事项', official: false },
            ],
          },
        }),
        gives: [{ severity: 'info', evidence: [{ section: 'otherMatters', quote: '六、其他报告事项' }] }],
      },
    ],
    holding: [good],
  },
  'section-empty': {
    broken: [
      {
        name: 'nothing',
        report: clean({ sections: narrative({ problemsAndImprovements: [] }).sections }),
        gives: [{ severity: 'warning' }],
      },
      {
        name: 'a word',
        report: clean({ sections: narrative({ problemsAndImprovements: ['无。'] }).sections }),
        gives: [{ severity: 'warning' }],
      },
    ],
    holding: [
      good,
      {
        name: 'no such section is another finding',
        report: clean({ sections: [], report: { headings: [] } }),
      },
    ],
  },
  'reconciliation-note-missing': {
    broken: [
      {
        name: 'no note',
        report: clean({ report: { reconciliationNote: false } }),
        gives: [{ severity: 'info' }],
      },
    ],
    holding: [
      good,
      {
        name: 'no table',
        report: clean({ editions: { requests: null }, report: { reconciliationNote: false } }),
      },
    ],
  },
}
