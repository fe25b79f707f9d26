import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { Problem } from '../../model/problems.ts'
import { limits } from '../limits.ts'

const tooManyElements = (): Problem =>
  new Problem(
    'too-complex',
    {
      zh: `网页结构过于复杂（超过 ${limits.html.elements} 个元素），无法处理。`,
      en: `The page is too complex (more than ${limits.html.elements} elements).`,
    },
    {
      zh: '请只保存年度报告正文，重新提交。',
      en: 'Save the text of the annual report only and submit it again.',
    },
  )

export interface ParsedPage {
  readonly document: DefaultTreeAdapterTypes.Document
  /** The elements that give the page its style sheets, in their order. */
  readonly sheets: readonly DefaultTreeAdapterTypes.Element[]
}

/** Whether an element stands in the page, and not in a template that nobody has used. */
const isIn = (
  document: DefaultTreeAdapterTypes.Document,
  element: DefaultTreeAdapterTypes.Element,
): boolean => {
  let node: DefaultTreeAdapterTypes.ParentNode | null = element
  while (node !== null && 'parentNode' in node) node = node.parentNode
  return node === document
}

/** The tree a browser would build: missing tags repaired, misplaced ones moved. Throws Problem `too-complex`. */
export const parseHtml = (html: string): ParsedPage => {
  let elements = 0
  const sheets: DefaultTreeAdapterTypes.Element[] = []
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (tagName, namespace, attributes) => {
      if (++elements > limits.html.elements) throw tooManyElements()
      const element = defaultTreeAdapter.createElement(tagName, namespace, attributes)
      if (tagName === 'style' || tagName === 'link') sheets.push(element)
      return element
    },
  }
  const document = parse(html, { treeAdapter })
  return { document, sheets: sheets.filter(element => isIn(document, element)) }
}
