/** Quantities of the whole year that reports name more than once, by the words right before the number. */
export interface NamedQuantity {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly words: RegExp
  /** Words of the sentence up to the number that make it another quantity. */
  readonly otherwise: RegExp
}

const sum = '(?:共计?|合计|累计|总计|总数|总量|数量|约|为|达到?)*$'
const narrower =
  /其中|引用|转载|转发|本级|下属|直属|通过|依托|利用|网站|平台|微信|微博|公众号|媒体|栏目|客户端|领域|重要|重点|季度|半年|\d月/u

export const namedQuantities: readonly NamedQuantity[] = [
  {
    id: 'policyInterpretation',
    zh: '政策解读',
    en: 'policy interpretations published',
    words: new RegExp(
      `(?:发布|公开|制作|编写)[^、和及与]{0,6}政策解读(?:内容|信息|材料|稿件?|文章)?${sum}`,
      'u',
    ),
    otherwise: new RegExp(`${narrower.source}|图解|视频|图文|文字|新闻|漫画|动漫|音频`, 'u'),
  },
  {
    id: 'disclosed',
    zh: '主动公开政府信息',
    en: 'government information disclosed',
    words: new RegExp(`主动公开(?:各类|各项|的)?(?:政府|政务)(?:公开)?信息${sum}`, 'u'),
    otherwise: narrower,
  },
  {
    id: 'pressConference',
    zh: '召开新闻发布会',
    en: 'press conferences held',
    words: new RegExp(`(?:召开|举办|举行)(?:了)?(?:各类)?新闻发布会${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|参加|参与|配合`, 'u'),
  },
  {
    id: 'congressProposals',
    zh: '办理人大代表建议',
    en: 'proposals of the people’s congress handled',
    words: new RegExp(`(?:办理|承办)(?:了)?(?:[省市县区])?人大(?:代表)?建议(?:意见)?${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|主办|会办|协办|全国|政协`, 'u'),
  },
  {
    id: 'conferenceProposals',
    zh: '办理政协提案',
    en: 'proposals of the political consultative conference handled',
    words: new RegExp(`(?:办理|承办)(?:了)?(?:[省市县区])?政协(?:委员)?提案${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|主办|会办|协办|全国|人大`, 'u'),
  },
]
