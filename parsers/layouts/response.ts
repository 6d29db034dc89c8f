import { slicePassage } from '../../schema/document.ts'
import type { Resolution, Wording } from '../../schema/records.ts'
import { titleKinds } from '../recognise/titles.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { type Answered, readAnswers } from '../records/answers.ts'
import { EvidenceLedger } from '../records/evidence.ts'
import { sectionsToFacts } from '../records/facts.ts'
import { itemsToWordings } from '../records/items-to-wordings.ts'
import { KeyRing, keyName } from '../records/keys.ts'
import { type Claim, type Layout, NO_CLAIM, noRecords, type Paper } from '../records/layout.ts'
import { numberGaps } from '../records/number-gaps.ts'
import { passagePlace } from '../records/outline.ts'
import { planToReading } from '../records/plan-to-reading.ts'
import { tableAnswers } from '../records/table-answers.ts'

function claim(paper: Paper): Claim {
  const table = tableAnswers(paper, () => {})
  if (table) return { score: 0.98, reasons: [`its title says so, and a table answers ${table.answered.length} recommendations`] }
  const answered = readAnswers(paper.outline)
  if (answered.length === 0) return NO_CLAIM
  const titled = titleKinds(paper.about.title?.text ?? '').has('response')
  return {
    score: Math.min(0.97, 0.6 + 0.1 * Math.min(answered.length - 1, 2) + (titled ? 0.17 : 0)),
    reasons: [`${answered.length} recommendations with a labelled response`, ...(titled ? ['its title says so'] : [])],
  }
}

/** An answer as a resolution: its verdict where it opens with one, who answers where its label says. */
function answerToResolution({ item, answer, who }: Answered, index: number, keys: KeyRing, paper: Paper): Resolution[] {
  if (answer.text === '') return []
  const ledger = new EvidenceLedger(paper.outline.document.source)
  const verdict = readVerdict(answer.text)
  const { dated } = paper.about
  return [
    {
      key: keys.unique(`resolution/${keyName(item.number, index)}`),
      reviewKey: null,
      place: passagePlace(answer),
      number: ledger.derived('number', item.number, item.number === null ? null : item.numberPassage),
      numberText: item.number === null ? ledger.absent('numberText') : ledger.stated('numberText', item.numberPassage),
      parentKey: null,
      wordingKey: null,
      position: index,
      text: ledger.text('text', answer),
      outcome: verdict?.outcome ? ledger.derived('outcome', verdict.outcome, slicePassage(answer, verdict.start, verdict.end)) : null,
      decidedBy: who ? ledger.stated('decidedBy', who) : ledger.absent('decidedBy'),
      decidedOn:
        dated?.reading.precision === 'day' ? ledger.derived('decidedOn', dated.reading.from, dated.passage) : ledger.absent('decidedOn'),
      decides: null,
      evidence: ledger.entries,
    },
  ]
}

/** Names in each answer the wording that it answers: both are keyed by the recommendation's number. */
function tieAnswers(answers: readonly Resolution[], wordings: readonly Wording[]): Resolution[] {
  const keys = new Set(wordings.map(({ key }) => key))
  return answers.map((answer) => {
    const wordingKey = answer.key.replace(/^resolution\//u, 'wording/')
    return { ...answer, wordingKey: keys.has(wordingKey) ? wordingKey : null }
  })
}

/** A response: each recommendation restated, and an answer to it under a label of its own or in a column. */
export const layout: Layout = {
  name: 'response',
  claim,
  read(paper, report) {
    const table = tableAnswers(paper, report)
    const answered = table?.answered ?? readAnswers(paper.outline)
    const { source } = paper.outline.document
    const wordings = itemsToWordings(
      answered.map(({ item }) => item),
      'restated',
      'recommendation',
      source,
    )
    const keys = new KeyRing()
    const resolutions = answered.flatMap((one, index) => answerToResolution(one, index, keys, paper))
    for (const { key, outcome, place, text } of resolutions)
      if (outcome === null) report('verdict-not-understood', place, text.slice(0, 120), key)
    // What a table says beside its answers, who will do what by when, is read as a plan's is.
    if (table) {
      const reading = planToReading(paper, table.items, null, report, 'response')
      return { ...reading, resolutions: tieAnswers(resolutions, reading.wordings) }
    }
    numberGaps(wordings, report)
    return {
      ...noRecords(),
      kind: 'response',
      wordings,
      resolutions: tieAnswers(resolutions, wordings),
      facts: sectionsToFacts(paper.head, source, false),
    }
  },
}
