/** Names of administrative authorities as they are printed. */

/** How the names of administrative authorities end; anything else on a line of its own is no name we can be sure of. */
const endsAsAuthority =
  /(?:政府|委员会|办公[厅室]|办事处|管委会|街道|中心|大队|支队|总队|大学|学院|医院|集团|公司|联合会|总社|法院|检察院|电视台|[厅局委办省市区县旗州盟乡镇场院署行社站所队团师])(?:[（(][^（）()]{1,20}[)）])?$/u

/** Words that no name begins with or holds: labels of a page, words of a sentence, names of documents. */
const noName =
  /索引|来源|日期|时间|文号|编号|分类|类别|体裁|主题|关键词|有效性|时效|发布|字体|字号|打印|浏览|点击|阅读|次数|标题|名称|正文|附件|目录|首页|栏目|位置|扫码|二维码|分享|网站|网址|门户|报告|公报|年报|信息公开|政务公开|通知|公告|公示|现将|关于|根据|按照|以上|本报告/u

/** One line that is the name of an authority and nothing else. */
export const isAuthorityName = (line: string): boolean =>
  line.length >= 2 &&
  line.length <= 40 &&
  /^[\p{Script=Han}（）()〇·、]+$/u.test(line) &&
  endsAsAuthority.test(line) &&
  !noName.test(line)

/** Whether a name that stands in a title can be one: Chinese script, no label of a page, no piece of a sentence. */
export const canBeName = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 50 &&
  /^[\p{Script=Han}][\p{Script=Han}\p{Script=Latin}（）()〇·、\d]*$/u.test(name) &&
  !noName.test(name) &&
  !/^(?:年|月|日|度|的|由|对|及|和|与|我|本|全[省市区县]|各|做好|开展|编制|公布|上|下|前|去年)|[的由对及和与]$/u.test(
    name,
  )

/** The unit that a place gives its name to: 洪泽区 for 洪泽区人民政府. */
const ofPlace = /^(?:人民政府|政府|街道办事处|办事处|管理委员会|管委会)$/u
const isPlace = /(?:省|自治区|市|州|盟|地区|县|区|旗|乡|镇|街道|开发区|新区)$/u
/** A higher place in front of a name: 淮安市 before 洪泽区人民政府. */
const higherPlace = /^(?:\p{Script=Han}{2,8}?(?:省|自治区|市|自治州|州|盟|地区|县|区|旗))+$/u

/** Whether all characters of `short` stand in `full` in their order: 发改局 in 发展和改革局. */
const isShortened = (short: string, full: string): boolean => {
  let at = 0
  for (const character of full) if (character === short[at]) at++
  return at === short.length
}

/**
 * Whether `full` is the full name of what `short` names: a higher place in front, the government of the place, or the
 * words of which `short` has the first characters. Another office of the same place is another authority.
 */
export const isFullNameOf = (full: string, short: string): boolean => {
  if (full.length <= short.length) return false
  if (full.endsWith(short)) return higherPlace.test(full.slice(0, -short.length))
  const at = full.indexOf(short)
  if (at >= 0) {
    const front = full.slice(0, at)
    const behind = full.slice(at + short.length)
    return isPlace.test(short) && ofPlace.test(behind) && (front === '' || higherPlace.test(front))
  }
  // 发改局 for 发展和改革局, 管委会 for 管理委员会: the same end, the same place in front.
  const same = short.at(-1) === full.at(-1) && short.slice(0, 2) === full.slice(0, 2)
  return same && short.length >= 4 && isShortened(short, full)
}

/** A name that begins with a place: 洪泽区人民政府, but not 市场监督管理局, which every city has. */
const ownPlace = /^\p{Script=Han}{1,7}(?:市|州|盟|县|区|旗|乡|镇|街道)/u

/** Characters that stand before a name in a sentence and in no name of a place. */
const boundary = '由与向请据经是对，。；：、（）《》“”\\s\\d'
const run = new RegExp(`[^${boundary}]*$`, 'u')

