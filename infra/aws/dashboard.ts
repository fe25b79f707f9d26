import { Aws, Fn, type Stack, Token } from 'aws-cdk-lib'
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { RingingAlarm } from './alarms.ts'
import type { Choices } from './choices.ts'
import type { Converter } from './converter.ts'
import { functionMetric, ownMetric, queueMetric } from './metrics.ts'
import type { Queues } from './queues.ts'

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: 12, height: 6 })

/**
 * The state of every alarm that is there. CDK's own widget cannot leave one out by a condition; this one writes the list
 * as JSON within JSON, which CDK quotes unless it takes it for a number.
 */
const alarmStates = (title: string, { when }: Choices, alarms: readonly RingingAlarm[]): IWidget => {
  const arns = alarms.map(({ alarm, condition }) =>
    condition ? when(condition, alarm.attrArn) : alarm.attrArn,
  )
  const list = { 'Fn::Join': ['', ['["', Fn.join('","', arns), '"]']] }
  const size = { width: 24, height: 6 }
  const properties = { title, alarms: Token.asNumber(list) }
  return {
    ...size,
    position: () => undefined,
    toJson: () => [{ type: 'alarm', ...size, x: 0, y: 0, properties }],
  }
}

/** Saved log queries: "View in CloudWatch Logs Insights" opens them for changing. */
const queries: readonly { readonly title: string; readonly lines: string[] }[] = [
  {
    title: '未能转换的文件及原因 What was given up, and why',
    lines: [
      'fields @timestamp, key, version, code, error, reason, cause',
      'filter message in ["giving up", "gave up"]',
      'sort @timestamp desc',
      'limit 100',
    ],
  },
  {
    title: '重试的原因 Why messages went back to the queue',
    lines: [
      'filter message = "back to the queue"',
      'stats count(*) as times by error, reason',
      'sort times desc',
    ],
  },
  {
    title:
      '没有下文的处理（超时、内存不足、正在进行） Taken and not ended: killed, out of time or memory, or still running',
    lines: [
      'filter ispresent(key)',
      'stats latest(message) as last, max(@timestamp) as at by key, version',
      'filter last = "taken"',
      'sort at desc',
      'limit 100',
    ],
  },
  {
    title: '某一文件的经过（先改文件名） What became of one upload: put in its name',
    lines: [
      'fields @timestamp, message, outcome, verdict, code, error, reason, version',
      'filter key like /年度报告/',
      'sort @timestamp desc',
      'limit 100',
    ],
  },
]

/** One page: what happens to the uploads, how fast, and what is wrong. */
export const addDashboard = (
  stack: Stack,
  choices: Choices,
  { convert, readScan, giveUp }: Converter,
  { uploads, scans, deadLetters }: Queues,
  alarms: readonly RingingAlarm[],
): Dashboard => {
  const waiting = 'ApproximateNumberOfMessagesVisible'
  const age = 'ApproximateAgeOfOldestMessage'
  return new Dashboard(stack, 'Dashboard', {
    dashboardName: Fn.join('-', [Aws.STACK_NAME, 'overview']),
    widgets: [
      [alarmStates('告警 Alarms', choices, alarms)],
      [
        graph('结果 What became of the uploads', [
          ownMetric('Committed'),
          ownMetric('Rejected'),
          ownMetric('GaveUp'),
          ownMetric('Repeated'),
          ownMetric('Skipped'),
          ownMetric('ScansHandedOn'),
        ]),
        graph(
          '队列 Waiting',
          [
            queueMetric(uploads.attrQueueName, waiting, 'Maximum'),
            queueMetric(scans.attrQueueName, waiting, 'Maximum'),
            queueMetric(deadLetters.attrQueueName, waiting, 'Maximum'),
          ],
          [queueMetric(uploads.attrQueueName, age, 'Maximum')],
        ),
      ],
      [
        graph('转换用时（毫秒） Milliseconds per conversion', [
          ownMetric('ConversionMilliseconds', 'p50'),
          ownMetric('ConversionMilliseconds', 'p99'),
        ]),
        graph('重试与出错 Retries and errors', [
          ownMetric('Retried'),
          functionMetric(convert.function.ref, 'Errors', 'Sum'),
          functionMetric(readScan.function.ref, 'Errors', 'Sum'),
          functionMetric(giveUp.function.ref, 'Errors', 'Sum'),
          functionMetric(convert.function.ref, 'Throttles', 'Sum'),
        ]),
      ],
      [
        graph('年报季 Seasons', [ownMetric('Gathered'), ownMetric('SeasonsMade'), ownMetric('SeasonEvents')]),
        graph('年报季的问题 What is wrong with seasons', [
          ownMetric('BadLists', 'Maximum'),
          ownMetric('NoRoster', 'Maximum'),
          ownMetric('RecordsDamaged'),
          ownMetric('SegmentsDamaged'),
          ownMetric('Swept'),
        ]),
      ],
      ...queries.map(({ title, lines }) => [
        new LogQueryWidget({
          title,
          queryLines: lines,
          logGroupNames: [convert.logGroup.ref, readScan.logGroup.ref, giveUp.logGroup.ref],
          width: 24,
          height: 6,
        }),
      ]),
    ],
  })
}
