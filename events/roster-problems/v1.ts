import * as z from 'zod'
import { message, schemaName } from '../parts.ts'

/** `season/roster-problems.json`: what is wrong with the lists that an operator keeps. */
export const rosterProblemsV1 = z
  .object({
    schema: schemaName('gongkai.roster-problems/1'),
    lists: z
      .array(
        z.object({
          key: z.string().describe('名册或决定清单的键。Key of the roster or of the list of decisions.'),
          problems: z
            .array(
              z.object({
                line: z.int().min(1).describe('第几行，从 1 数起。Line of the file, from 1.'),
                code: z
                  .string()
                  .describe('问题的代码，永久不变；以后可能增加。Code, permanent; new ones may be added.'),
                message: message.describe('哪里不对，怎么改。What is wrong, and what to do.'),
              }),
            )
            .describe('逐行的问题。What is wrong, line by line.'),
        }),
      )
      .describe('有问题的清单；空：没有问题了。Lists with something wrong; empty: nothing is any more.'),
  })
  .describe(
    'season/roster-problems.json（在 AWS 上）：名册、决定清单哪里有误；改好以前，年报季不更新。What is wrong with roster and decisions, on AWS: until it is mended no season is made.',
  )

export type RosterProblemsV1 = z.infer<typeof rosterProblemsV1>
