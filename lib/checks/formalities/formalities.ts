import type { Check } from '../check.ts'
import { defineCheck } from '../define-check.ts'
import { reconciliationNoteMissing } from '../structure/reconciliation-note-missing.ts'
import { sectionTitleVariant } from '../structure/section-title-variant.ts'
import { listOf } from '../wording.ts'
import { contactMissing } from './contact-missing.ts'
import { downloadAddressMissing } from './download-address-missing.ts'
import { feeStatementMissing } from './fee-statement-missing.ts'
import { overviewAspects } from './overview-aspects.ts'
import { signatureMissing } from './signature-missing.ts'
import { titleWording } from './title-wording.ts'

/** What only concerns the form of a report, never its figures: most reports lack one or another. */
const ofForm = new Map<string, Check>(
  [
    ...[titleWording, sectionTitleVariant, reconciliationNoteMissing, contactMissing],
    ...[downloadAddressMissing, signatureMissing, feeStatementMissing, overviewAspects],
  ].map(check => [check.id, check]),
)

export const formalities = defineCheck({
  id: 'formalities',
  severity: 'info',
  ofFindings: true,
  title: { zh: '格式上可以完善之处', en: 'Formalities' },
  explanation: {
    zh: '标题用语、部分标题、勾稽关系说明、联系方式、下载地址、落款、信息处理费说明、总体情况的五个方面，缺少或不一致的合为一条，各项列于其下；都不影响表中数字。',
    en: 'What a report lacks in form (wording of titles, the note on the balance, contact, address of the electronic copy, signature, the statement on fees, aspects of the overview) is one finding with the single ones under it. None of it touches a figure.',
  },
  source: '所列各项的依据',
  find: (_, { findings }) => {
    const parts = findings.filter(({ check, severity }) => ofForm.has(check) && severity === 'info')
    if (parts.length === 0) return []
    const names = listOf(parts.map(({ check }) => ofForm.get(check)!.title))
    return [
      {
        message: {
          zh: `格式上有 ${parts.length} 处可以完善：${names.zh}。不影响表中数字，请酌情补充。`,
          en: `${parts.length} ${parts.length === 1 ? 'point' : 'points'} of form could be better: ${names.en}. No figure is concerned.`,
        },
        explains: parts.map(({ id }) => id),
      },
    ]
  },
})
