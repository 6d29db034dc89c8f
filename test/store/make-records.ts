import { NOWHERE, type Place } from '../../schema/place.ts'
import type { DocumentRecords, PaperRecord } from '../../schema/records.ts'
import type { StoredDocument } from '../../src/store/save-document.ts'

/** A place in lines. */
export function lines(from: number, to = from): Place {
  return { ...NOWHERE, lineFrom: from, lineTo: to }
}

/** What a record has of a paper that is alone in its file. */
export const IN_PAPER = { paperKey: 'paper/1', confidence: 1 } as const

type Wording = DocumentRecords['wordings'][number]
type Resolution = DocumentRecords['resolutions'][number]
type ProgressUpdate = DocumentRecords['progressUpdates'][number]

/** The paper that is alone in its file: it says what the document says. */
export function onlyPaper(records: Omit<DocumentRecords, 'papers'>): PaperRecord {
  const { kind, title, council, committee, datedText, datedFrom, datedTo, reviews } = records
  const own = { kind, title, council, committee, datedText, datedFrom, datedTo, reviewKey: reviews[0]?.key ?? null }
  return { key: 'paper/1', position: 0, ...own, pageFrom: null, pageTo: null, confidence: 1, evidence: [], place: NOWHERE }
}

/** Records that say nothing, but for what is given. */
export function makeRecords(given: Partial<DocumentRecords> = {}): DocumentRecords {
  const records: Omit<DocumentRecords, 'papers'> = {
    kind: 'review_report',
    layout: 'made-up',
    title: 'Scrutiny Review of Street Trees',
    council: 'Ambleford Borough Council',
    committee: null,
    datedText: null,
    datedFrom: null,
    datedTo: null,
    evidence: [],
    reviews: [],
    wordings: [],
    resolutions: [],
    commitments: [],
    responsibilities: [],
    actions: [],
    progressUpdates: [],
    facts: [],
    gradings: [],
    details: [],
    candidates: [],
    ...given,
  }
  return { papers: [onlyPaper(records)], ...records }
}

/** A recommendation as a document states it. */
export function makeWording(number: string, given: Partial<Wording> = {}): Wording {
  const text = `That tree ${number} be planted.`
  return {
    ...IN_PAPER,
    key: `wording/${number}`,
    reviewKey: null,
    evidence: [{ field: 'text', state: 'stated', quote: text, place: lines(3, 4) }],
    place: lines(3, 4),
    number,
    numberText: `${number}.`,
    role: 'proposed',
    kind: 'recommendation',
    parentKey: null,
    position: Number.parseInt(number, 10) || 0,
    heading: null,
    text,
    ...given,
  }
}

/** What was resolved. */
export function makeResolution(number: string, given: Partial<Resolution> = {}): Resolution {
  return {
    ...IN_PAPER,
    key: `resolution/${number}`,
    reviewKey: null,
    evidence: [],
    place: { page: 2, box: [10, 20.5, 300, 40], lineFrom: null, lineTo: null },
    number,
    numberText: `(${number})`,
    parentKey: null,
    wordingKey: null,
    position: 1,
    text: `Tree ${number} be planted.`,
    outcome: 'agreed',
    decidedBy: 'Cabinet',
    decidedOn: '2031-02-03',
    decides: [{ numbers: ['1', '2'], except: [], outcome: 'agreed' }],
    ...given,
  }
}

/** What a document reports. */
export function makeUpdate(number: string, given: Partial<ProgressUpdate> = {}): ProgressUpdate {
  return {
    ...IN_PAPER,
    key: `update/${number}`,
    reviewKey: null,
    evidence: [{ field: 'progress', state: 'stated', quote: 'It stands.', place: lines(9) }],
    place: lines(9),
    number,
    parentKey: null,
    wordingKey: null,
    asOfText: 'May 2032',
    asOfFrom: '2032-05-01',
    asOfTo: '2032-05-31',
    progress: 'It stands.',
    assessmentText: '1',
    status: 'achieved',
    impact: null,
    furtherWordingKeys: null,
    ...given,
  }
}

/** A document as it is stored; `name` stands for its content. */
export function makeDocument(name: string, records: DocumentRecords | null, given: Partial<StoredDocument> = {}): StoredDocument {
  return {
    documentId: `doc-${name}`,
    sha256: name.padEnd(64, '0'),
    path: `papers/${name}.txt`,
    stamp: null,
    mediaType: 'text/plain',
    pages: null,
    sheets: null,
    status: records ? 'ok' : 'failed',
    extractor: '1',
    words: null,
    importedAt: '2032-06-01T10:00:00.000Z',
    records,
    diagnostics: [],
    digest: null,
    held: null,
    ...given,
  }
}
