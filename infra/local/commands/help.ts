import { converter } from '../../../lib/model/version.ts'
import { outputs } from '../../../lib/writers/index.ts'
import { jobDeadlineMs, workerHeapMb } from '../pool/limits.ts'

const text = `gongkai ${converter.version}
把《政府信息公开工作年度报告》转换为经过核对的数据（${outputs.map(({ label }) => label.zh).join('、')}）。
Turns annual reports on government information disclosure into checked data.

  gongkai start [--inbox DIR] [--outbox DIR] [--season DIR] [--roster 名册.csv|xlsx] [--port N] [--open]
      启动本机服务：放进 inbox 的报告自动转换到 outbox；网页只在本机可见；Ctrl-C 停止。
      Watches inbox, converts into outbox, serves a page on this machine; Ctrl-C stops.
      收件文件夹旁边有名册（名册.xlsx 或 名册.csv）时，自动做年报季，见网页第一行和 season 文件夹。
      With a roster (名册.xlsx, 名册.csv) beside the inbox it makes the seasons by itself.
      一对文件夹只能有一个服务 (one service for a pair of folders).
      --open 打开网页；已在运行的，打开它的网页 (opens the page, or that of the one that is running)

  gongkai convert <文件|文件夹>... --out DIR [--format table|json] [--jobs N] [--lang zh|en]
      转换文件；文件夹逐级查找。结果在 DIR/<文件名>/ 下；给出文件夹时保留其中的相对路径；
      仍会重名的，前面加上所在文件夹的名字，不会互相覆盖。
      Converts; folders are walked. Results go to DIR/<file name>/, below a folder to
      DIR/<path inside it>/; inputs that would share a place get their folders' names in front.
      不止一个文件时，另有 DIR/汇总.xlsx：每份报告一行，合计、全部发现、未受理的文件。
      With more than one file also DIR/汇总.xlsx: a row for each report, sums, findings, refusals.
      --format json  每行一个 JSON 对象 (one JSON object per line, nothing else on stdout)
      退出码 exit code  0 全部转换，无不通过 (all converted, none invalid)
                        1 有报告不通过 (some report is invalid)
                        2 有文件未能转换，或用法有误 (some file not converted, or wrong usage)
      每个文件至多 ${jobDeadlineMs / 1000} 秒、${workerHeapMb} MB 内存 (limits for each file)

  gongkai replay [位置] [--prefix P] [--since DATE] [--verdict V] [--withdraw BUILD]
                        [--rate N] [--dry-run]
      把已有结果的文件重新转换一遍，并替换结果。--verdict 可以多次给出：
      Converts again what has its result, and replaces that. --verdict may be given several times:
      valid needsReview invalid notAssessable rejected failed
      --withdraw BUILD  撤回一个构建做出的结果：退回之前的结果，没有的重新转换
                        Withdraws what a build made: back to the result before, else converted again
  gongkai reconcile [位置] [--prefix P] [--older-than 分钟] [--full] [--rate N] [--dry-run]
      找出没有结果的上传和没有发出的事件，并补交；中断后再次运行，从中断处继续。
      Finds uploads without an end and events that were not sent, and submits them again; run
      again after an interruption, it goes on from there. --full 逐一读取回执 (reads every receipt)
  gongkai status <键> [位置] [--json]
      一份上传文件的经过：版本、每次运行、输出是否完好、事件是否发出、隔离、压缩包进度。
      What became of an upload: versions, runs, outputs (hashes checked), events, quarantine, its archive.
      退出码 exit code  0 有结果 (it has a result)  1 没有，并说明已知的情况 (none; what is known is said)
      位置 place  [--uploads inbox] [--outputs outbox]  本机的两个文件夹 (folders on this machine)
                  --uploads s3://桶/前缀 --outputs s3://桶 --queue URL  云上的服务 (the service on AWS)

  gongkai tables --out DIR [--from 结果文件夹]...
      把已有的结果写成数据表（CSV 和 Parquet）：figures 一格一行，reports 一份一行，findings 全部发现，files 每个文件。
      Writes results as tables: a row a cell, a row a report, all findings, all files.
      --from  outbox（只取现在计入的）或 convert 的结果文件夹，可以多次给出
              outbox (only what counts now), or results of convert; several
  gongkai roster [--from 结果文件夹]... [--out 名册.csv]
      按已有报告起草一份名册，请人工核对、补上级和未报送的单位；已有的文件不会被覆盖。
      Drafts a roster from the reports at hand, for a person to correct; overwrites no file.
  gongkai season --year 年度 --roster 名册.csv|xlsx [--from 结果文件夹]... [--decisions 决定.csv]
                        [--as-of 日期] [--out season]
      把一个年度的全部报告和往年报告放在一起核对：应报未报、结转、上下级、重复；写出数据集。
      Checks the reports of a year together, and with those of the years before; writes the data set.
      --from  outbox，或 convert 的结果文件夹，可以多次给出 (outbox, or results of convert; several)
      --as-of 以哪一天判断是否逾期，默认今天 (who is overdue on that day; default today)
      退出码 exit code  0 没有警告 (no warning)  1 有警告 (warnings)  2 名册有误或用法有误 (nothing was run)
  gongkai notices --out DIR [--from outbox] [--year 年度] [--office 落款单位] [--due 重报期限]
                        [--template 模板.txt] [--roster 名册.csv|xlsx] [--season season]
      给需要更正的单位逐份写退回通知（Word 和文本）和通知清单；措辞可用模板改。
      Writes the letters that send reports back, as Word and text; the wording is a template.
  gongkai query "SELECT …" | 问题 | --list [--season season] [--year 年度]
                        [--format table|csv|json|parquet] [--out 文件]
      查询数据集；--list 列出现成的问题。只能读 (asks the data set; --list names ready questions; reads only)
      --out 把答案写到文件，parquet 必须给出 (writes the answer to a file; parquet needs it)

  gongkai checks [--lang zh|en]        列出全部核对规则 (lists the checks)
  gongkai explain <规则> [--lang zh|en]  说明一条规则 (explains one check)
  gongkai help | --version
`

export const helpCommand = async (): Promise<number> => {
  process.stdout.write(text)
  return 0
}

export const versionCommand = async (): Promise<number> => {
  console.log(converter.version)
  return 0
}
