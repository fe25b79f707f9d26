import { describe, expect, test } from 'vitest'
import { readFigure } from '../../../lib/figures/read-figure.ts'
import { bareLabel } from '../../../lib/recognition/labels/labels.ts'
import { isUnitStatement, printedUnits } from '../../../lib/recognition/values/printed-units.ts'
import { signUnder } from '../../../lib/recognition/values/signs.ts'
import { even } from '../../../lib/util/even.ts'
import { cpuTime } from '../../support/cpu-time.ts'

/** Text no label has: each pattern that looks for a unit, a sign or another script must leave it in time. */

const times = 20_000
const hostile = {
  blanks: `行政许可${' '.repeat(times)}万`,
  'ideographic blanks': `行政许可${'\u3000'.repeat(times)}元元`,
  scales: `${'千'.repeat(times)}x`,
  'open brackets': '（'.repeat(times),
  'open brackets with words': '（万'.repeat(times),
  'units over and over': '单位：'.repeat(times),
  'by what': `以${'按以'.repeat(times)}`,
  'letters and digits': '行1a'.repeat(times),
  lines: '行政\nabc\n'.repeat(times),
  signs: '本年增'.repeat(times),
  strokes: '万/'.repeat(times),
}

describe.each(Object.entries(hostile))('%s', (_, whole) => {
  test.each([whole.length, 800, 200])('cut to %d characters are done with at once', length => {
    const text = whole.slice(0, length)
    const start = cpuTime()
    for (const read of [bareLabel, even, printedUnits, isUnitStatement, signUnder, readFigure]) read(text)
    expect(cpuTime() - start).toBeLessThan(1000)
  })
})
