/** Quantities of the whole year that reports name more than once, by the words around the number. */
export interface NamedQuantity {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The words up to the number; its group tells single ones apart: whose proposals, which training. */
  readonly words: RegExp
  /** The noun behind the number, where the number may stand before it: 29个政务新媒体. */
  readonly behind?: RegExp
  /** Words of the sentence up to the number that make it another quantity. */
  readonly otherwise: RegExp
  /** What exists is counted at any time; what was done, over the year, which the sentence must say. */
  readonly stock?: true
  /** The words are those of the year without saying so. */
  readonly always?: true
}

const sum = '(?:共计?|合计|累计|总计|总数|总量|数量|约|为|达到?)*$'
const narrower =
  /其中|引用|转载|转发|本级|下属|直属|通过|依托|利用|网站|平台|微信|微博|公众号|媒体|栏目|客户端|领域|重要|重点|季度|半年|\d月/u
const exists =
  '(?:共有|现有|设有|有|开设|开通|运营|运行|运维|维护|备案|管理|建有|拥有|共)(?:了)?(?:在运行的|正常运行的)?(?:各类|全区|全市|全县)?'
const changes = /其中|关停|注销|整合|清理|新开|新增|检查|下属|部门|抽查|监测|停|迁移|撤|通过/u

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
    words: new RegExp(`(?:召开|举办|举行|组织)(?:了)?(?:各类)?新闻发布会${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|参加|参与|配合`, 'u'),
    always: true,
  },
  {
    id: 'congressProposals',
    zh: '办理人大代表建议',
    en: 'proposals of the people’s congress handled',
    words: new RegExp(`(?:办理|承办)(?:了)?([省市县区]级?)?人大(?:代表)?建议(?:意见)?${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|主办|会办|协办|全国|政协`, 'u'),
  },
  {
    id: 'conferenceProposals',
    zh: '办理政协提案',
    en: 'proposals of the political consultative conference handled',
    words: new RegExp(`(?:办理|承办)(?:了)?([省市县区]级?)?政协(?:委员)?提案${sum}`, 'u'),
    otherwise: new RegExp(`${narrower.source}|主办|会办|协办|全国|人大`, 'u'),
  },
  {
    id: 'training',
    zh: '开展培训',
    en: 'trainings held',
    words: new RegExp(`(?:组织|开展|举办|召开)(?:了)?([^、和及与\\d]{0,12})培训(?:班|会|活动)?${sum}`, 'u'),
    otherwise: /其中|参加|参与|季度|半年|\d月|每|邀请|赴|外出|派员/u,
  },
  {
    id: 'accountPosts',
    zh: '公众号发布信息',
    en: 'posts of the account',
    words:
      /(?:(微博|视频号|抖音号?|头条号)?(“[^”]{1,20}”(?:微信|政务)*(?:微博|视频号|抖音号?|头条号)?)(?:公众号|订阅号|账号)?|(?:学校|医院|我[局校院委镇办]|本[局校院委镇])(?:官方|政务)?微信公众号)(?:全年|共|累计)*(?:推送|发布|推出)(?:各类|政务)*(?:信息|文章|内容)?(?:共|累计)?$/u,
    otherwise: /其中|转载|转发|季度|半年|\d月|原创|解读|专题|栏目/u,
    always: true,
  },
  {
    id: 'newMedia',
    zh: '政务新媒体',
    en: 'accounts on new media',
    words: new RegExp(`${exists}(?:政务)?新媒体(?:账号|平台)?${sum}`, 'u'),
    behind: /^(?:在运行的)?政务新媒体(?!矩阵|管理|工作)/u,
    otherwise: changes,
    stock: true,
  },
  {
    id: 'websites',
    zh: '政府网站',
    en: 'websites',
    words: new RegExp(`${exists}政府(?:门户)?网站${sum}`, 'u'),
    behind: /^政府(?:门户)?网站(?!群|栏|管|工)/u,
    otherwise: changes,
    stock: true,
  },
  {
    id: 'publicAccounts',
    zh: '微信公众号',
    en: 'public accounts',
    words: new RegExp(`${exists}(?:政务)?(?:微信)?公众号(?:账号)?${sum}`, 'u'),
    behind: /^(?:政务)?微信公众号(?!矩阵|管理|工作)/u,
    otherwise: changes,
    stock: true,
  },
]
