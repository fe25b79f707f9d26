import { expect, test } from 'vitest'
import { runChecks } from '../../../../lib/checks/run-checks.ts'
import { saying } from '../cases/case.ts'

/** The figures all sentences below speak of. */
const requests = {
  newRequests: 25,
  carriedOver: 1,
  'outcomes.granted': 13,
  'outcomes.partiallyGranted': 2,
  'outcomes.denied.thirdPartyRights': 1,
  'outcomes.unableToProvide.notHeld': 7,
  'outcomes.notProcessed.petition': 1,
  'outcomes.total': 24,
  carriedForward: 2,
}

const figures = {
  ...Object.fromEntries(
    Object.entries(requests).flatMap(([row, value]) => {
      const [people, companies] = row === 'newRequests' ? [21, 4] : [value, 0]
      return [
        [`requests.${row}.naturalPerson`, people],
        [`requests.${row}.commercialEnterprise`, companies],
        [`requests.${row}.total`, value],
      ]
    }),
  ),
  'requests.carriedForward.naturalPerson': 0,
  'requests.carriedForward.commercialEnterprise': 2,
  'requests.outcomes.granted.naturalPerson': 11,
  'requests.outcomes.granted.commercialEnterprise': 2,
  'requests.outcomes.total.naturalPerson': 22,
  'requests.outcomes.total.commercialEnterprise': 2,
  'reconsiderationAndLitigation.reconsideration.upheld': 3,
  'reconsiderationAndLitigation.reconsideration.corrected': 1,
  'reconsiderationAndLitigation.reconsideration.pending': 1,
  'reconsiderationAndLitigation.reconsideration.total': 5,
  'reconsiderationAndLitigation.directLitigation.upheld': 2,
  'reconsiderationAndLitigation.directLitigation.pending': 1,
  'reconsiderationAndLitigation.directLitigation.total': 3,
  'reconsiderationAndLitigation.litigationAfterReconsideration.upheld': 1,
  'reconsiderationAndLitigation.litigationAfterReconsideration.total': 1,
  'proactiveDisclosure.normativeDocuments.issued': 6,
  'proactiveDisclosure.normativeDocuments.repealed': 4,
  'proactiveDisclosure.normativeDocuments.inForce': 41,
  'proactiveDisclosure.administrativeLicensing.decisions': 746,
  'proactiveDisclosure.administrativePenalty.decisions': 887,
  'proactiveDisclosure.administrativeCompulsion.decisions': 16,
  'proactiveDisclosure.administrativeFees.amount': 12.5,
}

const heard = (text: string): readonly string[] =>
  runChecks(saying(text, { figures }))
    .filter(({ check }) => check.startsWith('text-'))
    .map(({ message }) => message.zh)

/** A number in braces is one the figures, or the others of its sentence, bear out; `{7>9}` says what to put for it. */
const marks = /\{(?<told>[\d.]+)(?:>(?<wrong>[\d.]+))?\}/gu

const plain = (text: string): string => text.replace(marks, '$<told>')

/** The sentence once for each of its marked numbers, with that number wrong. */
const slips = (text: string): readonly string[] =>
  [...text.matchAll(marks)].map(match => {
    const { told = '', wrong = String(Number(told) + 60) } = match.groups ?? {}
    return plain(text.slice(0, match.index)) + wrong + plain(text.slice(match.index + match[0].length))
  })

