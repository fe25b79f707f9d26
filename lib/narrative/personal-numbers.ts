import type { Block, Document, Table } from '../model/document.ts'
import type { Message } from '../model/message.ts'
import type { Observation } from '../model/report.ts'

/**
 * Numbers of persons in a document: identity card numbers (GB 11643) and mobile numbers. They are hidden here, before
 * anything is read, so that nothing made of the document repeats them; what is left are their last two characters.
 */

export type PersonalNumber = Extract<Observation, { kind: 'personalNumber' }>

const invisible = '[\\u200b-\\u200d\\u2060\\ufeff]*'
const digits = `\\d(?:${invisible}\\d)*`
/** Digits that stand together, single spaces or hyphens between their groups. */
const runs = new RegExp(`${digits}(?:(?:[-‐‑–—]|\\s)${digits})*(?:${invisible}[Xx])?`, 'gu')
const groups = new RegExp(`${digits}(?:${invisible}[Xx])?`, 'gu')
/** Eleven digits at the least: most texts have no such thing. */
const long = new RegExp(`[\\d０-９](?:(?:[-‐‑–—\\s]|${invisible})[\\d０-９]){10}`, 'u')

const identityShape = /^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u
const formerIdentity = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/u
const mobileShape = /^(?:86)?1[3-9]\d{9}$/u

/** How many characters any of them has: most groups of digits have another number of them. */
const lengths: ReadonlySet<number> = new Set([11, 13, 15, 18])

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether the last character of 18 is the check digit of the others: ISO 7064, MOD 11-2. */
const hasRightCheckDigit = (number: string): boolean =>
  '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11] === number[17]

const saysIdentity = /身份证|身份号|证件号|居民身份/u
const saysTelephone = /电话|手机|联系|致电|拨打|热线|微信|短信|咨询|传真|tel|phone|mobile/iu
const saysPerson =
  /手机|移动电话|联系人|经办人|负责人|责任人|填报人|填表人|申请人|当事人|姓名|代表人|本人|先生|女士|同志/u
const saysOtherNumber =
  /(?:索引|编|文|案|订单|备案|账|帐|卡|许可证|证书|登记|流水|ID|标识)号?码?[：:]?\s*$|代码[：:]?\s*$/iu
