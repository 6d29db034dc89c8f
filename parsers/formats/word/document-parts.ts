import { type Block, blockPassages, type Passage } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'

/** What headers and footers say, once each: it is the same on every page. */
export function toFurniture(edges: readonly Block[]): Passage[] {
  const passages = edges.flatMap(blockPassages).filter(({ text }) => text !== '')
  return [...new Map(passages.map((passage) => [passage.text, passage])).values()]
}

/** The error for a document without text. `pictures` says in words what it holds in their place ("2 pictures"), or is null. */
export function withoutText(pictures: string | null): DocumentError {
  return pictures === null
    ? new DocumentError('empty-file', 'The document has no text. Fetch it again from where it was published.')
    : new DocumentError(
        'no-text-layer',
        `The document has no text; it holds ${pictures}. Run text recognition (OCR) over it and import the result.`,
      )
}
