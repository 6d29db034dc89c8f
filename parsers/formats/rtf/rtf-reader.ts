import { symbolText } from '../passages/symbol-fonts.ts'
import type { LeftOut } from '../word/run-reader.ts'
import type { PrintedNumber } from '../word/text-draft.ts'
import { decodeBytes } from './code-pages.ts'
import type { FlowPart } from './rtf-flow.ts'
import { afterWord, type Destination, destinationOf, FIRST_STATE, type RtfState } from './rtf-state.ts'
import { RtfTables } from './rtf-tables.ts'
import { type ParagraphEnd, RtfText } from './rtf-text.ts'
import { rtfTokens } from './rtf-tokens.ts'

/** Control words that stand for a letter. */
const LETTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: ' ',
  enspace: ' ',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
}
/** What a file says about itself, under the names that PDF has for it. */
const PROPERTIES: Partial<Record<Destination, string>> = { title: 'Title', author: 'Author', subject: 'Subject' }
/** Groups that are texts of their own. */
const EDGES = /^(?:header|footer)[lrf]?$/u
/** Deeper nesting is made to overwhelm. */
const MOST_GROUPS = 1000

/** A text that a group holds, with what is done when it ends. */
interface OpenText {
  text: RtfText
  depth: number
  done: (parts: readonly FlowPart[]) => void
}

/** Reads a Rich Text file group by group. */
export class RtfReader {
  readonly information: Record<string, string> = {}
  readonly notes: FlowPart[] = []
  readonly edges: FlowPart[] = []
  readonly leftOut: LeftOut = { hiddenLetters: 0, struckLetters: 0, changes: 0 }
  pictures = 0
  readonly #tables = new RtfTables()
  readonly #main = new RtfText(false, null)
  readonly #letterhead: FlowPart[] = []
  /** The first page has a header of its own. */
  #titled = false
  readonly #texts: OpenText[] = []
  readonly #groups: RtfState[] = []
  #state = FIRST_STATE
  #codePage = 1252
  #ownFont: number | null = null
  /** A group has begun, and its first control word may say where its letters go. */
  #begins = false
  #starred = false
  /** Letters for older programs that are still to come. */
  #fallbacks = 0
  #boxes = 0
  #noteCount = 0

  /** The text, after the header that the first page has for itself. */
  get body(): readonly FlowPart[] {
    return this.#titled ? [...this.#letterhead, ...this.#main.parts] : this.#main.parts
  }

  /** @param source bytes as letters from 0 to 255 */
  read(source: string): void {
    for (const token of rtfTokens(source)) {
      if (token.type === 'open') this.#open()
      else if (token.type === 'close') this.#close()
      else if (token.type === 'word') this.#word(token.name, token.number)
      else if (token.type === 'letter') this.#letter(token.code)
      else this.#bytes(token.text)
    }
    while (this.#groups.length > 0) this.#close()
    this.#main.end(this.#paragraphEnd())
  }

  get #text(): RtfText {
    return this.#texts.at(-1)?.text ?? this.#main
  }

  #open(): void {
    this.#groups.push(this.#state)
    if (this.#groups.length > MOST_GROUPS) this.#state = { ...this.#state, destination: 'nowhere' }
    this.#begins = true
    this.#starred = false
    this.#fallbacks = 0
  }

  #close(): void {
    const open = this.#texts.at(-1)
    if (open && open.depth === this.#groups.length) {
      open.text.end(this.#paragraphEnd())
      this.#texts.pop()
      open.done(open.text.parts)
    }
    this.#state = this.#groups.pop() ?? FIRST_STATE
    this.#begins = false
    this.#fallbacks = 0
  }

