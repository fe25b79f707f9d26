import type { Column, Edition, Label } from '../../../lib/forms/form.ts'

const asked: Label = { label: '申请主体' }
const closed: Label = { label: '二、本年度答复结果' }
const results: readonly (Label & { readonly key: string })[] = [
  { key: 'kept', label: '予以维持', toldBy: '维' },
  { key: 'changed', label: '予以变更', toldBy: '变' },
  { key: 'open', label: '正在办理', toldBy: '办' },
]
const under = (group: string, label: Label): Column[] =>
  results.map(({ key, ...result }) => ({ key: `${group}.${key}`, path: [label, result] }))

/** Invented: no row, column or group of the tables so far. */
export const edition2091 = {
  id: '2091',
  document: '国办公开办函〔2091〕1号',
  since: 2090,
  forms: {
    proactiveDisclosure: {
      key: 'proactiveDisclosure',
      title: '主动公开政府信息情况',
      reading: 'labelled',
      proof: { alone: 7, beside: 3, elsewhere: 3, distinctive: 4 },
      blocks: [
        {
          corner: { label: '公开渠道' },
          columns: [
            { key: 'published', path: [{ label: '全年发布条数' }] },
            { key: 'visits', path: [{ label: '全年访问人次' }] },
            { key: 'cost', path: [{ label: '运行维护经费（单位：万元）' }], unit: '万元' },
          ],
          rows: [
            { key: 'website', path: [{ label: '政府门户网站' }] },
            { key: 'gazette', path: [{ label: '政府公报电子版' }] },
            { key: 'accounts', path: [{ label: '政务新媒体账号' }] },
            { key: 'places', path: [{ label: '线下查阅场所' }] },
          ],
        },
      ],
    },
    requests: {
      key: 'requests',
      title: '收到和处理政府信息公开申请情况',
      reading: 'labelled',
      proof: { alone: 7, beside: 4, elsewhere: 4, distinctive: 4 },
      blocks: [
        {
          corner: { label: '办理环节' },
          columns: [
            { key: 'citizens', path: [asked, { label: '公民个人' }] },
            { key: 'companies', path: [asked, { label: '市场主体' }] },
            { key: 'bodies', path: [asked, { label: '社会机构' }] },
            { key: 'all', path: [asked, { label: '各类合计' }], sum: true },
          ],
          rows: [
            { key: 'received', path: [{ label: '一、本年度登记受理件数' }] },
            { key: 'answers.opened', path: [closed, { label: '（一）全部予以提供' }] },
            { key: 'answers.parts', path: [closed, { label: '（二）分割后提供' }] },
            { key: 'answers.refused', path: [closed, { label: '（三）决定不提供' }] },
            { key: 'answers.ended', path: [closed, { label: '（四）终止办理程序' }] },
            { key: 'left', path: [{ label: '三、年末尚在办理件数' }] },
          ],
        },
      ],
    },
    reconsiderationAndLitigation: {
      key: 'reconsiderationAndLitigation',
      title: '政府信息公开行政复议、行政诉讼情况',
      reading: 'results',
      proof: { alone: 5, beside: 3, elsewhere: 2, distinctive: 4 },
      blocks: [
        {
          columns: [
            ...under('review', { label: '复议机关审查', toldBy: '复议机关' }),
            ...under('court', { label: '人民法院审理', toldBy: '法院' }),
          ],
          rows: [{ key: '', path: [] }],
        },
      ],
    },
  },
} as const satisfies Edition
