import { evenName } from '../../../lib/series/roster/even-name.ts'

/** Whether two reports of one authority and year are of one unit, where no roster tells: only beyond doubt. */

/** Words in which the sign of a place stands and names none. */
const noPlace =
  /城[乡市镇区]|乡[镇村]|市[场政区]|[社园景林山牧库校厂校战防]区|开发区|(?:保税|示范|试验|实验|功能|高新|度假|管理|工业|新技术产业|合作|集聚)区|地区/gu

/** 青禾县, 白沙区 and the like at the beginning of a name, which tell one bureau from those of all other places. */
const place = /^\p{Script=Han}{2,8}?(?:省|市|县|区|州|盟|旗|镇|乡|街道)/u

/** Whether a name says of which place it is: 青禾县数据局 does, 财政局 and 市场监督管理局 do not. */
export const carriesPlace = (name: string): boolean => place.test(evenName(name).replace(noPlace, ''))

/** How a file is called that takes the place of another. */
const corrected = /更正|改正|修改|修订|修正|补正|订正|重新报送|重新上报|重报|再报|退回后/gu
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
    .replace(corrected, '')
    .replace(copies, '')
    .replace(copies, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')

/** Whether two files lie side by side and are called the same, but for what says that one corrects or copies the other. */
export const isSameFile = (a: string, b: string): boolean => {
  const stem = stemOf(a)
  return folderOf(a) === folderOf(b) && stem === stemOf(b) && [...stem.replace(general, '')].length >= 2
}
