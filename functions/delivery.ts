import type { SQSRecord } from 'aws-lambda'

/** How a message came to a function. */
export interface Delivery {
  /**
   * `queue`: by a queue, a dead letter of another one included; `rule`: put among the dead letters by a rule of
   * EventBridge that could not deliver it, so that nobody has tried it yet; `direct`: by a call.
   */
  readonly from: 'queue' | 'rule' | 'direct'
  /** How often the queue has handed it out, this time included; 1 for a direct call. */
  readonly received: number
  /** Why the rule could not deliver it, in EventBridge's words; null otherwise. */
  readonly code: string | null
}

export const directly: Delivery = { from: 'direct', received: 1, code: null }

/**
 * SQS marks what it moved to the dead letters by its source queue; EventBridge writes rule, target and error as
 * attributes of the message. What a rule could not deliver and somebody put into the queue afterwards has both.
 */
export const deliveryOf = ({
  attributes,
  messageAttributes,
}: Pick<SQSRecord, 'attributes' | 'messageAttributes'>): Delivery => {
  const received = Number(attributes.ApproximateReceiveCount) || 1
  const byRule = !attributes.DeadLetterQueueSourceArn && messageAttributes['RULE_ARN'] !== undefined
  if (!byRule) return { from: 'queue', received, code: null }
  return { from: 'rule', received, code: messageAttributes['ERROR_CODE']?.stringValue ?? null }
}
