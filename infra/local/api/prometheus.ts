/** The text format of Prometheus, 0.0.4: what a scraper reads. */

export type Labels = Readonly<Record<string, string>>

export interface Sample {
  /** Behind the name of its family: `_sum`, `_count`, `_bucket`; empty for most. */
  readonly suffix?: string
  readonly labels?: Labels
  readonly value: number
}

export interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly samples: readonly Sample[]
}

export const textType = 'text/plain; version=0.0.4; charset=utf-8'

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')

const sampleLine = (name: string, { suffix = '', labels = {}, value }: Sample): string => {
  const said = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${suffix}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}`
}

export const prometheusText = (families: readonly Family[]): string =>
  families
    .flatMap(({ name, type, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(sample => sampleLine(name, sample)),
      '',
    ])
    .join('\n')

/** Counts by labels; every combination that was counted once is told from then on. */
export interface Counter {
  readonly add: (labels?: Labels) => void
  readonly samples: () => readonly Sample[]
}

export const openCounter = (): Counter => {
  const counted = new Map<string, { readonly labels: Labels; value: number }>()
  return {
    add: (labels = {}) => {
      const name = JSON.stringify(labels)
      const there = counted.get(name)
      if (there) there.value += 1
      else counted.set(name, { labels, value: 1 })
    },
    samples: () => [...counted.values()],
  }
}

export interface Histogram {
  readonly observe: (value: number) => void
  readonly samples: () => readonly Sample[]
}

/** `bounds`: the upper ends of its buckets, the smallest first. */
export const openHistogram = (bounds: readonly number[]): Histogram => {
  const within = bounds.map(() => 0)
  let [sum, count] = [0, 0]
  return {
    observe: value => {
      sum += value
      count += 1
      for (const [at, bound] of bounds.entries()) if (value <= bound) within[at]! += 1
    },
    samples: () => [
      ...bounds.map((bound, at) => ({
        suffix: '_bucket',
        labels: { le: String(bound) },
        value: within[at]!,
      })),
      { suffix: '_bucket', labels: { le: '+Inf' }, value: count },
      { suffix: '_sum', value: sum },
      { suffix: '_count', value: count },
    ],
  }
}
