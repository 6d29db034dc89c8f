import type { Decided } from '../../schema/records.ts'
import { ORDINAL_WORDS } from '../../schema/vocabulary/counting.ts'
import { readDecision } from './deciding.ts'
import { openerOutcome } from './openers.ts'
import { findReferences, type Reference } from './references.ts'

/** A resolution that names recommendations instead of restating them is short. */
const LONGEST_BY_REFERENCE = 400
/** Stands for the reference where the words around it are read. */
const NEUTRAL = 'recommendation 1'

/** A mention with the words that decide of it. */
interface Mention {
  reference: Reference
  before: string
  behind: string
}

/**
 * What a resolution decides by naming recommendations: "recommendations 2 and 4 to 6 be approved and
 * recommendation 3 be deferred" is two groups. Null where it names none, or decides nothing of them. A
 * group without a verb of its own shares that of the next: "recommendation 1, and recommendations 4 to 6, be agreed".
 */
export function readDecided(text: string, opener: string): Decided[] | null {
  if (text.length > LONGEST_BY_REFERENCE) return null
  const mentions = readMentions(text)
  const base = openerOutcome(opener === '' ? 'RESOLVED' : opener)
  const groups: Decided[] = []
  let shared: { outcome: Decided['outcome'] } | null = null
  for (const [index, mention] of [...mentions.entries()].reverse()) {
    const own = decisionOf(mention, index === 0)
    if (!own && !shared) return null
    if (own) shared = own
    const { reference } = mention
    const outcome: Decided['outcome'] = base === null ? null : ((own ?? shared)?.outcome ?? null)
    groups.unshift({ numbers: reference.all ? 'all' : reference.numbers, except: reference.except, outcome })
  }
  return groups.length > 0 ? groups : null
}

/** Every mention with the words up to the next, and those between it and the one before. */
function readMentions(text: string): Mention[] {
  const ordinals = ordinalReferences(text)
  const counted = findReferences(text).filter(({ start, end }) => !ordinals.some((ordinal) => start < ordinal.end && ordinal.start < end))
  const references = withBareNumbers(
    text,
    [...counted, ...ordinals].sort((a, b) => a.start - b.start),
  )
  return references.map((reference, index) => {
    const from = references[index - 1]?.end ?? 0
    const to = references[index + 1]?.start ?? text.length
    return { reference, before: text.slice(from, reference.start), behind: text.slice(reference.end, to) }
  })
}

/** What is decided of one mention: by the passive after it, else by the active verb before it; null where neither says. */
function decisionOf({ reference, before, behind }: Mention, first: boolean): { outcome: Decided['outcome'] } | null {
  const object = active(before, first)
  const subject = `${NEUTRAL}${passiveOf(behind)}`
  const passive = object ? null : readDecision(subject, null)
  const decision = object ? readDecision(`${object} ${NEUTRAL}${objectTail(behind)}`, null) : passive
  if (!decision || (decision.outcome === null && decision.known)) return null
  // What is left out by number is not part of the group: the rest is agreed.
  return { outcome: decision.exception && reference.except.length > 0 ? 'agreed' : decision.outcome }
}

/** The words of an active verb right before a mention: "that Cabinet declines", "and reject". */
function active(before: string, first: boolean): string | null {
  const words = before
    .replace(/^[\s,;]*(?:and|but)?\s*(?:that\s+)?/iu, '')
    .replace(/\s*(?:\b(?:all|of|the|these|panel's)\s*)*$/iu, '')
    .replace(/^.*\b(?:and|but)(?:\s+|$)/iu, '')
    .trim()
  return words !== '' && (first || words.split(/\s+/u).length <= 8) && readDecision(`${words} ${NEUTRAL}`, null).outcome !== null
    ? words
    : null
}

/** After an object: how far it goes, up to another clause's verb. */
const objectTail = (behind: string) => behind.split(/\s+(?:and|but)\s|[;,]\s+(?:and|that|to)\s/u)[0] ?? ''

/** "And 4 deferred": a participle may leave out the auxiliary that the clause before has. */
function passiveOf(behind: string): string {
  const bare = /^\s+(\p{L}+)(?=[\s,.;]|$)/u.exec(behind)
  const clause = behind.split(/,?\s+(?:and|but)\s+(?:that\s+)?$|[;,]\s*$/u)[0] ?? behind
  return bare && /(?:ed|down|over)$/u.test(bare[1] ?? '') ? ` be${clause}` : clause
}

const ORDINAL = new RegExp(
  String.raw`\b(?:the|its|their|[\p{L}]+[’']s?)\s(${ORDINAL_WORDS.join('|')})(?:\sand\s(?:the\s)?(${ORDINAL_WORDS.join('|')}))?\srecommendations?\b(?!\s\d)`,
  'giu',
)

/** "The second recommendation", "the first and third recommendations": counted in words. */
function ordinalReferences(text: string): Reference[] {
  return [...text.matchAll(ORDINAL)].map((match) => ({
    numbers: match.slice(1).flatMap((word) => (word ? [String(ORDINAL_WORDS.indexOf(word.toLowerCase()) + 1)] : [])),
    all: false,
    except: [],
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** "Recommendations 1 to 3 be approved and 4 deferred": a number with a participle after it, once recommendations were named by numbers. */
function withBareNumbers(text: string, references: Reference[]): Reference[] {
  if (!references.some(({ numbers }) => numbers.some((number) => /^\d/u.test(number)))) return references
  const bare = [...text.matchAll(/(?<=\b(?:and|but|,)\s+)(\d{1,3}(?:\.\d{1,2})?)(?=\s+(?:be |not |is )*\p{L}+ed\b)/gu)]
  const more = bare
    .filter(({ index }) => !references.some(({ start, end }) => index >= start && index < end))
    .map(
      ({ 0: number, index }): Reference => ({
        numbers: [number],
        all: false,
        except: [],
        text: number,
        start: index,
        end: index + number.length,
      }),
    )
  const active = /\b(?:reject|refuse|decline|note|defer|refer|accept|agree|approve)s?\s+(\d{1,3})(?![\d%])(?=\s*(?:[.,;]|and\b|$))/iu.exec(
    text,
  )
  if (active?.[1] && !references.some(({ start, end }) => active.index >= start && active.index < end)) {
    const start = active.index + active[0].length - active[1].length
    more.push({ numbers: [active[1]], all: false, except: [], text: active[1], start, end: start + active[1].length })
  }
  return [...references, ...more].sort((a, b) => a.start - b.start)
}
