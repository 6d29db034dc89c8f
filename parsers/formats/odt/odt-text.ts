import { childElement, childElements, elementText, type XmlElement } from '../package/xml-tree.ts'
import { isSymbolFont, symbolText } from '../passages/symbol-fonts.ts'
import { LetterGatherer, type LetterLook } from '../word/letters.ts'
import { wholeNumber } from '../word/properties.ts'
import type { OdtStyles } from './odt-styles.ts'

/** No line has more spaces one after the other. */
const MOST_SPACES = 1000
/** What is in a paragraph and is not part of its printed text. */
const SILENT = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:placeholder',
  'text:script',
  'text:ruby-text',
  'text:toc-mark',
  'text:alphabetical-index-mark',
  'text:label',
  'draw:a',
])

/** What is anchored in a paragraph: text boxes, and the bodies of notes after their marks. */
export interface Anchored {
  boxes: XmlElement[]
  notes: XmlElement[]
}

/** Letters that nobody sees printed. */
export interface OdtLeftOut {
  hiddenLetters: number
  struckLetters: number
}

/** Gathers the letters of a paragraph (OpenDocument 1.3, part 3, 6), and what is anchored in it. */
export function gatherText(
  paragraph: XmlElement,
  style: string,
  styles: OdtStyles,
  left: OdtLeftOut,
): { letters: LetterGatherer } & Anchored {
  const letters = new LetterGatherer()
  const anchored: Anchored = { boxes: [], notes: [] }
  const add = (text: string, look: LetterLook): void => {
    const count = text.replace(/\s+/gu, '').length
    if (look.hidden) left.hiddenLetters += count
    else if (look.struck) left.struckLetters += count
    else letters.add(isSymbolFont(look.font) ? symbolText(text, look.font) : text, look)
  }
  const visit = (element: XmlElement, spans: readonly string[]): void => {
    const look = styles.letters(style, spans)
    for (const child of element.children) {
      if (typeof child === 'string') add(child.replace(/\s+/gu, ' '), look)
      else if (child.name === 'text:s') add(' '.repeat(Math.min(MOST_SPACES, wholeNumber(child.attributes.get('text:c')) ?? 1)), look)
      else if (child.name === 'text:tab') add('\t', look)
      else if (child.name === 'text:line-break') letters.addBreak()
      else if (child.name === 'text:span') visit(child, [...spans, child.attributes.get('text:style-name') ?? ''])
      else if (child.name === 'text:note') anchored.notes.push(child)
      else if (child.name.startsWith('draw:')) for (const box of textBoxes(child)) anchored.boxes.push(box)
      else if (!SILENT.has(child.name)) visit(child, spans)
    }
  }
  visit(paragraph, [])
  return { letters, ...anchored }
}

/** The text boxes and shapes with text in a drawing, however deep. */
export function textBoxes(drawing: XmlElement): XmlElement[] {
  if (drawing.name === 'draw:text-box') return [drawing]
  if (childElements(drawing).some(({ name }) => name === 'text:p' || name === 'text:list')) return [drawing]
  return childElements(drawing).flatMap(textBoxes)
}

/** What marks a note in the text: its number, or its sign. */
export function noteMark(note: XmlElement): string {
  const citation = childElement(note, 'text:note-citation')
  return citation ? (citation.attributes.get('text:label') ?? elementText(citation)).trim() : ''
}
