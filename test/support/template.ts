import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from 'aws-cdk-lib'
import { afterAll } from 'vitest'
import { type Resource, synthesise, type Template } from '../../infra/aws/synthesise.ts'
import { writeBuild } from '../../infra/bundle/write-build.ts'

/** The template as it is deployed, with empty bundles: made anew, without account, Docker or network. */
export const synthesisedTemplate = (env?: Environment): Template => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-synth-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'code.mjs'), '')
  writeBuild(folder, [], folder)
  const outdir = mkdtempSync(join(tmpdir(), 'gongkai-synth-'))
  afterAll(() => rmSync(outdir, { recursive: true, force: true }))
  return synthesise({ outdir, codeOf: () => folder, ...(env ? { env } : {}) }).template
}

export type Named = readonly [id: string, resource: Resource]

export const ofType = ({ Resources }: Template, type: string): readonly Named[] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type)

/** The logical id that a value points to by Ref or Fn::GetAtt, through Fn::If. */
export const pointsTo = (value: unknown): readonly string[] => {
  const found: string[] = []
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [key, inner] of Object.entries(part)) {
      if (key === 'Ref') found.push(String(inner))
      else if (key === 'Fn::GetAtt') found.push(String((inner as unknown[])[0]))
      else visit(inner)
    }
  }
  visit(value)
  return found
}

/** The function that a mapping, a rule or a permission calls, by its alias or directly. */
export const functionBehind = ({ Resources }: Template, value: unknown): string => {
  const [id] = pointsTo(value)
  return Resources[id!]?.Type === 'AWS::Lambda::Alias'
    ? pointsTo(Resources[id!]!.Properties.FunctionName)[0]!
    : id!
}

export interface Sentence {
  readonly Sid?: string
  readonly Effect: string
  readonly Principal?: unknown
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

/** The sentences of a policy, those within Fn::If too. */
export const sentencesOf = (document: { readonly Statement: readonly unknown[] }): readonly Sentence[] =>
  document.Statement.flatMap(statement => {
    const choice = (statement as { 'Fn::If'?: readonly unknown[] })['Fn::If']
    const found = choice ? choice.slice(1) : [statement]
    return found.filter((sentence): sentence is Sentence => Object.hasOwn(sentence as object, 'Effect'))
  })

export const actionsOf = ({ Action }: Sentence): readonly string[] =>
  typeof Action === 'string' ? [Action] : Action

/** What a role may do. */
export const allowedTo = (template: Template, roleId: string): readonly Sentence[] =>
  (template.Resources[roleId]?.Properties.Policies ?? []).flatMap(
    (policy: { PolicyDocument: Parameters<typeof sentencesOf>[0] }) => sentencesOf(policy.PolicyDocument),
  )
