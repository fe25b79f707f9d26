import * as z from 'zod'
import { outputs } from '../../../../lib/writers/index.ts'
import { longestGiven } from '../../web/safe-name.ts'
import { kinds, mostListed, mostWaitSeconds, standingsAsked, usuallyListed } from '../words.ts'

/** Every parameter of the interface by its name: what it means and what it may be. */

interface Parameter {
  readonly description: string
  readonly schema: z.ZodType
  readonly example?: unknown
  /** It may be given several times. */
  readonly several?: true
}

const id = 'f6a5a2e3f5d1b1d0c9e8b7a6f5e4d3c2'

export const inQuery: Readonly<Record<string, Parameter>> = {
  name: {
    description:
      '文件名，可以带文件夹，最多 8 级；不能用在文件名里的字符换成下划线。The name of the file; folders may stand before it, at most 8 levels. What no name may hold becomes an underscore.',
    schema: z.string().min(1).max(longestGiven),
    example: '青禾县/青禾县数据局2023年年度报告.docx',
  },
  wait: {
    description: `最多等多少秒；等到有结果就回答。Answers when the result is there, at the latest after so many seconds.`,
    schema: z.int().min(0).max(mostWaitSeconds).default(0),
    example: 60,
  },
  year: {
    description:
      '报告年度；没有读出年度的文件和示例总在其中。The year that reports are about; files without a year, and samples, are always among them.',
    schema: z.string().regex(/^\d{4}$/u),
    example: '2023',
  },
  kind: {
    description: '结论，或者没有报告的结局，或者到了哪一步。A verdict, another end, or how far a file is.',
    schema: z.enum(kinds),
    example: 'needsReview',
  },
  check: {
    description: '有这条规则的发现的文件。Files with a finding of this check.',
    schema: z.string(),
    example: 'requests-row-total',
  },
  unit: {
    description:
      '名册中单位的代码或名称，或报告的行政机关。A unit of the roster by code or name, or the authority of a report.',
    schema: z.string(),
    example: '青禾县数据局',
  },
  text: {
    description:
      '文件名、行政机关、发现里有这些字的文件。Files with these words in name, authority or findings.',
    schema: z.string(),
    example: '合计',
  },
  standing: {
    description:
      '在全部报告中的地位；all（不给出时也是）为全部，current 为没有被替代的，corrected 为更正过的，handled 为有人处理过的。How it stands among the others. all, also where it is left out: every file; current: all but those that another one replaced; corrected: those that correct an earlier one; handled: those that a person handled.',
    schema: z.enum(standingsAsked).default('all'),
    example: 'counted',
  },
  key: {
    description:
      '只要这些文件，可以多次给出；其他条件就不起作用。These files alone; the other filters mean nothing then.',
    schema: z.array(z.string()),
    example: ['青禾县/青禾县数据局2023年年度报告.docx'],
    several: true,
  },
  archive: {
    description: '只要这个压缩包里的文件：压缩包的编号。Files that lay in this archive, by its id.',
    schema: z.string(),
    example: id,
  },
  limit: {
    description: '一页最多几份。How many at most on a page.',
    schema: z.int().min(1).max(mostListed).default(usuallyListed),
    example: 100,
  },
  after: {
    description: '上一页的 next：从那里接着列。The `next` of the page before: goes on behind it.',
    schema: z.string().regex(/^[\w-]+$/u),
    example: '6Z2S56a-5Y6_',
  },
}

export const inPath: Readonly<Record<string, Parameter>> = {
  id: { description: '文件的编号。The id of a file.', schema: z.string(), example: id },
  format: {
    description: '哪一种结果文件。Which kind of output.',
    schema: z.enum(outputs.map(({ ending }) => ending)),
    example: 'csv',
  },
  year: { description: '年度。The year of the season.', schema: z.string(), example: '2023' },
  path: {
    description:
      '文件在年报季里的路径；其中的斜杠可以照写，也可以写成 %2F。The path of the file in the season; slashes in it may stand as they are, or as %2F.',
    schema: z.string(),
    example: 'dataset/figures.parquet',
  },
}
