import { expect } from 'vitest'
import { type CheckCases, clean, saying } from './case.ts'

const requests = {
  'requests.newRequests.total': 16,
  'requests.carriedOver.total': 1,
  'requests.outcomes.total.total': 15,
  'requests.carriedForward.total': 2,
}
const about = (text: string) => saying(text, { figures: requests })
const fires = (text: string, expected: number, quote?: string) => ({
  name: text,
  report: about(text),
  gives: [
    {
      severity: 'warning' as const,
      expected,
      ...(quote ? { evidence: [{ section: 'overview', paragraph: 1, quote }] } : {}),
    },
  ],
})
const silent = (text: string) => ({ name: text, report: about(text) })

const cases = {
  'reconsiderationAndLitigation.reconsideration.total': 2,
  'reconsiderationAndLitigation.reconsideration.corrected': 1,
  'reconsiderationAndLitigation.directLitigation.total': 3,
  'reconsiderationAndLitigation.litigationAfterReconsideration.total': 1,
}
const inCourt = (text: string) => saying(`依申请公开工作有序开展。${text}`, { figures: cases })
const courtFires = (text: string, expected: number) => ({
  name: text,
  report: inCourt(text),
  gives: [{ severity: 'warning' as const, expected }],
})
const courtSilent = (text: string) => ({ name: text, report: inCourt(text) })

const documents = {
  'proactiveDisclosure.normativeDocuments.issued': 6,
  'proactiveDisclosure.normativeDocuments.repealed': 1,
  'proactiveDisclosure.normativeDocuments.inForce': 32,
}
const papers = (text: string) => saying(text, { figures: documents })

const results = {
  ...requests,
  'requests.newRequests.naturalPerson': 12,
  'requests.newRequests.commercialEnterprise': 4,
  'requests.outcomes.granted.total': 10,
  'requests.outcomes.denied.thirdPartyRights.total': 3,
  'requests.outcomes.unableToProvide.notHeld.total': 2,
  'reconsiderationAndLitigation.reconsideration.total': 2,
  'reconsiderationAndLitigation.reconsideration.upheld': 1,
  'reconsiderationAndLitigation.reconsideration.corrected': 1,
}
const resultsFire = (text: string, expected: number, actual: number) => ({
  name: text,
  report: saying(text, { figures: results }),
  gives: [{ severity: 'warning' as const, expected, actual }],
})
const resultsSilent = (text: string) => ({ name: text, report: saying(text, { figures: results }) })

