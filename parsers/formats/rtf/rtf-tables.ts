import { isSymbolFont } from '../passages/symbol-fonts.ts'
import { codePageOf, SYMBOL_CHARSET } from './code-pages.ts'

interface Font {
  /** In small letters. */
  name: string
  /** Null where its character set names none. */
  codePage: number | null
  symbols: boolean
}

/** The fonts, colours and styles that the head of a file names by number. */
export class RtfTables {
  readonly #fonts = new Map<number, Font>()
  readonly #styles = new Map<number, string>()
  readonly #colours: (string | null)[] = []
  #font: Font = { name: '', codePage: null, symbols: false }
  #style = { number: 0, name: '' }
  #colour: [number, number, number] | null = null

  /** Takes a control word within the table of fonts, of colours or of styles. */
  word(name: string, number: number | null): void {
    const value = number ?? 0
    if (name === 'f') {
      this.#font = { name: '', codePage: null, symbols: false }
      this.#fonts.set(value, this.#font)
    } else if (name === 'fcharset') {
      this.#font.codePage = codePageOf(value)
      this.#font.symbols = value === SYMBOL_CHARSET
    } else if (name === 's') this.#style = { number: value, name: '' }
    else if (name === 'red' || name === 'green' || name === 'blue') {
      this.#colour ??= [0, 0, 0]
      this.#colour[['red', 'green', 'blue'].indexOf(name)] = Math.min(255, Math.max(0, value))
    }
  }

  /** Takes letters within such a table: names, and the stop after each entry. */
  letters(table: 'fonts' | 'colours' | 'styles', text: string): void {
    if (table === 'fonts') this.#font.name = (this.#font.name + text).replace(/;.*$/u, '').toLowerCase()
    else if (table === 'styles') {
      this.#style.name += text
      if (text.includes(';')) this.#styles.set(this.#style.number, this.#style.name.replace(/;.*$/u, '').trim().toLowerCase())
    } else {
      for (const stop of text.matchAll(/;/gu)) if (stop) this.#endColour()
    }
  }

  /** The name of a font of signs; null for other fonts. */
  symbolFont(number: number | null): string | null {
    const font = this.#fonts.get(number ?? -1)
    if (!font) return null
    return isSymbolFont(font.name) ? font.name : font.symbols ? 'symbol' : null
  }

  codePage(number: number | null): number | null {
    return this.#fonts.get(number ?? -1)?.codePage ?? null
  }

  /** "#rrggbb"; null for the automatic colour and for white. */
  colour(number: number | null): string | null {
    const colour = this.#colours[number ?? 0] ?? null
    return colour === '#ffffff' ? null : colour
  }

  /** The level of heading that a style's name says; null for none. */
  heading(style: number): number | null {
    const name = this.#styles.get(style) ?? ''
    if (name === 'title') return 1
    const level = /^heading ([1-9])$/u.exec(name)?.[1]
    return level === undefined ? null : Number(level)
  }

  #endColour(): void {
    const hex = this.#colour?.map((part) => part.toString(16).padStart(2, '0')).join('')
    this.#colours.push(hex === undefined ? null : `#${hex}`)
    this.#colour = null
  }
}