/**
 * The name with the higher place that the text itself puts in front of it, the same each time:
 * 由淮安市洪泽区人民政府办公室 gives 淮安市洪泽区人民政府. Null where the text says none, or several.
 */
export const fullNameInText = (name: string, text: string): string | null => {
  if (!ownPlace.test(name)) return null
  const found = new Set<string>()
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const front = run.exec(text.slice(Math.max(0, at - 16), at))![0]
    if (front.length >= 3 && front.length <= 12 && higherPlace.test(front)) found.add(front)
  }
  return found.size === 1 ? `${[...found][0]!}${name}` : null
}

/** What stands behind a place in the name of its government. */
const governmentOfPlace = /(?:人民政府|政府|街道办事处|办事处|管理委员会|管委会)$/u
/** The office through which an authority acts: 办公室, 政务公开办公室, 秘书处. */
const ownOffice =
  /^(?!委)(?:\p{Script=Han}{0,16}办公[厅室]|秘书[处科]|综合[处科股]|(?:政务|信息)公开[处科股办])$/u
const bracketed = /[（(][^（）()]*[）)]/gu

/** A name without brackets, white space and the words that only long forms have. */
const shortForm = (name: string): string =>
  name
    .replace(/\s+/gu, '')
    .replace(bracketed, '')
    .replace(/管理委员会/gu, '管委')
    .replace(/(?<=管委)会$/u, '')
    .replace(/委员会/gu, '委')
    .replace(/街道办事处/gu, '街道')

const placeEnds = '(?:省|(?<!城)市(?![场监])|州|盟|县|区|旗|(?<!城)[镇乡]|街道)'
const placesInFront = new RegExp(
  `^\\p{Script=Han}{0,12}?${placeEnds}(?:\\p{Script=Han}{1,12}?${placeEnds})*`,
  'u',
)
const afterPlace = new RegExp(`(?<=${placeEnds})`, 'u')

/** The lowest place at the front of a name: 白石镇 of 青禾县白石镇人民政府. */
const lowestPlace = (name: string): string =>
  placesInFront
    .exec(name)?.[0]
    .split(afterPlace)
    .findLast(place => place !== '') ?? ''

/** Whether one of two names can be the other shortened: its characters in their order, the same end, of no lower place. */
const isShortOf = (short: string, full: string): boolean =>
  short.length >= 3 &&
  short.at(-1) === full.at(-1) &&
  isShortened(short, full) &&
  isShortened(lowestPlace(short), lowestPlace(full))

/**
 * Whether two names mean one authority: equal, full and short, with or without the higher places in front, the place
 * for its government, the authority for its own office. Lenient: two bodies of one place that cannot be told from an
 * abbreviation count as one.
 */
export const isSameAuthority = (a: string, b: string): boolean => {
  const forms = (name: string): readonly string[] => {
    const own = shortForm(name)
    const withoutOffice = own.replace(/办公[厅室]$|(?<=政府)办$/u, '')
    return [own, withoutOffice].flatMap(each => [each, each.replace(governmentOfPlace, '')])
  }
  const [as, bs] = [forms(a), forms(b)]
  const alike = (x: string, y: string): boolean => {
    if (x === '' || y === '') return false
    if (x === y || x.endsWith(y) || y.endsWith(x) || isShortOf(x, y) || isShortOf(y, x)) return true
    const [short, long] = x.length < y.length ? [x, y] : [y, x]
    return long.includes(short) && ownOffice.test(long.slice(long.indexOf(short) + short.length))
  }
  return as.some(x => bs.some(y => alike(x, y)))
}

/** Whether a name is that of a township, a town or a sub-district, the lowest authorities there are. */
export const isTownship = (name: string): boolean =>
  /(?:(?<!景德)镇|乡|苏木)(?:人民政府|政府)(?:办公室)?$|街道(?:办事处|办)?(?:办公室|党政办公室)?$|^\p{Script=Han}{2,16}(?:(?<!景德)镇|乡)$/u.test(
    name.replace(bracketed, ''),
  )
