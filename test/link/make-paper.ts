import type { LinkInput } from '../../schema/links.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { DocumentKind, DocumentRecords, WordingRole } from '../../schema/records.ts'
import { IN_PAPER, onlyPaper } from '../store/make-records.ts'

/** What a test says about a paper; texts by number. A part "2(a)" hangs under "2". */
export interface PaperSketch {
  id: string
  kind: DocumentKind
  review: string | null
  council?: string | null
  dated?: string | null
  wordings?: Record<string, string>
  resolutions?: Record<string, string>
  /** Numbers of recommendations reported on, with the status. */
  updates?: Record<string, 'achieved' | 'slipped'>
  /** Who is responsible, by number. */
  responsible?: Record<string, string>
}

const ROLES: Partial<Record<DocumentKind, WordingRole>> = {
  review_report: 'proposed',
  action_plan: 'planned',
  progress_update: 'restated',
  decision_record: 'resolved',
}

const common = { ...IN_PAPER, reviewKey: null, evidence: [], place: NOWHERE }
const parentOf = (list: string, number: string) => (number.includes('(') ? `${list}/${number.slice(0, number.lastIndexOf('('))}` : null)

/** A document's records as linking is given them. */
export function makePaper(sketch: PaperSketch): LinkInput {
  const { id, kind, review, council = 'Fenwick District Council', dated = null } = sketch
  const texts = Object.entries(sketch.wordings ?? sketch.resolutions ?? {})
  const records: Omit<DocumentRecords, 'papers'> = {
    kind,
    layout: null,
    title: review,
    council,
    committee: null,
    datedText: dated,
    datedFrom: dated,
    datedTo: dated,
    evidence: [],
    reviews: review === null ? [] : [{ key: 'review', title: review, kind: 'review', confidence: 0.9, source: 'title', place: NOWHERE }],
    wordings: texts.map(([number, text], position) => ({
      ...common,
      key: `wording/${number}`,
      role: ROLES[kind] ?? 'restated',
      kind: 'recommendation',
      number,
      numberText: number,
      parentKey: parentOf('wording', number),
      position,
      heading: null,
      text,
    })),
    resolutions: Object.entries(sketch.resolutions ?? {}).map(([number, text], position) => ({
      ...common,
      key: `resolution/${number}`,
      number,
      numberText: number,
      parentKey: parentOf('resolution', number),
      wordingKey: `wording/${number}`,
      position,
      text,
      outcome: 'agreed',
      decidedBy: 'Cabinet',
      decidedOn: dated,
      decides: null,
    })),
    commitments: Object.entries(sketch.responsible ?? {}).map(([number, responsible]) => ({
      ...common,
      key: `commitment/${number}`,
      number,
      wordingKey: `wording/${number}`,
      outcome: null,
      responsible,
      dueText: null,
      dueFrom: null,
      dueTo: null,
      successMeasure: null,
      timescale: null,
    })),
    responsibilities: [],
    actions: [],
    progressUpdates: Object.entries(sketch.updates ?? {}).map(([number, status]) => ({
      ...common,
      key: `update/${number}`,
      number,
      parentKey: parentOf('update', number),
      wordingKey: sketch.wordings ? `wording/${number}` : null,
      asOfText: dated,
      asOfFrom: dated,
      asOfTo: dated,
      progress: 'Done.',
      assessmentText: status,
      status,
      impact: null,
      furtherWordingKeys: null,
    })),
    facts: [],
    gradings: [],
    details: [],
    candidates: [],
  }
  return { documentId: id, path: `${id}.txt`, records: { ...records, papers: [onlyPaper(records)] }, isScanned: false, troubles: 0 }
}

/** Several papers in one file, each with its own frame; a record's key is its paper's number and its own. */
export function makePack(id: string, sketches: readonly PaperSketch[]): LinkInput {
  const papers = sketches.map((sketch, index) => inPaper(makePaper(sketch).records, `${index + 1}`))
  const records: DocumentRecords = {
    ...makePaper({ id, kind: 'pack', review: null, council: null }).records,
    reviews: papers.flatMap((paper) => paper.reviews),
    papers: papers.flatMap((paper) => paper.papers).map((paper, position) => ({ ...paper, position })),
    wordings: papers.flatMap((paper) => paper.wordings),
    resolutions: papers.flatMap((paper) => paper.resolutions),
    commitments: papers.flatMap((paper) => paper.commitments),
    progressUpdates: papers.flatMap((paper) => paper.progressUpdates),
  }
  return { documentId: id, path: `${id}.txt`, records, isScanned: false, troubles: 0 }
}

/** Records with their paper's number in all keys. */
function inPaper(records: DocumentRecords, number: string): DocumentRecords {
  const named = JSON.stringify(records, (name, value) => {
    if (value === null || !/^key$|Key$/u.test(name)) return value
    return name === 'paperKey' || value === 'paper/1' ? `paper/${number}` : `${value}-${number}`
  })
  return JSON.parse(named) as DocumentRecords
}
