import { createHash } from 'node:crypto'
import { foldWords } from '../../parsers/recognise/fold.ts'
import type { About } from '../../schema/corrections.ts'
import type { PaperRecord, Wording } from '../../schema/records.ts'
import type { Entity } from './entities.ts'

/** What an id stands for: what distinguishes it from others of its kind, whatever its id is. */
export interface Identity {
  /** What it says; a recommendation says the same in each of its papers' words. */
  texts: readonly string[]
  /** The documents that it comes from, by id. */
  papers: readonly string[]
}

/** So many letters of a text are kept in a correction, for a person to know it by. */
const FIRST_WORDS_LETTERS = 160
/** Two texts of which this share of words is the same are one text that was read, or edited, a little differently. */
const SAME_TEXT_SHARE = 0.8

/** What a correction keeps of the thing that it names. */
export function aboutOf(id: string, { texts, papers }: Identity): About {
  const [text = ''] = texts
  return { id, digest: digestOf(text), words: firstWords(text), papers: [...papers].sort() }
}

/** Of a text, folded: 12 hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(foldWords(text)).digest('hex').slice(0, 12)
}

function firstWords(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim()
  return words.length <= FIRST_WORDS_LETTERS
    ? words
    : words.slice(0, words.lastIndexOf(' ', FIRST_WORDS_LETTERS) + 1 || FIRST_WORDS_LETTERS)
}

/** How alike what a correction was about and a text are: 1 for the same, else the share of first words that both have. */
export function likeness(about: Pick<About, 'digest' | 'words'>, text: string): number {
  if (digestOf(text) === about.digest) return 1
  const [then, now] = [about.words, firstWords(text)].map((words) => new Set(foldWords(words).split(' ')))
  if (!then || !now) return 0
  const shared = [...then].filter((word) => now.has(word)).length
  return Math.min(shared / Math.max(then.size, now.size), 0.99)
}

/** How alike what a correction was about and a thing of now are, by the words that are nearest: 0 to 1. */
export function nearness(about: About, { texts }: Identity): number {
  return texts.reduce((best, text) => Math.max(best, likeness(about, text)), 0)
}

/** The papers that a correction was about that are still here. */
const still = (about: About, current: ReadonlySet<string>): string[] => about.papers.filter((paper) => current.has(paper))

/**
 * Whether an id still stands for the record, paper or recommendation that a correction was about: it says the same, or nearly, and
 * comes from a paper that it came from then, if any of these is `current`.
 */
export function isStill(about: About, identity: Identity, current: ReadonlySet<string>): boolean {
  if (nearness(about, identity) < SAME_TEXT_SHARE) return false
  const papers = still(about, current)
  return papers.length === 0 || papers.some((paper) => identity.papers.includes(paper))
}

/** The same of a review: it has most of the papers that it had and that are still here; where none is, its title is the same, or nearly. */
export function isStillReview(about: About, identity: Identity, current: ReadonlySet<string>): boolean {
  const papers = still(about, current)
  if (papers.length === 0) return nearness(about, identity) >= SAME_TEXT_SHARE
  return papers.filter((paper) => identity.papers.includes(paper)).length * 2 > papers.length
}

/** What a record of a paper is known by: its number, and its own words or those that it restates. */
export function recordIdentity({ record, input, list }: Entity): Identity {
  const restated = 'wordingKey' in record ? input.records.wordings.find(({ key }) => key === record.wordingKey)?.text : undefined
  const said =
    'text' in record
      ? [record.text]
      : 'progress' in record
        ? [restated, record.progress, record.assessmentText, record.asOfText]
        : [restated, record.responsible, restated === undefined ? record.dueText : null]
  const number = list === 'wordings' || list === 'resolutions' || list === 'actions' ? null : record.number
  const parts = [number, ...said].filter((part) => typeof part === 'string' && part !== '')
  return { texts: [parts.join(' ')], papers: [input.documentId] }
}

/** What a paper of a file is known by: where it begins, and its title. */
export function paperIdentity({ pageFrom, title }: PaperRecord, documentId: string): Identity {
  return { texts: [[pageFrom === null ? null : `page ${pageFrom}`, title].filter((part) => part !== null).join(' ')], papers: [documentId] }
}

/** What a recommendation is known by: the words that its papers give it, as they were read. */
export function recommendationIdentity(text: string, documentId: string, wordings: readonly Entity[]): Identity {
  const texts = [...wordings.map(({ record }) => (record as Wording).text), text]
  return { texts, papers: [...new Set([documentId, ...wordings.map(({ input }) => input.documentId)])] }
}

/** What a review is known by: its title, and the papers that it is made of. */
export function reviewIdentity(title: string, documentIds: Iterable<string>): Identity {
  return { texts: [title], papers: [...new Set(documentIds)] }
}
