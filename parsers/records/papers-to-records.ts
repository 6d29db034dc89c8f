import { type Passage, passageFragments } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { Candidate, Detail, DocumentRecords, Evidence, PaperRecord, ReviewMention } from '../../schema/records.ts'
import type { Paper } from '../frame/paper.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { passagePlace } from '../outline/outline.ts'
import { rounded } from '../recognise/certainty.ts'
import type { PaperReading } from './paper-reading.ts'

/** One paper of a file with what it was read as. */
export interface ReadPaper {
  paper: Paper
  reading: PaperReading
  /** How it was read, in a word; null where it is of no kind. */
  readAs: string | null
  /** How sure its kind is. */
  confidence: number
  candidates: Omit<Candidate, 'key' | 'paperKey'>[]
  pageFrom: number | null
  pageTo: number | null
}

/** Mentions less sure than this are of other reviews that the paper mentions. */
const OWN_REVIEW = 0.6

/** The records of a file: those of its one paper, or of all its papers with their keys distinguished. */
export function papersToRecords(papers: readonly ReadPaper[]): DocumentRecords {
  const [first] = papers
  if (!first) throw new Error('a file holds at least one paper')
  const several = papers.length > 1
  const parts = papers.map((one, index) => paperToRecords(one, index, several))
  const kinds = new Set(papers.map(({ reading }) => reading.kind))
  const cover = frontOf(first)
  const lists = <T>(of: (records: Part['records']) => readonly T[]): T[] => parts.flatMap((part) => of(part.records))
  return {
    kind: several ? 'pack' : first.reading.kind,
    layout: several ? [...kinds].join(', ') : first.readAs,
    title: cover.title?.text ?? null,
    council: first.paper.about.council,
    committee: first.paper.about.committee,
    datedText: cover.dated?.passage.text ?? null,
    datedFrom: cover.dated?.reading.from ?? null,
    datedTo: cover.dated?.reading.to ?? null,
    evidence: cover.evidence,
    reviews: mergeMentions(
      parts.map(({ reviews }) => reviews),
      several,
    ),
    papers: parts.map(({ record }) => record),
    wordings: lists((records) => records.wordings),
    resolutions: lists((records) => records.resolutions),
    commitments: lists((records) => records.commitments),
    responsibilities: lists((records) => records.responsibilities),
    actions: lists((records) => records.actions),
    progressUpdates: lists((records) => records.progressUpdates),
    facts: lists((records) => records.facts),
    gradings: lists((records) => records.gradings),
    details: lists((records) => records.details),
    candidates: lists((records) => records.candidates),
  }
}

type RecordNames =
  | 'wordings'
  | 'resolutions'
  | 'commitments'
  | 'responsibilities'
  | 'actions'
  | 'progressUpdates'
  | 'facts'
  | 'gradings'
  | 'details'
  | 'candidates'

interface Part {
  record: PaperRecord
  reviews: ReviewMention[]
  records: Pick<DocumentRecords, RecordNames>
}

/** A paper's title and date, by its reading where that knows them better. */
function frontOf({ paper, reading }: ReadPaper) {
  const { about, outline } = paper
  const title = reading.title === undefined ? about.title : reading.title
  return {
    title,
    dated: reading.dated ?? about.dated,
    evidence: title === about.title ? about.evidence : withTitle(about.evidence, title, outline.document.source),
  }
}

/** The evidence of a paper whose reading knows its title better. */
function withTitle(evidence: readonly Evidence[], title: Passage | null, source: string | null): Evidence[] {
  const ledger = new EvidenceLedger(source)
  if (title) ledger.stated('title', title)
  return [...evidence.filter(({ field }) => field !== 'title'), ...ledger.entries]
}

