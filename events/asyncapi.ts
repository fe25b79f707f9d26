import { detailTypes, type EventType } from './detail-types.ts'
import { type Contract, contracts } from './index.ts'

const nameOf = (folder: string): string =>
  folder.slice(folder.lastIndexOf('/') + 1).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const fileOf = ({ folder, version }: Contract): string => `./${folder}/${version}.schema.json`

const detailTypeOf = ({ folder, version }: Contract): string => {
  const type = `gongkai.${folder.replace('-', '.')}.${version}` as EventType
  return detailTypes[type]
}

const messagesOf = (direction: Contract['direction']) =>
  contracts.filter(contract => contract.direction === direction)

const refs = (direction: Contract['direction'], where: string) =>
  messagesOf(direction).map(({ folder }) => ({ $ref: `${where}/messages/${nameOf(folder)}` }))

const channel = (address: string, title: string, description: string, direction: Contract['direction']) => ({
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
        'Annual reports on government information disclosure into checked data: which messages about uploads are taken, what is told of each, and of the reports of a year together.',
    },
    defaultContentType: 'application/json',
    channels: {
      facts: channel(
        'gongkai',
        'Facts about uploads and seasons',
        'An EventBridge bus with source "gongkai" and the message’s name as detail-type; the payload, a CloudEvent 1.0 in structured mode, is the detail. On one machine: lines of outbox/events.ndjson.',
        'sent',
      ),
      uploads: channel(
        'uploads-queue',
        'Messages about uploads',
        'The SQS queue that the converter reads. Any of these, as the body.',
        'accepted',
      ),
    },
    operations: {
      tellFacts: {
        action: 'send',
        channel: { $ref: '#/channels/facts' },
        summary:
          'Every upload version ends in exactly one fact, every changed season in one more, delivered at least once under one id.',
        messages: refs('sent', '#/channels/facts'),
      },
      takeUploads: {
        action: 'receive',
        channel: { $ref: '#/channels/uploads' },
        summary: 'Told of the same version any number of times, in any order.',
        messages: refs('accepted', '#/channels/uploads'),
      },
    },
    components: {
      messages: Object.fromEntries(contracts.map(contract => [nameOf(contract.folder), message(contract)])),
    },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
