import { expect, test } from 'vitest'
import { releaseTemplate } from '../../../infra/aws/release.ts'
import type { Template } from '../../../infra/aws/synthesise.ts'
import { synthesisedTemplate } from '../../support/template.ts'

const template = releaseTemplate(synthesisedTemplate(), name => `${name}.zip`)

type Parameter = Template['Parameters'][string]

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** What a parameter has where nobody says otherwise. */
const defaultOf = ({ Default }: Parameter): string =>
  Default === undefined ? 'must be given' : Default === '' ? 'empty' : `\`${String(Default)}\``

/** What may be given, where that is a list or between two numbers. */
const rangeOf = ({ AllowedValues, MinValue, MaxValue }: Parameter): string => {
  if (AllowedValues) return ` One of ${AllowedValues.map(value => `\`${String(value)}\``).join(', ')}.`
  if (MinValue !== undefined && MaxValue !== undefined) return ` From ${MinValue} to ${MaxValue}.`
  return MinValue === undefined ? '' : ` From ${MinValue}.`
}

const page = (): string =>
  `# Parameters and outputs of the stack

Made from the template by \`npm run update\`. How to deploy it is in the [README](../README.md#on-aws).

## Parameters

With \`npm run deploy\` each is \`-- --parameters NAME=VALUE\`, in the command for the release \`--parameter-overrides NAME=VALUE …\`.
What is not named keeps its value of the deployment before, at first the default. \`CodeBucket\` and \`CodePrefix\` are of the release alone.

| parameter | default | |
|---|---|---|
${Object.entries(template.Parameters)
  .map(
    ([name, parameter]) =>
      `| \`${name}\` | ${defaultOf(parameter)} | ${cell(`${parameter.Description}${rangeOf(parameter)}`)} |`,
  )
  .join('\n')}

Refused before anything is made:

${Object.values(template.Rules)
  .flatMap(({ Assertions }) => Assertions)
  .map(({ AssertDescription }) => `- ${AssertDescription}`)
  .join('\n')}

## Outputs

| output | |
|---|---|
${Object.entries(template.Outputs)
  .map(([name, { Description }]) => `| \`${name}\` | ${Description} |`)
  .join('\n')}
`

test('the page of parameters and outputs says what the template has', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/parameters.md')
})
