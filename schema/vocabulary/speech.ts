import { wordsOf } from '../words.ts'

/**
 * The verbs by which people recommend, oblige and report. Roots only: forms are derived where they are used.
 */

/** Verbs with which whoever writes a report asks others to act. */
export const ASKING_VERBS: readonly string[] = [
  'recommend',
  'urge',
  'propose',
  'suggest',
  'advise',
  'request',
  'invite',
  'encourage',
  'ask',
  'call on',
  'call upon',
  'call for',
]

/** What whoever writes a report does with its recommendations. */
export const MAKING_VERBS: readonly string[] = [
  'make',
  'makes',
  'made',
  'making',
  'offer',
  'offers',
  'put forward',
  'puts forward',
  'propose',
  'proposes',
  'submit',
  'submits',
  'issue',
  'issues',
  'set out',
  'sets out',
  'list',
  'lists',
  'present',
  'presents',
]

/** Verbs that open an instruction: "Ensure that …", "Review the …". */
export const INSTRUCTING_VERBS: readonly string[] = (
  'accelerate accept achieve acknowledge act adapt add address adjust adopt agree align allocate allow amend analyse analyze appoint apply ' +
  'apportion approach approve arrange articulate ask assess assign assist assure audit authorise authorize avoid await ban be begin benchmark ' +
  'bring build carry cease change charge check circulate clarify clear close collaborate collect combine commence commission commit communicate ' +
  'compile complete conduct confirm consider consolidate consult continue contribute convene coordinate co-ordinate create cut deal decide ' +
  'declare decline define delegate deliver demonstrate deploy describe design designate determine develop devise direct disclose discuss ' +
  'display dispose disseminate document double draw earmark educate eliminate embed employ empower enable encourage endorse enforce engage ' +
  'enhance ensure enter equip establish evaluate examine expand expedite explain explore extend facilitate finalise finalize find focus follow ' +
  'formalise formalize form foster fund further gather give grant guarantee halve help hold host identify implement improve include increase ' +
  'inform initiate insert inspect install instruct integrate introduce invest investigate invite involve issue keep launch lay lead learn let ' +
  'liaise limit link list lobby log look maintain make manage map maximise maximize measure meet minimise minimize model monitor move negotiate ' +
  'nominate note notify obtain offer open operate oppose organise organize outline oversee participate pause pay permit pilot place plan plant ' +
  'prepare present press prevent prioritise prioritize procure produce programme progress prohibit promote prompt propose protect provide ' +
  'publicise publicize publish purchase pursue put raise re-establish reaffirm receive recognise recognize recommend record recruit rectify ' +
  'redesign reduce refer refine refresh refuse regularise reinforce reinstate reject release relocate remind remove renew repair repeal replace ' +
  'report request require rescind research reserve resolve resource respond restore retain return review revise revisit risk roll run secure ' +
  'seek sell send serve set share show sign signpost simplify speed sponsor standardise standardize start stop streamline strengthen submit ' +
  'subsidise summarise supply support survey sustain tackle take target task tell terminate test track train transfer translate transform treat ' +
  'trial undertake update upgrade urge use utilise utilize validate vary verify waive widen withdraw work write'
).split(' ')

/** Verbs of reported speech: what somebody said, thought or heard at a meeting or in evidence. */
export const REPORTING_VERBS: readonly string[] = (
  'acknowledged added advised agreed alleged answered argued asked asserted assured believed called clarified commended commented complained ' +
  'concluded confirmed considered declared described discussed emphasised emphasized enquired expected explained expressed felt found gave ' +
  'heard highlighted hoped identified indicated informed mentioned met moved noted observed outlined pointed praised presented provided queried ' +
  'questioned raised received recognised reflected referred regretted remarked reminded replied reported requested responded said showed spoke ' +
  'stated stressed suggested summarised supported thanked thought told underlined updated urged voiced welcomed wished wondered wrote'
).split(' ')

/** Words that oblige whoever they are said about. */
export const OBLIGING_WORDS: readonly string[] = [
  'should',
  'must',
  'shall',
  'ought to',
  'need to',
  'needs to',
  'is required to',
  'are required to',
  'has to',
  'have to',
]

/** Before "that:" at the end of a sentence they say what follows from something or what was found, and lead into nothing that is asked. */
export const NO_LEAD_BEFORE_THAT: readonly string[] = [
  ...'so such order provided given now clear evident apparent true likely possible evidence found heard noted observed'.split(' '),
  ...'reported told learned showed shows show suggests indicates indicated said saw felt believe believes aware concerned pleased'.split(
    ' ',
  ),
]

/** Bodies that review and report. */
export const REVIEWING_BODIES: readonly string[] = ['committee', 'commission', 'panel', 'board', 'group', 'inquiry']

/** Who makes recommendations to others: such bodies, and those who look into things by themselves. */
export const REVIEWERS: readonly string[] = [
  ...REVIEWING_BODIES,
  ...['review', 'reviewer(s)', 'auditor(s)', 'inspector(s)', 'inspectorate', 'coroner', 'ombudsman', 'ombudsperson', 'scrutiny', 'pac'],
]

/** How the posts begin of officers who write reports. */
export const REPORTING_POSTS: readonly string[] = wordsOf('director head chief leader manager secretary clerk solicitor treasurer')

/** Short forms as they are printed: a stop after them ends no sentence. */
export const ABBREVIATIONS: readonly string[] = wordsOf('Cllr Cllrs Cr Crs Mr Mrs Ms Dr St No Nos Rec Recs App para paras')

/** What a report calls its parts: a paragraph about "this chapter" says what follows in it. */
export const PARTS_OF_REPORTS: readonly string[] = 'chapter section part report annex appendix volume'.split(' ')
