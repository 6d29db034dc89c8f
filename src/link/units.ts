import { contentWords, foldWords } from '../../parsers/recognise/fold.ts'
import { reviewSubject } from '../../parsers/recognise/titles.ts'
import type { LinkInput } from '../../schema/links.ts'
import type { DocumentKind, DocumentRecords, ReviewMention } from '../../schema/records.ts'

/** What one document says of one review. A document that speaks of several is several units. */
export interface Unit {
  documentId: string
  /** Whether it is all that the document says: then the document belongs to the unit's review. */
  whole: boolean
  kind: DocumentKind
  title: string | null
  /** The review it names, or null where it names none. */
  mention: ReviewMention | null
  /** The review's subject, folded, a year at its end left out; empty where none is named. */
  subject: string
  /** The year at the end of the review's title, if any: "Empty Homes Review 2024". */
  year: string | null
  council: string | null
  committee: string | null
  /** ISO day of the paper, the last it can mean. */
  dated: string | null
  wordings: DocumentRecords['wordings']
  resolutions: DocumentRecords['resolutions']
  commitments: DocumentRecords['commitments']
  actions: DocumentRecords['actions']
  updates: DocumentRecords['progressUpdates']
}

/** Mentions less sure than this are of other reviews that the paper speaks of. */
const LEAST_MENTION = 0.6

/** The units of all documents that say anything of a recommendation, in an order of their own. */
export function documentsToUnits(documents: readonly LinkInput[]): Unit[] {
  return [...documents].sort((a, b) => (a.documentId < b.documentId ? -1 : 1)).flatMap(documentUnits)
}

function documentUnits({ documentId, records }: LinkInput): Unit[] {
  if (records.kind === 'other') return []
  const main = records.reviews.find((mention) => mention.confidence >= LEAST_MENTION) ?? null
  const lists = [records.wordings, records.resolutions, records.commitments, records.actions, records.progressUpdates]
  const keys = [...new Set(lists.flatMap((list) => list.map((record) => record.reviewKey)))]
  if (keys.length === 0) keys.push(null)
  return keys.map((key): Unit => {
    const own = <T extends { reviewKey: string | null }>(list: readonly T[]) => list.filter((record) => record.reviewKey === key)
    // In a paper of several reviews, what is of none of them is the meeting's own.
    const mention = key === null ? (keys.length === 1 ? main : null) : (records.reviews.find((candidate) => candidate.key === key) ?? null)
    const { subject, year } = subjectAndYear(mention?.title ?? '')
    return {
      documentId,
      whole: keys.length === 1 || (key !== null && keys.filter((other) => other !== null).length === 1),
      kind: records.kind,
      title: records.title,
      mention,
      subject,
      year,
      council: records.council,
      committee: records.committee,
      dated: records.datedTo,
      wordings: own(records.wordings),
      resolutions: own(records.resolutions),
      commitments: own(records.commitments),
      actions: own(records.actions),
      updates: own(records.progressUpdates),
    }
  })
}

/** A review's subject and the year that its title ends in: "Empty Homes Review 2024" is "empty homes" of 2024. */
export function subjectAndYear(title: string): { subject: string; year: string | null } {
  const match = /^(.*?)[\s,(–-]*\b((?:19|20)\d{2})\)?$/u.exec(title.trim())
  if (!match?.[1] || !match[2]) return { subject: reviewSubject(title), year: null }
  return { subject: reviewSubject(match[1]), year: match[2] }
}

const GENERIC = new Set('borough city county district metropolitan council london royal unitary authority town combined'.split(' '))

/** The words that tell one council from another. */
export function councilWords(council: string): string[] {
  return contentWords(council).filter((word) => !GENERIC.has(word))
}

/** Whether two papers can be of one council: the words of one name are among those of the other, or one is not named. */
export function sameCouncil(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const [wordsA, wordsB] = [new Set(councilWords(a)), new Set(councilWords(b))]
  if (wordsA.size === 0 || wordsB.size === 0) return foldWords(a) === foldWords(b)
  const [small, large] = wordsA.size <= wordsB.size ? [wordsA, wordsB] : [wordsB, wordsA]
  return [...small].every((word) => large.has(word))
}
