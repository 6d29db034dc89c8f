import type { LinkInput } from '../../../schema/links.ts'
import { NOWHERE } from '../../../schema/place.ts'
import type { Decided, DocumentKind, DocumentRecords, Outcome, Status, WordingRole } from '../../../schema/records.ts'

/** What is true of an archive: linking is not shown it. */
export interface Truth {
  /** The review of each paper that is of one review alone. */
  reviewOf: Map<string, string>
  /** The recommendations that a record is of, by entity. */
  recommendationsOf: Map<string, string[]>
  /** The resolution that decided a recommendation. */
  decidedBy: Map<string, string>
}

/** An archive with what is true of it. */
export interface Archive {
  documents: LinkInput[]
  truth: Truth
}

/** What every record has that linking does not ask for. */
const common = { paperKey: 'paper/1', confidence: 1, evidence: [], place: NOWHERE }
const NO_DUE = { dueText: null, dueFrom: null, dueTo: null }

/** What a paper says about itself. */
export interface Front {
  kind: DocumentKind
  council: string | null
  committee: string | null
  dated: string | null
}

/** Writes one paper as the parsers give it, and notes the truth beside it. */
export class PaperWriter {
  readonly id: string
  readonly #records: DocumentRecords
  readonly #truth: Truth
  /** The review that records are written for: null for the paper's own. */
  #reviewKey: string | null = null
  #count = 0

  constructor(id: string, { kind, council, committee, dated }: Front, truth: Truth) {
    this.id = id
    this.#truth = truth
    this.#records = {
      kind,
      layout: 'made-up',
      title: null,
      council,
      committee,
      datedText: dated,
      datedFrom: dated,
      datedTo: dated,
      evidence: [],
      reviews: [],
      papers: [
        {
          key: 'paper/1',
          position: 0,
          kind,
          title: null,
          reviewKey: null,
          council,
          committee,
          datedText: dated,
          datedFrom: dated,
          datedTo: dated,
          pageFrom: null,
          pageTo: null,
          confidence: 1,
          evidence: [],
          place: NOWHERE,
        },
      ],
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
    }
  }

  get input(): LinkInput {
    return { documentId: this.id, path: `${this.id}.pdf`, records: this.#records, isScanned: false, troubles: 0 }
  }

  /** The paper's own title, and the review that it names by it, if any. */
  title(title: string, mention: string | null): void {
    this.#records.title = title
    for (const paper of this.#records.papers) paper.title = title
    if (mention !== null) this.#mention('review/1', mention, 0.9)
  }

  /** What follows is of the review that is named so, until the next. */
  section(mention: string | null): void {
    this.#reviewKey = mention === null ? null : `review/${this.#records.reviews.length + 1}`
    if (mention !== null && this.#reviewKey !== null) this.#mention(this.#reviewKey, mention, 0.8)
  }

  #mention(key: string, title: string, confidence: number): void {
    this.#records.reviews.push({ key, title, kind: 'review', confidence, source: 'title', place: NOWHERE })
  }

  #entity(list: string, number: string | null, recommendations: readonly string[]): string {
    const key = `${list}/${number ?? '#'}.${++this.#count}`
    this.#truth.recommendationsOf.set(`${this.id}/${key}`, [...recommendations])
    return key
  }

  wording(of: readonly string[], role: WordingRole, number: string | null, text: string, parentKey: string | null = null): string {
    const key = this.#entity('wording', number, of)
    this.#pushWording(key, role, number, text, parentKey)
    return key
  }

  #pushWording(key: string, role: WordingRole, number: string | null, text: string, parentKey: string | null): void {
    const position = this.#records.wordings.length
    const named = { number, numberText: number, role, kind: 'recommendation', parentKey, position, heading: null, text } as const
    this.#records.wordings.push({ ...common, key, reviewKey: this.#reviewKey, ...named })
  }

  /** A limb; `restates` writes it as a wording too, as the parsers do. */
  resolution(
    of: readonly string[],
    number: string | null,
    text: string,
    outcome: Outcome,
    options: { decides?: Decided[]; parentKey?: string | null; restates?: WordingRole } = {},
  ): string {
    const key = this.#entity('resolution', number, of)
    const { decides = null, parentKey = null, restates } = options
    const position = this.#records.resolutions.length
    const twin = key.replace(/^resolution/u, 'wording')
    const wordingKey = restates ? twin : null
    const named = { number, numberText: number, parentKey, wordingKey, position, text, outcome }
    const decided = { decidedBy: 'Cabinet', decidedOn: null, decides }
    this.#records.resolutions.push({ ...common, key, reviewKey: this.#reviewKey, ...named, ...decided })
    if (restates) {
      this.#truth.recommendationsOf.set(`${this.id}/${twin}`, [...of])
      this.#pushWording(twin, restates, number, text, parentKey?.replace(/^resolution/u, 'wording') ?? null)
    }
    for (const recommendation of of) this.#truth.decidedBy.set(recommendation, `${this.id}/${key}`)
    return key
  }

  /** An answer to the wording that precedes it. */
  answer(of: readonly string[], number: string | null, asked: string, answer: string, outcome: Outcome): void {
    const key = this.wording(of, 'restated', number, asked)
    const own = key.replace(/^wording/u, 'resolution')
    this.#truth.recommendationsOf.set(`${this.id}/${own}`, [...of])
    const named = { number, numberText: number, parentKey: null, position: this.#records.resolutions.length, text: answer, outcome }
    this.#records.resolutions.push({
      ...common,
      key: own,
      wordingKey: key,
      reviewKey: this.#reviewKey,
      ...named,
      decidedBy: null,
      decidedOn: null,
      decides: null,
    })
    for (const recommendation of of) {
      if (!this.#truth.decidedBy.has(recommendation)) this.#truth.decidedBy.set(recommendation, `${this.id}/${own}`)
    }
  }

  commitment(of: readonly string[], number: string | null, wordingKey: string | null, responsible: string, due: string | null): void {
    const key = this.#entity('commitment', number, of)
    const dates = due === null ? NO_DUE : { dueText: due, dueFrom: due, dueTo: due }
    const named = { number, wordingKey, outcome: null, responsible, ...dates, successMeasure: null, timescale: null }
    this.#records.commitments.push({ ...common, key, reviewKey: this.#reviewKey, ...named })
  }

  update(of: readonly string[], number: string | null, wordingKey: string | null, progress: string, status: Status): void {
    const key = this.#entity('update', number, of)
    const { datedText, datedFrom, datedTo } = this.#records
    const asOf = { asOfText: datedText, asOfFrom: datedFrom, asOfTo: datedTo }
    const named = {
      number,
      parentKey: null,
      wordingKey,
      furtherWordingKeys: null,
      ...asOf,
      progress,
      assessmentText: status,
      status,
      impact: null,
    }
    this.#records.progressUpdates.push({ ...common, key, reviewKey: this.#reviewKey, ...named })
  }
}
