import { tablesAreDue } from '../../model/figures-of.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'

const official = '政府信息公开工作年度报告'

export const titleWording = defineCheck({
  id: 'title-wording',
  severity: 'info',
  title: { zh: '报告标题', en: 'Wording of the title' },
  explanation: {
    zh: '标题应含机关名称、年度和“政府信息公开工作年度报告”。',
    en: 'The title has the authority, the year and the words 政府信息公开工作年度报告.',
  },
  source: '《政府信息公开条例》第四十九条；国办公开办函〔2019〕60号、国办公开办函〔2021〕30号',
  find: report => {
    if (!tablesAreDue(report)) return []
    const title = (report.title ?? '').replace(/\s+/gu, '')
    const name = title.replace(/[0-9０-９〇零一二三四五六七八九]{4}年度?/u, '').replace(official, '')
    const faults = [
      ...(title.includes(official) ? [] : [`“${official}”`]),
      ...(/[0-9０-９〇零一二三四五六七八九]{4}年/u.test(title) ? [] : ['年度']),
      ...(/[\u4e00-\u9fff]{2}/u.test(name) ? [] : ['机关名称']),
    ]
    if (title !== '' && faults.length === 0) return []
    const printed = title === '' ? '没有找到标题' : `标题 ${quoted(title)} 缺少${faults.join('、')}`
    return [
      {
        message: {
          zh: `${printed}。标题应为“××（机关名称）××××年${official}”。`,
          en: `${title === '' ? 'No title was found.' : `The title ${quoted(title)} lacks ${faults.join(', ')}.`} It should have the authority, the year and “${official}”.`,
        },
        evidence: title === '' ? [] : [{ section: 'preamble', quote: title }],
      },
    ]
  },
})
