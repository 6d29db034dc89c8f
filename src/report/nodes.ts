import type { Element } from 'hast'

/** What can stand in an element: other elements, text, nothing, and lists of these however deep. Text is always text. */
export type Child = Element | string | number | null | undefined | readonly Child[]

/** Attributes by their names in the DOM: `className`, `href`, `ariaLabel`. */
export type Attributes = Record<string, string | number | boolean | readonly string[] | null | undefined>

export type { Element }

/** An HTML element. */
export function h(tagName: string, first?: Attributes | Child, ...rest: Child[]): Element {
  const element: Element = { type: 'element', tagName, properties: {}, children: [] }
  if (isAttributes(first)) {
    for (const [name, value] of Object.entries(first)) {
      if (value !== null && value !== undefined) element.properties[name] = typeof value === 'object' ? [...value] : value
    }
  } else addChild(element, first)
  addChild(element, rest)
  return element
}

/** An SVG element. What is within an `svg` is SVG; the name says so where it is made. */
export const s = h

function isAttributes(value: Attributes | Child): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('tagName' in value)
}

function addChild(element: Element, child: Child): void {
  if (child === null || child === undefined) return
  if (isList(child)) for (const one of child) addChild(element, one)
  else element.children.push(typeof child === 'object' ? child : { type: 'text', value: String(child) })
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)
