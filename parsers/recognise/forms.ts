import { FORM_PHRASES, type FormLabel } from '../../schema/vocabulary/forms.ts'
import { bareLabel, foldWords } from './fold.ts'
import { remembering } from './remember.ts'

/** The labels by their first word, the longest first. */
const PHRASES = Map.groupBy(
  Object.entries(FORM_PHRASES)
    .flatMap(([label, phrases]) => phrases.map((phrase): [string, FormLabel] => [foldWords(phrase), label as FormLabel]))
    .sort((a, b) => b[0].length - a[0].length),
  ([phrase]) => firstWord(phrase),
)

function firstWord(folded: string): string {
  return folded.slice(0, `${folded} `.indexOf(' '))
}

/** Labels of forms are short; what is longer is a sentence that happens to begin with such words. */
const LONGEST_LABEL = 120
/** How many words a label may have beyond a phrase that begins it ("Reasons for Decision (if urgent)"). */
const MOST_EXTRA_WORDS = 4
/** A phrase of so many words is not an accident: "Details of any conflict of interest declared by the Leader or lead councillors and any dispensation granted". */
const LONG_PHRASE = 5

/** What a label of a form means, by the vocabulary; null for words that it does not know. */
export const matchFormLabel = remembering((text: string): FormLabel | null => {
  if (text.length > LONGEST_LABEL) return null
  const folded = foldWords(bareLabel(text.replace(/\(s\)|\/s\b/gu, 's')))
  for (const [phrase, label] of PHRASES.get(firstWord(folded)) ?? []) {
    if (folded === phrase) return label
    // "Scrutiny Review of Bus Services" is a title; "Scrutiny review (topic)" is a label.
    if (label === 'review' && /^ (?:of|into|on) /u.test(folded.slice(phrase.length))) continue
    if (!phrase.includes(' ') || !folded.startsWith(`${phrase} `)) continue
    const words = phrase.split(' ').length
    if (words >= LONG_PHRASE || folded.split(' ').length <= words + MOST_EXTRA_WORDS) return label
  }
  return null
})
