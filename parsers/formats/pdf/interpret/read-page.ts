import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentFont, PageContent } from '../page/page-content.ts'
import { addUnseen, emptyPage } from '../page/page-content.ts'
import { readAnnotations } from './annotations.ts'
import type { Font } from './drawing-state.ts'
import { matrixOf } from './matrix.ts'
import { operatorsToMarks } from './operators-to-marks.ts'
import { treeToTags } from './tree-to-tags.ts'

/** pdfjs gives widths in thousandths of the size, and in the font's own unit where it has a matrix of its own. */
const THOUSANDTH = 0.001

/** A Type 3 font whose letters come out this much smaller or larger than its size is drawn in units of its own. */
const OWN_UNITS = 2

interface FontObject {
  name?: string
  bold?: boolean
  black?: boolean
  italic?: boolean
  ascent?: number
  descent?: number
  isType3Font?: boolean
  fontMatrix?: number[]
  bbox?: number[]
  composite?: boolean
}

/** The operators that may open a layer (optional content; ISO 32000-2, 8.11). */
const MARKS = new Set<number>([OPS.beginMarkedContent, OPS.beginMarkedContentProps])

const BOLD = /bold|black|heavy|demi|[-,]bd\b/i
const ITALIC = /italic|oblique|[-,]it\b/i

/** How much larger a font's letters are than its size says: a Type 3 font may be drawn in any units (ISO 32000-2, 9.6.4). */
function sizeScaleOf({ isType3Font, fontMatrix, bbox }: FontObject): number {
  const scale = Math.abs(((bbox?.[3] ?? 0) - (bbox?.[1] ?? 0)) * (fontMatrix?.[3] ?? THOUSANDTH))
  return isType3Font && scale > 0 && (scale < 1 / OWN_UNITS || scale > OWN_UNITS) ? scale : 1
}

function fontOf(object: FontObject, fonts: DocumentFont[]): Font {
  const name = object.name ?? ''
  let index = fonts.findIndex((font) => font.name === name)
  if (index < 0) index = fonts.push({ name, isMapped: false }) - 1
  return {
    bold: BOLD.test(name) || object.bold === true || object.black === true,
    italic: ITALIC.test(name) || object.italic === true,
    ascent: object.ascent ?? 0,
    descent: object.descent ?? 0,
    widthScale: Math.abs(object.fontMatrix?.[0] ?? THOUSANDTH),
    sizeScale: sizeScaleOf(object),
    // The codes of a simple font are letters by its encoding.
    isMapped: object.composite !== true,
    index,
  }
}

/** Interprets one page and lets pdfjs forget it. `known` grows by the fonts that are new. */
export async function readPage(file: PDFDocumentProxy, number: number, tagged: boolean, known: DocumentFont[]): Promise<PageContent> {
  const page = await file.getPage(number)
  try {
    const viewport = page.getViewport({ scale: 1 })
    const content = emptyPage(number, viewport.width, viewport.height)
    const [operators, { ticked, undrawnNotes }] = await Promise.all([
      page.getOperatorList({ annotationMode: AnnotationMode.ENABLE }),
      readAnnotations(file, page),
    ])
    for (const note of undrawnNotes) addUnseen(content, 'note', note.replace(/\s+/gu, ''))
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
          const met = fonts.get(key)
          if (met) return met
          const font = fontOf(page.commonObjs.has(key) ? page.commonObjs.get(key) : {}, known)
          fonts.set(key, font)
          return font
        },
        tagOf: (mcid) => byContent.get(mcid) ?? -1,
        isTicked: (id) => ticked.get(id) ?? null,
        isShown: (group) => layers === null || layers.isVisible(group),
      },
      content,
    )
    for (const { index, isMapped } of fonts.values()) {
      const font = known[index]
      if (font && isMapped) font.isMapped = true
    }
    return content
  } finally {
    page.cleanup()
  }
}
