import { bundleFunctions } from './bundle.ts'

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`

for (const { name, eagerBytes, allBytes } of await bundleFunctions())
  console.log(
    `dist/functions/${name}: ${kilobytes(eagerBytes)} before the handler is ready, ${kilobytes(allBytes)} in all`,
  )
