import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Font } from './drawing-state.ts'
import { matrixOf } from './matrix.ts'
import { operatorsToMarks } from './operators-to-marks.ts'
import type { PageContent } from './page-content.ts'
import { emptyPage } from './page-content.ts'
import { treeToTags } from './tree-to-tags.ts'

/** pdfjs gives widths in thousandths of the size, Type 3 fonts in their own unit. */
const THOUSANDTH = 0.001

/** The fonts of a document, told apart by name, in the order they were met. */
export type FontNames = string[]

interface FontObject {
  name?: string
  bold?: boolean
  black?: boolean
  italic?: boolean
  ascent?: number
  descent?: number
  isType3Font?: boolean
  fontMatrix?: number[]
}

/** The operators that may open a layer (optional content; ISO 32000-2, 8.11). */
const MARKS = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps])

const BOLD = /bold|black|heavy|demi|[-,]bd\b/i
const ITALIC = /italic|oblique|[-,]it\b/i

function fontOf(object: FontObject, names: FontNames): Font {
  const name = object.name ?? ''
  let index = names.indexOf(name)
  if (index < 0) index = names.push(name) - 1
  return {
    bold: BOLD.test(name) || object.bold === true || object.black === true,
    italic: ITALIC.test(name) || object.italic === true,
    ascent: object.ascent ?? 0,
    descent: object.descent ?? 0,
    widthScale: object.isType3Font ? Math.abs(object.fontMatrix?.[0] ?? THOUSANDTH) : THOUSANDTH,
    index,
  }
}

/** Interprets one page and lets pdfjs forget it. `names` grows by the fonts that are new. */
export async function readPage(file: PDFDocumentProxy, number: number, tagged: boolean, names: FontNames): Promise<PageContent> {
  const page = await file.getPage(number)
  try {
    const viewport = page.getViewport({ scale: 1 })
    const content = emptyPage(number, viewport.width, viewport.height)
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE })
    const { tags, byContent } = treeToTags(tagged ? await page.getStructTree() : null)
    content.tags = tags
    const layers = operators.fnArray.some((operator: number, i: number) => MARKS.has(operator) && operators.argsArray[i]?.[0] === 'OC')
      ? await file.getOptionalContentConfig()
      : null
    const fonts = new Map<string, Font>()
    operatorsToMarks(
      operators,
      matrixOf(viewport.transform),
      {
        font: (key) => {
          const known = fonts.get(key)
          if (known) return known
          const font = fontOf(page.commonObjs.has(key) ? page.commonObjs.get(key) : {}, names)
          fonts.set(key, font)
          return font
        },
        tagOf: (mcid) => byContent.get(mcid) ?? -1,
        isShown: (group) => layers === null || layers.isVisible(group),
      },
      content,
    )
    return content
  } finally {
    page.cleanup()
  }
}
