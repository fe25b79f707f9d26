import {
  App,
  DefaultStackSynthesizer,
  type Environment,
  type IStackSynthesizer,
  Validations,
} from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { type BundleName, bundleFolder } from './bundle.ts'
import { gongkaiStack } from './stack.ts'

export interface SynthesiseOptions {
  readonly outdir: string
  readonly stackName?: string
  /** For one region; without it the template fits every region and partition. */
  readonly env?: Environment
  readonly codeOf?: (name: BundleName) => string
}

/** The template as it is written to `<outdir>/<stackName>.template.json`. Throws where cdk-nag finds anything. */
export const synthesise = ({
  outdir,
  stackName = 'gongkai',
  env,
  codeOf = bundleFolder,
}: SynthesiseOptions): { readonly templateFile: string; readonly template: Template } => {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    context: { 'aws:cdk:enable-path-metadata': false, 'aws:cdk:enable-asset-metadata': false },
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const stack = gongkaiStack(app, stackName, {
    codeOf,
    ...(env ? { env } : {}),
    // The check of the bootstrap's version would need an SSM parameter wherever the template goes.
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer,
  })
  const artifact = app.synth().getStackArtifact(stack.artifactId)
  return { templateFile: artifact.templateFullPath, template: artifact.template }
}

export interface Resource {
  readonly Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template holds whatever CloudFormation takes
  readonly Properties: any
  readonly Condition?: string
  readonly DependsOn?: string | readonly string[]
  readonly DeletionPolicy?: unknown
  readonly UpdatePolicy?: unknown
  readonly UpdateReplacePolicy?: string
}

export interface Parameter {
  readonly Type: string
  readonly Description?: string
  readonly Default?: unknown
  readonly AllowedValues?: readonly string[]
  readonly AllowedPattern?: string
  readonly MaxLength?: number
  readonly MinValue?: number
  readonly MaxValue?: number
}

/** What must hold of the parameters before anything is made. */
export interface Rule {
  readonly RuleCondition: unknown
  readonly Assertions: readonly { readonly Assert: unknown; readonly AssertDescription: string }[]
}

/** A CloudFormation template, as far as it is looked into. */
export interface Template {
  readonly Parameters: Readonly<Record<string, Parameter>>
  readonly Conditions: Readonly<Record<string, unknown>>
  readonly Rules: Readonly<Record<string, Rule>>
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown; readonly Description?: string }>>
}
