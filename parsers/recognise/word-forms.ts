import type { WordForms } from '../../schema/words.ts'
import { MONTH } from './calendar.ts'

/** Which part of a text forms of words must be. Words are whole words in any case. */
export type FormPlace = 'whole' | 'start' | 'end' | 'anywhere'

/** What stands for a mark, or the end, where no further word follows. */
const MARK = String.raw`(?=\s*(?:[,;.:()–-]|$))`
/** What the words in capitals stand for. */
const SLOTS: Readonly<Record<string, string>> = {
  NUMBER: String.raw`\d+`,
  DAY: String.raw`\d{1,2}(?:st|nd|rd|th)?`,
  MONTH,
  YEAR: String.raw`(?:19|20)\d\d`,
  NAME: String.raw`\S+`,
  MARK,
}
/** Between two words: a hyphen, or white space. */
const GAP = String.raw`(?:-|\s+)`
/** Any word of the same sentence. */
const ANY_WORD = String.raw`[^\s.;-]+`
/** So many words of a list may follow one another. */
const MOST_REPEATED = 8
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}])`
const NOT_AFTER = String.raw`(?![\p{L}\p{N}])`

/** A piece of a form: words that must be there, or that may be, so many times. */
interface Part {
  source: string
  /** How often, as a pattern says it; '' for once. */
  times: string
}

const TOKEN =
  /\s*(?:(?<gap>…)(?<most>\d*)|(?<open>[([])|(?<close>[)\]])(?<again>…?)|(?<or>\|)|(?<word>[\p{L}\p{N}%/'][\p{L}\p{N}%/'.-]*)(?:\((?<endings>[\p{L} |]+)\))?)/uy

/**
 * The pattern of one form, without what must precede and after it; for patterns in any case. Throws on what is not a form: an
 * open bracket, nothing that must be there, a capital that stands for nothing.
 */
export function formSource(form: string): string {
  let at = 0
  const alternatives = (close: string): string[] => {
    const all: Part[][] = [[]]
    for (;;) {
      TOKEN.lastIndex = at
      const found = TOKEN.exec(form)?.groups
      if (!found) {
        if (close !== '' || form.slice(at).trim() !== '') throw new Error(`no form of words: ${form}`)
        return all.map((parts) => joined(parts, form))
      }
      at = TOKEN.lastIndex
      const parts = all.at(-1) ?? []
      if (found.or !== undefined) all.push([])
      else if (found.gap !== undefined) parts.push({ source: ANY_WORD, times: found.most === '' ? '*?' : `{0,${found.most}}?` })
      else if (found.open !== undefined) {
        const shut = found.open === '(' ? ')' : ']'
        const source = `(?:${alternatives(shut).join('|')})`
        const again = form[at - 1] === '…'
        parts.push({ source, times: shut === ')' ? '' : again ? `{0,${MOST_REPEATED}}` : '?' })
      } else if (found.close !== undefined) {
        if (found.close !== close || (found.again !== '' && close !== ']')) throw new Error(`no form of words: ${form}`)
        return all.map((own) => joined(own, form))
      } else parts.push({ source: wordSource(found.word ?? '', found.endings), times: '' })
    }
  }
  const all = alternatives('')
  return all.length === 1 ? (all[0] ?? '') : `(?:${all.join('|')})`
}

/** The parts with what is between them: a part that may be missing takes its gap along. */
function joined(parts: readonly Part[], form: string): string {
  let source = ''
  let begun = false
  for (const { source: own, times } of parts) {
    if (times === '') source += begun && own !== MARK ? GAP + own : own
    else source += begun ? `(?:${GAP}${own})${times}` : `(?:${own}${GAP})${times}`
    begun ||= times === ''
  }
  if (!begun) throw new Error(`no form of words: ${form}`)
  return source
}

function wordSource(word: string, endings: string | undefined): string {
  if (/^\p{Lu}+$/u.test(word)) {
    const slot = SLOTS[word]
    if (slot === undefined || endings !== undefined) throw new Error(`nothing is called ${word}`)
    return slot
  }
  const letters = word.replaceAll('-', GAP).replaceAll('.', String.raw`\.`).replaceAll("'", "['’]")
  return endings === undefined ? letters : `${letters}(?:${endings.replaceAll(' ', '')})?`
}

/** The pattern of any of these forms, without what must precede and after it; for patterns in any case. */
export function formsSource(forms: readonly string[]): string {
  return `(?:${forms.map(formSource).join('|')})`
}

/**
 * Texts of which any of these forms is this part. A `…` at an end of a form opens that end: "summary of …" may be followed by
 * anything.
 */
export function formsPattern(forms: readonly string[], place: FormPlace = 'whole'): RegExp {
  const groups: { start: string; end: string; sources: string[] }[] = []
  for (const form of forms) {
    const [bare, before, behind] = [form.replace(/^… | …$/gu, ''), form.startsWith('… '), form.endsWith(' …')]
    const start = before || place === 'end' || place === 'anywhere' ? NOT_BEFORE : '^'
    const end = behind || place === 'start' || place === 'anywhere' ? NOT_AFTER : '$'
    const last = groups.at(-1)
    // What forms share appears once: what is before a letter is looked at once, not for each form.
    if (last?.start === start && last.end === end) last.sources.push(formSource(bare))
    else groups.push({ start, end, sources: [formSource(bare)] })
  }
  return new RegExp(groups.map(({ start, end, sources }) => `${start}(?:${sources.join('|')})${end}`).join('|'), 'iu')
}

/** Stands for words that are passed over: no form has it. */
const PASSED_OVER = ' · '

/** Whether a text has any of the forms as this part, once the words that do not count are passed over. */
export function formsIn({ forms, unless }: WordForms, place: FormPlace = 'whole'): (text: string) => boolean {
  const pattern = formsPattern(forms, place)
  if (!unless) return (text) => pattern.test(text)
  const passed = new RegExp(formsPattern(unless, 'anywhere').source, 'giu')
  return (text) => pattern.test(text.replace(passed, PASSED_OVER))
}
