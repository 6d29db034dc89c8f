import type { Outcome } from '../../schema/records.ts'
import { activeDeeds, headGroup, unknownActive } from './deciding-active.ts'
import { type Decision, type Deed, deed, UNKNOWN } from './deciding-deed.ts'
import { degreeAt, tokenize } from './deciding-group.ts'
import { passiveDeeds } from './deciding-passive.ts'
import { ABBREVIATED } from './sentences.ts'

const LONGEST = 2000
const SENTENCE_END = new RegExp(String.raw`(?<!\b(?:${ABBREVIATED}))[.;]["”’]?\s+`, 'u')
/** What precedes the words that decide: quotation marks, numbers, "and", "that", "it was resolved". */
const LEAD = /^(?:["“”'‘’*•·–—:,-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\)|and\b|that\b|also\b|therefore\b|further\b|\s)+/iu
/** "In relation to the second report, to note it": what is decided about may precede the words that decide. */
const ABOUT =
  /^(?:in (?:relation|regard|respect|response) (?:to|of)|with (?:regard|reference|respect) to|regarding|concerning|as regards|having (?:considered|regard to|noted))\s[^.;:]{2,160}?,\s+(?=to\s\p{Ll})/iu
/** "Pending a report on costs, the Committee defers the item": an adverbial may precede the body, with commas of its own. */
const ADVERBIAL =
  /^(?:pending|subject to|following|after|until|given|because of|due to|owing to|in (?:view|light|order|accordance|line|consultation)\b|as|on|at|notwithstanding|having)\s[^.;:]{2,160},\s+(?=\p{L})/iu

/** "No further action be taken on recommendation 4": what became of it is not said. */
const NO_ACTION = /\bno (?:further )?action\b/iu
/** After an active verb a recommendation may still be decided in the passive: "notes the report and recommendation 3 be rejected". */
const PASSIVE_BEHIND = /(?:[,;]|\b(?:and|but))\s+(?:that\s+)?((?:the\s+)?recommendations?\b[^;]*\b(?:be|is|are)\b.*)$/iu

/**
 * What a limb of a resolution does: by its own words where they say it, else what its opener does, since under
 * "RESOLVED" a limb that says what is to be done is agreed by standing there.
 *
 * It rests on two habits of minutes: what a meeting decides about is named by a few nouns (a recommendation, a
 * report, the matter), and what it decides of it is the main verb, in the active after the body ("notes", "to
 * decline") or in the passive ("be rejected"). What is to be done with anything else is a limb's content.
 */
export function readDecision(text: string, base: Outcome | null): Decision {
  const decided = text.slice(0, LONGEST)
  let offset = 0
  const deeds: Deed[] = []
  for (const sentence of decided.split(SENTENCE_END)) {
    const first = offset === 0
    offset += sentence.length
    const found = sentenceDeeds(sentence, first, base)
    deeds.push(...found)
    // After a closed sentence that decides, reasons follow.
    if (found.length > 0 && decided[offset] === '.') break
    offset += SENTENCE_END.exec(decided.slice(offset))?.[0].length ?? 0
  }
  return combine(deeds, base)
}

/** What several deeds come to: an agreement with a refusal beside it is one in part. */
function combine(deeds: readonly Deed[], base: Outcome | null): Decision {
  if (deeds.some(({ known }) => !known)) return { outcome: null, known: false, exception: false }
  const decisive = deeds.filter((deed) => !deed.act)
  const counted = decisive.every(({ outcome }) => outcome === 'noted') ? deeds : decisive
  const outcomes = counted.flatMap(({ outcome }) => outcome ?? [])
  const one = (outcome: Outcome | null, exception = false): Decision => ({ outcome, known: true, exception })
  if (outcomes.length === 0) return one(deeds.length > 0 ? null : base)
  const agrees = outcomes.filter((outcome) => /^(?:agreed|amended)/u.test(outcome))
  const others = outcomes.filter((outcome) => !agrees.includes(outcome) && outcome !== 'noted')
  if (agrees.length > 0 && others.some((outcome) => outcome !== 'referred')) return one('agreed_in_part')
  if (others.length > 0 && !agrees.includes(outcomes[0] ?? 'noted')) return one(others[0] ?? null)
  for (const outcome of ['agreed_in_part', 'agreed_in_principle', 'amended', 'agreed'] as const)
    if (agrees.includes(outcome))
      return one(outcome, deeds.every((deed) => deed.outcome !== outcome || deed.exception) && outcome === 'agreed_in_part')
  return one('noted')
}

/** How long the adverbial is that a sentence begins with, where after one of its commas a body decides; else 0. */
function adverbialLength(sentence: string): number {
  const longest = ADVERBIAL.exec(sentence)?.[0] ?? ''
  for (const { index, 0: comma } of longest.matchAll(/,\s+/gu)) {
    const behind = sentence.slice(index + comma.length)
    const tokens = tokenize(behind)
    const head = headGroup(behind, tokens)
    if (head && !head.passive && head.next > 1) return index + comma.length
  }
  return 0
}

function sentenceDeeds(sentence: string, first: boolean, base: Outcome | null): Deed[] {
  if (/\?\s*$/u.test(sentence)) return []
  const marks = LEAD.exec(sentence)?.[0].length ?? 0
  const lead = marks + (ABOUT.exec(sentence.slice(marks))?.[0].length ?? adverbialLength(sentence.slice(marks)))
  const text = sentence.slice(lead)
  const tokens = tokenize(text)
  if (NO_ACTION.test(text)) return [UNKNOWN]
  // "Agreed: in principle, to the sale of …": how far precedes what.
  const degree = first && base === 'agreed' ? degreeAt(tokens, 0) : null
  if (degree) return [deed(degree.degree === 'part' ? 'agreed_in_part' : 'agreed_in_principle')]
  const head = first || lead > 0 ? headGroup(text, tokens) : null
  if (head && !head.passive) {
    const behind = PASSIVE_BEHIND.exec(text.slice(head.end))?.[1] ?? ''
    return [...activeDeeds(text, tokens, head, base, readDecision), ...passiveDeeds(behind, tokenize(behind), readDecision)]
  }
  const passives = passiveDeeds(text, tokens, readDecision)
  if (passives.length > 0 || head) return passives
  return unknownActive(text, tokens) ? [UNKNOWN] : []
}
