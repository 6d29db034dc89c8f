import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

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

/** Asks a page for its annotations; where pdfjs fails over them, there are none. */
export async function readAnnotations(page: PDFPageProxy): Promise<Annotations> {
  const all: Annotation[] = await page.getAnnotations().catch(() => [])
  const buttons = all.filter(({ checkBox, radioButton }) => checkBox || radioButton)
  const notes = all.filter(({ subtype, hasAppearance }) => subtype === 'FreeText' && hasAppearance === false)
  return {
    ticked: new Map(buttons.map((button) => [button.id ?? '', isTicked(button)])),
    undrawnNotes: notes.map(({ contentsObj }) => contentsObj?.str ?? ''),
  }
}

function isTicked({ fieldValue, exportValue, buttonValue, radioButton }: Annotation): boolean {
  const own = radioButton ? buttonValue : exportValue
  return own !== undefined && own !== null && own !== 'Off' && fieldValue === own
}
