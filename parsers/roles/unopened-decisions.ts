import { EMPTY_PASSAGE } from '../../schema/document.ts'
import { ITEM_OF_MEETING } from '../frame/front.ts'
import type { FormSection } from '../outline/form-section.ts'
import { type Outline, saysAtFront, type TextEntry } from '../outline/outline.ts'
import { foldWords } from '../recognise/fold.ts'
import type { Decision } from './decision.ts'
import { recordedWithoutOpener } from './opened-decisions.ts'

/** How what was resolved begins where its opener was lost, and that it is put as a resolution is: "That the plan be agreed". */
const RESOLVED_FORM = /^that\s(?:[^.;]|\.(?=\d)){3,}?\s(?:be|is|are)\s\p{L}+/iu
/** What a page writes below its text. */
const BELOW_TEXT: ReadonlySet<string> = new Set(['supporting documents', 'accompanying documents', 'additional documents', 'documents'])

/**
 * What ends the page of one item or decision, where the page lost its openers: "RESOLVED" is a picture or a heading of the site, and
 * its limbs ("(a) That the programme be noted;") stand last in the text. Empty on any other paper, and where other text ends it.
 */
export function unopened(outline: Outline, sections: readonly FormSection[]): Decision[] {
  const page = saysAtFront(outline, ITEM_OF_MEETING) || sections.some(isDecisionMaker)
  if (!page) return []
  const entries = sections
    .filter(({ form }) => form !== 'line')
    .flatMap((section) => section.entries)
    .filter(({ passage }) => !BELOW_TEXT.has(foldWords(passage.text)))
  const start = entries.findLastIndex((entry) => !isLimb(entry)) + 1
  return start >= entries.length ? [] : recordedWithoutOpener(EMPTY_PASSAGE, entries.slice(start))
}

/** "Decision Maker: Cabinet": the label of a page that says what one decision was. */
const isDecisionMaker = ({ kind, label, entries }: FormSection): boolean =>
  kind === 'body' && entries.length > 0 && /^decision[ -](?:maker|taker)\b/iu.test(label.text)

const isLimb = ({ label, body, passage }: TextEntry): boolean =>
  RESOLVED_FORM.test(label === null ? passage.text : body.text) && (label === null || label.style !== 'dotted')
