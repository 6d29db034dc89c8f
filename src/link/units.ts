import { foldWords } from '../../parsers/recognise/fold.ts'
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
  const bodies = knownBodies(documents)
  return [...documents].sort((a, b) => (a.documentId < b.documentId ? -1 : 1)).flatMap((document) => documentUnits(document, bodies))
}

function documentUnits({ documentId, records }: LinkInput, bodies: ReadonlySet<string>): Unit[] {
  if (records.kind === 'other') return []
  const main = records.reviews.find((mention) => mention.confidence >= LEAST_MENTION) ?? null
  const lists = [records.wordings, records.resolutions, records.commitments, records.actions, records.progressUpdates]
  const keys = [...new Set(lists.flatMap((list) => list.map((record) => record.reviewKey)))]
  if (keys.length === 0) keys.push(null)
  return keys.map((key): Unit => {
    const own = <T extends { reviewKey: string | null }>(list: readonly T[]) => list.filter((record) => record.reviewKey === key)
    // In a paper of several reviews, what is of none of them is the meeting's own.
    const mention = key === null ? (keys.length === 1 ? main : null) : (records.reviews.find((candidate) => candidate.key === key) ?? null)
    const { subject, year } = subjectAndYear(mention?.title ?? '', bodies)
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
      // An undated update is of the day that it reports for.
      dated: records.datedTo ?? own(records.progressUpdates).reduce(latestDay, null),
      wordings: own(records.wordings),
      resolutions: own(records.resolutions),
      commitments: own(records.commitments),
      actions: own(records.actions),
      updates: own(records.progressUpdates),
    }
  })
}

const latestDay = (last: string | null, { asOfTo }: { asOfTo: string | null }) =>
  asOfTo !== null && (last === null || asOfTo > last) ? asOfTo : last

/** The names of councils and committees that papers give, folded. */
function knownBodies(documents: readonly LinkInput[]): Set<string> {
  return new Set(
    documents.flatMap(({ records }) => [records.council, records.committee].flatMap((name) => (name === null ? [] : [foldWords(name)]))),
  )
}

/** A review's subject and the year that its title ends in: "Empty Homes Review 2024" is "empty homes" of 2024. */
export function subjectAndYear(title: string, bodies: ReadonlySet<string> = new Set()): { subject: string; year: string | null } {
  const match = /^(.*?)[\s,(–-]*\b((?:19|20)\d{2})\)?$/u.exec(title.trim())
  const year = match?.[1] ? (match[2] ?? null) : null
  const subject = reviewSubject(year === null ? title : (match?.[1] ?? title))
  return { subject: withoutBody(subject, bodies), year }
}

const MOST_WORDS_OF_A_BODY = 9

/** Papers put the name of the council or committee before the subject: "Place Select Committee: Bus Services". */
function withoutBody(subject: string, bodies: ReadonlySet<string>): string {
  const words = subject.split(' ')
  for (let count = Math.min(MOST_WORDS_OF_A_BODY, words.length - 1); count > 0; count--) {
    if (!bodies.has(words.slice(0, count).join(' '))) continue
    return withoutBody(reviewSubject(words.slice(count).join(' ')), bodies)
  }
  return subject
}
