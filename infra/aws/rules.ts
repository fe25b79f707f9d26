import { CfnRule, Fn, type Stack } from 'aws-cdk-lib'
import type { ParameterName, Parameters } from './parameters.ts'

/** Choices that cannot stand together: CloudFormation refuses them before it makes anything. */
export const addRules = (stack: Stack, parameters: Parameters): void => {
  const given = (name: ParameterName) => parameters[name].valueAsString
  const isThere = (name: ParameterName) => Fn.conditionNot(Fn.conditionEquals(given(name), ''))
  new CfnRule(stack, 'TwoBuckets', {
    ruleCondition: isThere('UploadsBucketName'),
    assertions: [
      {
        assert: Fn.conditionNot(Fn.conditionEquals(given('UploadsBucketName'), given('OutputsBucketName'))),
        assertDescription: 'Uploads and outputs must be two buckets: name another one, or leave one out.',
      },
    ],
  })
  new CfnRule(stack, 'GateHasAScanner', {
    ruleCondition: isThere('ScanTag'),
    assertions: [
      {
        assert: isThere('ScannerRoleArn'),
        assertDescription: 'ScanTag needs ScannerRoleArn: the role that alone may set this tag.',
      },
    ],
  })
}
