import type { ViewRows } from '../../src/report/archive.ts'
import { rowsToArchive } from '../../src/report/archive.ts'
import { indexEvidence } from '../../src/report/passages.ts'
import { makeSite, type Site } from '../../src/report/site.ts'
import type { Row } from '../../src/store/database.ts'

/** The day on which reports of the tests are made. */
export const TODAY = '2026-01-31'

const NONE: ViewRows = {
  reviews: [],
  documents: [],
  recommendations: [],
  wordings: [],
  resolutions: [],
  papers: [],
  commitments: [],
  responsibilities: [],
  actions: [],
  progress_updates: [],
  document_facts: [],
  gradings: [],
  unlinked: [],
  diagnostics: [],
  corrections: [],
  links: [],
  slippage: [],
  wording_changes: [],
  silences: [],
  aliases: [],
  changes: [],
}

/** A site of these rows and no others. */
export function siteOf(rows: Partial<ViewRows>, evidence: Row[] = []): Site {
  return makeSite(rowsToArchive({ ...NONE, ...rows }), indexEvidence(evidence), TODAY)
}

/** A review with one paper, one recommendation, its resolution, plan and update, all made of these words. */
export function smallSite(words: string): Site {
  const row = (kind: string, rest: Row): Row => ({
    [`${kind}_id`]: `${words}/${kind}`,
    recommendation_id: words,
    document_id: words,
    ...rest,
  })
  const evidence: Row[] = ['wording', 'resolution', 'commitment', 'update'].map((kind, index) => ({
    entity_id: `${words}/${kind}`,
    field: kind === 'update' ? 'evidence' : kind === 'commitment' ? 'responsible' : 'text',
    state: 'stated',
    quote: words,
    document_id: words,
    page: null,
    x0: null,
    top: null,
    x1: null,
    bottom: null,
    line_from: index + 1,
    line_to: index + 1,
  }))
  return siteOf(
    {
      reviews: [{ review_id: words, title: words, council: words, committee: words }],
      documents: [
        {
          document_id: words,
          path: words,
          title: words,
          review_id: words,
          kind: 'progress_update',
          dated_text: words,
          dated_from: '2025-01-01',
          media_type: 'text/plain',
          status: 'ok',
          council: words,
          committee: words,
        },
      ],
      recommendations: [
        {
          recommendation_id: words,
          review_id: words,
          number: words,
          kind: 'recommendation',
          heading: words,
          text: words,
          document_id: words,
          responsible: words,
          due_text: words,
          due_from: '2025-01-01',
          due_to: '2025-01-31',
          status: 'slipped',
          assessment_text: words,
          outcome: 'agreed',
        },
      ],
      wordings: [row('wording', { role: 'proposed', number: words, number_text: words, text: words })],
      resolutions: [row('resolution', { text: `${words} changed`, outcome: 'agreed', decided_by: words, decided_on: '2025-01-01' })],
      commitments: [
        row('commitment', {
          responsible: words,
          due_text: words,
          due_from: '2025-01-01',
          due_to: '2025-01-31',
          success_measure: words,
          timescale: words,
        }),
      ],
      actions: [row('action', { commitment_id: `${words}/commitment`, label: words, text: words })],
      progress_updates: [
        row('update', {
          evidence: words,
          assessment_text: words,
          impact: words,
          status: 'slipped',
          as_of_text: words,
          as_of_from: '2025-01-01',
          number: words,
        }),
      ],
      document_facts: [{ document_id: words, name: 'other', label: words, text: words, page: 1 }],
      gradings: [{ document_id: words, code: words, label: words, meaning: words, status: null }],
      changes: ['added', 'changed', 'removed'].map((change, index) => ({
        change_id: index,
        run_id: index ? words : null,
        at: '2025-02-01T10:00:00.000Z',
        recommendation_id: words,
        change,
        field: index ? words : null,
        old_value: words,
        new_value: words,
      })),
      unlinked: [{ entity_id: words, entity_kind: 'action', document_id: words, number: words, text: words, reason: words }],
      diagnostics: [{ document_id: words, severity: 'warning', rule: 'number-gap', message: words, note: words, page: 1, line: 1 }],
    },
    evidence,
  )
}

const WORDS =
  'bus library shelter housing parks school officer budget survey repair plan review road bin tree flood care club grant audit'.split(' ')
const STATUSES = ['achieved', 'on_track', 'slipped', 'not_achieved', null]

/** A site of so many recommendations, twenty a review, each with three updates of some forty words; the same at every run. */
export function largeSite(size: number): Site {
  let seed = 1
  const chance = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const text = (length: number): string => Array.from({ length }, () => WORDS[chance(WORDS.length)]).join(' ')
  const reviews = Array.from({ length: Math.ceil(size / 20) }, (_, index) => ({
    review_id: `r${index}`,
    title: `Review ${index} of ${text(3)}`,
    council: `Council ${index % 30}`,
    committee: null,
  }))
  const documents = reviews.map(({ review_id, title }) => ({
    document_id: `d-${review_id}`,
    path: `${review_id}.txt`,
    title: `Update on ${title}`,
    review_id,
    kind: 'progress_update',
    dated_from: '2025-06-01',
    media_type: 'text/plain',
    status: 'ok',
  }))
  const recommendations = Array.from({ length: size }, (_, index) => ({
    recommendation_id: `r${Math.floor(index / 20)}/${index}`,
    review_id: `r${Math.floor(index / 20)}`,
    number: String((index % 20) + 1),
    kind: 'recommendation',
    text: `That ${text(30)} number ${index}.`,
    responsible: `Officer ${chance(400)}`,
    due_text: 'March 2026',
    due_from: '2026-03-01',
    due_to: '2026-03-31',
    status: STATUSES[chance(STATUSES.length)] ?? null,
  }))
  const updates = recommendations.flatMap(({ recommendation_id: id, review_id }) =>
    [0, 1, 2].map((nth) => ({
      update_id: `${id}/${nth}`,
      recommendation_id: id,
      document_id: `d-${review_id}`,
      evidence: text(40),
      as_of_text: 'June 2025',
    })),
  )
  return siteOf({ reviews, documents, recommendations, progress_updates: updates })
}
