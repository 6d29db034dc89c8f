import type { Element } from 'hast'
import { h as html, s as svg } from 'hastscript'

/** What can be in an element: other elements, text, nothing, and lists of these however deep. Text is always text. */
export type Child = Element | string | number | null | undefined | readonly Child[]

/** Attributes by their names in the DOM: `className`, `href`, `ariaLabel`. */
export type Attributes = Record<string, string | number | boolean | readonly string[] | null | undefined>

export type { Element }

/** An HTML element. */
export function h(name: string, first?: Attributes | Child, ...rest: Child[]): Element {
  return isAttributes(first) ? html(name, toProperties(first), flat(rest)) : html(name, flat([first, ...rest]))
}

/** An SVG element. */
export function s(name: string, first?: Attributes | Child, ...rest: Child[]): Element {
  return isAttributes(first) ? svg(name, toProperties(first), flat(rest)) : svg(name, flat([first, ...rest]))
}

function isAttributes(value: Attributes | Child): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('tagName' in value)
}

function toProperties(attributes: Attributes): Record<string, string | number | boolean | string[] | null | undefined> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'object' && value !== null ? [...value] : value]),
  )
}

function flat(children: readonly Child[]): (Element | string | number)[] {
  return children.flatMap((child) => {
    if (child === null || child === undefined) return []
    return isList(child) ? flat(child) : [child]
  })
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)
