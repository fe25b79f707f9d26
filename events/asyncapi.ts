import { detailTypes, type EventType } from './detail-types.ts'
import { type Contract, contracts } from './index.ts'

const nameOf = (folder: string): string =>
  folder.slice(folder.lastIndexOf('/') + 1).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const fileOf = ({ folder, version }: Contract): string => `./${folder}/${version}.schema.json`

const detailTypeOf = ({ folder, version }: Contract): string => {
  const type = `gongkai.${folder.replace('-', '.')}.${version}` as EventType
  return detailTypes[type]
}

type Direction = Exclude<Contract['direction'], 'written'>

const messages = contracts.filter(({ direction }) => direction !== 'written')

const messagesOf = (direction: Direction) => messages.filter(contract => contract.direction === direction)

const refs = (direction: Direction, where: string) =>
  messagesOf(direction).map(({ folder }) => ({ $ref: `${where}/messages/${nameOf(folder)}` }))

const channel = (address: string, title: string, description: string, direction: Direction) => ({
  address,
  title,
  description,
  messages: Object.fromEntries(
    messagesOf(direction).map(({ folder }) => [
      nameOf(folder),
      { $ref: `#/components/messages/${nameOf(folder)}` },
    ]),
  ),
})

const message = (contract: Contract) => ({
  name: contract.direction === 'sent' ? detailTypeOf(contract) : nameOf(contract.folder),
  contentType: 'application/json',
  payload: {
    schemaFormat: 'application/schema+json;version=draft-2020-12',
    schema: { $ref: fileOf(contract) },
  },
})

/** The contracts as an AsyncAPI 3.0 document, as committed beside them. */
export const asyncApiText = (): string => {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'gongkai',
      version: '1.0.0',
      description:
        '政府信息公开工作年度报告变成核对过的数据：收哪些关于上传文件的消息，告知哪些关于上传文件和各年度的事实。Annual reports on government information disclosure into checked data: which messages about uploads are taken, what is told of each, and of the reports of a year together.',
    },
    defaultContentType: 'application/json',
    channels: {
      facts: channel(
        'gongkai',
        '关于上传文件和年报季的事实 Facts about uploads and seasons',
        'EventBridge 总线，source 为 gongkai，detail-type 为消息的名称，detail 为结构化的 CloudEvent 1.0；在一台机器上是 outbox/events.ndjson 的各行。An EventBridge bus with source "gongkai" and the message’s name as detail-type; the payload, a CloudEvent 1.0 in structured mode, is the detail. On one machine: lines of outbox/events.ndjson.',
        'sent',
      ),
      uploads: channel(
        'uploads-queue',
        '关于上传文件的消息 Messages about uploads',
        '转换程序读取的 SQS 队列，正文为以下任何一种。The SQS queue that the converter reads. Any of these, as the body.',
        'accepted',
      ),
    },
    operations: {
      tellFacts: {
        action: 'send',
        channel: { $ref: '#/channels/facts' },
        summary:
          '每个上传版本恰有一条事实，年报季每次变化另有一条；至少送达一次，编号相同。Every upload version ends in exactly one fact, every changed season in one more, delivered at least once under one id.',
        messages: refs('sent', '#/channels/facts'),
      },
      takeUploads: {
        action: 'receive',
        channel: { $ref: '#/channels/uploads' },
        summary:
          '同一版本可以多次、以任何次序送来。Told of the same version any number of times, in any order.',
        messages: refs('accepted', '#/channels/uploads'),
      },
    },
    components: {
      messages: Object.fromEntries(messages.map(contract => [nameOf(contract.folder), message(contract)])),
    },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
