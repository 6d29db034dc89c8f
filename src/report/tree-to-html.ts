import type { Element } from 'hast'
import { find, html, svg } from 'property-information'

/** Elements that hold nothing and are not closed. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** What would end a text, or begin something else. */
const IN_TEXT = /[<&]/gu
/** What would end a value between double quotes; other quotes too, for what reads pages with less care. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
const IN_VALUE = /["&'`\u0000]/gu

type Value = Element['properties'][string]

/** A tree as HTML. Text is written as text and values as values: whatever a paper says, no mark-up can come of it. */
export function treeToHtml(tree: Element): string {
  return write(tree, false)
}

function write({ tagName, properties, children }: Element, inSvg: boolean): string {
  const isSvg = inSvg || tagName === 'svg'
  let text = `<${tagName}`
  for (const name in properties) text += attribute(name, properties[name], isSvg)
  text += '>'
  if (!inSvg && VOID.has(tagName)) return text
  for (const child of children) {
    if (child.type === 'element') text += write(child, isSvg)
    else if (child.type === 'text') text += child.value.replace(IN_TEXT, reference)
  }
  return `${text}</${tagName}>`
}

function attribute(name: string, value: Value, isSvg: boolean): string {
  if (value === null || value === undefined || value === false) return ''
  const printed = ` ${printedName(name, isSvg)}`
  if (value === true) return printed
  return `${printed}="${(Array.isArray(value) ? value.join(' ').trim() : String(value)).replace(IN_VALUE, reference)}"`
}

const reference = (sign: string): string => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`

const names = { html: new Map<string, string>(), svg: new Map<string, string>() }

/** How HTML or SVG writes an attribute that the DOM calls so: `tabindex`, `aria-label`, `viewBox`. */
function printedName(name: string, isSvg: boolean): string {
  const known = isSvg ? names.svg : names.html
  let printed = known.get(name)
  if (printed === undefined) {
    printed = find(isSvg ? svg : html, name).attribute
    known.set(name, printed)
  }
  return printed
}
