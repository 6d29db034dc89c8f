import { wordsOf } from '../words.ts'

/** Words that are where nobody is named. */
export const NOBODY: readonly string[] = [
  'tbc',
  'tbd',
  'n/a',
  'na',
  'none',
  'nil',
  'not applicable',
  'to be confirmed',
  'to be determined',
  'not known',
  'vacant',
]

/** Titles before a person's name. */
export const PERSON_TITLES: readonly string[] = [
  'cllr',
  'cllrs',
  'councillor',
  'councillors',
  'clr',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'rev',
  'revd',
  'sir',
  'dame',
  'lord',
  'lady',
  'baroness',
  'alderman',
  'ald',
  'pc',
  'ps',
  'insp',
  'inspector',
  'ch insp',
  'supt',
  'superintendent',
  'sgt',
  'di',
  'dci',
  'ds',
  'dsupt',
]

/** How the name of a post begins. */
export const POST_HEADS: readonly string[] = [
  'head',
  'heads',
  'director',
  'directors',
  'assistant director',
  'deputy director',
  'executive director',
  'corporate director',
  'strategic director',
  'interim director',
  'service director',
  'group director',
  'managing director',
  'divisional director',
  'chief',
  'deputy chief',
  'assistant chief',
  'cabinet member',
  'executive member',
  'lead member',
  'portfolio holder',
  'lead councillor',
  'leader',
  'deputy leader',
  'mayor',
  'deputy mayor',
  'chair',
  'chairman',
  'chairperson',
  'vice chair',
  'vice-chair',
  'lead officer',
  'lead for',
  'lead on',
  'manager',
  'monitoring officer',
  'section 151 officer',
  's151 officer',
  'clerk',
  'town clerk',
  'secretary of state',
  'secretary',
  'minister',
  'police and crime commissioner',
  'commissioner',
  'superintendent',
  'officer for',
  'service lead',
  'strategic lead',
  'programme lead',
  'team leader',
  'assistant head',
  'deputy head',
  'principal',
  'senior',
  'service manager',
  'joint head',
]

/** How the name of a post ends. */
export const POST_TAILS: readonly string[] = wordsOf(`
  officer officers manager managers director directors lead leads leader leaders coordinator co-ordinator coordinators co-ordinators
  executive adviser advisor advisers advisors commissioner solicitor accountant auditor engineer surveyor planner analyst
  administrator assistant consultant inspector clerk clerks secretary chair champion holder treasurer headteacher headteachers nurse
  supervisor specialist registrar master headmaster headmistress architect librarian ranger warden worker workers
`)

/** Words that a body's name ends with, or has before "of", "for" or "on". */
export const BODY_WORDS: readonly string[] = wordsOf(`
  council councils cabinet executive group groups board boards service services team teams partnership partnerships committee
  committees sub-committee subcommittee panel panels trust trusts police constabulary department departments directorate
  directorates division unit office agency agencies authority authorities association forum network networks commission ministry
  school schools college colleges university hospital hospitals charity foundation society company limited ltd plc cic ccg icb nhs
  centre hub steering taskforce alliance consortium federation union institute organisation organisations partners providers
  provider practice practices brigade programme government parliament assembly senedd secretariat officers members governors
  healthwatch probation unison gmb highways voice
`)

/** What councils do, as services are called for short: a body where a body is asked for. */
export const FUNCTIONS: readonly string[] = [
  'public health',
  'adult social care',
  "children's social care",
  'childrens social care',
  'social care',
  'community safety',
  'human resources',
  'hr',
  'it',
  'ict',
  'finance',
  'legal',
  'housing',
  'education',
  'planning',
  'highways',
  'procurement',
  'communications',
  'comms',
  'democratic services',
  'audit',
  'internal audit',
  'environmental health',
  'licensing',
  'transport',
  'leisure',
  'libraries',
  'regeneration',
  'economic development',
  'early help',
  'commissioning',
  'all',
  'all partners',
  'adult services',
  'business support',
  'corporate services',
  'parks',
  'waste',
  'scrutiny',
  'customer services',
  'property',
  'estates',
  'policy',
  'performance',
]

/** Common nouns of public life: a name in capitals that has one of them is not a person's. */
export const NOT_PERSONAL: readonly string[] = wordsOf(`
  abuse access accommodation accountability action active administration adult adults advice affairs age ageing all area areas arts
  assets assurance audit better board borough budget building business capital care carers change charge child children childrens
  cities city civic civil climate clinical commercial commissioning communication communications communities community compliance
  contact contract contracts control core corporate council county crime culture customer customers data delivery democracy
  democratic design development digital direct disability district domestic drugs early economic economy education elections
  electoral emergency employment energy enforcement engagement engineering enterprise environment environmental equality estates
  events executive external facilities families family finance financial fire first fleet food frontline funding further general
  governance green growth health healthy help heritage highways home homelessness homes hospital housing human improvement inclusion
  independent information infrastructure insight inspection integrated integration intelligence internal intervention investment
  joint justice key land landlord law lead learning legal leisure library licensing life living local locality maintenance
  management marketing media medical member mental monitoring museums national neighbourhood neighbourhoods network new nursing
  older open operation operational operations parking parks parish partner partners partnership people performance personnel place
  places planning policy pollution portfolio poverty prevention primary private probation procurement programme project projects
  property protection public quality records recovery recycling regeneration region regional registration regulatory relations
  rehabilitation repairs research residential resilience resource resources revenue revenues review rights risk road roads rural
  safe safeguarding safer safety school schools scrutiny secondary sector security senior service services shared skills social
  south north east west special sport sports staff standards steering strategic strategy street streets strong support
  sustainability sustainable systems task tax technical technology tenancy the third tourism town trading traffic training
  transformation transport travel treasury urban various victim victims violence virtual voluntary ward waste water welfare
  wellbeing women work workforce working works young youth
`)
