import { drawReport } from '../support/form-html.ts'
import type { SampleReport } from './docx-report.ts'

/** The reports that stand in the inbox on the first start. Authorities, sentences and figures are invented. */

const preamble = (authority: string, year: number, site: string): string =>
  `根据《中华人民共和国政府信息公开条例》第五十条规定，现公布${authority}${year}年政府信息公开工作年度报告。全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。本报告电子版可在${site}下载。如对报告内容有疑问，请与${authority}办公室联系（电话：0000-5550100）。`

const requests2021 = {
  'requests.newRequests.naturalPerson': 18,
  'requests.newRequests.commercialEnterprise': 3,
  'requests.newRequests.legalServiceOrganization': 2,
  'requests.newRequests.total': 23,
  'requests.carriedOver.naturalPerson': 1,
  'requests.carriedOver.total': 1,
  'requests.outcomes.granted.naturalPerson': 9,
  'requests.outcomes.granted.commercialEnterprise': 2,
  'requests.outcomes.granted.legalServiceOrganization': 1,
  'requests.outcomes.granted.total': 12,
  'requests.outcomes.partiallyGranted.naturalPerson': 3,
  'requests.outcomes.partiallyGranted.commercialEnterprise': 1,
  'requests.outcomes.partiallyGranted.total': 4,
  'requests.outcomes.denied.thirdPartyRights.naturalPerson': 1,
  'requests.outcomes.denied.thirdPartyRights.total': 1,
  'requests.outcomes.unableToProvide.notHeld.naturalPerson': 4,
  'requests.outcomes.unableToProvide.notHeld.legalServiceOrganization': 1,
  'requests.outcomes.unableToProvide.notHeld.total': 5,
  'requests.outcomes.other.correctionOverdue.naturalPerson': 1,
  'requests.outcomes.other.correctionOverdue.total': 1,
  'requests.outcomes.total.naturalPerson': 18,
  'requests.outcomes.total.commercialEnterprise': 3,
  'requests.outcomes.total.legalServiceOrganization': 2,
  'requests.outcomes.total.total': 23,
  'requests.carriedForward.naturalPerson': 1,
  'requests.carriedForward.total': 1,
}

const qinghe = drawReport('2021', {
  'proactiveDisclosure.normativeDocuments.issued': 4,
  'proactiveDisclosure.normativeDocuments.repealed': 1,
  'proactiveDisclosure.normativeDocuments.inForce': 37,
  'proactiveDisclosure.administrativeLicensing.decisions': 1286,
  'proactiveDisclosure.administrativePenalty.decisions': 42,
  'proactiveDisclosure.administrativeCompulsion.decisions': 3,
  'proactiveDisclosure.administrativeFees.amount': '86.35',
  ...requests2021,
  'reconsiderationAndLitigation.reconsideration.upheld': 1,
  'reconsiderationAndLitigation.reconsideration.total': 1,
})

const baisha = drawReport('2021', {
  'proactiveDisclosure.normativeDocuments.issued': 2,
  'proactiveDisclosure.normativeDocuments.inForce': 15,
  'proactiveDisclosure.administrativeLicensing.decisions': 530,
  'proactiveDisclosure.administrativePenalty.decisions': 17,
  ...requests2021,
  // The slip: 12 + 4 + 1 + 5 + 1 is 23, and 18 + 3 + 2 is 23, but 24 is printed.
  'requests.outcomes.total.total': 24,
})

