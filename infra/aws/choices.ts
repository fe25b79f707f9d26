import { Aws, type CfnCondition, Fn, type Stack, Token } from 'aws-cdk-lib'
import { addConditions, type Conditions } from './conditions.ts'
import { addParameters, type Parameters } from './parameters.ts'

/** The operator's choices, as the parts of the stack ask for them. */
export interface Choices {
  readonly parameters: Parameters
  readonly conditions: Conditions
  /** `value` where the condition holds, else nothing at all. */
  readonly when: (condition: CfnCondition, value: unknown) => string
  readonly either: (condition: CfnCondition, yes: unknown, no: unknown) => string
  /** ARN of the operator's key, or nothing. */
  readonly kmsKey: string
}

/** Fn::If; typed as the string that most properties take, since it may stand anywhere. */
const conditionIf = (condition: CfnCondition, yes: unknown, no: unknown): string =>
  Token.asString(Fn.conditionIf(condition.logicalId, yes, no))

export const addChoices = (stack: Stack): Choices => {
  const parameters = addParameters(stack)
  const conditions = addConditions(stack, parameters)
  const when = (condition: CfnCondition, value: unknown) => conditionIf(condition, value, Aws.NO_VALUE)
  return {
    parameters,
    conditions,
    when,
    either: conditionIf,
    kmsKey: when(conditions.HasKmsKey, parameters.KmsKeyArn.valueAsString),
  }
}
