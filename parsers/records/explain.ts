import type { Place } from '../../schema/place.ts'
import { passagePlace } from '../outline/outline.ts'
import type { Column } from '../outline/table-header.ts'
import type { KindReading, ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { explainRuns, type RunExplanation } from './explain-runs.ts'
import { type ExplainedSign, explainKindSigns } from './explain-signs.ts'

/** One recommendation as a response restates it; the answer is empty where there is none. */
export interface AnswerExplanation {
  number: string | null
  text: string
  answer: string
  place: Place
}

const FIRST_WORDS = 80

/** What a column of a plan was read as. */
export interface ColumnExplanation {
  /** As printed; empty where it is lost. */
  heading: string
  /** Null where its heading is not known and nothing under it tells. */
  role: string | null
  /** From 0 to 1. */
  certainty: number
  /** What it would hold else; null where nothing else is likely. */
  runnerUp: string | null
}

/** Why a paper was read as it was. */
export interface PaperExplanation {
  title: string | null
  council: string | null
  committee: string | null
  /** What the title and the first lines announce. */
  announced: string[]
  /** What it was read as; null where no reading reaches 0. */
  readAs: ReadAs | null
  /** The readings as each kind, the likeliest first; the second is the runner-up. */
  kinds: { kind: ReadAs; score: number; signs: ExplainedSign[] }[]
  /** Everything enumerated, in the order of the paper. */
  runs: RunExplanation[]
  /** Recommendations with answers, by what they were distinguished, and how sure that is in log-odds; null where nothing reads so. */
  answers: { by: string; score: number; found: AnswerExplanation[] } | null
  /** The decisions that were found, and how many of their openers are set as minutes set them. */
  decisions: { openers: number; formal: number; found: { text: string; place: Place }[] }
  /** Rows of tables with the columns of a plan, and what those columns are. */
  tables: { rows: number; columns: ColumnExplanation[] }
  /** Recommendations with labelled fields beside them. */
  cards: number
}

/** Tells, sign by sign, why a paper is of its kind and why each run got its role. */
export function explainPaper(content: Content, kinds: readonly KindReading[]): PaperExplanation {
  const { paper, decisions, tables, cards } = content
  const { about } = paper
  const [best] = kinds
  const readAs = best && best.score > 0 ? best.reading : null
  return {
    title: about.title?.text ?? null,
    council: about.council,
    committee: about.committee,
    announced: [...content.titled],
    readAs,
    kinds: kinds.map(({ reading, score, signs }) => ({
      kind: reading,
      score: Math.round(score * 100) / 100,
      signs: explainKindSigns(signs),
    })),
    runs: explainRuns(content, readAs),
    answers: explainAnswers(content),
    decisions: {
      openers: decisions.openers,
      formal: decisions.formal,
      found: decisions.resolutions.map(({ text, place }) => ({ text, place })),
    },
    tables: { rows: tables.value.items.length, columns: tables.value.columns.map(explainColumn) },
    cards: cards.value.length,
  }
}

function explainColumn({ label, role, certainty, runnerUp }: Column): ColumnExplanation {
  return { heading: label.text.slice(0, FIRST_WORDS), role, certainty: Math.round(certainty * 100) / 100, runnerUp }
}

function explainAnswers({ answers, tableAnswers }: Content): PaperExplanation['answers'] {
  const table = tableAnswers.value
  if (!table && !(answers && answers.score > 0)) return null
  return {
    by: table ? 'the rows of a table' : (answers?.by ?? ''),
    score: Math.round((answers?.score ?? 0) * 100) / 100,
    found:
      (table ?? answers)?.answered.map(({ item, answer }) => ({
        number: item.number,
        text: item.text.text.slice(0, FIRST_WORDS),
        answer: answer.text.slice(0, FIRST_WORDS),
        place: passagePlace(item.text),
      })) ?? [],
  }
}

export type { RunExplanation } from './explain-runs.ts'
