import { EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import { ITEM_OF_MEETING } from '../frame/front.ts'
import type { FormSection } from '../outline/form-section.ts'
import { type Outline, saysAtFront, type TextEntry } from '../outline/outline.ts'
import { foldWords } from '../recognise/fold.ts'
import { beginsList, type Decision } from './decision.ts'
import { recordedWithoutOpener } from './opened-decisions.ts'

/** How what was resolved begins where its opener was lost, and that it is put as a resolution is: "That the plan be agreed". */
const RESOLVED_FORM = /^that\s(?:[^.;]|\.(?=\d)){3,}?\s(?:be|is|are)\s\p{L}+/iu
/** What a page writes below its text. */
const BELOW_TEXT: ReadonlySet<string> = new Set(['supporting documents', 'accompanying documents', 'additional documents', 'documents'])

/**
 * What ends the page of one item or decision, where the page lost its openers: "RESOLVED" is a picture or a heading of the site, and
 * its limbs ("(a) That the programme be noted;") are last in the text. Empty on any other paper, and where other text ends it.
 */
export function unopened(outline: Outline, sections: readonly FormSection[]): Decision[] {
  const maker = sections.findIndex(isDecisionMaker)
  if (maker < 0 && !saysAtFront(outline, ITEM_OF_MEETING)) return []
  const entries = sections
    .filter(({ form }) => form !== 'line')
    .flatMap((section) => section.entries)
    .filter(({ passage }) => !BELOW_TEXT.has(foldWords(passage.text)))
  const start = entries.findLastIndex((entry) => !isLimb(entry)) + 1
  if (start < entries.length) return recordedWithoutOpener(EMPTY_PASSAGE, entries.slice(start))
  const list = entries.slice(entries.findLastIndex(({ label }) => label === null || label.style === 'dotted') + 1)
  if (isResolvedList(list)) return recordedWithoutOpener(EMPTY_PASSAGE, list)
  return maker < 0 ? [] : listBelow(sections.slice(maker))
}

/** The page of one decision says who made it, then what it was: a list there that begins with "1. That … be approved" is that, and reasons follow it. */
function listBelow(sections: readonly FormSection[]): Decision[] {
  for (const { label, entries } of sections) {
    const start = label.text === '' ? entries.findIndex((entry) => entry.label !== null) : -1
    const first = entries[start]
    if (!first) continue
    const end = entries.findIndex((entry, at) => at >= start && !isThat(entry))
    const list = entries.slice(start, end < 0 ? entries.length : end)
    return isLimb(first) && beginsList(first) ? recordedWithoutOpener(statusWord(sections), list) : []
  }
  return []
}

const isThat = ({ label, body }: TextEntry): boolean => label !== null && /^that\b/iu.test(body.text)

/** "Decision status: Recommendations Approved": the word that says what was done to the list below. */
function statusWord(sections: readonly FormSection[]): Passage {
  const status = sections.find(({ label }) => /^decision status\b/iu.test(label.text))?.entries[0]?.passage
  const word = status ? /\p{L}+(?=[\s.]*$)/u.exec(status.text) : null
  return status && word ? slicePassage(status, word.index, word.index + word[0].length) : EMPTY_PASSAGE
}

/** "Decision Maker: Cabinet": the label of a page that says what one decision was. */
const isDecisionMaker = ({ kind, label, entries }: FormSection): boolean =>
  kind === 'body' && entries.length > 0 && /^decision[ -](?:maker|taker)\b/iu.test(label.text)

/** A list in which at least two limbs, and half of them, have the "be" of what is resolved: "the plan be endorsed". */
function isResolvedList(list: readonly TextEntry[]): boolean {
  const resolved = list.filter(({ body }) => hasOwnBe(body.text)).length
  return beginsList(list[0]) && resolved > 1 && resolved * 2 >= list.length
}

/** Whether the first "be" of a text is the main verb of a clause: nothing before it governs it, as "to" or "should" would. */
function hasOwnBe(text: string): boolean {
  const before = /^(?:the|an?|its|this|these|all)\s[^.;:]*?(\p{L}+)\sbe\s\p{L}+[dnt]\b/iu.exec(text)?.[1]
  return before !== undefined && !GOVERNS_BE.has(before.toLowerCase())
}

const GOVERNS_BE: ReadonlySet<string> = new Set(
  'to will would shall should must can could may might cannot not also still then soon only never now'.split(' '),
)

const isLimb = ({ label, body, passage }: TextEntry): boolean =>
  RESOLVED_FORM.test(label === null ? passage.text : body.text) && (label === null || label.style !== 'dotted')
