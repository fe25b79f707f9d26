import type { Chance } from './chance.ts'
import type { ScanKind } from './kinds.ts'

const some = <T>(chance: Chance, one: number, of: T): T | Record<string, never> =>
  chance.below(one) === 0 ? of : {}

/** A kind that nobody wrote down: several things at once, as chance takes them. */
export const mixedKind = (chance: Chance): ScanKind => {
  const dpi = [130, 150, 150, 170, 200, 200, 240, 300][chance.below(8)]!
  const { between } = chance
  return {
    dpi,
    skew: between(0, 2.5),
    blur: between(0.35, 1.1) * Math.max(0.8, dpi / 200),
    noise: between(1, 9),
    quality: Math.round(between(30, 90)),
    contrast: between(0.55, 0.95),
    ...some(chance, 2, { gradient: [between(0.5, 0.9), 1] }),
    ...some(chance, 5, { shadow: between(0.1, 0.4) }),
    ...some(chance, 3, { fills: between(0.9, 0.98), beside: between(5, 250) }),
    ...some(chance, 4, { perspective: between(0.005, 0.03) }),
    ...some(chance, 4, { curl: between(0.5, 3) }),
    ...some(chance, 4, { colours: true, seal: 'red' }),
    ...some(chance, 6, { seal: 'grey' }),
    ...some(chance, 6, { pens: true }),
    ...some(chance, 10, { strips: 2 + chance.below(8) }),
    ...some(chance, 8, { turned: (1 + chance.below(3)) as 1 | 2 | 3 }),
    ...some(chance, 10, { dots: { cells: Math.round(between(75, 130)), paper: between(0.85, 0.95) } }),
    ...some(chance, 5, {
      ...{ bilevel: { threshold: between(0.4, 0.6), salt: between(0, 0.002), specks: chance.below(80) } },
      ...{ gradient: [0.95, 1], shadow: 0, contrast: 0.9 },
    }),
  }
}
