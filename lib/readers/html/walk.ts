import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type ParentNode = DefaultTreeAdapterTypes.ParentNode
type ChildNode = DefaultTreeAdapterTypes.ChildNode

/** Called when an element has been entered: what to do when it is left, or not to enter it at all. */
export type Enter = (element: Element) => (() => void) | 'skip' | undefined

interface Open {
  readonly node: ParentNode
  readonly children: readonly ChildNode[]
  next: number
  readonly leave: (() => void) | undefined
}

/** Visits elements and text in document order. Keeps its own stack: pages may nest deeper than calls can. */
export const walk = (
  root: ParentNode,
  enter: Enter,
  text: (value: string, parent: ParentNode) => void,
): void => {
  const open: Open[] = [{ node: root, children: root.childNodes, next: 0, leave: undefined }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = top.children[top.next++]
    if (node === undefined) {
      open.pop()
      top.leave?.()
    } else if ('value' in node) {
      text(node.value, top.node)
    } else if ('tagName' in node) {
      const leave = enter(node)
      if (leave !== 'skip') open.push({ node, children: node.childNodes, next: 0, leave })
    }
  }
}

/** The value of an attribute, undefined where the element has none of that name. */
export const attribute = ({ attrs }: Element, name: string): string | undefined => {
  for (const attr of attrs) if (attr.name === name) return attr.value
  return undefined
}
