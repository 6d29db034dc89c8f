import { isNoteMark } from '../passages/note-marks.ts'

/** How letters are set, as far as it says something of what they mean. */
export interface LetterLook {
  bold: boolean
  italic: boolean
  /** Not shown when the document is printed. */
  hidden: boolean
  struck: boolean
  /** Raised, as the marks of notes are. */
  raised: boolean
  /** In points; null where nothing says. */
  size: number | null
  /** The name of the font in small letters; null where nothing says. */
  font: string | null
}

/** Ordinary letters. */
export const PLAIN_LETTERS: LetterLook = {
  bold: false,
  italic: false,
  hidden: false,
  struck: false,
  raised: false,
  size: null,
  font: null,
}

/** What was gathered of a paragraph. */
export interface GatheredText {
  /** Its lines: a break in it begins the next. */
  lines: string[]
  /** All letters are bold, or in italics. */
  bold: boolean
  italic: boolean
  /** The size that most letters have, in points; null where nothing says. */
  size: number | null
  letters: number
}

/** How much of the text before a raised figure says whether it marks a note. */
const GLANCE = 20

/** Gathers the letters of a paragraph as they come. */
export class LetterGatherer {
  #lines = ['']
  #letters = 0
  #bold = 0
  #italic = 0
  readonly #sizes = new Map<number, number>()

  /** Adds letters; figures that mark a note are not part of the text. */
  add(text: string, look: LetterLook): void {
    const before = this.#lines.at(-1) ?? ''
    if (look.raised && isNoteMark(text, before.slice(-GLANCE))) return
    this.#lines[this.#lines.length - 1] = before + text
    const letters = text.replace(/\s+/gu, '').length
    this.#letters += letters
    if (look.bold) this.#bold += letters
    if (look.italic) this.#italic += letters
    if (look.size !== null) this.#sizes.set(look.size, (this.#sizes.get(look.size) ?? 0) + letters)
  }

  /** Sets what a program prints by itself before the text: it says nothing of how that is set. */
  setBefore(mark: string): void {
    this.#lines[0] = mark + (this.#lines[0] ?? '')
  }

  addBreak(): void {
    this.#lines.push('')
  }

  /** Whether nothing but white space was gathered. */
  get isEmpty(): boolean {
    return this.#letters === 0
  }

  take(): GatheredText {
    const [size = null] = [...this.#sizes].toSorted((a, b) => b[1] - a[1])[0] ?? []
    return {
      lines: this.#lines,
      bold: this.#letters > 0 && this.#bold === this.#letters,
      italic: this.#letters > 0 && this.#italic === this.#letters,
      size,
      letters: this.#letters,
    }
  }
}
