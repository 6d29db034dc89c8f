import { BRIEF_PARTS, PAPER_NAMES, RUN_HEADINGS, type RunHeading } from '../../schema/vocabulary/run-headings.ts'
import { foldWords } from './fold.ts'
import { remembering } from './remember.ts'
import { wordsInForce } from './taught.ts'
import { formsIn, formsPattern } from './word-forms.ts'

/** What is under a heading, as far as its words say. */
export interface HeadingRole {
  role: RunHeading['role']
  weight: number
}

/** A heading's words without the number and the part's name before them: "Chapter 2: Conclusions" is "conclusions". */
export function headingWords(text: string): string {
  return foldWords(text).replace(
    /^(?:(?:chapter|section|part|appendix|annex|schedule) (?:\d{1,2}|[a-z]|[ivx]{1,4}) |(?:\d+ )+|[a-z] (?=\w{4}))+/u,
    '',
  )
}

const HEADINGS = RUN_HEADINGS.map((heading) => ({ role: heading.role, weight: heading.weight, isHeading: formsIn(heading) }))

/** The role of what is under a heading, by its words; null where they say nothing. */
export const headingRole = remembering((text: string): HeadingRole | null => {
  if (text.length > LONGEST_HEADING) return null
  const words = headingWords(text)
  const taught = wordsInForce().headings.get(words)
  if (taught) return { role: taught, weight: TAUGHT_WEIGHT }
  const found = HEADINGS.find(({ isHeading }) => isHeading(words))
  return found ? { role: found.role, weight: found.weight } : null
})

const PAPER_NAME = formsPattern(PAPER_NAMES)

/** Whether a heading only names the paper, and says nothing of a list under it. */
export function namesPaper(text: string): boolean {
  return PAPER_NAME.test(headingWords(text))
}

const briefPart = formsIn(BRIEF_PARTS)

/** Whether a heading is that of a part that says in brief what is said elsewhere in full. */
export function isBriefPart(text: string): boolean {
  return briefPart(foldWords(text))
}

/** Whether a heading names a whole report with what it holds: "Final report and recommendations". */
export function namesReport(text: string): boolean {
  return /\breports? (?:and|with) (?:\w+ ){0,2}recommendations?$/u.test(foldWords(text))
}

/** A person who read the papers says so: more than any other sign says against it. */
const TAUGHT_WEIGHT = 2.5
/** A heading is no longer than this. */
const LONGEST_HEADING = 200
