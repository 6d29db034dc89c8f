/** The words that end, or surround, the name of a council. */
export const COUNCIL_SUFFIXES: readonly string[] = [
  'Metropolitan Borough Council',
  'Borough Council',
  'City Council',
  'County Council',
  'District Council',
  'County Borough Council',
  'Town Council',
  'Unitary Authority',
  'Combined Authority',
  'Council',
]

/** The words that begin the name of a council which does not end in "Council". */
export const COUNCIL_PREFIXES: readonly string[] = [
  'Royal Borough of',
  'London Borough of',
  'Metropolitan Borough of',
  'Borough of',
  'City of',
  'County of',
  'Council of the',
  'Comhairle',
  'Cyngor',
]

/** The words that end the name of a committee or panel that scrutinises. */
export const COMMITTEE_SUFFIXES: readonly string[] = [
  'Overview and Scrutiny Committee',
  'Overview & Scrutiny Committee',
  'Overview and Scrutiny Panel',
  'Overview & Scrutiny Panel',
  'Overview and Scrutiny Board',
  'Overview and Scrutiny Commission',
  'Overview and Scrutiny Management Board',
  'Overview and Scrutiny Management Committee',
  'Scrutiny Committee',
  'Scrutiny Panel',
  'Scrutiny Board',
  'Scrutiny Commission',
  'Scrutiny Sub-Committee',
  'Overview Committee',
  'Overview Panel',
  'Task Group',
  'Scrutiny Group',
  'Scrutiny Management Board',
  'Policy Development and Scrutiny Committee',
  'Select Committee',
  'Task and Finish Group',
  'Task & Finish Group',
  'Policy and Accountability Committee',
  'Audit Committee',
  'Audit and Governance Committee',
  'Policy Committee',
  'Committee',
  'Panel',
  'Commission',
]

/** Bodies that decide: who a decision record says decided. */
export const DECIDING_BODIES: readonly string[] = [
  'Cabinet',
  'Executive',
  'Executive Board',
  'Executive Committee',
  'Full Council',
  'Council',
  'Policy and Resources Committee',
  'Cabinet Committee',
  'The Executive',
  'The Cabinet',
]
