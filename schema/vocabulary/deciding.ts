import type { Outcome } from '../records.ts'
import { wordsOf } from '../words.ts'

/**
 * What doing it does to the thing decided about. `act`: it decides nothing by itself; under an opener it is
 * what is to be done ("to authorise the Director …"). `open`: known, but what became of the thing is not said
 * ("be considered", "be withdrawn").
 */
export type Deed = Outcome | 'act' | 'open'

/** A verb that decides. Its forms are derived from it; `past` names those that no rule gives. */
export interface DecidingVerb {
  /** The infinitive; particles after it ("turn down"). */
  verb: string
  deed: Deed
  /** What not doing it does; without it, nothing is known of the thing that it is not done to. */
  not?: Outcome
  /** Past and participle, where they are not made with -ed. */
  past?: string
  /** Said of motions only, and so of nothing else that precedes or after it: "lost property". */
  ofMotions?: true
  /** What a meeting decides about does it itself: "that the matter lie on the table". */
  ofThings?: true
  /** Only with a meeting or a day to come after it: "continued to the next meeting". */
  untilLater?: true
}

const agreeing = ['agree', 'approve', 'adopt', 'accept', 'endorse', 'support', 'confirm', 'ratify', 'implement', 'pass', 'back']
const agreed = [...agreeing, 'concur', 'uphold:upheld', 'affirm', 'sanction', 'enact', 'grant', 'take forward:taken forward']
const rejected = [
  'reject',
  'refuse',
  'decline',
  'deny',
  'disallow',
  'dismiss',
  'oppose',
  'turn down',
  'disagree',
  'veto:vetoed',
  'vote down',
  'vote against',
]
const referred = ['refer', 'remit', 'recommit', 'refer back', 'remit back', 'send back:sent back', 'pass back']
const deferred = ['defer', 'adjourn', 'postpone', 'hold over:held over', 'put off:put off', 'put back:put back', 'shelve']
const acts =
  'authorise authorize delegate commend recommend request ask instruct direct appoint thank welcome establish publish bring:brought ' +
  'forward submit:submitted put:put report circulate incorporate action invite nominate elect send:sent give:given make:made ' +
  'carry_out:carried_out urge call write:written set:set use fund resolve decide determine order remain share include add monitor ' +
  'progress take:taken undertake:undertaken review prepare present complete deliver start begin:begun keep:kept follow_up put_forward:put_forward'
const open =
  'lay_on_the_table:laid_on_the_table consider withdraw:withdrawn discuss explore investigate examine delete remove park drop:dropped table'

const entries = (verbs: readonly string[], deed: Deed, not?: Outcome): DecidingVerb[] =>
  verbs.map((word) => {
    const [verb = '', past] = word.replaceAll('_', ' ').split(':')
    return { verb, deed, ...(not ? { not } : {}), ...(past ? { past } : {}) }
  })

/** The one table of verbs that resolutions, answers, verdict cells and decisions by reference are read with. */
export const DECIDING_VERBS: readonly DecidingVerb[] = [
  ...entries(agreed, 'agreed', 'rejected'),
  ...entries(rejected, 'rejected'),
  ...entries(['note', 'receive', 'acknowledge'], 'noted'),
  ...entries(referred, 'referred'),
  ...entries(deferred, 'deferred'),
  { verb: 'amend', deed: 'amended' },
  { verb: 'continue', deed: 'deferred', untilLater: true },
  { verb: 'table', deed: 'deferred', untilLater: true },
  { verb: 'lie on the table', deed: 'deferred', past: 'lay on the table', ofThings: true },
  { verb: 'stand referred', deed: 'referred', past: 'stood referred', ofThings: true },
  { verb: 'stand remitted', deed: 'referred', past: 'stood remitted', ofThings: true },
  { verb: 'stand adjourned', deed: 'deferred', past: 'stood adjourned', ofThings: true },
  { verb: 'stand deferred', deed: 'deferred', past: 'stood deferred', ofThings: true },
  { verb: 'stand over', deed: 'deferred', past: 'stood over', ofThings: true },
  { verb: 'leave on the table', deed: 'deferred', past: 'left on the table' },
  { verb: 'leave in abeyance', deed: 'deferred', past: 'left in abeyance' },
  { verb: 'hold in abeyance', deed: 'deferred', past: 'held in abeyance' },
  { verb: 'carry over', deed: 'deferred' },
  { verb: 'carry forward', deed: 'deferred' },
  { verb: 'leave over', deed: 'deferred', past: 'left over' },
  { verb: 'proceed with', deed: 'act', not: 'rejected', past: 'proceeded with' },
  { verb: 'pursue', deed: 'act', not: 'rejected' },
  { verb: 'carry', deed: 'agreed', not: 'rejected', ofMotions: true },
  { verb: 'succeed', deed: 'agreed', ofMotions: true },
  { verb: 'lose', deed: 'rejected', past: 'lost', ofMotions: true },
  { verb: 'defeat', deed: 'rejected', ofMotions: true },
  { verb: 'negative', deed: 'rejected', ofMotions: true },
  { verb: 'fall', deed: 'rejected', past: 'fell', ofMotions: true },
  { verb: 'fail', deed: 'rejected', ofMotions: true },
  { verb: 'lapse', deed: 'rejected', ofMotions: true },
  ...entries(acts.split(' '), 'act'),
  ...entries(open.split(' '), 'open'),
]

