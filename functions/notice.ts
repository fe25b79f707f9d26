import type { ReportEvent } from '../events/types.ts'
import type { Notice } from './aws/sns-topic.ts'

type Failed = Extract<
  ReportEvent,
  { type: 'gongkai.report.rejected.v1' | 'gongkai.report.conversion-failed.v1' }
>

const subjects: Readonly<Record<Failed['type'], string>> = {
  'gongkai.report.rejected.v1': 'gongkai: a report was rejected',
  'gongkai.report.conversion-failed.v1': 'gongkai: a report could not be converted',
}

const headlines: Readonly<Record<Failed['type'], string>> = {
  'gongkai.report.rejected.v1': '有一份文件未被接受，需要提交人处理。',
  'gongkai.report.conversion-failed.v1': '有一份文件未能转换，需要管理员处理。',
}

/** Names of files may hold anything; a line of the notice stays one line. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ')

/** Of a replay that failed: what was there before it goes on being the result. */
const standing = {
  subject: 'gongkai: a replay failed, the earlier result stands',
  headline: '有一份文件重新处理失败，需要管理员处理。先前的结果没有改变，仍然有效。',
  en: 'The earlier result has not changed and still counts.',
} as const

/** The mail for a failure, Chinese first. */
export const noticeOf = (event: Failed): Notice => {
  const { upload, outputs } = event.data
  const reason = 'problem' in event.data ? event.data.problem : event.data.failure
  const stands = 'stands' in event.data && event.data.stands ? standing : null
  const lines = [
    stands?.headline ?? headlines[event.type],
    '',
    `文件：${oneLine(upload.name)}`,
    `位置：s3://${upload.bucket}/${oneLine(upload.key)}`,
    `版本：${upload.version}`,
    `原因：${reason.sentence.zh}（${reason.code}）`,
    `办法：${reason.remedy.zh}`,
    `回执：s3://${outputs.bucket}/${oneLine(outputs.receipt.key)}`,
    `时间：${event.time}`,
    `编号：${event.id}`,
    '',
    [reason.sentence.en, reason.remedy.en, ...(stands ? [stands.en] : [])].join(' '),
    '',
  ]
  return { subject: stands?.subject ?? subjects[event.type], text: lines.join('\n') }
}
