import type { Passage } from '../../../schema/document.ts'
import { type Stretch, withoutStretches } from '../passages/passage-edits.ts'

/** What a page of the web holds: the mark-up of its body, its title, and the classes that its own styles hide. */
export interface PageParts {
  body: Passage
  title: string
  hidden: ReadonlySet<string>
}

const TITLE = /<title[^<>]*>([^<]{1,300})<\/title>/iu
const BODY = /<body(?=[\s>])[^<>]*>/iu
/** ".note{display:none}": a class of a style sheet in the page that is never shown. */
const HIDDEN_CLASS = /\.([\w-]{1,60})\s*\{[^{}]{0,300}\bdisplay\s*:\s*none/giu
/** What Office writes into pages beside HTML: conditions, processing instructions, elements with a prefix. */
const OFFICE = /<!\[[^<>]{0,200}\]>|<\?[^<>]{0,300}>|<\/?[a-z]\w{0,20}:[^<>]{0,300}>/giu

/** The parts of a page's mark-up. A page without a body is read whole. */
export function findPage(markup: Passage): PageParts {
  const { text } = markup
  const opening = BODY.exec(text)
  const start = opening ? opening.index + opening[0].length : 0
  const last = text.toLowerCase().lastIndexOf('</body')
  const end = last > start ? last : text.length
  const office = [...text.slice(start, end).matchAll(OFFICE)].map(({ 0: tag, index }): Stretch => {
    return { start: start + index, end: start + index + tag.length }
  })
  return {
    body: withoutStretches(markup, [{ start: 0, end: start }, ...office, { start: end, end: text.length }]),
    title: (TITLE.exec(text)?.[1] ?? '').replace(/\s+/gu, ' ').trim(),
    hidden: new Set([...text.slice(0, start).matchAll(HIDDEN_CLASS)].map((match) => match[1] ?? '')),
  }
}
