import { narrative } from '../../../support/narrative.ts'
import { type CheckCases, clean, saying } from './case.ts'

const fires = (text: string, expected: number, actual: number) => ({
  name: text,
  report: saying(text),
  gives: [{ severity: 'warning' as const, expected, actual }],
})
const silent = (text: string) => ({ name: text, report: saying(text) })
const twice = (first: string, second: string) =>
  clean({ sections: narrative({ overview: [first], otherMatters: [second, '未收取信息处理费。'] }).sections })
const opening = (text: string) =>
  clean({ report: { preamble: [{ text, source: { kind: 'paragraph', paragraph: 1 } }] } })

export const textItselfCases: CheckCases = {
  'text-parts-sum': {
    broken: [
      fires(
        '全年主动公开政府信息490条，其中门户网站公开419条，信息平台公开49条，微信公众号121条。',
        490,
        589,
      ),
      fires('共计公开656条，其中，采用信息655条、重点领域信息59条。', 656, 714),
      fires('全年公开信息100条。其中，文件类47件，公告85个。', 100, 132),
      fires('公开信息664件（其中文件47件，公告85个，解读12个，其他500个）。', 664, 644),
      fires('收到申请749件，其中自然人申请741件，法人或其他组织申请6件。', 749, 747),
    ],
    holding: [
      silent('公开信息664件。其中，文件类47件，公示公告85个，政策解读12个，其他事项520个。'),
      silent('共收到申请749件，其中自然人申请741件，法人或其他组织申请8件；共办理718件，结转下一年31件。'),
      silent('公开信息100条，其中网站60条，微信30条。'),
      silent('公开信息345条，其中规章11条、规范性文件8条、其他文件102条；动态类信息213条、其他信息11条。'),
      silent('新收申请317件，上年结转3件。其中，予以公开184件，部分公开118件，结转下年度18件。'),
      silent('公开信息100条，其中动态60条，公告19条，开展征集2次，办理来信183条。'),
      silent('收到申请22件，其中自然人20件，法人2件，予以公开15件，部分公开7件。'),
      silent('收到申请22件，办结20件，其中网上申请15件，信函申请7件。'),
      silent('公开信息100条（其中网站60条），办结提案70件。'),
      silent('公开信息100条，其中网站60条，共培训70次。'),
      silent('公开信息100余条，其中网站90条，微信80条。'),
      silent('公开信息100条，其中网站60条，微信约50条。'),
      silent('开展培训10次，其中线上6次，参训300人次、180人次。'),
      silent('公开信息100条，其中网站80条，其中图片60条，视频20条。'),
      silent('公开信息100条，其中网站80条，比上年增加90条。'),
    ],
  },
  'text-percent': {
    broken: [
      {
        name: '28 is 78.5 % of no whole number',
        report: saying('收到来信32件，其中个人28件，占78.5%；单位4件，占12.5%。'),
        gives: [{ severity: 'warning', expected: 87.5, actual: 78.5 }],
      },
      fires('全年公开信息200条，其中政策文件50条（占35%）。', 25, 35),
      fires('收到来信32件，较上年的38件下降25.8%。', 15.8, 25.8),
    ],
    holding: [
      silent('收到来信32件，其中个人28件，占87.5%；单位4件，占12.5%。'),
      { name: 'rounded up', report: saying('公开信息31条，其中政策文件11条，占35.5%。') },
      { name: 'cut off', report: saying('公开信息31条，其中政策文件11条，占35.4%。') },
      { name: 'a total that is not stated', report: saying('政策文件50条，占80%。') },
      { name: 'about', report: saying('公开信息200条，其中政策文件50条，约占30%。') },
      { name: 'last year is not stated', report: saying('收到来信32件，同比下降15.9%。') },
      silent('收到来信32件，较上年的38件下降15.8%。'),
    ],
  },
  'text-figure-repeated-differently': {
    broken: [
      {
        name: '33 篇 and 21 个',
        report: twice('全年共发布政策解读内容33篇。', '全年发布政策解读21个。'),
        gives: [{ expected: 33, actual: 21 }],
      },
      {
        name: 'information disclosed',
        report: twice('2023年，主动公开政府信息1200条。', '全年共主动公开政府信息1300条。'),
        gives: [{ expected: 1200, actual: 1300 }],
      },
    ],
    holding: [
      { name: 'the same number', report: twice('全年共发布政策解读33篇。', '全年发布政策解读33个。') },
      {
        name: 'one of them a channel',
        report: twice('2023年，主动公开政府信息1200条。', '全年通过网站主动公开政府信息1000条。'),
      },
      {
        name: 'one of them quoted',
        report: twice('全年发布政策解读33篇。', '全年引用、公开市级政策解读2篇。'),
      },
      { name: 'another scope', report: twice('全年发布政策解读33篇。', '全县全年发布政策解读210篇。') },
      { name: 'another year', report: twice('全年发布政策解读33篇。', '2022年发布政策解读21篇。') },
      { name: 'a part', report: twice('全年发布政策解读33篇。', '全年发布信息90篇，其中发布政策解读21篇。') },
      { name: 'a rounded number', report: twice('全年发布政策解读33篇。', '全年发布政策解读30余篇。') },
    ],
  },
  'text-ordinals-skip': {
    broken: [
      {
        name: 'the third is missing',
        report: saying('一是加强领导。二是健全制度。四是强化监督。'),
        gives: [{ severity: 'info', expected: 3, actual: 4 }],
      },
      {
        name: 'each in a paragraph of its own',
        report: saying(['一是加强领导。', '三是强化监督。']),
        gives: [
          {
            expected: 2,
            actual: 3,
            evidence: [
              { section: 'overview', paragraph: 1, quote: '一是加强领导' },
              { section: 'overview', paragraph: 2, quote: '三是强化监督' },
            ],
          },
        ],
      },
    ],
    holding: [
      silent('一是加强领导；二是健全制度；三是强化监督。'),
      silent('一是加强领导，二是健全制度。一是更新不及时，二是解读不足。'),
      silent('一是加强领导。统一是目标，专一是作风。'),
    ],
  },
  'text-section-count': {
    broken: [
      {
        name: 'seven of six',
        report: opening('全文包括总体情况、主动公开政府信息情况等七个部分。'),
        gives: [{ severity: 'info', expected: 7, actual: 6 }],
      },
      {
        name: 'six, but five listed',
        report: opening(
          '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在问题及改进情况、其他需要报告的事项六部分组成。',
        ),
        gives: [{ expected: 6, actual: 5 }],
      },
    ],
    holding: [
      { name: 'six of six', report: clean() },
      {
        name: 'a list that 等 leaves open',
        report: opening('全文由总体情况、主动公开政府信息情况、存在的主要问题及改进情况等六个部分组成。'),
      },
      { name: 'no such claim', report: opening('本报告根据条例编制。') },
      {
        name: 'a section is missing: another finding',
        report: clean({ report: { headings: narrative({ otherMatters: null }).report.headings } }),
      },
      { name: 'some parts', report: opening('本报告的大部分数据来自各单位。') },
    ],
  },
}
