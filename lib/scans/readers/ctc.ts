import type { LineRead } from '../contract.ts'

/**
 * What a net reads that says for each step which character it sees, 0 for none: the best of each step, runs of one
 * once. `chances` holds `steps` times as many chances as there are characters and none.
 */
export const readSteps = (
  chances: ArrayLike<number>,
  from: number,
  steps: number,
  characters: readonly string[],
): LineRead => {
  const kinds = characters.length
  let text = ''
  let confidence = 1
  let before = 0
  let run = 0
  for (let step = 0; step < steps; step++) {
    const at = from + step * kinds
    let best = 0
    for (let kind = 1; kind < kinds; kind++)
      if ((chances[at + kind] ?? 0) > (chances[at + best] ?? 0)) best = kind
    const chance = chances[at + best] ?? 0
    if (best !== before) {
      if (before) confidence = Math.min(confidence, run)
      run = 0
      if (best) text += characters[best] ?? ''
    }
    run = Math.max(run, chance)
    before = best
  }
  if (before) confidence = Math.min(confidence, run)
  return { text, confidence }
}
