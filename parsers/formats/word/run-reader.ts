import { childElement, childElements, elementText, type XmlElement } from '../package/xml-tree.ts'
import { isSymbolFont, symbolText } from '../passages/symbol-fonts.ts'
import { OpenFields } from './fields.ts'
import type { LetterGatherer, LetterLook } from './letters.ts'
import { elementsWithin, shownElements } from './shown-elements.ts'
import type { ParagraphStyle, StyleSheet } from './style-sheet.ts'

/** A note that a text refers to. */
export interface NoteReference {
  kind: 'footnote' | 'endnote'
  id: string
}

/** What was left out of a document because nobody sees it printed, or because it was taken back. */
export interface LeftOut {
  hiddenLetters: number
  struckLetters: number
  changes: number
}

/** Insertions, deletions and moves that are recorded and not yet accepted. */
const CHANGES = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

/** Reads the letters of paragraphs. Fields run on from one to the next. */
export class RunReader {
  readonly #styles: StyleSheet
  readonly #fields = new OpenFields()
  readonly notes: NoteReference[] = []
  readonly leftOut: LeftOut = { hiddenLetters: 0, struckLetters: 0, changes: 0 }

  constructor(styles: StyleSheet) {
    this.#styles = styles
  }

  /** Adds a paragraph's letters to what was gathered, and returns the text boxes that are anchored in it. */
  read(paragraph: XmlElement, style: ParagraphStyle, into: LetterGatherer): XmlElement[] {
    const boxes: XmlElement[] = []
    for (const { name } of childElements(paragraph)) if (CHANGES.includes(name)) this.leftOut.changes++
    for (const element of shownElements(paragraph)) {
      if (element.name === 'w:r') this.#run(element, style, into, boxes)
      if (element.name === 'm:r') into.add(elementsWithin(element, 'm:t').map(elementText).join(''), this.#styles.letters(undefined, style))
      if (element.name === 'w:ruby') for (const run of rubyRuns(element)) this.#run(run, style, into, boxes)
    }
    return boxes
  }

  #run(run: XmlElement, style: ParagraphStyle, into: LetterGatherer, boxes: XmlElement[]): void {
    const look = this.#styles.letters(childElement(run, 'w:rPr'), style)
    const gatherer: Pick<LetterGatherer, 'add' | 'addBreak'> = look.hidden || look.struck ? this.#leaveOut(look) : into
    for (const element of shownElements(run)) this.#piece(element, look, gatherer, boxes)
  }

  #piece(piece: XmlElement, look: LetterLook, into: Pick<LetterGatherer, 'add' | 'addBreak'>, boxes: XmlElement[]): void {
    if (piece.name === 'w:fldChar') {
      into.add(this.#fields.mark(piece), look)
      return
    }
    if (this.#fields.isCode) return
    switch (piece.name) {
      case 'w:t':
        into.add(isSymbolFont(look.font) ? symbolText(elementText(piece), look.font) : elementText(piece), look)
        break
      case 'w:tab':
      case 'w:ptab':
        into.add('\t', look)
        break
      case 'w:br':
      case 'w:cr':
        into.addBreak()
        break
      case 'w:noBreakHyphen':
        into.add('-', look)
        break
      case 'w:sym':
        into.add(signOf(piece), look)
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.notes.push({ kind: piece.name === 'w:footnoteReference' ? 'footnote' : 'endnote', id: piece.attributes.get('w:id') ?? '' })
        break
      case 'w:ruby':
        for (const run of rubyRuns(piece)) into.add(elementsWithin(run, 'w:t').map(elementText).join(''), look)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        for (const box of elementsWithin(piece, 'w:txbxContent')) boxes.push(box)
        break
    }
  }

  /** Takes letters that are hidden or struck through, and only counts them. */
  #leaveOut(look: LetterLook): Pick<LetterGatherer, 'add' | 'addBreak'> {
    const add = (text: string): void => {
      const letters = text.replace(/\s+/gu, '').length
      if (look.hidden) this.leftOut.hiddenLetters += letters
      else this.leftOut.struckLetters += letters
    }
    return { add, addBreak: () => {} }
  }
}

/** The letters that small ones above them say how to read. */
function rubyRuns(ruby: XmlElement): XmlElement[] {
  const base = childElement(ruby, 'w:rubyBase')
  return base ? childElements(base, 'w:r') : []
}

/** A sign by its font and code ("F0FC" or "00FC" of Wingdings); one of another font is the letter itself. */
function signOf(sign: XmlElement): string {
  const code = Number.parseInt(sign.attributes.get('w:char') ?? '', 16)
  if (!Number.isFinite(code) || code > 0xffff) return ''
  const font = (sign.attributes.get('w:font') ?? '').toLowerCase()
  return isSymbolFont(font) ? symbolText(String.fromCharCode(code), font) : String.fromCharCode(code)
}
