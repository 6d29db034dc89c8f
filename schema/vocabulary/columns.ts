import type { FieldRole } from './fields.ts'

/**
 * The nouns that head the words over a column, by what is under them when nothing else is said: an "owner" is a
 * person, whatever is owned. Singular; a plural "s" is known. Whole phrases are in `fields.ts` and come first.
 */
export const HEADING_NOUNS: Partial<Record<FieldRole, readonly string[]>> = {
  number: ['no', 'nr', 'number', 'ref', 'reference', 'id', 'uid', 'serial', '#'],
  recommendation: ['recommendation', 'rec', 'afi'],
  objective: ['objective', 'aim', 'goal', 'ambition', 'commitment'],
  action: ['action', 'activity', 'activities', 'task', 'step', 'deliverable', 'milestone'],
  responsible: [
    'owner',
    'lead',
    'officer',
    'manager',
    'director',
    'minister',
    'person',
    'responsibility',
    'responsibilities',
    'accountability',
    'agency',
    'agencies',
    'body',
    'bodies',
    'organisation',
    'team',
    'unit',
    'entity',
    'contact',
    'champion',
    'partner',
    'head',
    'sro',
    'whom',
    'who',
    'post',
  ],
  sponsor: ['sponsor', 'member', 'department', 'directorate', 'division', 'portfolio'],
  due: ['date', 'due', 'deadline', 'when', 'by', 'end', 'target', 'completion', 'timeline', 'timetable'],
  timescale: ['timescale', 'timeframe'],
  status: ['status', 'rag', 'brag', 'rating', 'grade', 'grading'],
  progress: ['progress', 'update', 'position', 'comment', 'commentary', 'note', 'remark'],
  verdict: ['response', 'reply', 'agreement', 'answer', 'view', 'stance'],
  'success-measure': ['outcome', 'measure', 'evidence', 'criteria', 'output', 'kpi', 'indicator', 'benefit'],
  impact: ['impact', 'difference'],
  percent: ['%', 'percentage', 'percent'],
  theme: ['theme', 'topic', 'area', 'workstream', 'strand'],
  ignored: [
    'risk',
    'cost',
    'budget',
    'priority',
    'reason',
    'source',
    'meeting',
    'minute',
    'agenda',
    'start',
    'assurance',
    'finding',
    'observation',
    'issue',
    'lesson',
    'learning',
    'audit',
    'regulation',
    'barrier',
    'background',
    'context',
    'implication',
    'origin',
    'year',
    'ward',
    'dependency',
    'dependencies',
  ],
}

/** Nouns that say how something is put and not what it is: a "description of recommendation" is the recommendation. */
export const FORM_NOUNS: readonly string[] = [
  'description',
  'detail',
  'text',
  'title',
  'wording',
  'summary',
  'name',
  'level',
  'type',
  'nature',
]

/** What a heading that asks "what …" means by its last word: "What the agency has done", "What we will do". */
export const HEADING_QUESTIONS: Readonly<Record<string, FieldRole>> = {
  done: 'progress',
  happened: 'progress',
  achieved: 'progress',
  changed: 'progress',
  do: 'action',
  different: 'success-measure',
  find: 'ignored',
  found: 'ignored',
  learn: 'ignored',
  learned: 'ignored',
}

/** What a heading that is a question asks by its first word: "When will this be done?", "Who is leading?". */
export const ASKING_WORDS: Readonly<Record<string, FieldRole>> = { when: 'due', who: 'responsible', how: 'action' }
/** Words of such a question that are about what has happened: "When was it finished?". */
export const ASKING_BACK: readonly string[] = ['was', 'were', 'did', 'has', 'have']
/** Words of a question with "how" that ask for what will show success. */
export const ASKING_PROOF: readonly string[] = ['know', 'measure', 'measured', 'success', 'evidence', 'show', 'shown']
/** What is asked with yes or no is the status; or, with one of these words, whether a recommendation is taken up. */
export const ANSWERING_WORDS: readonly string[] = ['accept', 'accepted', 'agree', 'agreed', 'reject', 'rejected', 'support', 'supported']

/** Who recommends in a heading that is a sentence: "Scrutiny said", "We asked". */
export const HEADING_SPEAKERS: readonly string[] = [
  'we',
  'you',
  'they',
  'scrutiny',
  'panel',
  'committee',
  'commission',
  'inquiry',
  'board',
  'group',
  'members',
  'councillors',
  'inspectors',
  'auditors',
]
/** With what verbs they do. What "we said" may be a promise as well. */
export const HEADING_ASKED: readonly string[] = ['asked', 'recommended', 'wanted', 'proposed', 'requested', 'advised']
export const HEADING_SAID: readonly string[] = ['said']
/** Words after a noun that say it acts, whatever it is called: "Section responsible", "Team taking this forward". */
export const ACTING_WORDS: readonly string[] = [
  'responsible',
  'accountable',
  'answerable',
  'taking',
  'leading',
  'dealing',
  'delivering',
  'acting',
]

