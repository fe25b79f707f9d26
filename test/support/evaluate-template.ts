import type { Resource, Template } from '../../infra/aws/synthesise.ts'

type Values = Readonly<Record<string, unknown>>

/** Where and with which parameters a template is deployed; what is left out has the template's default. */
export interface Deployment {
  readonly partition?: string
  readonly stackName?: string
  readonly parameters?: Values
}

/** What CloudFormation would make of a template. */
export interface Evaluated {
  readonly resources: Readonly<Record<string, Resource>>
  readonly conditions: Readonly<Record<string, boolean>>
  /** Assertions of the template's rules that do not hold: nothing would be made. */
  readonly refused: readonly string[]
  /** References to resources that are not made. */
  readonly dangling: readonly string[]
}

const nothing = Symbol('AWS::NoValue')

/**
 * Evaluates conditions, rules and intrinsic functions. `Ref` of a resource gives its logical id, `Fn::GetAtt` the id,
 * a dot and the attribute.
 */
export const evaluateTemplate = (template: Template, deployment: Deployment = {}): Evaluated => {
  const { partition = 'aws', stackName = 'gongkai', parameters = {} } = deployment
  const pseudo: Values = {
    'AWS::NoValue': nothing,
    'AWS::Partition': partition,
    'AWS::StackName': stackName,
    'AWS::Region': 'REGION',
    'AWS::AccountId': '111122223333',
  }
  const dangling: string[] = []
  const conditions: Record<string, boolean> = {}
  const isMade = (id: string): boolean => {
    const resource = template.Resources[id]
    return resource !== undefined && (!resource.Condition || conditions[resource.Condition] === true)
  }
  const pointed = (id: string, value: string): string => {
    if (!isMade(id)) dangling.push(value)
    return value
  }
  const refOf = (name: string): unknown => {
    if (name in pseudo) return pseudo[name]
    const parameter = template.Parameters[name]
    return parameter ? String(parameters[name] ?? parameter.Default) : pointed(name, name)
  }
  // biome-ignore lint/suspicious/noExplicitAny: the arguments of intrinsic functions
  const functions: Readonly<Record<string, (given: any) => unknown>> = {
    Ref: name => refOf(name),
    Condition: name => conditions[name],
    'Fn::GetAtt': ([id, attribute]) => pointed(id, `${id}.${attribute}`),
    'Fn::If': ([name, yes, no]) => resolve(conditions[name] ? yes : no),
    'Fn::Equals': given => new Set(resolve(given) as unknown[]).size === 1,
    'Fn::Not': given => !(resolve(given) as unknown[])[0],
    'Fn::Join': ([between, parts]) => (resolve(parts) as string[]).join(between),
    'Fn::Split': ([between, text]) => (resolve(text) as string).split(between),
    'Fn::Select': ([index, list]) => (resolve(list) as unknown[])[index],
    'Fn::Sub': text =>
      (text as string).replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => String(refOf(name))),
  }
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter(each => each !== nothing)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [name, given] = entries[0] ?? ['']
    const run = entries.length === 1 ? functions[name] : undefined
    if (run) return run(given)
    const resolved = entries.map(([key, inner]) => [key, resolve(inner)] as const)
    return Object.fromEntries(resolved.filter(([, inner]) => inner !== nothing))
  }
  for (const [name, condition] of Object.entries(template.Conditions))
    conditions[name] = resolve(condition) === true
  const rules = Object.values(template.Rules).filter(({ RuleCondition }) => resolve(RuleCondition) === true)
  const made = Object.entries(template.Resources).filter(([id]) => isMade(id))
  return {
    resources: Object.fromEntries(made.map(([id, resource]) => [id, resolve(resource) as Resource])),
    conditions,
    refused: rules.flatMap(({ Assertions }) =>
      Assertions.filter(({ Assert }) => resolve(Assert) !== true).map(
        ({ AssertDescription }) => AssertDescription,
      ),
    ),
    dangling,
  }
}