export const textTablesCases: CheckCases = {
  'text-requests': {
    broken: [
      fires('2023年，我局共收到政府信息公开申请22件，均按时答复。', 22, '我局共收到政府信息公开申请22件'),
      fires('全年受理依申请公开二十二件。', 22),
      fires('全年共收到２２件政府信息公开申请。', 22),
      fires('全年收到政府信息公开申请 1,022 件。', 1022),
      fires('全年收到依申请公开22件，其中网络申请16件。', 22),
      fires('全县共收到公民、法人和其他组织政府信息公开申请22件。', 22),
      fires('全年未收到政府信息公开申请。', 0),
      fires('全年收到并答复依申请公开14件。', 14),
      {
        name: 'the only number is of subordinate units: kept, with a word about it',
        report: about('下属单位共收到政府信息公开申请22件。'),
        gives: [{ message: expect.objectContaining({ zh: expect.stringContaining('下属单位') }) as never }],
      },
    ],
    holding: [
      silent('全年共收到政府信息公开申请16件。'),
      silent('全年新收申请16件，上年结转1件，依申请公开共17件。'),
      silent('全年收到政府信息公开申请17件。'),
      silent('全年收到并答复依申请公开15件。'),
      silent('收到转办的依申请公开9件，收到当事人直接提出的政府信息公开申请7件。'),
      silent('处理市政府协助调查函22件，收到政府信息公开申请16件。'),
      silent('全年收到依申请公开协助办理件9件。'),
      silent('全年收到依申请公开16件，其中，自然人申请10件，网络申请12件。'),
      silent('从申请方式看，收到网络提交的政府信息公开申请9件。'),
      silent('收到法人政府信息公开申请3件。'),
      silent('2022年收到政府信息公开申请22件，2023年收到政府信息公开申请16件。'),
      silent('收到政府信息公开申请比上年增加6件。'),
      silent('上半年收到政府信息公开申请9件。'),
      silent('全年收到政府信息公开申请20余件。'),
      silent('全年收到政府信息公开申请约20件。'),
      silent('全年收到政府信息公开申请10至20件。'),
      silent('政府信息公开申请答复率100%。'),
      silent('收到行政许可申请220件，政府信息公开工作有序。'),
      silent('依申请公开方面，收到行政复议申请2件。'),
      silent('受理法律援助申请40件。'),
      silent('根据国办公开办函〔2021〕30号，做好政府信息公开申请收到登记。'),
      silent('全县共收到政府信息公开申请16件，其他部门收到政府信息公开申请6件。'),
      silent('全县共收到政府信息公开申请40件，我局收到政府信息公开申请16件。'),
      silent('未收到政府信息公开申请收费投诉。'),
      {
        name: 'the total of the table is blank',
        report: saying('收到政府信息公开申请22件。', { figures: { 'requests.newRequests.total': null } }),
      },
      {
        name: 'what was carried over is blank, so more may be right',
        report: saying('收到政府信息公开申请22件。', {
          figures: { ...requests, 'requests.carriedOver.total': null },
        }),
      },
      { name: 'plans', report: clean({ figures: requests }) },
    ],
  },
  'text-carried': {
    broken: [
      fires('收到依申请公开16件，上年结转3件。', 3, '上年结转3件'),
      fires('收到依申请公开16件，2022年结转3件。', 3),
      fires('收到政府信息公开申请16件，结转下年度继续办理5件。', 5),
      fires('收到政府信息公开申请16件，结转2024年5件。', 5),
      fires('收到政府信息公开申请16件，当年办结12件。', 12),
      fires('全年办理依申请公开12件。', 12),
      fires('收到政府信息公开申请16件；共办理12件，结转下一年2件。', 12),
    ],
    holding: [
      silent('收到依申请公开16件，上年结转1件，办结15件，结转下年度2件。'),
      silent('收到依申请公开17件，其中上年结转1件。'),
      silent('收到依申请公开16件，办结16件。'),
      silent('收到依申请公开16件，结转上年1件；办理15件，下年度继续办理2件。'),
      silent('收到依申请公开16件（其中信件10件，网络6件），已办结15件，2件结转下年办理。'),
      silent('依申请公开有序开展。上年结转资金300万元。'),
      silent('依申请公开有序开展。办理人大建议133件。'),
      silent('收到依申请公开申请16件，按时办结14件。'),
      silent('收到依申请公开申请16件，办结率100%。'),
      silent('收到依申请公开申请16件。办结行政复议案件4件。'),
    ],
  },
  'text-reconsideration': {
    broken: [
      courtFires('处理行政复议5件、行政诉讼4件。', 5),
      courtFires('发生5件行政复议案件。', 5),
      courtFires('被申请行政复议五起。', 5),
      courtFires('因政府信息公开引起的行政复议5件，其中维持3件。', 5),
      courtFires('行政复议5件，其中维持1件、纠正4件。', 5),
    ],
    holding: [
      courtSilent('处理行政复议2件、行政诉讼4件。'),
      courtSilent('行政复议2件，其中维持1件、纠正1件。'),
      courtSilent('行政复议维持5件。'),
      courtSilent('公开行政复议决定书15份。'),
      courtSilent('行政复议、行政诉讼案件共6件。'),
      courtSilent('2022年发生行政复议5件。'),
      courtSilent('未经复议直接起诉3件。'),
      courtSilent('全年办理行政复议案件50件，其中涉及政府信息公开的2件。'),
      courtSilent('行政复议共50件（其中因依申请公开引起的2件）。'),
      {
        name: 'reconsideration as a trade of its own',
        report: saying('全年办理行政复议案件350件。', { figures: cases }),
      },
    ],
  },
  'text-litigation': {
    broken: [courtFires('处理行政复议2件、行政诉讼7件。', 7), courtFires('被提起行政诉讼案件7件。', 7)],
    holding: [
      courtSilent('行政诉讼4件。'),
      courtSilent('行政诉讼应对案件30件，其中政府信息公开类4件。'),
      courtSilent('行政诉讼败诉1件。'),
      courtSilent('行政诉讼一审7件，二审3件。'),
      courtSilent('复议后提起行政诉讼1件。'),
      courtSilent('组织行政诉讼应诉培训7次。'),
      {
        name: 'a total of the table is blank',
        report: saying('依申请公开行政诉讼7件。', {
          figures: { ...cases, 'reconsiderationAndLitigation.directLitigation.total': null },
        }),
      },
    ],
  },
  'text-none-but-table-has': {
    broken: [
      courtFires('未发生因依申请公开引起的行政复议。', 0),
      courtFires('没有提起行政诉讼的情况。', 0),
      courtFires('行政复议0件。', 0),
      courtFires('没有发生因政府信息公开引发举报、投诉、行政复议等事件。', 0),
      courtFires('行政诉讼案件数均为0。', 0),
      {
        name: 'both in one breath, and none corrected: one finding for each matter',
        report: inCourt('无行政复议、行政诉讼案件，未出现行政复议被纠错的情形。'),
        gives: [
          { expected: 0, actual: 2 },
          { expected: 0, actual: 4 },
          { expected: 0, actual: 1 },
        ],
      },
      {
        name: 'said twice, reported once, whole before part',
        report: inCourt('下属单位被提起行政复议0件。我县未发生行政复议。'),
        gives: [
          {
            evidence: [
              expect.objectContaining({ quote: '我县未发生行政复议' }),
              expect.objectContaining({ quote: '下属单位被提起行政复议0件' }),
            ] as never,
          },
        ],
      },
    ],
    holding: [
      courtSilent('未经复议直接起诉的3件。'),
      courtSilent('尚未审结的行政复议正在办理。'),
      courtSilent('行政复议维持0件。'),
      courtSilent('没有因行政复议、行政诉讼被追究责任的情形。'),
      courtSilent('未发生行政诉讼败诉情形。'),
      courtSilent('确保没有行政复议、行政诉讼发生。'),
      courtSilent('2022年未发生行政复议。'),
      courtSilent('没有申请人因对复议决定不服而上访。'),
      {
        name: 'the table says none as well',
        report: saying('未发生因政府信息公开引起的行政复议、行政诉讼。'),
      },
    ],
  },
  'text-normative-documents': {
    broken: [
      { name: 'issued', report: papers('全年制发行政规范性文件9件。'), gives: [{ expected: 9, actual: 6 }] },
      { name: 'number first', report: papers('全年印发9件规范性文件。'), gives: [{ expected: 9 }] },
    ],
    holding: [
      { name: 'issued', report: papers('全年制发行政规范性文件6件。') },
      { name: 'in force', report: papers('保留部门规范性文件32件，废止1件。') },
      { name: 'quoted', report: papers('引用市级政策解读内容及规范性文件2篇。') },
      { name: 'cleared up', report: papers('对现有206件规范性文件实施了7次清理。') },
      { name: 'interpreted', report: papers('公开规范性文件解读材料9件。') },
      { name: 'reviewed', report: papers('审查出台规范性文件9件。') },
      { name: 'with others', report: papers('公开政策文件和规范性文件90件。') },
      { name: 'of one office alone', report: papers('以县政府名义制发行政规范性文件4件。') },
      { name: 'about', report: papers('公开规范性文件30余件。') },
      { name: 'another year', report: papers('2022年制发规范性文件9件。') },
    ],
  },
  'text-outcomes': {
    broken: [
      resultsFire('收到政府信息公开申请16件，办结15件，其中予以公开12件、不予公开3件。', 12, 10),
      resultsFire('收到政府信息公开申请16件，其中自然人11件。', 11, 12),
      resultsFire('答复政府信息公开申请15件，不予公开5件。', 5, 3),
      resultsFire('政府信息公开行政复议2件，其中维持2件。', 2, 1),
      {
        name: 'fewer than the cells that are filled, though one is blank',
        report: saying('办理依申请公开15件，不予公开1件。', {
          figures: { ...results, 'requests.outcomes.denied.stateSecret.total': null },
        }),
        gives: [{ expected: 1, actual: 3 }],
      },
    ],
    holding: [
      resultsSilent('收到政府信息公开申请16件，办结15件，其中予以公开10件、不予公开3件、无法提供2件。'),
      resultsSilent('收到政府信息公开申请16件，其中自然人12件，法人或其他组织4件。'),
      resultsSilent('收到政府信息公开申请16件，其中自然人12件，商业企业4件。'),
      resultsSilent('政府信息公开行政复议2件，其中维持1件、纠正1件。'),
      resultsSilent('各部门收到政府信息公开申请40件，其中予以公开30件。'),
      {
        name: 'more than the cells that are filled: a blank may hold the rest',
        report: saying('办理依申请公开15件，不予公开5件。', {
          figures: { ...results, 'requests.outcomes.denied.stateSecret.total': null },
        }),
      },
    ],
  },
}
