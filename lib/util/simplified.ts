/**
 * Traditional characters and the simplified ones they are printed for: those of the forms' vocabulary, of units and of
 * captions, every variant of them. Made from OpenCC's tables (TSCharacters, HKVariants, TWVariants), held by a test.
 */
const traditional =
  '佈係個備傢億內冊則動務區問單噹國執報審對屬幣廢張強後復戶捲採據數於會査條業構樁樣機檔權歐決沒況減為無爲牽獲現當發確祕種稱穩穫筆箇範糾納細組結統經維編總織繫繳繼續罰與舉萬處號補製複覆見規計訊訟訪設許訴註詢該認說説請議護貨責費購資踰轉辦這進過鎊開閤關隻韆項頭題額類體髮齣標領終頻別際產給絕從應實檢協調臺專'
const simplified =
  '布系个备家亿内册则动务区问单当国执报审对属币废张强后复户卷采据数于会查条业构桩样机档权欧决没况减为无为牵获现当发确秘种称稳获笔个范纠纳细组结统经维编总织系缴继续罚与举万处号补制复复见规计讯讼访设许诉注询该认说说请议护货责费购资逾转办这进过镑开合关只千项头题额类体发出标领终频别际产给绝从应实检协调台专'
const toSimplified = new Map([...traditional].map((character, at) => [character, [...simplified][at]!]))
const anyTraditional = new RegExp(`[${traditional}]`, 'gu')

/** Words that Taiwan prints in other characters altogether. */
const words: Readonly<Record<string, string>> = { 资讯: '信息', 专案: '项目' }
const anyWord = new RegExp(Object.keys(words).join('|'), 'gu')

/** The text in simplified characters, for comparison. What is simplified already comes back as it is. */
export const inSimplified = (text: string): string => {
  const changed = text.replace(anyTraditional, character => toSimplified.get(character)!)
  return changed === text ? text : changed.replace(anyWord, word => words[word]!)
}
