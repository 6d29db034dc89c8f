import { foldWords } from '../../parsers/recognise/fold.ts'
import { reviewSubject } from '../../parsers/recognise/titles.ts'
import type { LinkInput } from '../../schema/links.ts'
import type { DocumentKind, DocumentRecords, PaperRecord, ReviewMention } from '../../schema/records.ts'

/** What one paper says about one review. A paper that mentions several is several units, and so is a file of several papers. */
export interface Unit {
  documentId: string
  /** Of the paper in its document. */
  paperKey: string
  /** Whether it is all that the paper says: then the paper belongs to the unit's review. */
  whole: boolean
  /** Whether the paper is alone in its file: then the document is what the paper is. */
  alone: boolean
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

/** Mentions less sure than this are of other reviews that the paper mentions. */
const LEAST_MENTION = 0.6

/** The units of all documents that say anything of a recommendation, in an order of their own; without the papers that `copies` has by id. */
export function documentsToUnits(documents: readonly LinkInput[], copies: ReadonlyMap<string, string> = new Map()): Unit[] {
  const bodies = knownBodies(documents)
  return [...documents]
    .sort((a, b) => (a.documentId < b.documentId ? -1 : 1))
    .flatMap((document) => documentUnits(document, bodies, copies))
}

function documentUnits(input: LinkInput, bodies: ReadonlySet<string>, copies: ReadonlyMap<string, string>): Unit[] {
  return input.records.papers.flatMap((paper) =>
    paper.kind === 'other' || copies.has(`${input.documentId}/${paper.key}`) ? [] : paperUnits(input, paper, bodies),
  )
}

type Record = { paperKey: string; reviewKey: string | null }

function paperUnits({ documentId, records }: LinkInput, paper: PaperRecord, bodies: ReadonlySet<string>): Unit[] {
  const main = mainReview(records, paper)
  const ofPaper = <T extends Record>(list: readonly T[]) => list.filter((record) => record.paperKey === paper.key)
  const wordings = ofPaper(records.wordings)
  const resolutions = ofPaper(records.resolutions)
  const commitments = ofPaper(records.commitments)
  const actions = ofPaper(records.actions)
  const updates = ofPaper(records.progressUpdates)
  const all: Record[] = [...wordings, ...resolutions, ...commitments, ...actions, ...updates]
  const keys = [...new Set(all.map((record) => record.reviewKey))]
  if (keys.length === 0) keys.push(null)
  return keys.map((key): Unit => {
    const own = <T extends Record>(list: readonly T[]) => list.filter((record) => record.reviewKey === key)
    // In a paper of several reviews, what is of none of them is the meeting's own.
    const mention = key === null ? (keys.length === 1 ? main : null) : (records.reviews.find((candidate) => candidate.key === key) ?? null)
    const { subject, year } = subjectAndYear(mention?.title ?? '', bodies)
    const ownUpdates = own(updates)
    return {
      documentId,
      paperKey: paper.key,
      alone: records.papers.length === 1,
      whole: keys.length === 1 || (key !== null && keys.filter((other) => other !== null).length === 1),
      kind: paper.kind,
      title: paper.title ?? records.title,
      mention,
      subject,
      year,
      council: paper.council ?? records.council,
      committee: paper.committee ?? records.committee,
      // An undated update is of the day that it reports for.
      dated: paper.datedTo ?? records.datedTo ?? ownUpdates.reduce(latestDay, null),
      wordings: own(wordings),
      resolutions: own(resolutions),
      commitments: own(commitments),
      actions: own(actions),
      updates: ownUpdates,
    }
  })
}

/** The review that a paper is about as a whole: the one that it names as its own; alone in its file, the surest that is named. */
function mainReview({ reviews, papers }: DocumentRecords, { reviewKey }: PaperRecord): ReviewMention | null {
  const named = reviews.filter(({ key }) => key === reviewKey)
  const others = papers.length === 1 ? reviews : []
  return [...named, ...others].find((mention) => mention.confidence >= LEAST_MENTION) ?? null
}

/** The paper that a record of a document is in. */
export function paperOf({ papers }: DocumentRecords, record: { paperKey: string }): PaperRecord | undefined {
  return papers.find(({ key }) => key === record.paperKey)
}

const latestDay = (last: string | null, { asOfTo }: { asOfTo: string | null }) =>
  asOfTo !== null && (last === null || asOfTo > last) ? asOfTo : last

/** The names of councils and committees that papers give, folded. */
function knownBodies(documents: readonly LinkInput[]): Set<string> {
  return new Set(
    documents.flatMap(({ records }) =>
      [records, ...records.papers].flatMap(({ council, committee }) =>
        [council, committee].flatMap((name) => (name === null ? [] : [foldWords(name)])),
      ),
    ),
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
