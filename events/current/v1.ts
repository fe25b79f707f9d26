import * as z from 'zod'
import { count, schemaName } from '../parts.ts'

const year = z
  .string()
  .regex(/^\d{4}$/)
  .describe('报告年度。Report year.')

const made = z
  .object({
    inputs: z
      .string()
      .describe(
        '报告、名册、决定和程序的指纹：相同则结果相同。Stands for reports, lists and program: the same, the same season.',
      ),
    latest: z
      .string()
      .describe(
        '所用的最新一段记录的写入时间；空：没有。When the newest segment it was made of was written; empty: there was none.',
      ),
    segments: count.describe('所用的记录段数。How many segments it was made of.'),
    quietUntil: z.iso
      .date()
      .nullable()
      .describe(
        '其他不变时，结果到这一天（含）为止不变；null：哪一天都不变。Up to this day it says the same, if nothing else changes; null: on any day.',
      ),
    sequence: count.describe(
      '这一年度的年报季换过多少次。How often another season of the year took the place of the one before.',
    ),
    checked: z.string().describe('告知它的事件编号。Id of the event that tells of it.'),
    overdue: z
      .object({
        hash: z.string().describe('逾期单位的指纹。Hash of the units that are overdue.'),
        event: z.string().describe('告知逾期的事件编号。Id of the event that told of them.'),
      })
      .optional()
      .describe(
        '上次告知的逾期情况；没有告知过的没有这一项。What was told last of who is overdue; absent where nothing was.',
      ),
  })
  .describe('这一年度的年报季是怎样做成的。How the season of the year was made.')

/** `season/current.json`: which folder holds the season of each year. */
export const currentV1 = z
  .object({
    schema: schemaName('gongkai.current/1'),
    seasons: z
      .record(
        year,
        z
          .string()
          .describe(
            '这一年度现在为准的文件夹，在 current.json 旁边，内容不再变动。The folder that counts for the year, beside current.json; nothing in it changes.',
          ),
      )
      .describe('各报告年度的年报季。The season of each report year.'),
    made: z
      .record(year, made)
      .optional()
      .describe(
        '只在 AWS 上：各年度是怎样做成的，供程序自己用。On AWS only, for the program itself: how the season of each year was made.',
      ),
  })
  .describe(
    'season/current.json：各报告年度的年报季现在是哪一个文件夹。Which folder holds the season of each report year.',
  )

export type CurrentV1 = z.infer<typeof currentV1>
