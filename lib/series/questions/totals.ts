import { isInSums, mayCountTwice, type Question } from './question.ts'
import { aboutSums, applicants, disputes, main, outcomes, summed } from './sums.ts'

/** What all units have together. */

const ofYear = (year: number | string): string => `r.year = ${year} AND `

export const totals: readonly Question[] = [
  {
    id: 'totals',
    title: { zh: '各年合计', en: 'totals of each year' },
    about: aboutSums({
      zh: '各年新收、上年结转、办理结果总计和结转下年度。',
      en: 'Of each year: received, carried over, handled, carried forward.',
    }),
    sql: () => summed('r.year', main),
  },
  {
    id: 'totals-by-kind',
    title: { zh: '各类别合计', en: 'totals of each kind of unit' },
    about: aboutSums({
      zh: '名册所写各类单位该年度的合计；没有写类别的合为一行。',
      en: 'Of the year, by the kind that the roster gives; those without one are one line.',
    }),
    sql: year => summed('r.kind', main, ofYear(year)),
  },
  {
    id: 'totals-by-level',
    title: { zh: '各层级合计', en: 'totals of each level' },
    about: aboutSums({
      zh: '名册所写各层级该年度的合计；没有写层级的合为一行。',
      en: 'Of the year, by the level that the roster gives; those without one are one line.',
    }),
    sql: year => summed('r.level', main, ofYear(year)),
  },
  {
    id: 'totals-by-parent',
    title: { zh: '各上级合计', en: 'totals of the units under each parent' },
    about: aboutSums({
      zh: '每个上级直属单位该年度的合计，不含上级本身和更下级的单位。',
      en: 'Of the year, over the units right under each parent: neither the parent itself nor those further below.',
    }),
    sql: year => summed('r.parent', main, ofYear(year)),
  },
  {
    id: 'outcomes',
    title: { zh: '办理结果构成', en: 'outcomes of each year' },
    about: aboutSums({
      zh: '各年予以公开、部分公开、不予公开、无法提供、不予处理、其他处理和总计。',
      en: 'Of each year: granted, partially granted, denied, unable to provide, not processed, other, and all.',
    }),
    sql: () => summed('r.year', outcomes),
  },
  {
    id: 'applicants',
    title: { zh: '申请人构成', en: 'who asked, each year' },
    about: aboutSums({
      zh: '各年新收申请的各类申请人和总计。',
      en: 'New requests of each year by the kind of applicant, and all.',
    }),
    sql: () => summed('r.year', applicants),
  },
  {
    id: 'disputes-by-year',
    title: { zh: '复议诉讼合计', en: 'reconsideration and litigation of each year' },
    about: aboutSums({
      zh: '各年行政复议、行政诉讼（直接起诉和复议后起诉）的总数和其中被纠正的。',
      en: 'Of each year: administrative reconsideration and litigation, and how many were corrected.',
    }),
    sql: () => summed('r.year', disputes),
  },
  {
    id: 'left-out-of-sums',
    title: { zh: '不再相加', en: 'what sums leave out, or may count twice' },
    about: {
      zh: '下级已有报告的汇总：全域口径的不再相加，口径不明的照加、可能重复，请在名册写明口径。',
      en: 'Reports with reports of units below them: of scope whole area, which are not added, and of unknown scope, which are and may count twice until the roster says.',
    },
    sql: year => `SELECT r.unit, r.name, r.scope, r.units_below, CASE WHEN ${isInSums} THEN 1 ELSE 0 END AS is_added
FROM reports r
WHERE r.year = ${year} AND (NOT ${isInSums} OR ${mayCountTwice}) ORDER BY r.unit`,
  },
]
