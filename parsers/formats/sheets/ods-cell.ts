import { childElements, type XmlElement } from '../package/xml-tree.ts'
import { type Styles, styleProperty } from './ods-styles.ts'
import type { SheetCell } from './sheet.ts'

/** A day of numbers only as a cell shows it. */
const NUMERIC_DAY = /^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/u
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)/u

/** A cell as it is shown, and whether it has something that is struck through, which is left out. */
export function toCell(element: XmlElement, styles: Styles): { cell: SheetCell; struck: boolean } {
  const style = element.attributes.get('table:style-name')
  const ground = styleProperty(styles, style, 'style:table-cell-properties', 'fo:background-color')?.toLowerCase() ?? ''
  const whole = shownText(element, () => false)
  const text = shownText(element, isStruck(styles, style) ? () => true : (name) => isStruck(styles, name))
  const cell = {
    text: text === whole ? britishDay(text, element.attributes.get('office:date-value')) : text,
    rowSpan: times(element, 'table:number-rows-spanned'),
    colSpan: times(element, 'table:number-columns-spanned'),
    fill: /^#[\da-f]{6}$/u.test(ground) && ground !== '#ffffff' ? ground : null,
    bold: styleProperty(styles, style, 'style:text-properties', 'fo:font-weight') === 'bold',
  }
  return { cell, struck: text !== whole }
}

/** How often an element stands for itself, or how far it reaches: at least 1. */
export function times({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Math.trunc(Number(attributes.get(name) ?? 1)) || 1)
}

/** The day that a cell holds, where it shows it with its month first: who reads "05/03/2026" in a British paper reads another day. */
function britishDay(text: string, value: string | undefined): string {
  const shown = NUMERIC_DAY.exec(text)
  const [, year, month, day] = ISO_DAY.exec(value ?? '') ?? []
  const isAmerican = Number(shown?.[1]) === Number(month) && Number(shown?.[2]) === Number(day) && month !== day
  return isAmerican ? `${day}/${month}/${year}` : text
}

function isStruck(styles: Styles, style: string | undefined): boolean {
  const [line, type] = ['style:text-line-through-style', 'style:text-line-through-type'].map((property) =>
    styleProperty(styles, style, 'style:text-properties', property),
  )
  return (line ?? 'none') !== 'none' || (type ?? 'none') !== 'none'
}

/** `isOut` tells a style whose text is left out. */
function shownText(element: XmlElement, isOut: (style: string | undefined) => boolean): string {
  const lines = childElements(element, 'text:p').map((line) => paragraphText(line, isOut))
  return lines.join('\n').trim()
}

function paragraphText(element: XmlElement, isOut: (style: string | undefined) => boolean): string {
  if (isOut(element.attributes.get('text:style-name'))) return ''
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'text:s') return ' '.repeat(Math.min(times(child, 'text:c'), 100))
      if (child.name === 'text:tab') return ' '
      if (child.name === 'text:line-break') return '\n'
      return child.name === 'office:annotation' ? '' : paragraphText(child, isOut)
    })
    .join('')
}
