import { writeRelease } from './release.ts'
import { synthesise } from './synthesise.ts'

const { templateFile, template } = synthesise({ outdir: 'cdk.out' })
console.log(`${templateFile}: for npm run deploy`)
console.log(`${await writeRelease(template)}: template and code for those without CDK`)
