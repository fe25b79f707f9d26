import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manuals } from '../../../../infra/local/commands/manual/index.ts'
import { manualPage, overviewPage } from '../../../../infra/local/commands/manual/pages.ts'
import { nearest } from '../../../../infra/local/terminal/nearest.ts'
import type { Manual, Option } from '../../../../infra/local/terminal/options.ts'
import { readOptions } from '../../../../infra/local/terminal/read-options.ts'
import { UsageError } from '../../../../infra/local/terminal/usage-error.ts'

const valueFor = (option: Option): string => {
  if (option.kind === 'choice' || option.kind === 'choices') return option.of[0]!
  if (option.kind === 'number') return String(option.least)
  return option.kind === 'day' ? '2025-02-01' : 'x'
}

const given = (name: string, option: Option): readonly string[] =>
  option.kind === 'switch' ? [`--${name}`] : [`--${name}`, valueFor(option)]

/** What a command needs, and nothing else. */
const enough = ({ operands, needs = [], options }: Manual): readonly string[] => [
  ...Array<string>(operands?.least ?? 0).fill('x'),
  ...needs.flatMap(name => given(name, options[name]!)),
]

const mayRepeat = (option: Option) =>
  option.kind === 'choices' || (option.kind === 'text' && option.several === true)

/** Every command with every wrong way to call it that its manual lets us think of. */
const wrongCalls = manuals.flatMap((manual): (readonly [string, Manual, readonly string[]])[] => {
  const { name, operands, options, needs = [] } = manual
  const well = enough(manual)
  const rest = (option: string) => enough({ ...manual, needs: needs.filter(one => one !== option) })
  const each = Object.entries(options).flatMap(([option, spec]) => [
    ...(spec.kind === 'switch'
      ? [[...well, `--${option}=yes`]]
      : [
          [...rest(option), `--${option}`],
          [...rest(option), `--${option}`, '--'],
          [...rest(option), `--${option}`, `--${option}`],
          ...(spec.kind === 'text' && spec.mayBeEmpty ? [] : [[...rest(option), `--${option}=`]]),
        ]),
    ...(mayRepeat(spec) ? [] : [[...rest(option), ...given(option, spec), ...given(option, spec)]]),
    ...(['choice', 'choices', 'number', 'day'].includes(spec.kind)
      ? [[...rest(option), `--${option}`, '不对']]
      : []),
    ...(spec.kind === 'text' ? [[...rest(option), `--${option}`, 'a\0b']] : []),
    [...well, `--${option}x`],
    [...well, `—${option}`],
  ])
  return [
    [...well, '--frob'],
    [...well, '-z'],
    [...well, '--__proto__=1'],
    [...well, ''],
    ...needs.map(rest),
    ...(operands && operands.least > 0 ? [well.slice(operands.least)] : []),
    ...(operands?.most === Number.POSITIVE_INFINITY ? [] : [[...well, 'x', 'y']]),
    ...each,
  ].map(args => [name, manual, args] as const)
})

describe('every wrong call of every command is told in both languages', () => {
  test('there are hundreds', () => {
    expect(wrongCalls.length).toBeGreaterThan(400)
  })

  test.each(manuals.map(manual => [manual.name] as const))('%s', wanted => {
    for (const [name, manual, args] of wrongCalls) {
      if (name !== wanted) continue
      const call = `${name} ${JSON.stringify(args)}`
      let told: unknown = null
      try {
        readOptions(manual, args)
      } catch (error) {
        told = error
      }
      expect(told, call).toBeInstanceOf(UsageError)
      const { sentence } = told as UsageError
      expect(sentence.zh, call).toMatch(/\p{Script=Han}.*[。？]$/u)
      expect(sentence.en, call).toMatch(/^[^\p{Script=Han}]*[A-Za-z]/u)
    }
  })

  test.each(manuals.map(manual => [manual.name, manual] as const))('%s, called well', (_, manual) => {
    expect(() => readOptions(manual, enough(manual))).not.toThrow()
    for (const [name, option] of Object.entries(manual.options)) {
      const others = enough({ ...manual, needs: (manual.needs ?? []).filter(one => one !== name) })
      expect(() => readOptions(manual, [...others, ...given(name, option)])).not.toThrow()
    }
  })
})

test('whatever is given, it is read or told, and nothing else is thrown', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '--',
      '-',
      '--out',
      '--out=x',
      '--only',
      'json,csv',
      '--quiet',
      '--format',
      'json',
      '—out',
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...manuals), fc.array(word), (manual, args) => {
      try {
        readOptions(manual, args)
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError)
      }
    }),
    { numRuns: 2000 },
  )
})

test('what stands behind -- is a name, whatever it looks like', () => {
  const convert = manuals.find(({ name }) => name === 'convert')!
  fc.assert(
    fc.property(
      fc.array(
        fc
          .string({ minLength: 1 })
          .filter(text => !text.includes('\0') && !/^[\u2012-\u2015\u2212\ufe58\uff0d]/u.test(text)),
        { minLength: 1 },
      ),
      names => {
        expect(readOptions(convert, ['--out', 'x', '--', ...names]).operands).toEqual(names)
      },
    ),
  )
})

test.each([
  ['convrt', 'convert'],
  ['stat', 'status'],
  ['Convert', 'convert'],
  ['xyzzy', null],
])('nearest to %s: %s', (wanted, found) => {
  expect(
    nearest(
      wanted,
      manuals.map(({ name }) => name),
    ),
  ).toBe(found)
})

test('one letter wrong still names the word', () => {
  const words = manuals.flatMap(({ options }) => Object.keys(options)).filter(word => word.length > 3)
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), fc.constantFrom('q', 'z'), (word, at, letter) => {
      const place = at % word.length
      const wrong = word.slice(0, place) + letter + word.slice(place + 1)
      expect(nearest(wrong, [word])).toBe(word)
    }),
  )
})

test('the help names every command, and of each every option with both languages', () => {
  const overview = overviewPage().join('\n')
  for (const manual of manuals) {
    expect(overview).toContain(`gongkai ${manual.name}`)
    const page = manualPage(manual).join('\n')
    for (const [name, { about }] of Object.entries(manual.options))
      for (const part of [`--${name}`, about.zh, about.en]) expect(page).toContain(part)
    for (const [line] of manual.examples ?? []) expect(page).toContain(line)
  }
})
