/**
 * The words by which reports tell what a number counts, each kind in one place. They are pieces of patterns: `any` makes
 * one of several.
 */
export const any = (words: readonly string[]): string => words.join('|')

/** A request for government information, by name. */
export const requestNouns = [
  '(?:依|已)申请公开',
  '(?:信息|政务)公开(?:的|类|方面的?)?(?:书面)?(?:申请|请求|来信)',
  '公开(?:的|类)?申请',
  '申请(?:信息|政府信息)?公开',
  '申请(?:获取|公开)(?:的)?(?:政府|政务)?信息',
  '(?:信息|公开)申请',
  '依申请(?:办理|事项|信息|政府|件|类|答复|公文)',
  '申请政府信息',
  '公开(?:政府)?信息(?:的)?申请',
]

/** Results that only requests have: with a number they tell that the clause speaks of requests. */
export const outcomeNouns = [
  '予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|信访举报投诉类|重复申请|国家秘密|第三方合法权益|过程性信息|内部事务信息|执法案卷|查询事项|不掌握相关|现成信息|公开出版物|反复申请',
]

/** The same, where the words around tell what was applied for. */
export const bareRequests = ['申请(?:书|表|件|函)?']

/** A case of reconsideration, a lawsuit. */
export const reconsiderations = ['复议']
export const lawsuits = ['诉讼', '起诉', '应诉', '被诉', '涉诉', '败诉', '胜诉']

/** Matters of an office that are counted alike and are no request for information. */
export const otherMatters = [
  '协助调查|协助办理|协助答复|协查|协办|咨询|许可|法律援助|救助|补[贴助]|资助|公证|投诉|举报|征地|不动产|登记申请|登记证|专利|商标',
  '信访|热线|留言|信箱|来信|来访|来电|建议|提案|议案|诉求|工单|网络问政|审批|备案|执法|处罚|听证',
  '指南|栏目|培训|会议|查询|证明|低保|职称|仲裁|鉴定|采购|招[标聘录]|报名|检查|调解|贷款|奖励|认定|变更|换证|取水|排污|施工',
  '用地|资金|项目|保障性住房|公租房|公积金|户籍|婚姻|档案|案例|审查|评估|政策|解读|新闻|稿件|动态|公告|公示|事项清单|订单|课题|模板|文书|手册|台账|制度|办法|通知|答复书|告知书',
]

/** What was received. */
export const receivedWords = [
  '收到',
  '新收',
  '受理',
  '接收',
  '接到',
  '收悉',
  '收取',
  '接受',
  '接件',
  '收件',
  '接获',
  '收[^到取悉件费]{0,2}(?=依?申请)',
  '(?:提出|提交|提起)的?',
]

/** What was brought to an end. */
export const closedWords = ['办结', '办理', '办复', '答复', '回复', '处理完毕', '完成', '处理完']

/** Within the time of the law, which not all that was closed need have been. */
export const inTimeWords = [
  '按时',
  '按期',
  '如期',
  '限期',
  '期限',
  '时限',
  '当场',
  '逾期',
  '超期',
  '及时',
  '延期',
  '提前',
]

/** Stages of a request that are neither received nor closed. */
export const otherStages = ['补正', '撤回', '撤销', '收费', '缴', '征求', '告知', '延长']

/** Nothing: 未收到, 没有发生, 无. */
export const noneBefore = [
  '未(?:曾|有|再)?(?:发生|有|出现|产生|引发|引起|收到|接到|接收到?|受理|新收|被|因|涉及|提起|败诉|存在|制发|制定|出台|印发|新增|办理|发现|结转|形成|收悉|新制定)(?:到|过|有)?',
  '没有(?:发生|出现|产生|收到|接到|受理|被|因|涉及|制发|制定|出台)?(?:过)?',
  '不存在',
  '无(?!法|需|须|偿|效|误|故|权|理|正当|论|障碍|关|不|人员)(?:因)?',
  '(?<![十百千万\\d])零(?=(?:行政)?复议|(?:行政)?诉讼|申请|败诉|纠错|结转)',
]