const linxi = drawReport('2019', {
  'proactiveDisclosure.normativeDocuments.newlyProduced': 6,
  'proactiveDisclosure.normativeDocuments.newlyDisclosed': 6,
  'proactiveDisclosure.normativeDocuments.totalDisclosed': 58,
  'proactiveDisclosure.administrativeLicensing.previousYearItems': 112,
  'proactiveDisclosure.administrativeLicensing.changeThisYear': '+5',
  'proactiveDisclosure.administrativeLicensing.decisions': 4210,
  'proactiveDisclosure.otherManagementServices.previousYearItems': 96,
  'proactiveDisclosure.otherManagementServices.changeThisYear': '-3',
  'proactiveDisclosure.otherManagementServices.decisions': 880,
  'proactiveDisclosure.administrativePenalty.previousYearItems': 205,
  'proactiveDisclosure.administrativePenalty.decisions': 64,
  'proactiveDisclosure.administrativeCompulsion.previousYearItems': 12,
  'proactiveDisclosure.administrativeFees.previousYearItems': 8,
  'proactiveDisclosure.centralizedProcurement.projectCount': 31,
  'proactiveDisclosure.centralizedProcurement.totalAmount': '768.4万元',
  'requests.newRequests.naturalPerson': 7,
  'requests.newRequests.total': 7,
  'requests.outcomes.granted.naturalPerson': 5,
  'requests.outcomes.granted.total': 5,
  'requests.outcomes.unableToProvide.notHeld.naturalPerson': 2,
  // Left blank by its author: the total of this row.
  'requests.outcomes.unableToProvide.notHeld.total': '',
  'requests.outcomes.total.naturalPerson': 7,
  'requests.outcomes.total.total': 7,
})

const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const

const sectionsOf = (
  drawn: typeof qinghe,
  overview: readonly string[],
  problems: readonly string[],
  other: readonly string[],
): SampleReport['sections'] => [
  { heading: headings[0], paragraphs: overview },
  { heading: headings[1], paragraphs: [], table: drawn.proactiveDisclosure },
  { heading: headings[2], paragraphs: [], table: drawn.requests },
  { heading: headings[3], paragraphs: [], table: drawn.reconsiderationAndLitigation },
  { heading: headings[4], paragraphs: problems },
  { heading: headings[5], paragraphs: other },
]

export const samples: Readonly<Record<string, SampleReport>> = {
  '示例一 青禾县数据局2023年年度报告': {
    title: '青禾县数据局2023年政府信息公开工作年度报告',
    preamble: preamble('青禾县数据局', 2023, '青禾县人民政府网站'),
    sections: sectionsOf(
      qinghe,
      [
        '2023年，我局认真落实条例要求，持续做好政务公开各项工作，制发行政规范性文件4件，均按规定公开并同步解读。',
        '全年新收政府信息公开申请23件，上年结转1件，均依法依规办理，结转下年度1件。发生行政复议1件，未发生行政诉讼。',
        '信息发布前逐件审核公开属性，网站专栏和政务新媒体按期更新；政务公开纳入年度考核，开展培训2次。',
      ],
      ['部分栏目更新还不够及时，解读形式较为单一。下一步将完善栏目保障清单，丰富图解、问答等解读形式。'],
      ['本年度未收取政府信息公开信息处理费。'],
    ),
    signature: ['青禾县数据局', '2024年1月16日'],
  },
  '示例二 白沙区水务局2022年年度报告（合计有误）': {
    title: '白沙区水务局2022年政府信息公开工作年度报告',
    preamble: preamble('白沙区水务局', 2022, '白沙区人民政府网站'),
    sections: sectionsOf(
      baisha,
      [
        '2022年，我局围绕供水保障、河湖管理等群众关心的事项主动公开政府信息，全年制发行政规范性文件2件。',
        '全年新收政府信息公开申请23件，上年结转1件，结转下年度1件。未发生行政复议、行政诉讼。',
        '信息发布前逐件审核公开属性，网站专栏和政务新媒体按期更新；政务公开纳入年度考核，开展培训2次。',
      ],
      ['业务科室公开意识还需增强。下一步将加强培训，把公开属性审核嵌入公文办理流程。'],
      ['本年度未收取政府信息公开信息处理费。'],
    ),
    signature: ['白沙区水务局', '2023年1月19日'],
  },
  '示例三 临溪镇人民政府2020年年度报告（有空白格）': {
    title: '临溪镇人民政府2020年政府信息公开工作年度报告',
    preamble: preamble('临溪镇人民政府', 2020, '临溪镇人民政府网站'),
    sections: sectionsOf(
      linxi,
      ['2020年，镇政府坚持以公开为常态，收到政府信息公开申请7件，全部按期答复。没有发生行政复议和行政诉讼。'],
      ['村级公开目录还不够统一。下一步将对照标准目录逐项梳理，补齐短板。'],
      ['无其他需要报告的事项。'],
    ),
    signature: ['临溪镇人民政府', '2021年1月22日'],
  },
}
