import { detailTypes } from '../../../events/detail-types.ts'
import type { PassedOver } from '../../../lib/submission/skip.ts'
import type { Status } from '../../../lib/submission/status.ts'
import type { OutputStatus, RunStatus, VersionStatus } from '../../../lib/submission/version-status.ts'
import { verdictWords } from '../../../lib/writers/words.ts'
import { printable } from '../terminal/width.ts'

const skipWords: Readonly<Record<PassedOver, string>> = {
  'lock-file': '文字处理软件的锁定文件 (a lock file of a word processor)',
  'folder-marker': '文件夹标记，不是文件 (a folder, no file)',
  'system-file': '操作系统的文件 (a file of the operating system)',
  'hidden-file': '隐藏文件：路径中有以点开头的部分 (hidden: a part of its path begins with a dot)',
  'partial-download': '没有下载完的文件 (a download that is not complete)',
}

const outcomeWords: Readonly<Record<RunStatus['outcome'], string>> = {
  validated: '已核对 (checked)',
  rejected: '未受理 (rejected)',
  failed: '转换失败 (failed)',
  unpacked: '压缩包，逐份处理 (an archive; its files are uploads of their own)',
}

const stateWords: Readonly<Record<RunStatus['state'], string>> = {
  current: '当前结果 (current)',
  earlier: '此前的结果 (earlier)',
  'failed-replay': '重新处理失败，当前结果不变 (a replay that failed; the current result stands)',
}

const outputWords: Readonly<Record<OutputStatus['state'], string>> = {
  whole: '完好 (whole)',
  changed: '与回执不符 (not what the receipt says)',
  gone: '不在 (gone)',
}

/** Missing files of an archive that are named. */
const mostNamed = 20

const judgementOf = ({ outcome, verdict }: RunStatus): string =>
  verdict ? `${verdictWords[verdict].zh} (${verdictWords[verdict].en})` : outcomeWords[outcome]

const sentWord = (sent: boolean | null): string =>
  sent === null ? '' : sent ? '，已发出 (sent)' : '，未发出 (not sent)'

const runLines = (run: RunStatus): readonly string[] => {
  const { name, version, build, builtAt } = run.converter
  return [
    `${stateWords[run.state]}: ${judgementOf(run)}, ${run.time}`,
    `  运行 run: ${run.run ?? '—'}`,
    `  转换程序 converter: ${name} ${version}${build ? `, 构建 build ${build}, ${builtAt}` : ''}`,
    ...(run.reason
      ? [`  原因 reason: ${run.reason.code} ${run.reason.sentence.zh} ${run.reason.sentence.en}`]
      : []),
    ...run.outputs.map(
      ({ role, key, sha256, state }) =>
        `  输出 output: ${role} ${outputWords[state]} ${printable(key)} sha256 ${sha256}`,
    ),
    run.event
      ? `  事件 event: ${detailTypes[run.event.type]} ${run.event.id}, ${run.event.time}${sentWord(run.event.sent)}`
      : '  事件 event: 尚无 (none yet)',
  ]
}

const archiveLines = ({ archive }: VersionStatus): readonly string[] => {
  if (!archive) return []
  const { files, missing } = archive
  const left = missing.length > mostNamed ? [`  …… ${missing.length - mostNamed} (more)`] : []
  return [
    `压缩包 archive: ${files} 份文件，${files - missing.length} 份已有结果 (${files} files, ${files - missing.length} have a result)`,
    ...missing.slice(0, mostNamed).map(name => `  尚无结果 no result yet: ${printable(name)}`),
    ...left,
  ]
}

const versionLines = (version: VersionStatus, skipped: PassedOver | null): readonly string[] => {
  const { runs, quarantine, uploaded } = version
  const there = uploaded ? `上传于 uploaded ${uploaded}` : '上传的文件已不在 (the upload is there no more)'
  const quarantined = quarantine
    ? `隔离 quarantine: ${quarantine.state === 'open' ? '待处理 (open)' : '已了结 (settled)'} ${quarantine.failure}, ${quarantine.at}, ${printable(quarantine.copy)}`
    : null
  const nothing = skipped
    ? '这类文件不处理 (such files are passed over)'
    : '尚无结果：在排队、处理中，或已丢失，请运行 gongkai reconcile (no result: waiting, in work or lost; run gongkai reconcile)'
  return [
    `版本 version ${version.version}${version.latest ? '，最新 (latest)' : ''}，${there}`,
    ...(runs.length === 0 ? [nothing] : runs.flatMap(runLines)).map(line => `  ${line}`),
    ...archiveLines(version).map(line => `  ${line}`),
    ...(quarantined ? [`  ${quarantined}`] : []),
  ]
}

const archiveLine = (archive: Status['archive']): readonly string[] => {
  if (!archive) return []
  const name = printable(archive.key)
  return archive.holds === false
    ? [`压缩包 ${name} 中没有这一文件 (the archive holds no such file)`]
    : [`在压缩包中 in the archive: ${name}`]
}

/** What is known of a key, for a person. */
export const statusLines = ({ key, archive, skipped, versions }: Status): readonly string[] => [
  printable(key),
  ...archiveLine(archive),
  ...(skipped ? [`不作为上传 passed over: ${skipped}，${skipWords[skipped]}`] : []),
  ...(versions.length === 0
    ? [
        '没有这一文件，也没有它的结果。请检查键（区分大小写，从存储桶或收件文件夹起的路径）。',
        'No such upload and no result of it. Check the key: its case, and its path from the bucket or inbox on.',
      ]
    : versions.flatMap(version => versionLines(version, skipped))),
]