/** How a heading ends that says what came until now, unless it counts money: "Story so far". */
export const UNTIL_NOW: readonly string[] = ['so far', 'to date', 'until now']
export const OF_MONEY: readonly string[] = ['spent', 'spend', 'cost', 'paid', 'budget', 'income']

/** A question of one word over a column: what is to be done, and how. */
export const LONE_QUESTIONS: Readonly<Record<string, FieldRole>> = { what: 'action', how: 'action' }

/**
 * Words that are set over columns of several kinds: "Outcome" over what shall come of it and over what came, "Item" over
 * numbers and over texts. Alone they are a weak sign; what is under them and beside them has to agree.
 */
export const LOOSE_HEADINGS: readonly string[] = [
  'item',
  'minute',
  'outcome',
  'outcomes',
  'evidence',
  'grade',
  'to be done by',
  'to be finished by',
  'to be completed by',
  'implementation',
  'completion',
  'measure',
  'measures',
  'date',
  'dates',
  'term',
  'target',
  'assessment',
  'approach taken',
  'decision',
  'review',
  'support',
  'we will',
  'we did',
  'so what',
]

/** Words beside a noun that turn its meaning: the date of a report is not the date by which something is to be done. */
export interface HeadingModifier {
  noun: FieldRole
  words: readonly string[]
  role: FieldRole
  /** Only where they follow the noun: "date agreed" is when it was agreed, the "agreed date" is when it is due. */
  after?: boolean
  /** Only beside these of the role's nouns: the Cabinet's comments answer, its updates do not. */
  heads?: readonly string[]
  /** Not where the words follow "to" or "for": an update to a committee is not its update. */
  giver?: boolean
  /** The words say less surely what is meant: who owns the risk may be another than who acts. */
  loose?: boolean
}

/** The first that fits counts. */
export const HEADING_MODIFIERS: readonly HeadingModifier[] = [
  { noun: 'due', words: ['updated', 'update', 'reviewed', 'checked', 'refreshed'], role: 'as-of' },
  { noun: 'due', words: ['agreed', 'approved', 'accepted', 'reported'], role: 'ignored', after: true },
  {
    noun: 'due',
    words: [
      'issued',
      'issue',
      'raised',
      'opened',
      'added',
      'created',
      'logged',
      'identified',
      'received',
      'published',
      'publication',
      'report',
      'review',
      'audit',
      'inspection',
      'finding',
      'meeting',
      'recommendation',
      'recommended',
      'minute',
      'start',
      'decision',
    ],
    role: 'ignored',
  },
  { noun: 'due', words: ['revised', 'forecast', 'current', 'latest', 'new', 'extended', 'amended', 'updated'], role: 'revised-due' },
  { noun: 'due', words: ['actual', 'completed', 'closed', 'closure', 'achieved', 'implemented', 'signed'], role: 'completed-on' },
  { noun: 'timescale', words: ['revised', 'forecast', 'current', 'latest', 'new', 'extended'], role: 'revised-due' },
  { noun: 'responsible', words: ['risk'], role: 'responsible', loose: true },
  { noun: 'timescale', words: ['original', 'initial', 'previous'], role: 'due' },
  { noun: 'status', words: ['risk', 'priority'], role: 'ignored' },
  { noun: 'number', words: ['page', 'minute', 'telephone', 'min'], role: 'ignored' },
  { noun: 'progress', words: ['%', 'percentage', 'percent'], role: 'percent' },
  { noun: 'progress', words: ['committee', 'scrutiny', 'chair', 'panel', 'auditor', 'inspector'], role: 'ignored', giver: true },
  {
    noun: 'progress',
    words: ['cabinet', 'executive', 'management', 'government', 'minister', 'mayor', 'auditee'],
    heads: ['comment', 'comments', 'commentary'],
    role: 'verdict',
  },
  { noun: 'progress', words: ['our'], heads: ['position'], role: 'verdict' },
  { noun: 'verdict', words: ['committee', 'scrutiny', 'panel'], role: 'ignored', giver: true },
  { noun: 'success-measure', words: ['implementation', 'completion', 'progress', 'delivery'], heads: ['evidence'], role: 'progress' },
  { noun: 'success-measure', words: ['achieved', 'actual'], role: 'impact' },
  { noun: 'action', words: ['required', 'needed', 'proposed', 'planned', 'agreed'], role: 'action' },
  { noun: 'action', words: ['taken', 'completed'], role: 'progress' },
  { noun: 'action', words: ['further', 'other', 'additional', 'subsequent'], role: 'action', loose: true },
  { noun: 'action', words: ['complete', 'closed'], role: 'status' },
]

/** Words between a noun and what is said about it: the noun that heads the words precedes the first of them. */
export const HEADING_JOINTS: readonly string[] = [
  'of',
  'for',
  'to',
  'by',
  'from',
  'at',
  'as',
  'in',
  'on',
  'against',
  'since',
  'with',
  'that',
]
