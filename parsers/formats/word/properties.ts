import { childElement, type XmlElement } from '../package/xml-tree.ts'

/** The value of a property (`<w:jc w:val="…"/>`) in an element of properties; undefined where it is not given. */
export function propertyValue(properties: XmlElement | undefined, name: string): string | undefined {
  return childElement(properties, name)?.attributes.get('w:val')
}

/** An on-off property: on without a value (ECMA-376 part 1, 17.17.4); undefined where it is not given. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childElement(properties, name)
  return property && !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? '')
}

/** A whole number of an attribute or property; null where it is not one. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/u.test(text) ? Number(text) : null
}