/** Verbal nouns and forms of languages that have no such forms, as they are; Welsh first. */
export const FIXED_FORMS: Readonly<Record<string, Deed>> = {
  penderfynwyd: 'agreed',
  cytunwyd: 'agreed',
  cytuno: 'agreed',
  cymeradwyo: 'agreed',
  cymeradwywyd: 'agreed',
  derbyn: 'agreed',
  derbyniwyd: 'agreed',
  cefnogi: 'agreed',
  mabwysiadu: 'agreed',
  nodi: 'noted',
  nodwyd: 'noted',
  gwrthod: 'rejected',
  gwrthodwyd: 'rejected',
  gohirio: 'deferred',
  gohiriwyd: 'deferred',
  cyfeirio: 'referred',
  cyfeiriwyd: 'referred',
}

/** Words that turn a verb into its opposite. Two of them leave open what is meant. */
export const NEGATORS: readonly string[] = [
  ...['not', 'never', 'cannot', 'neither', 'nor', 'unable', 'unwilling', "can't", "don't", "doesn't", "didn't", "won't", "isn't", "aren't"],
  ...["wasn't", "weren't", "hasn't", "haven't", 'non'],
]

/** Words that may be between an auxiliary and its verb and change nothing. Adverbs in -ly need not be here. */
export const GROUP_FILLERS: readonly string[] = [
  ...['hereby', 'therefore', 'also', 'now', 'both', 'further', 'again', 'so', 'then', 'all', 'each', 'duly', 'thus', 'accordingly', 'well'],
  ...['able', 'willing', 'minded', 'prepared', 'pleased', 'happy', 'content', 'glad', 'inclined', 'ready', 'in', 'a', 'position', 'going'],
  ...['wish', 'wishes', 'wished', 'propose', 'proposes', 'continues', 'intend', 'intends', 'being', 'broadly', 'feel', 'feels', 'itself'],
]

/** What makes an agreement one in part or in principle. */
export const DEGREES: readonly { words: string; degree: 'part' | 'principle' }[] = [
  { words: 'in part', degree: 'part' },
  { words: 'in parts', degree: 'part' },
  { words: 'partially', degree: 'part' },
  { words: 'partly', degree: 'part' },
  { words: 'in principle', degree: 'principle' },
  { words: 'mewn egwyddor', degree: 'principle' },
  { words: 'yn rhannol', degree: 'part' },
]

/** Verbs with which a record begins to say what a body did: "Approved the plan", "noted the report". */
export const RECORDED_VERBS: readonly string[] = wordsOf(`
  approve agree note authorise authorize delegate endorse adopt accept reject refuse defer refer appoint confirm support grant resolve
  decide receive decline remit continue dismiss homologate
`)

/** Such verbs that in a sentence may as well be a wish: "Ask the officers". A limb that begins with their past says what was done. */
export const ASKED_VERBS: readonly string[] = ['request', 'ask', 'instruct', 'welcome']

/** Such verbs that count in a sentence of a record alone: a limb that begins with them may say how something came about. */
export const BEGUN_VERBS: readonly string[] = ['initiate']

/** What a meeting decides about: the subject or object of which a deciding verb says what became of it. */
export const DECIDED_NOUNS: readonly string[] = [
  ...['recommendation(s)', 'rec(s)', 'report(s)', 'item(s)', 'motion(s)', 'question(s)', 'petition(s)', 'matter(s)'],
  ...['proposal(s)', 'decision(s)', 'application(s)', 'consideration', 'determination', 'resolution(s)', 'reference(s)'],
  ...['amendment(s)', 'request(s)', 'call-in(s)', 'permission', 'consent(s)', 'it', 'this', 'these', 'they', 'those', 'them'],
  ...['conclusion(s)', 'finding(s)', 'suggestion(s)', 'response(s)'],
  ...['grant(s)', 'loan(s)', 'tender(s)', 'bid(s)', 'offer(s)', 'appeal(s)', 'claim(s)', 'licence(s)', 'quotation(s)'],
]

/** What is only ever noted, beside what is decided about. */
export const NOTED_NOUNS: readonly string[] = [
  ...['report(s)', 'update(s)', 'letter(s)', 'plan(s)', 'programme(s)', 'position(s)', 'content(s)', 'information', 'minutes'],
  ...['timetable(s)', 'progress', 'presentation(s)', 'response(s)', 'comment(s)', 'correspondence', 'document(s)', 'paper(s)'],
  ...['briefing(s)', 'statement(s)', 'forecast(s)', 'accounts', 'decision(s)', 'action(s)', 'apologies', 'recommendation(s)'],
  ...['rec(s)', 'item(s)', 'matter(s)', 'petition(s)', 'it', 'this', 'these', 'following', 'finding(s)', 'outcome(s)'],
  ...['performance', 'figure(s)', 'appointment(s)', 'changes', 'point(s)', 'advice', 'views', 'certificate(s)'],
]

/** Whose word is an answer's own: who recommends does not answer ("the Committee agreed …"). */
export const RECOMMENDING_BODIES: readonly string[] = [
  ...['panel', 'inquiry', 'review', 'reviewer(s)', 'witnesses', 'ombudsman', 'coroner', 'inspector(s)', 'auditor(s)', 'others'],
  ...['some', 'many', 'most', 'residents', 'respondents', 'who'],
]
