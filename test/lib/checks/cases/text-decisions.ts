import type { Report } from '../../../../lib/model/report.ts'
import { type CheckCases, saying } from './case.ts'

const figures = {
  'proactiveDisclosure.administrativeLicensing.decisions': 746,
  'proactiveDisclosure.administrativePenalty.decisions': 887,
  'proactiveDisclosure.administrativeCompulsion.decisions': 5,
  'proactiveDisclosure.administrativeFees.amount': 1234.567,
}
const says = (text: string): Report => saying(text, { figures })

/** Sentences and how many of their numbers the table does not bear out. */
const wrong: readonly (readonly [string, number])[] = [
  ['主动公开行政许可处理事项746件、行政处罚处理事项888件。', 1],
  ['截至12月31日，主动公开执行行政许可339项。', 1],
  ['全年作出行政许可决定700件，行政处罚决定800件，行政强制决定6件。', 3],
  ['2023年，我局共作出行政许可700件、行政处罚800件、行政强制6件。', 3],
  ['行政许可处理决定数量为700件。', 1],
  ['本年行政许可处理决定700件，行政处罚处理决定800件。', 2],
  ['实施行政处罚800件，实施行政强制6次。', 2],
  ['依法作出行政处罚决定书800份。', 1],
  ['2023年我局行政许可700件、行政处罚800件。', 2],
  ['作出行政许可700件、处罚800件、强制6件。', 3],
  ['共计作出行政许可决定七百零一项。', 1],
  ['全年办理行政许可800件。', 1],
  ['公开卫生行政许可746件，卫生行政处罚19件。', 1],
  ['作出行政处罚决定887起，行政强制措施4起；颁发安全生产许可、危险化学品经营许可等行政许可247件。', 2],
  ['共有412件行政处罚决定、9件行政强制决定在网站公示。', 2],
  ['主动公开行政许可决定1208条、行政处罚决定96条。', 2],
  ['全年办理行政许可980件，其中道路运输许可760件、其他许可220件；行政处罚215件。', 2],
  ['全年未作出行政处罚决定。', 1],
  ['未作出行政许可、行政处罚、行政强制决定。', 3],
  ['没有实施行政强制。', 1],
  ['收取行政事业性收费1200万元。', 1],
  ['行政事业性收费12345671元。', 1],
  ['行政事业性收费共计0.1239亿元。', 1],
  ['行政事业性收费金额为1234.65万元。', 1],
  ['未收取行政事业性收费。', 1],
]

const right: readonly string[] = [
  '全年作出行政许可决定746件，行政处罚决定887件，行政强制决定5件。',
  '行政事业性收费12,345,670元。',
  '行政事业性收费1234.57万元。',
  '行政事业性收费1234.5万元。',
  '行政事业性收费0.1234亿元。',
  '行政事业性收费约1200万元。',
  '行政事业性收费标准为10元/件。',
  '减免行政事业性收费300万元。',
  '取消行政事业性收费3项。',
  '政府信息公开未收取行政事业性收费。',
  '信息处理费300元，行政事业性收费另行公开。',
  '作出行政处罚决定约800件。',
  '2022年作出行政处罚决定800件。',
  '作出行政处罚决定887件，其中简易程序决定500件。',
  '作出行政许可、行政处罚决定共1633件。',
  '作出不予行政许可决定12件。',
  '撤销行政处罚决定2件。',
  '受理行政许可申请800件，办结790件。',
  '办理行政许可审批800件。',
  '受理办理行政许可申请800件。',
  '政务服务大厅办理行政许可800件。',
  '消防救援领域查处违法行为12起。',
  '行政处罚案件800件。',
  '主动公开行政许可信息1208条。',
  '撤销12件行政处罚决定。',
  '行政许可类信息10条，行政处罚类信息0条。',
  '行政处罚信息800条。',
  '公示行政许可700件、行政处罚800件。',
  '公开行政许可事项清单32项。',
  '取消、下放行政许可事项14项。',
  '建筑企业资质行政许可审批22条。',
  '行政许可平均办理时间3个工作日。',
  '行政处罚罚款金额30万元。',
  '因行政处罚引发行政复议3件。',
  '各镇街作出行政处罚决定80件。',
  '作出行政处罚决定较上年增加30件。',
  '对2019-2021年度行政许可、行政处罚、行政强制执行等结果信息进行公开，涉及具体人员及事项2515项。',
]

export const textDecisionsCases: CheckCases = {
  'text-licensing-penalties-fees': {
    broken: wrong.map(([text, times]) => ({
      name: text,
      report: says(text),
      gives: Array.from({ length: times }, () => ({ severity: 'warning' as const })),
    })),
    holding: [
      ...right.map(text => ({ name: text, report: says(text) })),
      {
        name: 'the cell is blank',
        report: saying('作出行政许可决定3件。', {
          figures: { 'proactiveDisclosure.administrativeLicensing.decisions': null },
        }),
      },
      {
        name: 'fees in the form of 2019, which counts items',
        report: saying('收取行政事业性收费12万元。', { edition: '2019' }),
      },
    ],
  },
}
