import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DocumentError } from '../../../../schema/errors.ts'
import type { PageContent } from '../page/page-content.ts'

/** What a file says about itself beside its pages. */
export interface FileFacts {
  tagged: boolean
  labels: string[] | null
  information: Record<string, string>
  /** The error for a file whose pages hold no text of its own, with the reason that fits it; null for all others. */
  unreadable: (pages: readonly PageContent[]) => DocumentError | null
}

/** Keys of the document information dictionary that say something of the document (ISO 32000-2, 14.3.3). */
const KEYS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate', 'Language']

/** The page that a portfolio or an XFA form shows to other programs has fewer words than this. */
const COVER_WORDS = 120

/** Asks an open file for its information, page labels and outline, and for features that hide its text. */
export async function describeFile(file: PDFDocumentProxy): Promise<FileFacts> {
  const metadata = await orNull(file.getMetadata())
  const fields = new Map(Object.entries(metadata?.info ?? {}))
  const information: Record<string, string> = {}
  for (const key of KEYS) {
    const value = fields.get(key)
    if (typeof value === 'string' && value.trim()) information[key] = value.trim()
  }
  const outline = await titlesOf(file)
  if (outline.length > 0) information.Outline = outline.join('\n')
  const [xfa, collection] = [fields.get('IsXFAPresent') === true, fields.get('IsCollectionPresent') === true]
  return {
    tagged: metadata !== null && 'hasStructTree' in metadata && metadata.hasStructTree === true,
    labels: await orNull(file.getPageLabels()),
    information,
    unreadable: (pages) => {
      const words = pages.reduce((sum, page) => sum + page.words.length, 0)
      // Both put a page in front that asks for another program.
      if (collection && words < COVER_WORDS)
        return new DocumentError('unsupported-feature', 'The file is a portfolio: it holds other files and no pages of its own.')
      if (xfa && words < COVER_WORDS)
        return new DocumentError('unsupported-feature', 'The file is an XFA form, whose pages are made by a program of its own.')
      if (words > 0) return null
      const pictures = pages.filter((page) => page.pictures.length > 0).length
      return new DocumentError('no-text-layer', `None of the ${pages.length} pages has text; ${pictures} hold pictures.`)
    },
  }
}

interface OutlineNode {
  title: string
  items?: OutlineNode[]
}

async function titlesOf(file: PDFDocumentProxy): Promise<string[]> {
  const flat = (nodes: readonly OutlineNode[]): string[] => nodes.flatMap((node) => [node.title.trim(), ...flat(node.items ?? [])])
  return flat(((await orNull(file.getOutline())) ?? []) as OutlineNode[]).filter(Boolean)
}

/** What pdfjs finds, or null where it fails over it: what a file says about itself takes nothing from its text when it is broken. */
async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch {
    return null
  }
}
