import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'

/** Styles of an OpenDocument package by name. */
export type Styles = ReadonlyMap<string, XmlElement>

/** A style may rest on others, and these on others: no program nests them deeper. */
const MOST_PARENTS = 20

/** The styles of some parts of a package, those that it names and those that its program made. */
export function collectStyles(lists: readonly (XmlElement | undefined)[]): Styles {
  const styles = lists.flatMap((list) => (list ? childElements(list, 'style:style') : []))
  return new Map(styles.map((style) => [style.attributes.get('style:name') ?? '', style]))
}

/** A property of what a style is given to, its own or that of the style it rests on; undefined where none says. */
export function styleProperty(styles: Styles, style: string | undefined, element: string, property: string): string | undefined {
  let name = style
  for (let depth = 0; name !== undefined && depth < MOST_PARENTS; depth++) {
    const found = styles.get(name)
    const value = childElement(found, element)?.attributes.get(property)
    if (value !== undefined) return value
    name = found?.attributes.get('style:parent-style-name')
  }
  return undefined
}
