import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'
import { DEEPEST_NESTING, FLAT_ELEMENTS, isKnownElement, SILENT_ELEMENTS } from './html-elements.ts'

/** A tag, a comment, a doctype or a processing instruction, whole; anything else after "<" is text. */
const TAG = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])[^<>]*>/iuy
const DECLARATION = /<[!?][a-z][^<>]*>/iuy

/**
 * The mark-up with every "<" that opens no tag of text made a character reference, so that a parser
 * of HTML, which drops what it does not know and what is not closed, drops nothing that was printed:
 * "under <18 years", "<officer's name>", "a <b".
 */
export function escapeNonTags(markup: Passage): Passage {
  const { text } = markup
  if (!text.includes('<')) return markup
  const builder = new PassageBuilder()
  const lastClose = new Map([...SILENT_ELEMENTS].map((name) => [name, text.toLowerCase().lastIndexOf(`</${name}`)]))
  const lastCommentEnd = text.lastIndexOf('-->')
  let depth = 0
  let from = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = matchAt(TAG, text, at)
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (tag && SILENT_ELEMENTS.has(name) && (tag[1] || (lastClose.get(name) ?? -1) > at)) continue
    if (tag && isKnownElement(name)) {
      const step = FLAT_ELEMENTS.has(name) ? 0 : tag[1] ? -1 : 1
      if (depth + step <= DEEPEST_NESTING) {
        depth = Math.max(0, depth + step)
        continue
      }
    }
    if (text.startsWith('<!--', at) && lastCommentEnd > at) continue
    if (!tag && matchAt(DECLARATION, text, at)) continue
    builder.addPart(markup, from, at)
    builder.addText('&lt;')
    from = at + 1
  }
  builder.addPart(markup, from)
  return builder.build()
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether a text may hold mark-up: a tag, a comment or a character reference. */
export function mayBeMarkup(text: string): boolean {
  return (text.includes('<') && /<[a-z/!]/iu.test(text)) || (text.includes('&') && /&(?:#\d|#x[\da-f]|[a-z]\w{1,30};)/iu.test(text))
}
