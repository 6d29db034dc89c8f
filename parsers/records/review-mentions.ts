import { type Passage, slicePassage } from '../../schema/document.ts'
import type { ReviewMention } from '../../schema/records.ts'
import { findCommittees } from '../recognise/bodies.ts'
import { findReviewTitles, reviewSubject, titleKinds } from '../recognise/titles.ts'
import { type FormSection, sectionValue } from './form-sections.ts'
import { passagePlace } from './outline.ts'
import { isBodyAlone } from './paper-title.ts'

/** The reviews that a document says it belongs to, the surest first. */
export function reviewMentions(sections: readonly FormSection[], title: Passage | null, texts: readonly Passage[]): ReviewMention[] {
  const mentions: ReviewMention[] = []
  const add = (passage: Passage, confidence: number, source: string): void => {
    const subject = reviewSubject(passage.text)
    if (subject === '' || isPlaceholder(passage.text) || mentions.some((mention) => reviewSubject(mention.title) === subject)) return
    mentions.push({ key: `review/${subject}`, title: passage.text, kind: 'review', confidence, source, place: passagePlace(passage) })
  }
  const labelled = sectionValue(sections, 'review')
  if (labelled) add(labelled, 0.95, 'form label')
  if (title) {
    const spans = findReviewTitles(title.text, true)
    for (const span of spans) add(givenName(title, span) ?? slicePassage(title, span.start, span.end), 0.9, 'title')
    // "Extract from the minutes", "Notice of decisions" say what a paper is, and nothing of a review.
    const telling = [...titleKinds(title.text)].some((kind) => kind !== 'minutes' && kind !== 'decision')
    if (spans.length === 0 && telling) add(title, 0.8, 'title')
  }
  const counts = new Map<string, { count: number; passage: Passage }>()
  for (const passage of texts) {
    for (const span of findReviewTitles(passage.text)) {
      const named = slicePassage(passage, span.start, span.end)
      const key = reviewSubject(named.text)
      const entry = counts.get(key) ?? { count: 0, passage: named }
      entry.count++
      counts.set(key, entry)
    }
  }
  const said = [...counts.values()].sort((a, b) => b.count - a.count)
  for (const { passage } of said) add(passage, mentions.length === 0 ? 0.7 : 0.3, 'sentence')
  return mentions
}

/** Words in square brackets that tell whoever fills a form in what to write. */
export function isPlaceholder(text: string): boolean {
  return /^\[[^\]]*\]$/u.test(text.trim())
}

/** A title that gives its review a name of its own before the subject, whole: "Open Shelves: a review of the library service". */
export function givenName(title: Passage, span: { start: number; end: number }): Passage | null {
  const name = /^(.{3,80}?)\s?[:?!–—-]\s(?:an?\s|the\s)?$/iu.exec(title.text.slice(0, span.start))?.[1]
  if (!name || isBodyAlone(name) || titleKinds(name).size > 0 || findCommittees(name).length > 0) return null
  return slicePassage(title, 0, span.end)
}
