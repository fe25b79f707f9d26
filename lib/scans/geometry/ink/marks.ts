import type { Grey } from '../../contract.ts'
import { type Component, componentsOf } from '../components.ts'

/** A component with what it weighs: its darkness in pixels of full ink. */
export interface Stroke extends Component {
  readonly mass: number
}

/** What is printed in a picture of a cell. */
export interface Marks {
  readonly strokes: readonly Stroke[]
  /** Of each pixel the label of its stroke; 0 is none. */
  readonly labels: Int32Array
}

/** Components of pixels darker than `ink`, with what each weighs. */
export const marksOf = ({ width, height, greys }: Grey, ink: number): Marks => {
  const dark = new Uint8Array(greys.length)
  for (let at = 0; at < greys.length; at++) if (greys[at]! < ink) dark[at] = 1
  const { components, labels } = componentsOf(dark, width, height)
  const masses = new Float32Array(components.length + 1)
  for (let at = 0; at < labels.length; at++)
    if (labels[at] !== 0) masses[labels[at]!] = masses[labels[at]!]! + (255 - greys[at]!) / 255
  return { labels, strokes: components.map(component => ({ ...component, mass: masses[component.label]! })) }
}
