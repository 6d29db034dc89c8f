/**
 * Who answers a recommendation: the last word before "response" in the label of an answer, however the body is called
 * ("Northern Health Board response"). Singular, in small letters.
 */
export const RESPONDENTS: readonly string[] = [
  'administration',
  'agency',
  'authority',
  'board',
  'cabinet',
  'college',
  'commissioner',
  'committee',
  'company',
  'constable',
  'corporation',
  'council',
  'county',
  'city',
  'department',
  'departmental',
  'directorate',
  'executive',
  'government',
  'holder',
  'management',
  'mayor',
  'member',
  'minister',
  'ministerial',
  'ministry',
  'nhs',
  'officer',
  'partnership',
  'police',
  'service',
  'town',
  'treasury',
  'trust',
  'university',
]

/** Words before "response" that are nobody's name. */
export const NO_RESPONDENTS: readonly string[] = ['our', 'the', 'formal', 'written', 'joint', 'full', 'initial']

/** How letters end, before the name of who signs. */
export const VALEDICTIONS: readonly string[] = [
  'yours sincerely',
  'yours faithfully',
  'yours truly',
  'yours ever',
  'sincerely',
  'sincerely yours',
  'respectfully',
  'respectfully submitted',
  'very truly yours',
  'regards',
  'with kind regards',
  'with regards',
  'kind regards',
  'best wishes',
  'with best wishes',
  'yn gywir',
]