test.each([
  '2023年，我局共收到政府信息公开申请{25}件，上年结转{1}件，办结{24}件，结转下年度继续办理{2}件。',
  '2023年，我局收到依申请公开{25}件，结转上年{1}件；办理{24}件，下年度继续办理{2}件。',
  '（二）依申请公开情况。收到依申请公开事项{25}条，均依据部门职责按期答复。',
  '全年通过线上、信函等渠道收到依申请公开信息{25}件。',
  '2023年我局收到{25}条公众通过网上平台提交的政府信息公开申请。',
  '依申请公开{25}件，同比增长25%。',
  '全年收到并答复依申请公开{24}件，其中予以公开{13}件，部分公开{2}件，不予公开{1}件，无法提供{7}件，不予处理{1}件。',
  '全年受理政府信息公开申请{25}件，其中自然人申请{21}件，企业申请{4}件。',
  '全年收到政府信息公开申请{25}件（自然人{21}件，商业企业{4}件），连同上年结转的{1}件，共{26}件。',
  '全年收到政府信息公开申请{25}件，其中网络申请{18}件，信函申请{5}件，当面申请{2}件，均按时答复。',
  '全年收到政府信息公开申请25件，其中自然人21件，占{84>91}%；企业4件，占{16>23}%。',
  '因政府信息公开被申请行政复议{5}件，其中维持{3}件，纠正{1}件，尚未审结{1}件；被提起行政诉讼{4}件。',
  '政府信息公开行政复议{5}件；政府信息公开行政诉讼{4}件，其中未经复议直接起诉{3}件，复议后起诉{1}件。',
  '全年制发行政规范性文件{6}件，废止{4}件，现行有效{41}件。',
  '我局新出台规范性文件{6}件，废止规范性文件{4}件，继续有效的规范性文件{41}件。',
  '主动公开行政许可处理决定{746}件、行政处罚处理决定{887}件。',
  '全年作出行政许可决定{746}件、行政处罚决定{887}件、行政强制{16}件，行政事业性收费{12.5}万元。',
  '主动公开政府信息18758条，其中通过网站公开1535条，通过新媒体公开9335条，通过线下公开{7888>7988}条。',
  '主动公开政府信息{58>59}条，其中工作动态38条，公告公示12条，其他各类信息8条。',
  '（三）行政复议、行政诉讼。被申请行政复议{5}件，其中维持{3}件，纠正{1}件；被提起行政诉讼{4}件。',
  '行政复议情况：{5}件；行政诉讼情况：{4}件。',
  '全年收到政府信息公开申请25件，其中信函申请18件，网络申请7件，申请事项主要涉及规划，办结{24}件，结转下年度办理{2}件。',
  '新收政府信息公开申请{25}件，上年结转{1}件，共计{26}件。',
  '共有{887}件行政处罚决定、{16}件行政强制决定在网站公示。',
  '办理政府信息公开申请{24}件，从答复结果看，予以公开13件，占{54.2>61.5}%；无法提供7件，占{29.2>36.5}%。',
  '因不服行政处罚申请行政复议9件。政府信息公开行政复议{5}件，行政诉讼{4}件。',
  '主动公开政府信息71条。在主动公开的信息中，政策类4条，业务类11条，公开30条，统计{26>28}条。',
  '截至2023年12月31日，本机关共收到申请公开政府信息的申请{25}件，已办结{24}件，尚有{2}件结转至2024年办理。',
  '我局全年受理政府信息公开申请{25}件，申请内容主要涉及征地。全年收到政府信息公开申请25件，均按期答复。',
  '2023年收到政府信息公开申请25件，较2022年增加5件，增长{25>31}%。',
  '全县共收到政府信息公开申请25件，其中县政府12件，县直部门9件，乡镇4件，比上年减少5件，下降{16.7>14.3}%。',
])('%s', text => {
  expect(heard(plain(text))).toEqual([])
  expect(slips(text).filter(slip => heard(slip).length === 0)).toEqual([])
})

test.each([
  '累计主动公开12条，其中公开指南1条，占8%；其他公文5条，占41%；预算决算6条，占50%。',
  '收到政府信息公开申请26件（含2022年结转1件）。',
  '全年通过依申请公开渠道公开政府信息11项。',
  '受理取水许可申请86件，办结86件；受理政府信息公开申请25件，办结24件。',
  '受理法律援助申请326件，受理查档申请3250件。',
  '政府信息公开行政复议5件。因不服行政处罚申请行政复议9件、提起行政诉讼6件，不在此列。',
  '指导各街道、各部门办理依申请公开132件，协助区政府办理依申请公开7件。',
  '收到政府信息公开申请25件，加上上年结转的1件，全年应办理26件，实际办结24件。',
  '办结24件，其中予以公开13件，部分公开2件，不予公开1件（保护第三方合法权益），无法提供7件（本机关不掌握），不予处理1件。',
  '收到政府信息公开申请25件，较2022年增加5件，增长25%。',
  '除自然资源局外，其他部门均未发生政府信息公开行政复议、行政诉讼。',
  '政务新媒体29个，其中微信公众号18个，微博8个，其他3个，2023年关停5个。',
  '全年信息更新468条，其中政策法规22条，规划计划5条，人事信息23条。',
  '对2019—2023年度行政许可、行政处罚信息进行公开，涉及2515项。',
  '区政府行政复议机构收到行政复议申请82件，受理75件，审结70件。',
  '本报告由总体情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况等六项内容组成。',
  '全区各行政机关共收到政府信息公开申请25件，其中区政府本级收到12件，区直部门收到9件，镇街收到4件。',
  '政府信息公开行政诉讼4件，其中直接起诉3件，复议后起诉1件，尚未审结1件。',
  '收到政府信息公开申请25件，其中法人或其他组织4件，比上年减少4件，下降50%。',
])('nothing to say: %s', text => expect(heard(text)).toEqual([]))
