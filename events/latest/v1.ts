import * as z from 'zod'
import { schemaName, version } from '../parts.ts'

/** `latest.json` of a key. */
export const latestV1 = z
  .object({
    schema: schemaName('gongkai.latest/1'),
    version,
    sequencer: z
      .string()
      .describe(
        '这一版本的次序：不分大小写，短的在右边补 0，再按文本比较，大的较新。Orders the versions of one key: compared as text, without regard to case, the shorter one filled with 0 on the right; the greater is the newer.',
      ),
    receipt: z.string().describe('这一版本的 receipt.json 的键。Key of the receipt.json of this version.'),
  })
  .describe(
    'latest.json：一个键最新的版本，不论结局；只向前移。The newest version of a key, whatever came of it; it moves forward only.',
  )

export type LatestV1 = z.infer<typeof latestV1>
