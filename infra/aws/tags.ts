import { CfnResource, type Stack, Tags } from 'aws-cdk-lib'
import type { Choices } from './choices.ts'

/** Kinds of resources that got tags of late: the China regions do not have them, or not surely. */
const taglessInChina = [
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
]

/** Marks everything that can be marked, so that its cost and its owner can be found. */
export const addTags = (stack: Stack, { conditions, when }: Choices): void => {
  Tags.of(stack).add('application', 'gongkai', { excludeResourceTypes: taglessInChina })
  const tags = when(conditions.OutsideChina, [{ Key: 'application', Value: 'gongkai' }])
  for (const resource of stack.node.findAll())
    if (CfnResource.isCfnResource(resource) && taglessInChina.includes(resource.cfnResourceType))
      resource.addPropertyOverride('Tags', tags)
}
