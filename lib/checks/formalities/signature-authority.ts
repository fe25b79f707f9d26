import { tablesAreDue } from '../../model/figures-of.ts'
import { isAuthorityName, isSameAuthority } from '../../narrative/names.ts'
import { defineCheck } from '../define-check.ts'
import { quoted } from '../wording.ts'

export const signatureAuthority = defineCheck({
  id: 'signature-authority',
  severity: 'info',
  title: { zh: '落款单位与标题不一致', en: 'Signed by another authority than the title names' },
  explanation: {
    zh: '落款单位不是标题所写的机关。全称与简称、机关与其办公室（厅）、地名与其政府视为同一机关；由其他部门代为编制的，请在文中说明。',
    en: 'The authority that signs is not the one of the title. Full and short names, an authority and its general office, a place and its government are the same; where another department compiles the report, the text should say so.',
  },
  source: '报告各处的一致性',
  find: report => {
    const signed = report.signature?.authority ?? ''
    const named = [report.authorityAsPrinted, report.authority].filter(name => name !== null)
    if (report.title === null || !tablesAreDue(report) || !isAuthorityName(signed)) return []
    if (named.length === 0 || named.some(name => isSameAuthority(name, signed))) return []
    return [
      {
        message: {
          zh: `标题中的机关为${quoted(named[0]!)}，落款却为${quoted(signed)}。请核对是否为同一机关。`,
          en: `The title names ${quoted(named[0]!)}, but the report is signed by ${quoted(signed)}. Check whether they are the same authority.`,
        },
        evidence: [{ quote: signed }],
        place: signed,
      },
    ]
  },
})
