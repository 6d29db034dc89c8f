import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'

/** Extensions whose content is read here; of a choice that asks for others, the fallback shows the same in plainer mark-up. */
const KNOWN_EXTENSIONS = new Set(['wps', 'wpg', 'wpc', 'wpi', 'wp14', 'w14', 'w15', 'a14', 'v', 'wp', 'cx'])
/** Elements round others that show what is in them: what was inserted or moved here is read as accepted. */
const OPEN = new Set([
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:dir',
  'w:bdo',
  'w:hyperlink',
  'w:fldSimple',
  'm:oMath',
  'm:oMathPara',
])

/**
 * The elements of a paragraph, row, cell or body that are shown, with what is in content controls, custom mark-up, insertions and
 * choices in their place. The prompt of an empty content control ("Click here to enter text") is not text.
 */
export function shownElements(element: XmlElement | undefined): XmlElement[] {
  if (!element) return []
  return childElements(element).flatMap((child) => {
    if (child.name === 'w:sdt') return isPrompt(child) ? [] : shownElements(childElement(child, 'w:sdtContent'))
    if (child.name === 'mc:AlternateContent') return shownElements(chosen(child))
    return OPEN.has(child.name) ? shownElements(child) : [child]
  })
}

/** The elements of a name in an element, however deep, those of choices once; none within another of the name. */
export function elementsWithin(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => {
    if (child.name === name) return [child]
    const inner = child.name === 'mc:AlternateContent' ? chosen(child) : child
    return inner ? elementsWithin(inner, name) : []
  })
}

function chosen(alternates: XmlElement): XmlElement | undefined {
  const isKnown = (choice: XmlElement): boolean =>
    (choice.attributes.get('Requires') ?? '').split(/\s+/u).every((name) => KNOWN_EXTENSIONS.has(name))
  return childElements(alternates, 'mc:Choice').find(isKnown) ?? childElement(alternates, 'mc:Fallback')
}

function isPrompt(control: XmlElement): boolean {
  const prompt = childElement(childElement(control, 'w:sdtPr'), 'w:showingPlcHdr')
  return prompt !== undefined && !['0', 'false', 'off'].includes(prompt.attributes.get('w:val') ?? '')
}
