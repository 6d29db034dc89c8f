import { NO_RESPONDENTS, RESPONDENTS } from '../../schema/vocabulary/responses.ts'
import { foldWords } from './fold.ts'
import { readLabel } from './numbers.ts'
import { remembering } from './remember.ts'
import { headingWords } from './run-headings.ts'
import { wordsInForce } from './taught.ts'

/** Where an answer's label ends in a text, who it says answers, and the number of the recommendation that it names. */
export interface ResponseLabel {
  end: number
  /** Offsets of the words that say who answers: "Government" of "Government response"; null where it only says "Response". */
  who: { start: number; end: number } | null
  number: string | null
}

/** A label of an answer is no longer than this. */
const LONGEST_LABEL = 90
const KNOWN = new Set([...RESPONDENTS, ...NO_RESPONDENTS])
/** Words of a label that are nobody's name. */
const NOBODY = new RegExp(`^(?:${NO_RESPONDENTS.join('|')})?$`, 'iu')
const LABEL =
  /^((?:[\p{L}’']+ ){0,4}?)(response|reply|answer|decision|comments)((?: to(?: the| this)?)? recommendations?\b[^:.]{0,30})?\s*(:|[–—-](?=\s)|$|(?<=\b(?:response|reply))\.(?=\s))/iu

/** A heading or label that a person taught as one over responses. */
function isTaughtLabel(text: string): boolean {
  return wordsInForce().headings.size > 0 && wordsInForce().headings.get(headingWords(text)) === 'answer'
}

/**
 * The label that an answer is under or after: "Response:", "Government response to recommendation 4".
 * Depends on how responses are set: the answer is labelled by the word "response", on a line of its own or before a colon.
 */
export const readResponseLabel = remembering((text: string): ResponseLabel | null => {
  if (isTaughtLabel(text)) return { end: text.length, who: null, number: null }
  const match = LABEL.exec(text.slice(0, LONGEST_LABEL))
  if (!match) return null
  const [whole, who = '', noun = '', to = ''] = match
  // "Decision" and "answer" alone label an answer; "Emergency response" does not.
  const by = foldWords(
    who
      .trim()
      .replace(/[’']s$/u, '')
      .replace(/s[’']$/u, ''),
  )
  const last = by.split(' ').at(-1) ?? ''
  // "Comments:" may be anybody's on anything; "Chief Constable's comments:" answer.
  if (/^comments$/iu.test(noun) && NOBODY.test(by)) return null
  if (by !== '') {
    if (!KNOWN.has(last) && !KNOWN.has(last.replace(/s$/u, ''))) return null
    if (!/^(?:response|reply|comments)/iu.test(noun) && !NOBODY.test(by)) return null
  }
  const named = who.trim().replace(/^the /iu, '')
  const start = who.length - who.trimStart().length + (who.trim().length - named.length)
  const number = to === '' ? null : (readLabel(to.replace(/^\s*to(?: the| this)?\s+/iu, ''))?.number ?? null)
  return { end: whole.length, who: NOBODY.test(named) ? null : { start, end: start + named.replace(/[’']s$/u, '').length }, number }
})
