import { DECIDING_VERBS, type DecidingVerb, FIXED_FORMS } from '../../schema/vocabulary/deciding.ts'

/** How a verb is: "accept", "accepts", "accepted", "accepting". */
export type VerbForm = 'base' | 'third' | 'past' | 'ing'

/** A verb in one of its forms, with the particles that follow the word that is inflected. */
export interface InflectedVerb {
  entry: DecidingVerb
  forms: readonly VerbForm[]
  particles: readonly string[]
}

const FORMS = new Map<string, InflectedVerb[]>()
for (const entry of DECIDING_VERBS) {
  const [head = '', ...particles] = entry.verb.split(' ')
  const past = entry.past?.split(' ')[0] ?? withEnding(head, 'ed')
  const byWord = new Map<string, VerbForm[]>()
  for (const [form, word] of [
    ['base', head],
    ['third', third(head)],
    ['past', past],
    ['ing', withEnding(head, 'ing')],
  ] as const)
    byWord.set(word, [...(byWord.get(word) ?? []), form])
  for (const [word, forms] of byWord) FORMS.set(word, [...(FORMS.get(word) ?? []), { entry, forms, particles }])
}
for (const [word, deed] of Object.entries(FIXED_FORMS))
  FORMS.set(word, [{ entry: { verb: word, deed }, forms: ['base', 'past'], particles: [] }])
// "Carry over" is not "carry": the longer is tried first.
for (const verbs of FORMS.values()) verbs.sort((a, b) => b.particles.length - a.particles.length)

/** The verbs that a word may be a form of, those with particles first; the word is in small letters. */
export function inflectedVerbs(word: string): readonly InflectedVerb[] {
  return FORMS.get(word) ?? []
}

/** The past of verbs that are regular: "noted", "referred". */
export const pastOf = (verbs: readonly string[]) => verbs.map((verb) => withEnding(verb, 'ed'))

/** Verbs as they are in the present, alone and after one body: "note", "notes". */
export const presentOf = (verbs: readonly string[]) => verbs.flatMap((verb) => [verb, third(verb)])

function third(verb: string): string {
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ies`
  return /(?:s|sh|ch|x|z)$/u.test(verb) ? `${verb}es` : `${verb}s`
}

/** English spelling: "noted", "ratified", "referred", "submitting". */
function withEnding(verb: string, ending: 'ed' | 'ing'): string {
  if (verb.endsWith('ee')) return ending === 'ed' ? `${verb}d` : `${verb}ing`
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}${ending}`
  if (ending === 'ed' && /[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`
  if (/(?:fer|mit|drop|put|set|begin|recur)$/u.test(verb)) return `${verb}${verb.at(-1)}${ending}`
  return `${verb}${ending}`
}
