import type { Clause } from './clauses.ts'

/** Words that make a number of cases one of a single result or stage, or of documents instead of cases. */
export const caseOutcome =
  /维持|纠正|纠错|撤销|确认违法|审结|办结|驳回|终止|撤回|撤诉|结转|决定书|判决|裁定|文书|意见|答复书|培训|会议|应诉|胜诉|败诉|调解|和解|公开(?:了)?(?:行政)?(?:复议|诉讼)|一审|二审|再审|开庭|典型案例|复议机关|复议委员会/u

const ofDisclosure = /信息公开|公开申请|申请公开|依申请/u

/** Whether the clause counts cases of every kind, those about disclosure being named as a part of them: 复议50件，其中涉及信息公开2件. */
export const countsEveryKind = ({ text, sentence, before }: Clause): boolean => {
  const rest = sentence.text.slice(before.length + text.length)
  const part = /其中(.*)/su.exec(rest)?.[1]
  return part !== undefined && ofDisclosure.test(part) && !ofDisclosure.test(text)
}
