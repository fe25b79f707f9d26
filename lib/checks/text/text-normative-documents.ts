import { cellsOf, numberAt } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import type { Report } from '../../model/report.ts'
import { defineCheck } from '../define-check.ts'
import { type Claim, claimDraft, contradicting } from './claims.ts'
import { type Clause, clausesOf, type Sentence } from './clauses.ts'
import { isPartOfTotal } from './parts-and-years.ts'
import type { Quantity } from './quantities.ts'
import { isOfTheYear } from './readings.ts'
import { whoseOf, withoutOwnName } from './whose.ts'

/** The columns a verb speaks of, by their keys; those it may not are left out. */
const verbs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/废止/u, ['repealed']],
  [/现行有效|继续有效|保留|有效/u, ['inForce', 'totalDisclosed']],
  [/对外公开总数/u, ['totalDisclosed']],
  [/公开|公布|发布/u, ['issued', 'inForce', 'newlyProduced', 'newlyDisclosed', 'totalDisclosed']],
  [/制定|制发|印发|出台|新制|制作/u, ['issued', 'newlyProduced', 'newlyDisclosed']],
]
const otherWork =
  /引用|转发|清理(?!后|结果)|审[查核]|备案|解读|评估|起草|征求|意见|草案|报送|学习|梳理|拟|市级|省级|国家|上级|名义|[省市县区旗]政府(?!信息)|办公[厅室]|乡镇|街道|部门(?!规范)|省\p{Script=Han}{1,8}厅|[省市]\p{Script=Han}{1,8}[局委]/u
const otherBody = /市级|省级|国家|上级|省\p{Script=Han}{1,8}厅|[省市]\p{Script=Han}{1,8}[局委]/u
/** Of one number, where others of its clause are repealed or issued: 废止2件、修改4件. */
const otherChange = /修订|修改|失效/u
const named = /^(?:[^、和及与]*)(?:行政)?规范性文件(?:共计?|合计|累计|总计|总数|为|数量)*$/u
const units: ReadonlySet<string> = new Set(['件', '份', '个', '部', '项', '条', '篇'])

/** The noun stands right before or right after the number, alone: not 政策文件和规范性文件, not 规范性文件解读. */
const isNamed = ({ subject, after }: Quantity): boolean =>
  named.test(subject.replace(/^[、和及与]/u, '')) ||
  (/^(?:的)?(?:部门|行政)?规范性文件(?![解清备审的])/u.test(after) && !/文件|政策/u.test(subject))

/** The clause with what was said before it, the sentence before among it. */
const heard = ({ before, text, sentence }: Clause): string => (sentence.previous?.text ?? '') + before + text

/** Whether what a verb alone goes on about is the work or the documents of others. */
const goesOnAboutOthers = ({ sentence, index }: Clause, report: Report): boolean => {
  const namedIn = sentence.clauses.slice(0, index + 1).findLast(({ text }) => text.includes('规范性文件'))
  return namedIn === undefined
    ? otherWork.test(withoutUs(sentence.previous?.text ?? '', report))
    : otherBody.test(withoutUs(namedIn.text, report))
}

/** Only a verb and a number, in a sentence about such documents: 制发规范性文件6件，废止2件. */
const followsOne = ({ subject, after }: Quantity, clause: Clause): boolean =>
  /^[、和并]?(?:同时|清理后|其中|确定|已|现|宣布|保留|目前)*(?:废止|现行有效|继续有效|有效|保留|对外公开总数)(?:件数|数量|了|共|为)*$/u.test(
    subject,
  ) &&
  (after === '' || /^[、和及]/u.test(after)) &&
  /规范性文件/u.test(heard(clause)) &&
  !/规章/u.test(heard(clause).slice(heard(clause).lastIndexOf('规范性文件')))

const none =
  /(?:未(?:曾|新)?(?:制发|制定|出台|印发|发布)|没有(?:制发|制定|出台|印发|发布)|无(?:新)?(?:制发|制定|出台|印发)?)(?:[和或及、](?:处理|制发|制定|出台|印发|发布))*(?:过|新的?|任何)?(?:[省市县区镇乡本]级)?(?:\p{Script=Han}{2,8}系统)?(?:行政|部门)*规范性文件(?:(?:出台|制发|制定|发布|印发)(?:及更新)?)?(?:情况|情形)?$/u

/** 制发规范性文件情况：无. */
const saidNone = ({ text, before }: Clause): boolean =>
  /^无$/u.test(text) &&
  /(?:制发|制定|出台|印发|^|[^备审清])(?:行政|部门)*规范性文件(?:(?:制发|制定|出台|印发)?情况|数量)?[:：]$/u.test(
    before,
  )

/** 均按要求公开并同步解读: they were issued, whatever else was done with them. */
const disclosedAlso = /公开(?:并|及|和)[^，]{0,6}解读/u