/** Said behind what is denied: 均未发生, 为零. */
export const noneBehind =
  '(?:数量|数|案件|情况|情形|件)*(?:均|都|全部)?(?:未发生|没有发生|没有|未收到|为?(?:0|零)(?:件|起|宗|例|次|份|条)?|无)'

/** Words with a none-word that deny nothing of the kind. */
export const innocent = [
  '未经(?:行政)?复议',
  '(?:尚)?未审结',
  '尚未(?:审结|办结)',
  '无法提供',
  '无正当理由',
  '对?(?:行政)?复议(?:决定|结果|后)',
  '未予',
]

/** A case was lost. */
export const lostWords = ['败诉', '纠错', '纠正', '撤销', '确认违法', '责令']

/** Channels and kinds of applicants: a number of theirs is a part. */
export const channels = [
  '通过|依托|网络|网上|网站|在线|线上|信函|邮寄|信件|邮件|邮箱|当面|现场|线下|传真|窗口|平台|电话|自然人|法人|企业|个人|公民|科研机构|社会公益|法律服务|律师',
]

/** Words with those that name everybody, or all channels. */
export const everybody =
  /(?:自然人|公民|个人|法人|企业|公司|群众)(?:(?:、|和|或者?|及|以及|与)(?:自然人|公民|个人|法人|企业|公司|社会团体|(?:其[他它])?(?:社会)?组织|单位))+|(?:书面|网[络上]|信函|邮寄|当面|现场|在线|邮件|传真)(?:方式|形式)?(?:(?:、|和|或者?|及|以及|与)(?:书面|网[络上]|信函|邮寄|当面|现场|在线|邮件|传真)(?:方式|形式)?)+(?:等)?(?:方式|形式|渠道|途径)?(?=提|的|申|政|要)|公民[、和或]?(?:个人[、和或]?)?(?:法人)?(?:和|或|或者|及|以及|、|与)?(?:其[他它])?(?:社会)?组织|(?:社会|群众|公众|公民)(?=提|申|政|信|依)|(?:通过|以)(?:各[种类]|多种|不同|上述|[^,，]{2,30}等(?:各种|多种|各类|\d种|[两三四五六]种)?)(?:申请)?(?:方式|渠道|途径|形式|平台)/gu

/** Fillers of a clause that say nothing of what is counted. */
export const fillers = new RegExp(
  any([
    '收到|新收|受理|接收到?|接到|收悉|收取|接受|处理|办结|办理|办复|答复|回复|完成|完毕|结转|转结|转入|继续|予以|作出|做出|给予',
    '依法|依规|依照|按照|按规定|严格|均|都|全部|已经|已|共计|共|合计|总计|累计|总共|其中|另有|另|还有|尚有|仍有|现有|有|含|包括|包含|涉及|分别|为|是|的|了|达',
    '数量|总数|总量|总|数|件数|件|量|事项|类|情况|方面|工作|书面|有效|新|再|也|并|对|将|以|由|向|就',
    '全年度?|本年度?|当年度?|年内|年度|上一?年度?|下一?年度?|去年|今年以?来?|20\\d\\d年?度?|截[至止到]+(?:目前|年底|年末|12月(?:31日)?底?)?|到|至|从|自|于|在|起|止|期间|报告期内?|一年来|年',
    '政府信息公开|政务公开|信息公开|依申请公开|依申请|申请公开|公开申请|申请|政府信息|政务信息|信息|公开|相关|有关|各类|各种|群众|社会|公众|公民|法人|其他组织|和|或者|或|以及|及|与|、|个',
    '全|各|实际|目前|年末|年底|当年|顺利|妥善|法定|规定|期限|时限|期|内|要求|程序|剩余|其余|余|尚|仍|还|次|区内|处|我|本|局|委|办|厅|镇|乡|县|区|市|街道|街|省|州|旗|单位|机关|部门|中心|站|院|级',
  ]),
  'gu',
)