function paperToRecords(one: ReadPaper, index: number, several: boolean): Part {
  const { paper, reading, confidence } = one
  const { about } = paper
  const { title, dated, evidence } = frontOf(one)
  const paperKey = `paper/${index + 1}`
  // What is of no kind belongs to no review, whatever it mentions.
  const reviews = one.readAs === null ? [] : (reading.reviews ?? about.reviews)
  const main = reviews.find((mention) => mention.confidence >= OWN_REVIEW)?.key ?? null
  const keyed = (key: string) => (several ? `${index + 1}/${key}` : key)
  // In minutes that name reviews item by item, what is of none of them is the meeting's own business.
  const byItem = reading.kind === 'minutes' && reading.resolutions.some(({ reviewKey }) => reviewKey !== null)
  const reviewKeyed = (key: string | null) => key ?? (several && !byItem ? main : null)
  const inPaper = <T extends { key: string; reviewKey: string | null }>(records: readonly T[]) =>
    records.map((record) => ({
      ...renamed(record, keyed),
      reviewKey: reviewKeyed(record.reviewKey),
      paperKey,
      confidence: rounded(Math.min(confidence, reading.sure?.get(record.key) ?? 1)),
    }))
  const plain = <T extends { key: string; reviewKey: string | null }>(records: readonly T[]) =>
    records.map((record) => ({ ...renamed(record, keyed), reviewKey: reviewKeyed(record.reviewKey), paperKey }))
  return {
    reviews,
    record: {
      key: paperKey,
      position: index,
      kind: reading.kind,
      title: title?.text ?? null,
      reviewKey: main,
      council: about.council,
      committee: about.committee,
      datedText: dated?.passage.text ?? null,
      datedFrom: dated?.reading.from ?? null,
      datedTo: dated?.reading.to ?? null,
      pageFrom: one.pageFrom,
      pageTo: one.pageTo,
      confidence: rounded(confidence),
      evidence: several ? evidence : [],
      place: title ? passagePlace(title) : NOWHERE,
    },
    records: {
      wordings: inPaper(reading.wordings),
      resolutions: inPaper(reading.resolutions),
      commitments: inPaper(reading.commitments),
      responsibilities: plain(reading.responsibilities).map(({ paperKey: _paper, ...record }) => record),
      actions: inPaper(reading.actions),
      progressUpdates: inPaper(reading.progressUpdates),
      facts: plain(reading.facts),
      gradings: plain(reading.gradings),
      details: (reading.details ?? []).flatMap(({ entityKey, label, passage }, position): Detail[] =>
        detailRecord(entityKey === null ? null : keyed(entityKey), label, passage, {
          key: keyed(`detail/${position + 1}`),
          paperKey,
          position,
          source: paper.outline.document.source,
        }),
      ),
      candidates: one.candidates.map((candidate, position) => ({ ...candidate, key: keyed(`candidate/${position + 1}`), paperKey })),
    },
  }
}

/** Fields that name other records of the paper. */
const KEY_FIELDS = ['key', 'parentKey', 'wordingKey', 'commitmentKey'] as const

function renamed<T extends { key: string }>(record: T, keyed: (key: string) => string): T {
  const copy: Record<string, unknown> = { ...record }
  for (const field of KEY_FIELDS) if (typeof copy[field] === 'string') copy[field] = keyed(copy[field])
  if (Array.isArray(copy.furtherWordingKeys)) copy.furtherWordingKeys = copy.furtherWordingKeys.map((key) => keyed(String(key)))
  return copy as T
}

function detailRecord(
  entityKey: string | null,
  label: string,
  passage: Passage,
  { key, paperKey, position, source }: { key: string; paperKey: string; position: number; source: string | null },
): Detail[] {
  if (label === '' || passage.text === '') return []
  const evidence = passageFragments(passage, source).map(({ quote, place }): Evidence => ({ field: 'text', state: 'stated', quote, place }))
  return [{ key, entityKey, paperKey, position, label, text: passage.text, evidence, place: passagePlace(passage) }]
}

/** Each review once, as the surest of the papers names it; of several papers none is the file's own. */
function mergeMentions(lists: readonly (readonly ReviewMention[])[], several: boolean): ReviewMention[] {
  const merged = new Map<string, ReviewMention>()
  for (const mention of lists.flat()) {
    const known = merged.get(mention.key)
    if (!known || known.confidence < mention.confidence) merged.set(mention.key, mention)
  }
  const all = [...merged.values()]
  return several && all.length > 1
    ? all.map((mention) => ({ ...mention, confidence: Math.min(mention.confidence, OWN_REVIEW - 0.05) }))
    : all
}
