import { NO_LEAD_BEFORE_THAT } from '../../schema/vocabulary/speech.ts'
import { headingRole, namesReport } from '../recognise/run-headings.ts'
import { closingReference, type Mood, moodOf } from '../recognise/speech.ts'
import { RECOMMENDS_THAT } from '../runs/lead-in.ts'
import type { Run, RunItem } from '../runs/run.ts'
import { VERDICT_SENTENCE } from './answer-signs.ts'

/** What is known of an item for its role. */
export interface ItemFeatures {
  item: RunItem
  text: string
  mood: Mood
  /** What a reference in brackets at its end calls it. */
  called: 'recommendation' | 'conclusion' | null
  referenced: boolean
}

/** What is known of a run for its role: shares are of its first-level items, 0 to 1. */
export interface RunFeatures {
  items: ItemFeatures[]
  word: string | null
  coded: boolean
  moods: Record<Mood, number>
  references: number
  calledRecommendations: number
  calledConclusions: number
  pageNumbers: number
  meanLength: number
  setApart: number
  /** Share of items that say what somebody does with a recommendation: "We accept this recommendation." */
  answers: number
  scattered: boolean
  leadIn: number
  /** How surely the sentence before it names what a heading over recommendations would. */
  leadHeading: number
  /** What gives rise to concern is reported, and does not ask: the heading or sentence before it names it so. */
  concerns: boolean
}

/** How an item ends that is an entry of contents. */
const PAGE_NUMBER = /(?:\.{3}|…|\s)\d{1,3}$/u
/** A sentence that leads into what is recommended. */
const LEADS =
  /\brecommend(?:s|ed)?\b(?! by\b)|\brecommendations? (?:is|are|was|were)\b|\bfollowing recommendations?\b|\brecommendations?:?$|\bshould (?:take|consider|do|now|also)?\b.{0,60}\bfollowing\b|\bthe following (?:action|recommendation|step|change|improvement|matter)|\b(?:is|are) (?:asked|invited|requested|recommended|advised) to\b|\bcalls? (?:on|upon|for)\b|\burges?\b|\b(?:should|must|needs? to|shall)\s*:?\s*$|\baction should be taken\b/iu

/** "The Panel asks that:" leads into anything, unless it says what follows from something, or what somebody found. */
const LEADS_THAT = new RegExp(String.raw`(?<!\b(?:${NO_LEAD_BEFORE_THAT.join('|')})\s)\bthat\s*[:–—-]?\s*$`, 'iu')

/** What an item says, as one text. */
export function itemText(item: RunItem): string {
  return item.body
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ')
}

/** Looks at a run once, for all roles. */
export function runFeatures(run: Run): RunFeatures {
  const top = run.items.filter(({ depth }) => depth === 0)
  const items = run.items.map((item): ItemFeatures => {
    const text = itemText(item)
    const reference = closingReference(text)
    return { item, text, mood: itemMood(run, item, text), called: reference?.kind ?? null, referenced: reference !== null }
  })
  const first = items.filter(({ item }) => item.depth === 0)
  const share = (test: (one: ItemFeatures) => boolean) => (first.length === 0 ? 0 : first.filter(test).length / first.length)
  const moods = { asks: 0, asked: 0, wishes: 0, obliges: 0, instructs: 0, tells: 0, states: 0 }
  for (const mood of Object.keys(moods) as Mood[]) moods[mood] = share((one) => one.mood === mood)
  const leadIn = run.leadIn
  return {
    items,
    word: top[0]?.label?.word ?? null,
    coded: /^(?:R|REC|Rec)\d/u.test(top[0]?.label?.number ?? ''),
    moods,
    references: share(({ referenced }) => referenced),
    calledRecommendations: share(({ called }) => called === 'recommendation'),
    calledConclusions: share(({ called }) => called === 'conclusion'),
    pageNumbers: share(({ text, item }) => PAGE_NUMBER.test(text) && item.body.length === 1 && text.length < 160),
    meanLength: first.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, first.length),
    setApart: share(({ item }) => item.entry.look.box !== null || item.entry.bold || item.entry.look.italic),
    answers: share(({ text }) => MAY_ANSWER.test(text) && VERDICT_SENTENCE.test(text.slice(0, LONGEST_VERDICT))),
    scattered: run.between > 2 * top.length,
    leadHeading: leadIn ? leadRole(leadIn.passage.text) : 0,
    leadIn: leadIn ? leadWeight(leadIn.passage.text) : 0,
    concerns: [...run.over, ...(leadIn ? [leadIn] : [])].some(({ passage }) => CONCERNS.test(lastSentence(passage.text))),
  }
}

/** "The Jury recommends that:" goes on in each item, however it is worded; an open sentence leads more surely than one that ends. */
function leadWeight(text: string): number {
  if (!leads(lastSentence(text))) return 0
  if (RECOMMENDS_THAT.test(text)) return 1.5
  return /[:–—-]$|that$/iu.test(text) ? 1 : 0.6
}

const leads = (sentence: string) => LEADS.test(sentence) || LEADS_THAT.test(sentence)

/** An item whose words lead into its parts speaks as they do; in a numbered list after "recommends that:" what "is set" is to be so. */
function itemMood(run: Run, item: RunItem, text: string): Mood {
  const mood = moodOf(text)
  if (
    (mood === 'states' || mood === 'tells') &&
    item.label !== null &&
    item.depth === 0 &&
    run.leadIn &&
    RECOMMENDS_THAT.test(run.leadIn.passage.text)
  )
    return 'asked'
  if (mood !== 'states' || item.depth > 0) return mood
  const at = run.items.indexOf(item)
  const part = run.items[at + 1]
  return part && part.depth > 0 && (text === '' || /[:;,–—-]$/u.test(text)) ? moodOf(itemText(part)) : mood
}

/** "The matters of concern are as follows:", "Jury recommendations": a line before a list that names what it holds. */
function leadRole(text: string): number {
  const line = lastSentence(text).trim()
  const role = line.length <= LONGEST_LEAD ? headingRole(line.replace(/^the\s/iu, '').replace(/\s(?:is|are) as follows.*$/iu, '')) : null
  return role?.role === 'recommendation' ? role.weight : 0
}

const LONGEST_LEAD = 120
/** "The matters of concern are as follows:": a coroner's report asks for action by what it is concerned about. */
const CONCERNS = /\b(?:matters?|areas?) of concern\b/iu
/** An answer begins with who answers, or with its verdict. */
const MAY_ANSWER = /^(?:we|i|the|this|these|accept|agree|reject|not|note|partially|partly|supported)/iu
/** So far into a text a verdict is said. */
const LONGEST_VERDICT = 160

function lastSentence(text: string): string {
  const closed = text.replace(/[.:\s–—-]+$/u, '')
  return `${closed.slice(closed.lastIndexOf('. ') + 1)}${text.slice(closed.length)}`
}

/** The roles that the headings over a run name: right over it, and further up. A paper's title ("Report and recommendations") says about no list in it which it is. */
export function headingFeatures(run: Run) {
  const roles = (headings: Run['over']) => headings.flatMap((entry) => headingRole(entry.passage.text) ?? [])
  return {
    over: roles(run.over),
    further: roles(run.further.filter(({ passage }) => !namesReport(passage.text))),
    unnamed: roles(run.over).length === 0,
  }
}
