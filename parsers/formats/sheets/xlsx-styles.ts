import { childElement, childElements, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { cellColour, themeColours } from './cell-colours.ts'
import { isOn } from './rich-text.ts'

/** How a cell is shown. */
export interface CellStyle {
  /** A number format of Excel: "dd/mm/yyyy". */
  format: string
  fill: string | null
  bold: boolean
  /** Struck through. */
  struck: boolean
}

/** Formats that are known by number alone (ECMA-376, part 1, 18.8.30). The short date is the system's, and British here. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 14: 'dd/mm/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss' },
  ...{ 22: 'dd/mm/yyyy hh:mm', 37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;-#,##0.00' },
  ...{ 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 49: '@' },
}

/** The styles that cells name by number. */
export async function readStyles(zip: ZipPackage, styles: string | undefined, theme: string | undefined): Promise<CellStyle[]> {
  const read = async (name: string | undefined): Promise<XmlElement | undefined> => {
    const bytes = name === undefined ? null : await zip.read(name)
    return bytes ? xmlToTree(bytes) : undefined
  }
  const root = childElement(await read(styles), 'x:styleSheet')
  const colours = themeColours(await read(theme))
  const list = (name: string, item: string): XmlElement[] => {
    const element = childElement(root, name)
    return element ? childElements(element, item) : []
  }
  const formats = new Map(
    list('x:numFmts', 'x:numFmt').map(({ attributes }) => [Number(attributes.get('numFmtId')), attributes.get('formatCode')]),
  )
  const fills = list('x:fills', 'x:fill').map((fill) => fillColour(fill, colours))
  const fonts = list('x:fonts', 'x:font').map((font) => ({ bold: has(font, 'x:b'), struck: has(font, 'x:strike') }))
  return list('x:cellXfs', 'x:xf').map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    return {
      format: formats.get(id) ?? BUILT_IN[id] ?? 'General',
      fill: fills[Number(attributes.get('fillId') ?? 0)] ?? null,
      ...(fonts[Number(attributes.get('fontId') ?? 0)] ?? { bold: false, struck: false }),
    }
  })
}

/** The first two fills are reserved: none, and a pattern that Excel paints itself with. */
function fillColour(fill: XmlElement, theme: readonly string[]): string | null {
  const pattern = childElement(fill, 'x:patternFill')
  const type = pattern?.attributes.get('patternType') ?? 'none'
  return type === 'none' || type === 'gray125' ? null : cellColour(childElement(pattern, 'x:fgColor'), theme)
}

function has(font: XmlElement, name: string): boolean {
  const property = childElement(font, name)
  return property !== undefined && isOn(property.attributes)
}
