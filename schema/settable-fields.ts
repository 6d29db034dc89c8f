import { DOCUMENT_KINDS, OUTCOMES, STATUSES, WORDING_ROLES } from './closed-sets.ts'

/** The fields that a person may set, by their public names: in what, and which. A paper's are a document's too. */
export const SETTABLE_FIELDS = {
  recommendation: words('heading text outcome responsible due_text due_from due_to status assessment_text as_of_from as_of_to'),
  review: words('title council committee'),
  progress_update: words('number as_of_text as_of_from as_of_to evidence assessment_text status impact'),
  commitment: words('number outcome responsible due_text due_from due_to success_measure timescale'),
  action: words('number label text'),
  resolution: words('number number_text text outcome decided_by decided_on'),
  wording: words('role number number_text text'),
  paper: words('kind title council committee dated_text dated_from dated_to'),
} as const satisfies Record<string, readonly string[]>

/** The only words that a field may hold. */
export const FIELD_WORDS: Readonly<Record<string, readonly string[]>> = {
  status: STATUSES,
  outcome: OUTCOMES,
  kind: DOCUMENT_KINDS,
  role: WORDING_ROLES,
}
/** The fields that hold an ISO day. */
export const FIELD_DAYS: readonly string[] = ['decided_on', ...['dated', 'due', 'as_of'].flatMap((name) => [`${name}_from`, `${name}_to`])]
/** The fields that are never without a value. */
export const FIELDS_NEEDED: readonly string[] = ['kind', 'role', 'text']

function words(text: string): readonly string[] {
  return text.split(' ')
}
