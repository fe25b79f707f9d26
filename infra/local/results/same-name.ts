import { evenName } from '../../../lib/series/roster/even-name.ts'

/** Whether two reports of one authority and year are of one unit, where no roster tells: only beyond doubt. */

/** Words in which the sign of a place stands and names none. */
const noPlace =
  /城[乡市镇区]|乡[镇村]|市[场政区]|[社园景林山牧库校厂校战防]区|开发区|(?:保税|示范|试验|实验|功能|高新|度假|管理|工业|新技术产业|合作|集聚)区|地区/gu

/** 青禾县 and the like at the beginning of a name: hardly any two are called the same. */
const county = /^\p{Script=Han}{2,8}?(?:省|市|县|州|盟|旗)/u
/** 新华区 is one of several in the country, but the only one of its city. */
const district = /^\p{Script=Han}{2,8}?区/u

/**
 * How far a name says of which place it is: `country`: no other is called so (青禾县数据局); `folder`: none beside it is
 * (白沙区水务局). Null for what many are called: 财政局, 市场监督管理局, 城关镇人民政府.
 */
export const placeOf = (name: string): 'country' | 'folder' | null => {
  const plain = evenName(name).replace(noPlace, '')
  if (county.test(plain)) return 'country'
  return district.test(plain) ? 'folder' : null
}

/** How a file is called that takes the place of another. */
const corrects = /更正|改正|修改|修订|修正|补正|订正|重新报送|重新上报|重报|再报|退回后/u
const copies =
  /[(（]\d{1,3}[)）]|(?:\s|-|_)*(?:副本|复件|拷贝|copy)|(?:后|件|版|稿|最终|终稿|定稿|新)(?=[)）\s_-]*$)|(?:v|第)\d{1,2}(?:版|次)?$/giu

/** What every such file is called. */
const general =
  /二[〇○零]\p{Script=Han}{2}年?|20\d\d|年度?|政府|信息|政务|公开|工作|报告|年报|关于|的|[\p{P}\p{S}\s\d]/gu

const folderOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1)

const nameOf = (key: string): string =>
  key
    .slice(key.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/u, '')
    .normalize('NFKC')
    .toLowerCase()

/** The name of a file without what tells a correction or a copy from the first one. */
const stemOf = (key: string): string =>
  nameOf(key)
    .replace(new RegExp(corrects, 'gu'), '')
    .replace(copies, '')
    .replace(copies, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')

export interface FileName {
  readonly folder: string
  /** What tells it from the others of its folder; null where it is called as every such file is. */
  readonly stem: string | null
  /** Whether it says of itself that it corrects another. */
  readonly corrects: boolean
}

/** What a file of a report says by its name. Of two that lie side by side with one stem the one that corrects takes the place of the other. */
export const fileName = (key: string): FileName => {
  const stem = stemOf(key)
  return {
    folder: folderOf(key),
    stem: [...stem.replace(general, '')].length >= 2 ? stem : null,
    corrects: corrects.test(nameOf(key)),
  }
}
