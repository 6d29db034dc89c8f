import type { Box } from '../../../../schema/place.ts'
import { plainDashes, UNSEEN_LETTERS } from '../../../../schema/unseen-letters.ts'
import type { PageContent, UnseenReason, Word } from '../page/page-content.ts'
import { addUnseen } from '../page/page-content.ts'
import { MIDDLE_EM, SHADOW_PT, SHADOW_SHARE } from '../page/tolerances.ts'
import type { DrawingState } from './drawing-state.ts'
import type { Setting } from './letter-setting.ts'
import { baseOf, bodyBox, glyphBox, settingOf, unseenReason } from './letter-setting.ts'
import type { Matrix } from './matrix.ts'

/** A letter as pdfjs hands it over. */
export interface Glyph {
  unicode: string
  originalCharCode: number
  width: number
  isSpace: boolean
}

/** What marked content says about the letters in it. */
export interface Marking {
  tag: number
  artifact: boolean
  /** Its layer is switched on. */
  shown: boolean
}

/** A wider gap than this, in parts of the font size, parts two words: the narrowest spaces of justified text are .17, kerning stays under .12. */
const SPACE_EM = 0.15
/** Letters that go back further than this over the ones before them begin a new word: accents and kerning stay under it. */
const BACK_EM = 0.3
/** A letter that is this much higher or lower is raised or sunk, and begins a new word. */
const BASELINE_EM = 0.08
/** Sizes that differ by less, as a share, are one. */
const SAME_SIZE = 0.02
/** A capital that is set this far apart after a small letter begins a word of its own, which still touches the one before: the next cell's, over a rule. */
const APART_EM = 0.05
const CAPITAL = /^\p{Lu}/u
const SMALL = /\p{Ll}$/u

const SPACE = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]*$/u
/** Some fonts call the hyphen that they draw a soft one: whoever joins the words decides. */
const UNSEEN_BUT_HYPHEN = new RegExp(`(?!\\u00ad)${UNSEEN_LETTERS.source}`, 'gu')
const NO_SEAMS: readonly number[] = []
/** Ligatures that are one code: ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ. */
const LIGATURE = /[\ufb00-\ufb06]/gu

interface Pen {
  word: Word
  /** Where the word's last letter ends, and where the line under it is, along and across the text's direction. */
  along: number
  across: number
  /** The last letter, and where it was drawn. */
  letters: string
  x: number
  y: number
}

/** The letters' text, with ligatures as the letters they stand for. */
function textOf(glyph: Glyph): string {
  const unicode = glyph.unicode ?? ''
  if (unicode.length === 1 && unicode < '\u0300') return unicode
  return plainDashes(unicode)
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replace(UNSEEN_BUT_HYPHEN, '')
}

/** Whether letters show nothing. Nearly all are of ASCII, where looking at the code is enough. */
function isWhite(letters: string): boolean {
  const code = letters.charCodeAt(0)
  return code > 0x20 && code < 0x7f ? false : SPACE.test(letters)
}

/** Gathers the letters of a page, in the order they are drawn in, into words. */
export class WordCollector {
  readonly words: Word[] = []
  readonly #into: PageContent
  #pen: Pen | null = null
  #spaced = true
  /** The next letter is the first of a showing. */
  #begins = false

  /** `into` says how large the page is, and gains what is not seen. */
  constructor(into: PageContent) {
    this.#into = into
  }

