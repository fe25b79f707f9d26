import type { FormKey } from '../../forms/form.ts'
import { formKeys } from '../../forms/form.ts'
import type { observed } from '../../model/figures-of.ts'
import { tableName } from '../../model/form-words.ts'
import { unsettled } from '../../model/unsettled.ts'
import { defineCheck, type FindingDraft } from '../define-check.ts'
import { listOf, quoted } from '../wording.ts'

type Variant = ReturnType<typeof observed<'labelVariant'>>[number]

const draftsOf = (form: FormKey, variants: readonly Variant[], risky: boolean): FindingDraft[] => {
  const pairs = [
    ...new Map(variants.map(each => [`${each.printed}\n${each.official}`, each] as const)).entries(),
  ]
  if (pairs.length === 0) return []
  const table = tableName(form)
  const names = listOf(
    pairs.map(([, { printed, official }]) => ({
      zh: `${quoted(printed)}应为“${official}”`,
      en: `${quoted(printed)} for “${official}”`,
    })),
    12,
  )
  return [
    {
      severity: risky ? 'warning' : 'info',
      message: risky
        ? {
            zh: `${table.zh}的名称与表式不一致，数字是按位置或按列名的增减读取的：${names.zh}。请核对数字，并更正名称。`,
            en: `In ${table.en} labels differ from the form, and the figures were read by place or by the sign they say: ${names.en}. Check the figures and correct the labels.`,
          }
        : {
            zh: `${table.zh}的名称与表式不一致：${names.zh}。已按表式读取，请更正。`,
            en: `In ${table.en} labels differ from the form: ${names.en}. They were read as the form’s; correct them.`,
          },
      cells: [...new Set(variants.flatMap(({ cells }) => cells))],
      evidence: pairs.map(([, { printed }]) => ({ section: form, quote: printed.trim() })),
      place: `${form} ${pairs.map(([name]) => name).join('|')}`,
    },
  ]
}

export const labelVariant = defineCheck({
  id: 'label-variant',
  severity: 'warning',
  doubtsReading: true,
  title: { zh: '行名、列名与表式不一致', en: 'A label that differs from the form' },
  explanation: {
    zh: '名称有错字、漏字或改写，但仍能认出是哪一行、哪一列（提示）；只能按位置认出的，或者列名只印“增”“减”之一、由列名定正负的，须核对（警告）。每张表合为一条。',
    en: 'A label with a typo or other wording that could still be recognised (info); one told by its place alone, or a heading that says the sign of its figures (only 增 or only 减), must be compared (warning). One finding per table.',
  },
  source: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号，表式',
  find: report =>
    formKeys.flatMap(form => {
      const variants = unsettled(report, 'labelVariant').filter(each => each.form === form)
      return [false, true].flatMap(risky =>
        draftsOf(
          form,
          variants.filter(each => (each.risky ?? false) === risky),
          risky,
        ),
      )
    }),
})
