import { Fn, type Stack } from 'aws-cdk-lib'
import { CfnApplication, CfnDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy'
import { CfnRole } from 'aws-cdk-lib/aws-iam'
import type { RingingAlarm } from './alarms.ts'
import type { Choices } from './choices.ts'
import type { LiveFunction } from './live.ts'
import { allow } from './permissions.ts'

/** What moves the aliases: nothing but these functions. */
const addDeployer = (stack: Stack, functions: readonly LiveFunction[]): CfnRole => {
  const arns = functions.map(added => added.function.attrArn)
  return new CfnRole(stack, 'DeploymentRole', {
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'codedeploy.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [
      {
        policyName: 'own',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            allow(
              'MoveAliases',
              ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
              [...arns, ...arns.map(arn => Fn.join('', [arn, ':*']))],
            ),
            allow('LookAtAlarms', ['cloudwatch:DescribeAlarms'], '*'),
          ],
        },
      },
    ],
  })
}

export interface Watched {
  readonly added: LiveFunction
  /** They bring the version before back. */
  readonly alarms: readonly RingingAlarm[]
}

/** New versions take over as the operator chose; an alarm meanwhile brings the one before back. */
export const addCanaries = (stack: Stack, { parameters }: Choices, watched: readonly Watched[]): CfnRole => {
  const role = addDeployer(
    stack,
    watched.map(({ added }) => added),
  )
  const application = new CfnApplication(stack, 'Deployments', { computePlatform: 'Lambda' })
  for (const { added, alarms } of watched) {
    const group = new CfnDeploymentGroup(stack, `${added.function.node.id}Deployment`, {
      applicationName: application.ref,
      serviceRoleArn: role.attrArn,
      deploymentConfigName: Fn.join('', ['CodeDeployDefault.Lambda', parameters.Deployment.valueAsString]),
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      alarmConfiguration: { enabled: true, alarms: alarms.map(({ alarm }) => ({ name: alarm.ref })) },
      autoRollbackConfiguration: {
        enabled: true,
        events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
      },
    })
    added.alias.cfnOptions.updatePolicy = {
      codeDeployLambdaAliasUpdate: { applicationName: application.ref, deploymentGroupName: group.ref },
    }
  }
  return role
}
