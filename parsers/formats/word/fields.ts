import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { isOn, propertyValue, wholeNumber } from './properties.ts'

interface OpenField {
  /** What is here is the field's code, which is not printed. */
  code: boolean
  /** What a field of a form shows that has no result of its own. */
  shown: string
}

/** Fields that are open: their results are printed, their codes are not. They nest, and may run over paragraphs. */
export class OpenFields {
  #open: OpenField[] = []

  /** Whether what comes now is code. */
  get isCode(): boolean {
    return this.#open.some(({ code }) => code)
  }

  /** Takes a mark of a field (`w:fldChar`). Returns what it prints by itself: a form's box with or without its cross. */
  mark(character: XmlElement): string {
    switch (character.attributes.get('w:fldCharType')) {
      case 'begin':
        this.#open.push({ code: true, shown: formValue(childElement(character, 'w:ffData')) })
        return ''
      case 'separate': {
        const field = this.#open.at(-1)
        if (field) this.#open[this.#open.length - 1] = { code: false, shown: '' }
        return ''
      }
      default: {
        const shown = this.#open.pop()?.shown ?? ''
        return this.isCode ? '' : shown
      }
    }
  }
}

/** The value of a form's check box or list, which is in its properties. */
function formValue(data: XmlElement | undefined): string {
  const box = childElement(data, 'w:checkBox')
  if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default') ?? false) ? '\u2612' : '\u2610'
  const list = childElement(data, 'w:ddList')
  if (!list) return ''
  const index = wholeNumber(propertyValue(list, 'w:result') ?? propertyValue(list, 'w:default')) ?? 0
  return childElements(list, 'w:listEntry')[index]?.attributes.get('w:val') ?? ''
}
