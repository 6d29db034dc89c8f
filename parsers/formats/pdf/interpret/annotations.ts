import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AnnotationType } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The kinds that are looked at: what a form's boxes and buttons are, and notes. */
const KINDS: Set<number> = new Set([AnnotationType.WIDGET, AnnotationType.FREETEXT])
/** The pages of a file with more are asked one by one: all at once they would take too much room. */
const PAGES_AT_ONCE = 3000

/** What lies over a page as annotations, as far as reading needs it (ISO 32000-2, 12.5). */
export interface Annotations {
  /** Whether each box and button of a form is ticked, by the annotation's id. */
  ticked: ReadonlyMap<string, boolean>
  /** The words of notes on the page that the file does not draw: each program shows them in its own way, or not at all. */
  undrawnNotes: string[]
}

interface Annotation {
  id?: string
  subtype?: string
  hasAppearance?: boolean
  contentsObj?: { str?: string }
  checkBox?: boolean
  radioButton?: boolean
  fieldValue?: unknown
  exportValue?: unknown
  buttonValue?: unknown
}

const NONE: Annotations = { ticked: new Map(), undrawnNotes: [] }

/** Reads a page's annotations; where pdfjs fails over them, there are none. */
export async function readAnnotations(file: PDFDocumentProxy, page: PDFPageProxy): Promise<Annotations> {
  const pages = await annotatedPages(file)
  if (pages && !pages.has(page.pageNumber - 1)) return NONE
  const all: Annotation[] = await page.getAnnotations().catch(() => [])
  const buttons = all.filter(({ checkBox, radioButton }) => checkBox || radioButton)
  const notes = all.filter(({ subtype, hasAppearance }) => subtype === 'FreeText' && hasAppearance === false)
  return {
    ticked: new Map(buttons.map((button) => [button.id ?? '', isTicked(button)])),
    undrawnNotes: notes.map(({ contentsObj }) => contentsObj?.str ?? ''),
  }
}

const asked = new WeakMap<PDFDocumentProxy, Promise<ReadonlySet<number> | null>>()

/**
 * The pages, from 0, with annotations of the kinds that are looked at; null where that is not known. Asked once a file: for a page
 * with a link on it pdfjs would read the page's whole text again.
 */
function annotatedPages(file: PDFDocumentProxy): Promise<ReadonlySet<number> | null> {
  const known = asked.get(file)
  if (known) return known
  const pages = file.numPages > PAGES_AT_ONCE ? Promise.resolve(null) : askPages(file)
  asked.set(file, pages)
  return pages
}

async function askPages(file: PDFDocumentProxy): Promise<ReadonlySet<number> | null> {
  try {
    const found = (await file.getAnnotationsByType(KINDS, new Set())) as { pageIndex: number }[] | null
    return new Set(found?.map(({ pageIndex }) => pageIndex))
  } catch {
    return null
  }
}

function isTicked({ fieldValue, exportValue, buttonValue, radioButton }: Annotation): boolean {
  const own = radioButton ? buttonValue : exportValue
  return own !== undefined && own !== null && own !== 'Off' && fieldValue === own
}
