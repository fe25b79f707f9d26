import type { Address } from '../../../vendor/pdfium/functions.ts'
import type { Pdfium } from '../../../vendor/pdfium/instance.ts'
import { limits } from '../../limits.ts'
import { formObjects, kinds, type Objects } from './containers.ts'
import type { Memory } from './memory.ts'
import type { Stage } from './stage.ts'

/** Objects that are shown or hidden together, and what of them paints. */
interface Group {
  readonly objects: Address[]
  readonly leaves: Address[]
}

export interface Layers {
  readonly hidden: ReadonlySet<Address>
  /** Of these it cannot be told. */
  readonly doubtful: ReadonlySet<Address>
}

const lettersOfName = 2

/** The mark of optional content (ISO 32000-1, 14.11) around an object; 0 where it has none. */
const layerMark = ({ call, scratch }: Pdfium, memory: Memory, object: Address): Address => {
  for (let at = call.FPDFPageObj_CountMarks(object) - 1; at >= 0; at--) {
    const mark = call.FPDFPageObj_GetMark(object, at)
    const named = call.FPDFPageObjMark_GetName(mark, scratch, 48, scratch + 56)
    if (named === 1 && memory.text(lettersOfName + 1) === 'OC\0') return mark
  }
  return 0
}

const invisible = 3

/**
 * Objects of layers that are switched off, and forms and pictures of such. PDFium tells of no object whether it is shown,
 * but draws only those that are: each layer is drawn alone, and is hidden where nothing comes of it. Only for files that
 * have layers, since drawing takes its time.
 */
export const layersOf = (pdfium: Pdfium, memory: Memory, objects: Objects, stage: Stage): Layers => {
  const { call } = pdfium
  const groups = new Map<Address, Group>()
  const gather = ({ count, at }: Objects, depth: number): Address[] => {
    const inner: Address[] = []
    for (let index = 0; index < count; index++) {
      const object = at(index)
      const kind = call.FPDFPageObj_GetType(object)
      const own =
        kind === kinds.form && depth < limits.pdf.formDepth
          ? gather(formObjects(pdfium, object), depth + 1)
          : [object]
      for (const leaf of own) inner.push(leaf)
      const mark = layerMark(pdfium, memory, object)
      // Forms and pictures may belong to a layer without a mark around them.
      const key = mark !== 0 ? mark : kind === kinds.form || kind === kinds.image ? object : 0
      if (key === 0) continue
      const group = groups.get(key) ?? { objects: [], leaves: [] }
      groups.set(key, group)
      group.objects.push(object)
      for (const leaf of own) group.leaves.push(leaf)
    }
    return inner
  }
  gather(objects, 0)
  const hidden = new Set<Address>()
  const doubtful = new Set<Address>()
  const isText = (object: Address): boolean => call.FPDFPageObj_GetType(object) === kinds.text
  const isInvisible = (object: Address): boolean =>
    isText(object) && call.FPDFTextObj_GetTextRenderMode(object) === invisible
  const isForeign = (object: Address): boolean =>
    isText(object) && call.FPDFFont_GetIsEmbedded(call.FPDFTextObj_GetFont(object)) !== 1
  for (const group of groups.values()) {
    // Nothing comes of these, hidden or not.
    if (group.leaves.every(isInvisible)) continue
    if (stage.drawn(group.leaves) === 'nothing') {
      // A font that is not in the file is not drawn at all.
      const unsure = group.leaves.some(isForeign)
      for (const object of unsure ? group.leaves : group.objects) (unsure ? doubtful : hidden).add(object)
    }
  }
  return { hidden, doubtful }
}
