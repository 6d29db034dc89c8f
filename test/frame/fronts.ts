import { readDocument } from '../../parsers/formats.ts'
import type { About } from '../../parsers/frame/about.ts'
import type { Outline } from '../../parsers/outline/outline.ts'
import { documentPaper } from '../../parsers/records.ts'

/** What a small paper says about itself, as records are read from it. */
export async function readFront(text: string, name = 'front.txt'): Promise<{ about: About; outline: Outline }> {
  const document = await readDocument({ bytes: new TextEncoder().encode(text), path: name }, () => {})
  return documentPaper(document)
}

/** The frame in short, for comparison. */
export function frameOf({ title, council, committee, dated, decidedBy, decidedOn }: About) {
  return {
    title: title?.text ?? null,
    council,
    committee,
    dated: dated?.reading.from ?? null,
    by: decidedBy?.text ?? null,
    on: decidedOn?.reading.from ?? null,
  }
}
