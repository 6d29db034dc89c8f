import type { Element, ElementContent, RootContent } from 'hast'

type Content = RootContent | ElementContent

/** Ways through a site and what is asked of its reader: no part of a paper. */
const AROUND = new Set(['nav', 'footer', 'input', 'select', 'button', 'textarea', 'noscript'])
const HEADINGS = /^h[1-6]$/u

/** What a page of the web shows of its content: without navigation, hidden parts, lists of nothing but links, and tables that only lay it out. */
export function cleanPage<T extends Content>(nodes: readonly T[], hidden: ReadonlySet<string>): Content[] {
  return nodes.flatMap((node): Content[] => {
    if (node.type !== 'element') return [node]
    if (AROUND.has(node.tagName) || isHidden(node, hidden) || isLinkList(node)) return []
    const element: Element = { ...node, children: cleanPage(node.children, hidden) as ElementContent[] }
    return [isLayout(node) ? { ...element, tagName: 'div', children: cellsOf(element) } : element]
  })
}

function isHidden({ properties }: Element, hidden: ReadonlySet<string>): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : []
  return (
    properties.hidden === true ||
    /\bdisplay\s*:\s*none/iu.test(String(properties.style ?? '')) ||
    properties.role === 'navigation' ||
    properties.id === 'footer' ||
    classes.some((name) => hidden.has(String(name)))
  )
}

/** A list in which all letters are those of links leads elsewhere. */
function isLinkList(element: Element): boolean {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return false
  return lettersIn(element, false) === 0 && lettersIn(element, true) > 0
}

/** How many letters an element holds, with those of links or without. */
function lettersIn(element: Element, links: boolean): number {
  return element.children.reduce((sum, child) => {
    if (child.type === 'text') return sum + (child.value.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
    return child.type !== 'element' || (!links && child.tagName === 'a') ? sum : sum + lettersIn(child, links)
  }, 0)
}

/** A table without a head that holds headings or tables only sets the page in columns. */
function isLayout(element: Element): boolean {
  if (element.tagName !== 'table') return false
  const headed = some(
    element,
    (name) => name === 'th',
    (name) => name !== 'td',
  )
  return !headed && some(element, (name) => HEADINGS.test(name) || name === 'table')
}

/** Whether an element holds one whose name passes, however deep within elements whose names are `open`. */
function some(element: Element, test: (name: string) => boolean, open: (name: string) => boolean = () => true): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (test(child.tagName) || (open(child.tagName) && some(child, test, open))),
  )
}

/** The cells of a table that only lays a page out, as blocks one after the other. */
function cellsOf(element: Element): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (child.tagName === 'td') return [{ ...child, tagName: 'div' }]
    return child.tagName === 'tr' || child.tagName === 'tbody' ? cellsOf(child) : [child]
  })
}
