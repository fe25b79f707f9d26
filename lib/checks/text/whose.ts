import type { Message } from '../../model/message.ts'
import type { Report } from '../../model/report.ts'
import { rememberFor } from '../../util/remember.ts'
import type { Clause } from './clauses.ts'

/**
 * Whom a clause speaks of: the authority itself, all of its area or system, units under it, or others. Null where it
 * says nothing: the report speaks of its authority.
 */
export type Whose = 'own' | 'all' | 'units' | 'others'

const others =
  /除[^，。,]{1,60}外|其[他它余](?:[省市县区]直)?(?:部门|单位|各?镇)|各[^，。,]{0,4}(?:部门|单位|镇|街道|乡|科室|区县|县|市区)|[省市县区]直|镇街|乡镇|(?:有关|相关|承办|责任|上级)(?:部门|单位)|[省市县区州旗](?:人民)?政府(?!信息|网|门户|公报|工作|令|规章)(?:办公?[厅室]?)?|上级|部门(?=共?[收受接办新])|街道(?:办事处)?(?=共?[收受接办新])/u
const units = /下属(?:单位)?|所属(?:单位)?|直属(?:单位)?/u
const all = /全[区市县省州旗](?!域)|全系统|全辖区|各级(?:行政机关|政府|部门)/u
const own =
  /[我本](?:机关|单位|部门|[局委办厅院所站处司署省市县区旗州镇乡街](?:道|政府)?)|[区市县省州镇乡局委]?(?:政府)?本级|(?:局|委|办)机关|全[镇乡街局委](?:道)?/u

const higherPlace = /^\p{Script=Han}{1,7}?(?:省|自治区|市|自治州|州|盟|地区|县|区|旗)/u

/** What the report may call its authority: with and without the higher places, 区政府 and 区人民政府. */
const ownNames = rememberFor((report: Report): readonly string[] => {
  const names = new Set<string>()
  for (const full of [report.authority, report.authorityAsPrinted]) {
    for (let name = full ?? ''; name.length >= 3; name = name.replace(higherPlace, '')) {
      names.add(name)
      if (!higherPlace.test(name) || name.replace(higherPlace, '') === name) break
    }
    const bare = (full ?? '').replace(/(?:人民政府|办事处|管理委员会|管委会).*$/u, '')
    if (bare.length >= 3 && bare !== full) names.add(bare)
    const place = /(省|市|县|区|州|旗|镇|乡|街道)(?:人民政府)?$/u.exec(full ?? '')?.[1]
    if (place !== undefined)
      for (const word of ['政府', '人民政府', '政府办公室', '政府办', '级']) names.add(`${place}${word}`)
    if (/街道/u.test(full ?? ''))
      for (const word of ['街道办事处', '街道办', '办事处', '街道']) names.add(word)
    if (/政府办公[厅室]?$/u.test(full ?? ''))
      for (const word of ['政府办公室', '政府办公厅', '政府办', '办公室', '办公厅', '政府']) names.add(word)
  }
  return [...names].filter(name => name.length >= 2).sort((a, b) => b.length - a.length)
})

/** The words without the authority's own names, each of which stands for 本机关. */
export const withoutOwnName = (words: string, report: Report): string =>
  ownNames(report).reduce(
    (rest, name) =>
      rest.includes(name)
        ? rest.replaceAll(name, (_, at: number) =>
            informs.test(rest.slice(at + name.length)) ? name : '本机关',
          )
        : rest,
    words,
  )

/** 区政府信息公开, 区政府网站: the name is none. */
const informs =
  /^(?:信息|网|门户|公报|规章|工作|令|(?!人民政府|政府)\p{Script=Han}{1,10}(?:局|委员会|街道|镇|乡|中心|大队|学校|医院))/u

const inWords = (words: string): Whose | null => {
  if (all.test(words)) return 'all'
  if (others.test(words)) return 'others'
  if (units.test(words)) return 'units'
  return own.test(words) ? 'own' : null
}

const bureau = /(\p{Script=Han}{2,12}?(?<![我本该])[局委])(?=共?(?:收|受|接|办|新|累|未|答))/u

/** Whether a bureau is named that is not the authority, in full or shortened: 教育局 in the report of a district. */
const namesAnother = (words: string, report: Report): boolean => {
  const name = bureau.exec(words)?.[1]?.replace(/^.*[年度省市县区州旗]/u, '')
  if (name === undefined || name.length < 2) return false
  let at = 0
  for (const character of report.authority ?? '') if (character === name[at]) at++
  return at < name.length
}

/** Words before a body that make it the object of what is done, not the one who does it: 处理市政府协助调查函. */
const asObject = /处理|协助|配合|报|向|按照|根据|依照|要求|会同|联合|协调|落实|收到/u

/** A clause before that says whose the numbers after it are: it counts itself, or is no more than a name. */
const governs = ({ text, quantities }: Clause, words: string): boolean => {
  const at = Math.max(words.search(others), words.search(units))
  if (asObject.test(words.slice(0, Math.max(0, at)))) return false
  return quantities.length > 0 || text.length <= 16 || /收到|受理|接到|发生|被/u.test(words)
}

/** Clauses before this one in lists of whose they are, which end with their semicolon: 其中局机关6件，各所15件；办结21件. */
const listedBefore = ({ sentence, index, before }: Clause): ReadonlySet<Clause> => {
  const found = new Set<Clause>()
  if (!before.includes('其中') || !/[；;]/u.test(before)) return found
  let listed = false
  for (const each of sentence.clauses.slice(0, index + 1)) {
    listed = each.text.startsWith('其中') || (listed && !/[；;]$/u.test(each.before))
    if (listed) found.add(each)
  }
  return listed ? new Set() : found
}

/** Whom the clause speaks of, by its own words or by the nearest before it in its sentence. */
export const whoseOf = (clause: Clause, report: Report): Whose | null => {
  const { clauses } = clause.sentence
  const listed = listedBefore(clause)
  for (let at = clause.index; at >= 0; at--) {
    const each = clauses[at]!
    if (listed.has(each)) continue
    const words = withoutOwnName(each.text, report)
    const found = inWords(words) ?? (namesAnother(words, report) ? 'others' : null)
    if (found && (at === clause.index || found === 'all' || found === 'own' || governs(each, words)))
      return found
  }
  return null
}

/** What to add to a message about a clause of another scope. */
export const scopeNote = (clause: Clause): Message => {
  const words = clause.before + clause.text
  const scope = (units.exec(words) ?? all.exec(words))?.[0] ?? null
  return scope === null
    ? { zh: '', en: '' }
    : {
        zh: `（该句说的是“${scope}”，口径可能与表格不同，请一并说明。）`,
        en: ` (The sentence speaks of “${scope}”, which may not be what the table counts; say so.)`,
      }
}
