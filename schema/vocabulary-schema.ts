import { z } from 'zod'
import { OUTCOMES, STATUSES } from './closed-sets.ts'
import { FIELD_PHRASES } from './vocabulary/fields.ts'
import { FORM_PHRASES } from './vocabulary/forms.ts'
import { COLOURS } from './vocabulary/grades.ts'
import { HEADING_ROLES } from './vocabulary/run-headings.ts'

/** Words with one space between them. */
const text = z
  .string()
  .min(1)
  .refine((words) => words === words.trim().replace(/\s+/gu, ' '), { error: 'has spaces at an end, or two together' })

/** Words in small letters. */
const word = text.refine((words) => words === words.toLowerCase(), { error: 'is not in small letters' })

/** Names as they are printed. */
const name = text.regex(/^[\p{L} &-]+$/u)

/** Forms of words, in the notation of `words.ts`: small letters, and what stands for any number, day, month, year or name. */
const form = text
  .regex(/^[\p{L}\p{N}%/'.…()[\]| -]+$/u)
  .refine(
    (words) => words.split(/[^\p{L}]+/u).every((one) => one === one.toLowerCase() || /^(?:NUMBER|DAY|MONTH|YEAR|NAME|MARK)$/u.test(one)),
    {
      error: 'has capitals that stand for nothing',
    },
  )

const list = <Item extends z.ZodType<string>>(item: Item, least = 1) =>
  z
    .array(item)
    .min(least)
    .superRefine((all, context) => {
      for (const one of new Set(all.filter((own, at) => all.indexOf(own) !== at)))
        context.addIssue({ code: 'custom', message: `has "${one}" twice`, input: all })
    })

const words = list(word)
/** Words of a kind that may have none. */
const anyWords = list(word, 0)
const names = list(name)
const forms = list(form)
const wordForms = { forms, unless: forms.optional() }
const weight = z.number().positive()
const outcome = z.enum(OUTCOMES)
const deed = z.enum([...OUTCOMES, 'act', 'open'])
const fieldRole = z.enum(Object.keys(FIELD_PHRASES) as [string, ...string[]])
const formLabel = z.enum(Object.keys(FORM_PHRASES) as [string, ...string[]])
const kindOfFront = z.enum(['minutes', 'agenda', 'decision'])

/** What each file of the vocabulary exports, by the file's name: each list, and who may be in it. */
export const VOCABULARY_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  bodies: z.strictObject({
    COUNCIL_SUFFIXES: names,
    COUNCIL_PREFIXES: names,
    COMMITTEE_SUFFIXES: names,
    BODY_WORDS: names,
    BODY_OPENERS: names,
    DECIDING_OFFICES: names,
    SITTING_WORDS: words,
    NOT_A_PLACE: names,
  }),
  closing: z.strictObject({ CLOSING_VERBS: words, CLOSING_THINGS: words, OF_ANOTHER_TIME: z.strictObject(wordForms) }),
  columns: z.strictObject({
    HEADING_NOUNS: z.partialRecord(fieldRole, words),
    FORM_NOUNS: words,
    HEADING_QUESTIONS: z.record(word, fieldRole),
    ASKING_WORDS: z.record(word, fieldRole),
    ASKING_BACK: words,
    ASKING_PROOF: words,
    ANSWERING_WORDS: words,
    LONE_QUESTIONS: z.record(word, fieldRole),
    HEADING_SPEAKERS: words,
    HEADING_ASKED: words,
    HEADING_SAID: words,
    ACTING_WORDS: words,
    UNTIL_NOW: words,
    OF_MONEY: words,
    LOOSE_HEADINGS: words,
    HEADING_MODIFIERS: z.array(
      z.strictObject({
        noun: fieldRole,
        words,
        role: fieldRole,
        after: z.boolean().optional(),
        heads: words.optional(),
        giver: z.boolean().optional(),
        loose: z.boolean().optional(),
      }),
    ),
    HEADING_JOINTS: words,
  }),
  counting: z.strictObject({ NUMBER_WORDS: words, MORE_NUMBER_WORDS: words, ORDINAL_WORDS: words }),
  dates: z.strictObject({
    MONTH_NAMES: words.length(12),
    MONTHS: words.length(12),
    SHORT_MONTHS: words,
    WEEKDAYS: words.length(7),
    SEASONS: z.record(word, z.int().min(1).max(12)),
    OPEN_WORDS: words,
    RELATIVE_OPENERS: words,
    LEAD_WORDS: words,
    TAIL_WORDS: words,
    REVISED_WORDS: words,
    ORIGINAL_WORDS: words,
  }),
  deciding: z.strictObject({
    DECIDING_VERBS: z.array(
      z.strictObject({
        verb: word,
        deed,
        not: outcome.optional(),
        past: word.optional(),
        ofMotions: z.literal(true).optional(),
        ofThings: z.literal(true).optional(),
        untilLater: z.literal(true).optional(),
      }),
    ),
    FIXED_FORMS: z.record(word, deed),
    RECORDED_VERBS: words,
    ASKED_VERBS: words,
    BEGUN_VERBS: words,
    NEGATORS: words,
    GROUP_FILLERS: words,
    DEGREES: z.array(z.strictObject({ words: word, degree: z.enum(['part', 'principle']) })),
    DECIDED_NOUNS: forms,
    NOTED_NOUNS: forms,
    RECOMMENDING_BODIES: forms,
  }),
  fields: z.strictObject({ FIELD_PHRASES: z.record(fieldRole, words), INSTRUCTION_OPENERS: words, ADDRESSED_HEADINGS: words }),
  forms: z.strictObject({ FORM_PHRASES: z.record(formLabel, words) }),
  fronts: z.strictObject({
    FRONT_OPENERS: z.record(kindOfFront, words),
    FRONT_LINES: z.record(kindOfFront, anyWords),
    REPORT_LINES: words,
    EXTRACT_OPENERS: words,
    FRONT_LABELS: words,
    ATTENDANCE_LABELS: words,
    APPENDIX_WORDS: words,
    STAYING_APPENDICES: words,
    BLANK_PAGE_NOTICES: words,
    INNER_UNITS: words,
    FOLLOWED_COLUMNS: words,
  }),
  grades: z.strictObject({
    KNOWN_GRADES: z.record(z.enum(STATUSES), words),
    UNPORTABLE_GRADES: words,
    COLOUR_SIGNS: z.record(text, z.enum(COLOURS as [string, ...string[]])),
    KEY_NAMES: words,
    COLOURS: words,
    MEANINGS: z.array(z.strictObject({ status: z.enum(STATUSES), ...wordForms })),
    RESERVATIONS: words,
  }),
  openers: z.strictObject({
    OPENING_VERBS: z.record(word, outcome.nullable()),
    NO_OPENERS: words,
    DECIDING_IN_PROSE: words,
    DECISION_LABELS: z.record(word, z.literal('agreed').nullable()),
    EMPTY_SUBJECTS: words,
    MEETING_BODIES: words,
    DECIDING_BODIES: words,
    NAME_WORDS: forms,
    LEAD_INS: forms,
    NOT_NOW: words,
    REFERRAL_TARGETS: forms,
    MOVER_WORDS: words,
    SECONDER_WORDS: words,
  }),
  papers: z.strictObject({
    RECOMMENDATION_HEADINGS: words,
    RATIONALE_LABELS: words,
    TITLE_WORDS: z.record(word, anyWords),
    NO_TITLE_HEADINGS: words,
    FORM_NAMES: words,
    NO_TITLE_OPENINGS: words,
    REVIEW_PREFIXES: words,
    REVIEW_SUFFIXES: words,
    NO_SUBJECT_WORDS: words,
    STATUTORY_REVIEWS: words,
  }),
  parties: z.strictObject({
    NOBODY: words,
    PERSON_TITLES: words,
    POST_HEADS: words,
    POST_TAILS: words,
    BODY_WORDS: words,
    FUNCTIONS: words,
    NOT_PERSONAL: words,
  }),
  procedure: z.strictObject({ PROCEDURAL_PHRASES: words, MOTION_HEADS: forms, VOTE_OPENERS: forms }),
  reasons: z.strictObject({ REASON_WORDS: words, UPDATE_WORDS: words }),
  responses: z.strictObject({ RESPONDENTS: words, NO_RESPONDENTS: words, VALEDICTIONS: words, COURTESIES: words }),
  'run-headings': z.strictObject({
    HEADING_ROLES: words,
    RUN_HEADINGS: z.array(z.strictObject({ role: z.enum(HEADING_ROLES), weight, ...wordForms })),
    PAPER_NAMES: forms,
    BRIEF_PARTS: z.strictObject(wordForms),
  }),
  speech: z.strictObject({
    ASKING_VERBS: words,
    MAKING_VERBS: words,
    INSTRUCTING_VERBS: words,
    REPORTING_VERBS: words,
    OBLIGING_WORDS: words,
    NO_LEAD_BEFORE_THAT: words,
    PARTS_OF_REPORTS: words,
    REVIEWING_BODIES: words,
    REVIEWERS: forms,
    REPORTING_POSTS: words,
    ABBREVIATIONS: names,
  }),
  verdicts: z.strictObject({ STANDING_VERDICTS: z.record(word, outcome.nullable()), FORM_FOLLOWERS: words }),
}