/** A name with its number in brackets: 张三（138…）. */
const behindName = /(?:^|[^\p{Script=Han}])(?!\p{Script=Han}{0,3}[电话箱系])\p{Script=Han}{2,4}\s*[（(]\s*$/u
/** The commonest surnames: a name right before a number says whose it is, as 商业企业 before one does not. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严覃戴莫孔汤'
const afterName = new RegExp(`(?:^|[^\\p{Script=Han}])[${surnames}]\\p{Script=Han}{1,2}[\\s：:，,]*$`, 'u')
const counted = /^\s*(?:[.．]\d|[元件条个次人项篇份户亩吨%‰]|[万亿]|\.(?:s?html?|pdf|docx?|jsp))/u

/** How mobile numbers are grouped; in running text also broken once, between those groups. */
const grouped = /^(?:86\D*)?\d{3}\D+\d{4}\D+\d{4}$/u
const groupedOrBroken = /^(?:86\D*)?\d{3}(?:\D+\d{4}\D+\d{4}|\D+\d{8}|\d{4}\D+\d{4})$/u
/** 13812345678/13912345678 */
const anotherMobile = /(?<!\d)1[3-9]\d{9}\/$/u

/** So far before a number stand the words that say what it is. */
const near = 40

/** What stands around a text and says of what kind its numbers are: the other cells of its table. */
interface Surroundings {
  readonly telephone: boolean
  readonly person: boolean
  readonly identity: boolean
  readonly inTable?: true
  /** Read from a picture: a digit may be misread, so that no check digit tells anything. */
  readonly inPicture?: true
}
const nothingAround: Surroundings = { telephone: false, person: false, identity: false }

interface Found {
  readonly from: number
  readonly to: number
  readonly what: PersonalNumber['what']
  readonly person: boolean
}

const bare = (text: string): string => text.replace(/[^\dXx]/gu, '').toUpperCase()

/** Before a number that is a part of an address of a page or a mail. */
const inAddress = /[\w=/&?.@]$/u

/** Digits that stand together, so many of them, and no hyphen as office telephones have one. */
const mayBeMisread = /^\d(?:\s?\d){10,}[Xx]?$/u

const misread = (printed: string): Omit<Found, 'from' | 'to'> | null => {
  if (!mayBeMisread.test(printed)) return null
  return { what: bare(printed).length > 13 ? 'identity' : 'mobile', person: false }
}

const judge = (
  number: string,
  spaced: boolean,
  before: string,
  after: string,
  around: Surroundings,
): Omit<Found, 'from' | 'to'> | null => {
  const identity = around.identity || saysIdentity.test(before)
  if (identityShape.test(number) && (identity || (!spaced && hasRightCheckDigit(number))))
    return { what: 'identity', person: true }
  if (identity && formerIdentity.test(number)) return { what: 'identity', person: true }
  if (!mobileShape.test(number) || saysOtherNumber.test(before)) return null
  if (inAddress.test(before) && !anotherMobile.test(before)) return null
  if (counted.test(after)) return null
  const named = behindName.test(before) || afterName.test(before)
  const mail = after.startsWith('@')
  const said = around.telephone || named || mail || saysTelephone.test(before) || saysPerson.test(before)
  // In a sentence a number by itself is a telephone's all the same; behind a label or in a table it may be a figure.
  if (!said && (around.inTable || spaced || !/[：:（(，,、；;。]\s*$/u.test(before))) return null
  return { what: 'mobile', person: around.person || named || saysPerson.test(before) }
}

/** Letters that are read for digits among digits: each stands where it stood. */
const asDigits = (printed: string, { inPicture }: Surroundings): string => {
  const text = printed.replace(/[０-９Ｘｘ]/gu, each => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
  return inPicture
    ? text.replace(/(?<=\d)[OoIl|]+(?=\d)/gu, each => each.replace(/[Oo]/gu, '0').replace(/[^0]/gu, '1'))
    : text
}

/** The personal numbers of a text. A run of groups is tried whole and in pieces: 0000-1234567 138 1234 5678. */
const foundIn = (printed: string, around: Surroundings): readonly Found[] => {
  if (printed.length < 11 || !(around.inPicture || long.test(printed))) return []
  const text = asDigits(printed, around)
  return [...text.matchAll(runs)].flatMap(run => {
    const parts = [...run[0].matchAll(groups)].map(part => ({
      from: run.index + part.index,
      to: run.index + part.index + part[0].length,
    }))
    const found: Found[] = []
    for (let first = 0; first < parts.length; first++) {
      for (let last = Math.min(parts.length, first + 4) - 1; last >= first; last--) {
        const from = parts[first]!.from
        const to = parts[last]!.to
        const spaced = last > first
        const number = bare(text.slice(from, to))
        const doubted =
          around.inPicture && !inAddress.test(text.slice(Math.max(0, from - near), from))
            ? misread(text.slice(from, to))
            : null
        if (!lengths.has(number.length) && !doubted) continue
        // Figures of a table stand beside each other too: grouped as numbers of persons are, and said to be one.
        if (
          !doubted &&
          spaced &&
          mobileShape.test(number) &&
          !(around.inTable ? grouped : groupedOrBroken).test(text.slice(from, to))
        )
          continue
        const what =
          judge(
            number,
            spaced,
            text.slice(Math.max(0, from - near), from),
            text.slice(to, to + near),
            around,
          ) ?? doubted
        if (!what) continue
        found.push({ from, to, ...what })
        first = last
        break
      }
    }
    return found
  })
}

/** All but the last two characters of a number hidden; what stands between its groups stays. */
const masked = (number: string): string => {
  let left = (number.match(/[\dXx０-９Ｘｘ]/gu) ?? []).length
  return number.replace(/[\dXx０-９Ｘｘ]/gu, character => (left-- > 2 ? '*' : character))
}

interface Hidden {
  readonly text: string
  readonly found: readonly {
    readonly what: PersonalNumber['what']
    readonly person: boolean
    readonly left: string
  }[]
  /** The numbers themselves, digits only. */
  readonly numbers: readonly string[]
}

const hide = (text: string, around = nothingAround): Hidden => {
  const found = foundIn(text, around)
  if (found.length === 0) return { text, found: [], numbers: [] }
  let hidden = ''
  let at = 0
  const told = found.map(({ from, to, what, person }) => {
    const left = masked(text.slice(from, to))
    hidden += text.slice(at, from) + left
    at = to
    return { what, person, left }
  })
  const numbers = found.map(({ from, to }) => bare(text.slice(from, to).normalize('NFKC')))
  return { text: hidden + text.slice(at), found: told, numbers }
}

const surroundingsOf = (table: Table, picture: Pick<Surroundings, 'inPicture'>): Surroundings => {
  const words = table.cells.map(({ text }) => (text.length <= near ? text : '')).join('\n')
  return {
    telephone: saysTelephone.test(words),
    person: saysPerson.test(words),
    identity: saysIdentity.test(words),
    inTable: true,
    ...picture,
  }
}

/** The numbers of persons in running text, digits only: for whoever has to hide them elsewhere. */
export const personalNumbersIn = (text: string): readonly string[] => hide(text).numbers

/** The same of a document. */
export const personalNumbersOf = ({ blocks }: Document): readonly string[] =>
  blocks.flatMap(block => {
    if (block.kind === 'paragraph') return personalNumbersIn(block.text)
    const around = surroundingsOf(block, {})
    return block.cells.flatMap(({ text }) => hide(text, around).numbers)
  })

/** A message may have cut a text in the middle of a number. */
const hiddenMessage = ({ zh, en }: Message): Message => {
  const even = (text: string) => hide(text).text.replace(/\d{5,}(?=…)/gu, cut => '*'.repeat(cut.length))
  return { zh: even(zh), en: even(en) }
}

/** The document with every personal number hidden, and where they stand. The document itself where there is none. */
export const withoutPersonalNumbers = (
  document: Document,
): { readonly document: Document; readonly found: readonly PersonalNumber[] } => {
  const found: PersonalNumber[] = []
  const picture = document.scan ? { inPicture: true as const } : {}
  const blocks = document.blocks.map((block): Block => {
    if (block.kind === 'paragraph') {
      const hidden = hide(block.text, { ...nothingAround, ...picture })
      if (hidden.found.length === 0) return block
      const source = { kind: 'paragraph', paragraph: block.number } as const
      found.push(...hidden.found.map(each => ({ kind: 'personalNumber' as const, ...each, source })))
      return { ...block, text: hidden.text }
    }
    if (!block.cells.some(({ text }) => text.length > 10 && (document.scan || long.test(text)))) return block
    const around = surroundingsOf(block, picture)
    return {
      ...block,
      cells: block.cells.map(cell => {
        const hidden = hide(cell.text, around)
        if (hidden.found.length === 0) return cell
        found.push(
          ...hidden.found.map(each => ({ kind: 'personalNumber' as const, ...each, source: cell.source })),
        )
        return { ...cell, text: hidden.text }
      }),
    }
  })
  const { naming, losses } = document
  const title = naming?.title === undefined ? undefined : hide(naming.title).text
  if (found.length === 0 && title === naming?.title && !losses.some(({ message }) => long.test(message.zh)))
    return { document, found }
  return {
    document: {
      ...document,
      blocks,
      losses: losses.map(loss => ({ ...loss, message: hiddenMessage(loss.message) })),
      ...(naming ? { naming: { ...naming, ...(title === undefined ? {} : { title }) } } : {}),
    },
    found,
  }
}
