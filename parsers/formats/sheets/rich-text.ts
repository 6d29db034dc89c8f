import type { XmlAttributes } from '../package/read-xml.ts'

/** A string of a workbook, its runs put together. */
export interface SharedString {
  text: string
  /** Some of it is struck through, and is not in `text`. */
  struck: boolean
}

/** Puts the runs of a string together (ECMA-376, part 1, 18.4): without what is struck through, and without readings of Japanese. */
export class RichText {
  #text = ''
  #struck = false
  #isStruck = false
  #isText = false
  #phonetic = 0

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'x:r') this.#isStruck = false
    else if (name === 'x:strike') this.#isStruck = isOn(attributes)
    else if (name === 'x:rPh') this.#phonetic++
    else if (name === 'x:t') this.#isText = this.#phonetic === 0
  }

  text(text: string): void {
    if (!this.#isText) return
    if (this.#isStruck) this.#struck = true
    else this.#text += text
  }

  close(name: string): void {
    if (name === 'x:t') this.#isText = false
    else if (name === 'x:r') this.#isStruck = false
    else if (name === 'x:rPh') this.#phonetic--
  }

  /** What was put together since the last time. */
  take(): SharedString {
    const taken = { text: this.#text, struck: this.#struck }
    this.#text = ''
    this.#struck = false
    return taken
  }
}

/** Whether a property that needs no value is switched on. */
export function isOn(attributes: XmlAttributes): boolean {
  return !/^(?:0|false)$/u.test(attributes.get('val') ?? '1')
}