const noneRepealed = /(?:未|没有|无)(?:宣布)?废止(?:的)?(?:行政|部门)*规范性文件(?:情况|情形)?$/u

interface Stated extends Claim {
  /** Columns of the row that the words may speak of; none where they do not say. */
  readonly columns: readonly string[]
}

const columnsFor = (words: string): readonly string[] => verbs.find(([verb]) => verb.test(words))?.[1] ?? []

/** Without the authority, its office and both of them. */
const withoutUs = (words: string, report: Report): string =>
  withoutOwnName(words, report).replace(
    /(?:以)?(?:本机关|[本我][局委办厅])(?:办公[厅室]|名义|本级|[和及与、])*/gu,
    '',
  )

const statedIn = (clause: Clause, report: Report): readonly Pick<Stated, 'value' | 'columns'>[] => {
  const words = withoutUs(clause.text, report)
  if (otherWork.test(words.replace(disclosedAlso, '公开'))) return []
  if (none.test(words) || saidNone(clause)) return [{ value: 0, columns: ['issued', 'newlyProduced'] }]
  if (noneRepealed.test(words)) return [{ value: 0, columns: ['repealed'] }]
  return clause.quantities.flatMap(printed => {
    const quantity = { ...printed, subject: withoutUs(printed.subject, report) }
    const { value, unit, subject } = quantity
    if (value === null || !units.has(unit)) return []
    if (otherChange.test(subject + (clause.quantities.length > 1 ? '' : quantity.after))) return []
    const columns = columnsFor(
      subject + (isNamed(quantity) && /^(?:的)?(?:部门|行政)?规/u.test(quantity.after) ? quantity.after : ''),
    )
    return columns.length > 0 &&
      (isNamed(quantity) || (followsOne(quantity, clause) && !goesOnAboutOthers(clause, report)))
      ? [{ value, columns }]
      : []
  })
}

/** The authority's own share of what all of the area issued: 全区制发19件，其中区政府6件、各部门13件. */
const ownShare = (clause: Clause, report: Report): { clause: Clause; value: number } | null => {
  const next = clause.sentence.clauses[clause.index + 1]
  const [first] = next?.quantities ?? []
  return next !== undefined &&
    typeof first?.value === 'number' &&
    /^其中(?:本机关|本级|机关)+$/u.test(withoutOwnName(first.subject, report))
    ? { clause: next, value: first.value }
    : null
}

const tellsOf = ({ text, previous }: Sentence): boolean =>
  text.includes('规范性文件') || (previous?.text.includes('规范性文件') === true && /废止|有效/u.test(text))

const claimsOf = (report: Report): readonly Stated[] =>
  clausesOf(report).flatMap((clause): readonly Stated[] => {
    if (!tellsOf(clause.sentence) || !isOfTheYear(clause, report)) return []
    const stated = statedIn(clause, report)
    if (stated.length === 0) return []
    const whose = whoseOf(clause, report)
    const own = whose === 'all' ? ownShare(clause, report) : null
    return [
      ...stated.map(each => ({ ...each, clause, whose, part: isPartOfTotal(clause) })),
      ...(own === null ? [] : [{ ...own, columns: stated[0]!.columns, whose: 'own' as const, part: true }]),
    ]
  })

export const textNormativeDocuments = defineCheck({
  id: 'text-normative-documents',
  severity: 'warning',
  title: { zh: '文字所述规范性文件件数与表格不符', en: 'Normative documents: text against table' },
  explanation: {
    zh: '文字中制发（公开、废止、现行有效）规范性文件 N 件，应是表二规范性文件行中相应的数；“未制发”即制发为 0。引用、解读、清理、修订、审查等不参加比较；该行有空白的不比较。',
    en: 'The number of normative documents issued, disclosed, repealed or in force must be the figure of that row for it; “none issued” is 0. Quoting, interpreting, clearing up, revising and reviewing are not compared, nor rows with blanks.',
  },
  source: '报告文字与表二的一致性',
  find: report => {
    const keys = cellsOf(report, 'proactiveDisclosure').flatMap(({ key, row }) =>
      row.key === 'normativeDocuments' ? [key] : [],
    )
    const values = keys.map(key => numberAt(report, key))
    const [table] = values
    if (values.includes(null) || table === null || table === undefined) return []
    const printed = values.join('、')
    const agrees = ({ value, columns }: Stated): boolean =>
      keys.some((key, at) => values[at] === value && columns.some(column => key.endsWith(`.${column}`)))
    return contradicting(claimsOf(report), agrees).map(claim =>
      claimDraft(claim, keys, table, {
        zh: `${tableName('proactiveDisclosure').zh}规范性文件一行为 ${printed}`,
        en: `in ${tableName('proactiveDisclosure').en} the row of normative documents has ${printed}`,
      }),
    )
  },
})