  /** Shows glyphs and kerning (thousandths of the size) and returns how far the text moved on, in text space before horizontal scaling. */
  show(glyphs: readonly (Glyph | number)[], text: Matrix, state: DrawingState, marking: Marking): number {
    if (!state.font) return 0
    const setting = settingOf(text, state, state.font)
    const [a, b, c, d, e, f] = text
    let x = 0
    this.#begins = true
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * state.size) / 1000
        continue
      }
      const width = glyph.width * state.font.widthScale * state.size
      const letters = textOf(glyph)
      if (isWhite(letters)) {
        this.#spaced = true
      } else {
        if (glyph.originalCharCode !== letters.charCodeAt(0)) state.font.isMapped = true
        const along = x * state.horizontalScale
        this.#add(letters, a * along + c * state.rise + e, b * along + d * state.rise + f, Math.abs(width), setting, state, marking)
      }
      x += width + state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
    }
    return x
  }

  #add(letters: string, x: number, y: number, width: number, setting: Setting, state: DrawingState, marking: Marking): void {
    const { unitX, unitY, size, scale } = setting
    const advance = width * scale
    const body = bodyBox(x, y, advance, setting)
    const unseen = marking.shown ? (unseenReason(body, state, this.#into) ?? this.#repeats(letters, x, y, advance)) : 'layer'
    if (unseen) {
      addUnseen(this.#into, unseen, letters)
      return
    }
    const along = x * unitX + y * unitY
    const across = y * unitX - x * unitY
    const pen = this.#pen
    const gap = pen ? along - pen.along : Infinity
    const touches = !this.#spaced && gap <= SPACE_EM * size && gap >= -BACK_EM * size
    // Letters set apart by character spacing are still one word: what the spacing adds is not a gap.
    const end = along + advance + Math.max(0, state.charSpacing) * scale
    if (
      pen &&
      touches &&
      goesOn(pen, across, setting, marking) &&
      !(gap > APART_EM * size && CAPITAL.test(letters) && SMALL.test(pen.word.text))
    ) {
      if (this.#begins && setting.turn === 0) pen.word.seams = [...pen.word.seams, pen.word.text.length, x]
      pen.word.text += letters
      pen.along = end
      pen.letters = letters
      pen.x = x
      pen.y = y
      if (setting.turn === 0) {
        // Nearly all letters: their line's height is known, and only the width grows.
        if (x < pen.word.x0) pen.word.x0 = x
        if (x + advance > pen.word.x1) pen.word.x1 = x + advance
      } else {
        extend(pen.word, glyphBox(x, y, advance, setting))
      }
    } else {
      const glued = pen !== null && touches && Math.abs(across - pen.across) < size
      const word = wordOf(letters, glyphBox(x, y, advance, setting), baseOf(setting.turn ?? 0, x, y), setting, state, marking, glued)
      word.fillsBefore = this.#into.fills.length
      this.words.push(word)
      this.#pen = { word, along: end, across, letters, x, y }
    }
    this.#spaced = false
    this.#begins = false
  }

  /** Adds a mark that is not drawn as a letter, as a word in the middle of its box. */
  addMark(text: string, [x0, top, x1, bottom]: Box, size: number, fillsBefore: number): void {
    const middle = (top + bottom) / 2
    const common = { bold: false, italic: false, colour: '#000000', turn: 0, glued: false, tag: -1, artifact: false, hidden: false }
    const place = { x0, x1, top: middle - size / 2, bottom: middle + size / 2, base: middle + MIDDLE_EM * size }
    this.words.push({ text, ...place, size, ...common, font: -1, box: -1, fillsBefore, seams: NO_SEAMS })
    this.#pen = null
  }

  /** Whether the last letter is drawn again where it is; it is bold then. Where a font's widths are not known, all are at one place. */
  #repeats(letters: string, x: number, y: number, advance: number): UnseenReason | null {
    const pen = this.#pen
    const reach = Math.min(SHADOW_PT, SHADOW_SHARE * advance)
    if (advance <= 0 || pen?.letters !== letters || Math.abs(x - pen.x) > reach || Math.abs(y - pen.y) > reach) return null
    pen.word.bold = true
    return 'repeated'
  }
}

function extend(word: Word, box: Box): void {
  word.x0 = Math.min(word.x0, box[0])
  word.top = Math.min(word.top, box[1])
  word.x1 = Math.max(word.x1, box[2])
  word.bottom = Math.max(word.bottom, box[3])
}

/** Whether a letter on the line at `across` is set as the word before it is. */
function goesOn({ word, across: line }: Pen, across: number, { turn, size, font, colour, hidden }: Setting, marking: Marking): boolean {
  return (
    word.turn === (turn ?? 0) &&
    Math.abs(across - line) <= BASELINE_EM * size &&
    Math.abs(word.size - size) <= SAME_SIZE * size &&
    word.font === font.index &&
    word.colour === colour &&
    word.tag === marking.tag &&
    word.hidden === hidden
  )
}

function wordOf(
  text: string,
  [x0, top, x1, bottom]: Box,
  base: number,
  { turn, size, font, colour, hidden }: Setting,
  state: DrawingState,
  marking: Marking,
  glued: boolean,
): Word {
  return {
    text,
    x0,
    top,
    x1,
    bottom,
    base,
    size,
    bold: font.bold || state.renderMode === 2,
    italic: font.italic,
    colour,
    turn: turn ?? 0,
    glued,
    tag: marking.tag,
    artifact: marking.artifact || turn === null,
    hidden,
    font: font.index,
    box: -1,
    fillsBefore: 0,
    seams: NO_SEAMS,
  }
}
