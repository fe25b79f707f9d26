import { stateWords, verdictWords } from '../../lib/writers/words.ts'
import type { Difference } from './differences.ts'

/** Differences in words a person reads, Chinese first. */

const about: Readonly<Record<Difference['about'], string>> = {
  file: '文件 file',
  bytes: '文件内容已变 the file itself is another',
  verdict: '结论 verdict',
  format: '格式 format',
  year: '年度 year',
  authority: '单位 authority',
  editions: '表式版本 editions',
  figure: '数字 figure',
  finding: '问题 finding',
}

const known: Readonly<Record<string, { readonly zh: string }>> = { ...stateWords, ...verdictWords }

const word = (told: string | null, nothing: string): string => {
  if (told === null) return nothing
  const zh = known[told]?.zh
  return zh ? `${zh} ${told}` : told
}

const line = ({ about: what, key, from, to }: Difference): string => {
  const name = key === '' ? about[what] : `${about[what]}  ${key}`
  if (what === 'finding' && from === null) return `＋ ${name}  新出现 new: ${to}`
  if (what === 'finding' && to === null) return `－ ${name}  不再有 gone: ${from}`
  return `～ ${name}  ${word(from, '未记录 not recorded')} → ${word(to, '没有了 gone')}`
}

/** At most so many lines for one file: a table lost whole is told by its first figures and their number. */
const most = 60

export const said = (name: string, list: readonly Difference[]): string => {
  const rest = list.length - most
  return [
    name,
    ...list.slice(0, most).map(each => `  ${line(each)}`),
    ...(rest > 0 ? [`  … 另有 ${rest} 处不同 and ${rest} more`] : []),
  ].join('\n')
}
