import type { Outcome } from '../records.ts'

/**
 * Verdicts without a verb, in small letters, and what they decide; null where they are known to decide nothing.
 * What verbs decide is in `deciding.ts`.
 */
export const STANDING_VERDICTS: Readonly<Record<string, Outcome | null>> = {
  yes: 'agreed',
  no: 'rejected',
  'in part': 'agreed_in_part',
  partial: 'agreed_in_part',
  partially: 'agreed_in_part',
  partly: 'agreed_in_part',
  'in principle': 'agreed_in_principle',
  'yes in part': 'agreed_in_part',
  'yes in principle': 'agreed_in_principle',
  'has not yet been implemented but will be': 'agreed',
  'has not been implemented but will be': 'agreed',
  'requires further analysis': 'deferred',
  'no response': null,
  'no verdict': null,
  'no decision': null,
  'no objection': null,
  'no objections': null,
  'under consideration': null,
  'n/a': null,
  'not applicable': null,
}

/** What may follow a verdict in a cell as running text and leaves it what it is: "agree with …", "accept the …". */
export const FORM_FOLLOWERS: readonly string[] = [
  ...['and', 'with', 'that', 'the', 'this', 'these', 'to', 'by', 'at', 'on', 'as', 'subject', 'but', 'however', 'for', 'all', 'it', 'both'],
  ...['recommendation', 'recommendations', 'unanimously', 'until', 'pending', 'except', 'in', 'our', 'its', 'or'],
]
