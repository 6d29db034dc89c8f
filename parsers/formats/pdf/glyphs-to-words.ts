import type { DrawingState } from './drawing-state.ts'
import type { Word } from './page-content.ts'

/** A letter as pdfjs hands it over. */
export interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
}

/** What marked content says of the letters in it. */
export interface Marking {
  tag: number
  artifact: boolean
}

/** A wider gap than this, in parts of the font size, parts two words: the narrowest spaces of justified text are .17, kerning stays under .12. */
const SPACE_EM = 0.15
/** Letters that go back further than this over the ones before them begin a new word: accents and kerning stay under it. */
const BACK_EM = 0.3
/** A letter that stands this much higher or lower is raised or sunk, and begins a new word. */
const BASELINE_EM = 0.08
/** A font without sensible metrics: the usual height and depth of Latin letters. */
const ASCENT_EM = 0.8
const DESCENT_EM = -0.2
/** Text that leans by more than this (in the tangent) from the four directions is laid over the page. */
const ASLANT = 0.02

const SPACE = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]*$/u
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/gu
/** Ligatures that are one code: ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ. */
const LIGATURE = /[\ufb00-\ufb06]/gu

interface Pen {
  word: Word
  /** Where the word's last letter ends, and where the line under it stands, along and across the text's direction. */
  along: number
  across: number
}

/** The letters' text, with ligatures as the letters they stand for. */
function textOf(glyph: Glyph): string {
  const unicode = glyph.unicode ?? ''
  if (unicode.length === 1 && unicode < '\u0300') return unicode
  return unicode.replace(LIGATURE, (ligature) => ligature.normalize('NFKC')).replace(INVISIBLE, '')
}

function turnOf(x: number, y: number): number | null {
  if (Math.abs(y) <= ASLANT * Math.abs(x)) return x >= 0 ? 0 : 180
  if (Math.abs(x) <= ASLANT * Math.abs(y)) return y >= 0 ? 90 : 270
  return null
}

/** Gathers the letters of a page, in the order they are drawn in, into words. */
export class WordCollector {
  readonly words: Word[] = []
  #pen: Pen | null = null
  #spaced = true

  /** Shows glyphs and kerning (thousandths of the size) and returns how far the text moved on, in text space before horizontal scaling. */
  show(glyphs: readonly (Glyph | number)[], text: Matrix6, state: DrawingState, marking: Marking): number {
    const font = state.font
    if (!font) return 0
    const [a, b, c, d, e, f] = text
    const turn = turnOf(a, b)
    const lengthX = Math.hypot(a, b)
    const unitX = lengthX ? a / lengthX : 1
    const unitY = lengthX ? b / lengthX : 0
    const size = Math.abs(state.size) * Math.hypot(c, d)
    const scale = state.horizontalScale
    const hidden = state.renderMode === 3 || state.renderMode === 7
    let x = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * state.size) / 1000
        continue
      }
      const width = glyph.width * font.widthScale * state.size
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)
      const letters = textOf(glyph)
      if (SPACE.test(letters)) {
        this.#spaced = true
      } else {
        const startX = a * x * scale + c * state.rise + e
        const startY = b * x * scale + d * state.rise + f
        const advance = width * scale * lengthX
        const along = startX * unitX + startY * unitY
        const across = startY * unitX - startX * unitY
        const pen = this.#pen
        const gap = pen ? along - pen.along : Infinity
        const near = pen !== null && pen.word.turn === (turn ?? 0) && Math.abs(across - pen.across) <= BASELINE_EM * size
        const goesOn =
          near &&
          !this.#spaced &&
          gap <= SPACE_EM * size &&
          gap >= -BACK_EM * size &&
          Math.abs(pen.word.size - size) <= 0.02 * size &&
          pen.word.font === font.index &&
          pen.word.tag === marking.tag &&
          pen.word.hidden === hidden
        const endX = startX + unitX * advance
        const endY = startY + unitY * advance
        const upX = size * -unitY
        const upY = size * unitX
        const ascent = font.ascent > 0.4 && font.ascent < 1.3 ? font.ascent : ASCENT_EM
        const descent = font.descent < 0 && font.descent > -0.6 ? font.descent : DESCENT_EM
        const x0 = Math.min(startX, endX, startX - upX * ascent, startX - upX * descent)
        const x1 = Math.max(startX, endX, startX - upX * ascent, startX - upX * descent)
        const top = Math.min(startY, endY, startY - upY * ascent, startY - upY * descent)
        const bottom = Math.max(startY, endY, startY - upY * ascent, startY - upY * descent)
        if (goesOn) {
          const { word } = pen
          word.text += letters
          word.x0 = Math.min(word.x0, x0)
          word.x1 = Math.max(word.x1, x1)
          word.top = Math.min(word.top, top)
          word.bottom = Math.max(word.bottom, bottom)
          pen.along = along + advance + letterSpacing(state, scale * lengthX)
        } else {
          const glued =
            pen !== null && !this.#spaced && gap <= SPACE_EM * size && gap >= -BACK_EM * size && Math.abs(across - pen.across) < size
          const word: Word = {
            text: letters,
            x0,
            top,
            x1,
            bottom,
            base: baseOf(turn ?? 0, startX, startY),
            size,
            bold: font.bold || state.renderMode === 2,
            italic: font.italic,
            turn: turn ?? 0,
            glued,
            tag: marking.tag,
            artifact: marking.artifact || turn === null,
            hidden,
            font: font.index,
          }
          this.words.push(word)
          this.#pen = { word, along: along + advance + letterSpacing(state, scale * lengthX), across }
        }
        this.#spaced = false
      }
      x += width + spacing
    }
    return x
  }
}

/** How far down the line stands that letters stand on, seen with the text upright. */
function baseOf(turn: number, x: number, y: number): number {
  return turn === 0 ? y : turn === 90 ? -x : turn === 180 ? -y : x
}

type Matrix6 = readonly [number, number, number, number, number, number]

/** Letters set apart by character spacing are still one word: what the spacing adds is not a gap. */
function letterSpacing(state: DrawingState, scale: number): number {
  return Math.max(0, state.charSpacing) * scale
}