  #word(name: string, number: number | null): void {
    if (name === '*') {
      this.#starred = true
      return
    }
    const begins = this.#begins
    this.#begins = false
    if (this.#fallbacks > 0 && name !== 'uc') this.#fallbacks = 0
    const { destination } = this.#state
    if (begins && this.#beginsText(name)) return
    const own = begins && destination !== 'nowhere' ? destinationOf(name, this.#starred) : undefined
    if (name === 'pict') this.pictures++
    if (own !== undefined) {
      const key = PROPERTIES[own]
      // Some programs say again who wrote a file.
      const known = key !== undefined && this.information[key] !== undefined
      this.#state = { ...this.#state, destination: known ? 'nowhere' : own }
      return
    }
    if (destination === 'fonts' || destination === 'colours' || destination === 'styles') this.#tables.word(name, number)
    else if (name === 'ansicpg') this.#codePage = number ?? this.#codePage
    else if (name === 'deff') this.#ownFont = number
    else if (destination !== 'nowhere') this.#inText(name, number)
  }

  /** Whether a group's first word makes it a text of its own: a header, a note, a text box. */
  #beginsText(name: string): boolean {
    if (this.#state.destination === 'nowhere') return false
    const open = (text: RtfText, done: OpenText['done']): true => {
      this.#texts.push({ text, depth: this.#groups.length, done })
      this.#state = { ...FIRST_STATE, fallbacks: this.#state.fallbacks }
      return true
    }
    if (name === 'headerf') return open(new RtfText(false, null), (parts) => addTo(this.#letterhead, parts))
    if (EDGES.test(name)) return open(new RtfText(false, null), (parts) => addTo(this.edges, parts))
    if (name === 'footnote') {
      const note = new RtfText(true, null)
      note.letters.setBefore(`${++this.#noteCount} `)
      return open(note, (parts) => addTo(this.notes, parts))
    }
    if (name !== 'shptxt') return false
    const around = this.#text
    return open(new RtfText(false, ++this.#boxes), (parts) => around.addAfter(parts))
  }

  #inText(name: string, number: number | null): void {
    const letter = LETTERS[name]
    const text = this.#text
    if (letter !== undefined) this.#add(letter)
    else if (name === 'par' || name === 'sect') text.endParagraph(this.#paragraphEnd())
    else if (name === 'line' || name === 'page') text.letters.addBreak()
    else if (name === 'nestcell' || name === 'nestrow') {
      if (!text.letters.isEmpty) text.endParagraph(this.#paragraphEnd())
    } else if (name === 'cell') {
      text.endParagraph({ ...this.#paragraphEnd(), state: { ...this.#state, inTable: true } })
      text.endCell()
    } else if (name === 'row') text.endRow()
    else if (name === 'trowd') text.beginRow()
    else if (name === 'titlepg') this.#titled = true
    else if (name === 'revised') this.leftOut.changes++
    else {
      if (name === 'deleted' && number !== 0) this.leftOut.changes++
      const state = afterWord(this.#state, name, number)
      if (state) this.#state = state
      else if (!this.#state.nested) text.define(name, number, (index) => this.#tables.colour(index))
    }
  }

  #letter(code: number): void {
    this.#begins = false
    this.#add(String.fromCharCode(code))
    this.#fallbacks = code === 0xa0 || code === 0x2d ? 0 : this.#state.fallbacks
  }

  #bytes(bytes: string): void {
    this.#begins = false
    const taken = Math.min(bytes.length, this.#fallbacks)
    this.#fallbacks -= taken
    const text = bytes.slice(taken)
    const font = this.#state.font ?? this.#ownFont
    if (text === '') return
    const signs = this.#tables.symbolFont(font) !== null
    this.#add(signs ? text : decodeBytes(text, this.#tables.codePage(font) ?? this.#codePage))
  }

  #add(text: string): void {
    const { destination, look, deleted, font } = this.#state
    if (destination === 'nowhere' || deleted) return
    if (destination === 'fonts' || destination === 'colours' || destination === 'styles') this.#tables.letters(destination, text)
    else if (destination === 'number') this.#text.printedNumber += this.#shown(text, font)
    else if (destination === 'text') {
      const letters = text.replace(/\s+/gu, '').length
      if (look.hidden) this.leftOut.hiddenLetters += letters
      else if (look.struck) this.leftOut.struckLetters += letters
      else this.#text.letters.add(this.#shown(text, font), look)
    } else {
      const key = PROPERTIES[destination] ?? 'Title'
      this.information[key] = (this.information[key] ?? '') + text
    }
  }

  #shown(text: string, font: number | null): string {
    const symbols = this.#tables.symbolFont(font)
    return symbols === null ? text : symbolText(text, symbols)
  }

  #paragraphEnd(): ParagraphEnd {
    const { style, outline, list, level } = this.#state
    const printed = this.#text.printedNumber.trim()
    const sign = printed !== '' && !/[\p{L}\p{N}]/u.test(printed)
    const text = sign && /[\ue000-\uf8ff]/u.test(printed) ? '\u2022' : printed
    const number: PrintedNumber | null = printed === '' ? null : { text, bullet: sign, gap: '\t', list: `${list}`, level }
    return { state: this.#state, heading: outline ?? this.#tables.heading(style), number }
  }
}

function addTo(list: FlowPart[], parts: readonly FlowPart[]): void {
  for (const part of parts) list.push(part)
}
