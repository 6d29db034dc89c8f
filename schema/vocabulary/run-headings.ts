import type { WordForms } from '../words.ts'

/** What can be under a heading. */
export const HEADING_ROLES = ['recommendation', 'conclusion', 'finding', 'answer', 'decision', 'progress', 'contents', 'ordinary'] as const

/** Headings over what a paper enumerates, by what is under them; the weight says how surely it holds the role. */
export interface RunHeading extends WordForms {
  role: (typeof HEADING_ROLES)[number]
  weight: number
}

/** Words that may surround "recommendations" in a heading that says no more than that they follow. */
const ANY_RECOMMENDATIONS =
  'the | our | my | its | all | full | final | draft | proposed | key | main | new | and | list of | summary of | table of | formal | ' +
  'specific | detailed | urgent | safety | safeguarding | strategic | priority | scrutiny | review(s) | committee(s) | panel(s) | ' +
  'group(s) | officer(s) | board(s) | audit | jury(s) | overarching | further | additional | short | medium | long | term | high level | ' +
  'numbered'

/** In the order of trial, as forms of a whole heading, without its number. */
export const RUN_HEADINGS: readonly RunHeading[] = [
  // What was done with recommendations of before, or what is about them, holds none.
  {
    role: 'progress',
    weight: 1,
    forms: [
      '… (progress | update | implementation | implementing | status | monitoring | tracking | follow up | action(s) taken) …6 recommendation(s) …',
      '… (previous | earlier | past | outstanding | former) …5 recommendation(s) …',
      '… recommendation(s) …6 (progress | update | implemented | status) …',
      '… recommendation(s) …6 (earlier | previous | last) (report | review | inquiry) …',
    ],
  },
  {
    role: 'ordinary',
    weight: 1,
    forms: [
      '… (background to | reason(s) for | rationale for | basis (of | for) | about | development of | giving effect to | response to) …',
      '… summary of evidence (for | on) …',
      '… cost(s) of …',
      '… (resource(s) | resourcing) (of | for) …',
      '… recommendation(s) (of | from | by | in) [the] (previous | other | earlier | council of | national) …',
    ],
  },
  {
    role: 'answer',
    weight: 1,
    forms: [
      '… (response(s) | reply | replies | answer(s)) (to | on | from) …',
      '… (government(s) | cabinet(s) | executive(s) | council(s) | management | trust(s) | department(s) | board(s)) (response | reply) …',
    ],
  },
  {
    role: 'recommendation',
    weight: 1.2,
    forms: [`[${ANY_RECOMMENDATIONS}]… recommendation(s) [in full | made | agreed]`],
  },
  {
    role: 'recommendation',
    weight: 1,
    forms: [
      '… conclusion(s) and …1 recommendation(s) …',
      '… recommendation(s) and conclusion(s) …',
      '… findings and recommendation(s) …',
      '… recommendation(s) and (next steps | action(s)) …',
      '…4 recommendation(s) (to | for | of | from | by | on | made by | made to | made in | arising | relating to | in relation to | concerning | regarding) …',
    ],
  },
  { role: 'recommendation', weight: 0.8, forms: ['… recommendation(s)'] },
  {
    role: 'recommendation',
    weight: 1,
    forms: [
      '… (we | i) recommend(s) …',
      '… the …4 recommend(s) …',
      '… it is [therefore] recommended …',
      'recommended …',
      '… (area(s) | point(s) | issue(s)) (for | of | requiring | in need of) …2 (improvement | action | development | attention) …',
    ],
  },
  {
    role: 'recommendation',
    weight: 0.8,
    forms: [
      '… (priority | required | requested | key | urgent | immediate | improvement | proposed | suggested) (action(s) | improvement(s) | changes) …',
      '… action(s) (required | needed | to be taken | point(s) | we are asking) …',
      '… what …4 (need(s) to | must | should | has to | have to) [now | next] (do | change | happen | improve) …',
      '… what …4 (need(s) to | must | should | has to | have to) [now | next] be (done | changed | improved) …',
      '… what we (want | would like | recommend | propose) …',
      '… matter(s) of concern …',
      '… (must | should) do(s) …',
      '… our ask(s) …',
      '… call(s) (to | for) action …',
      '… requirement(s)',
      '… proposal(s)',
    ],
    unless: ['what (do | does | did)'],
  },
  {
    role: 'recommendation',
    weight: 1,
    forms: ['… should take the following …', '… the following (action(s) | steps | recommendation(s) | measures | changes) …'],
  },
  {
    role: 'conclusion',
    weight: 1,
    forms: ['[the | our | my | key | main | overall | list of | summary of]… conclusion(s) …'],
    unless: ['conclusion(s) and'],
  },
  {
    role: 'finding',
    weight: 1,
    forms: [
      '… (finding(s) | evidence | strengths | good practice | observation(s) | themes) …',
      '… what we (found | heard | learned | know) …',
      '… (key | main) (messages | points | issues | facts) …',
    ],
  },
  { role: 'decision', weight: 1, forms: ['… (decision(s) | resolution(s) | resolved | decided) …'] },
  {
    role: 'contents',
    weight: 1,
    forms: ['[table of] contents [page]', 'index', 'list of (figures | tables | abbreviations | acronyms | reports | witnesses) …'],
  },
  {
    role: 'ordinary',
    weight: 1,
    forms: [
      '(introduction | background | context | scope | method(s | ology | ologies) | terms of reference | purpose | aim(s) | objective(s)) …',
      '(foreword | membership | members | witnesses | attendance | present | apologies | acknowledgement(s) | contact(s)) …',
      '(glossary | references | bibliography | citations | sources | appendices | note(s) | data summary | further information) …',
      '(implications | consultation | legal | finance(s) | financial | financing | equality | equalities | risk(s) | option(s)) …',
      '(alternative(s) | reason(s) | key lessons | how we | who we) …',
    ],
  },
]

/** Headings that name the paper and say nothing of a list under them. */
export const PAPER_NAMES: readonly string[] = [
  '[public | supplementary | draft | order] (agenda | minutes | notice | report | newsletter) [item(s) | of [the] meeting | paper]',
  '[public | supplementary | draft | order] (contents | order of business | business | item(s)) [item(s) | of [the] meeting | paper]',
]

/** Headings of parts in which a report says in brief, or once more, what it says in full elsewhere. */
export const BRIEF_PARTS: WordForms = {
  forms: [
    '… (executive summary | summary | in brief | at a glance | overview | foreword) …',
    '… (key | main) points …',
    '… chair(s) (introduction | foreword) …',
  ],
  unless: ['summary of [the | our] (conclusions | recommendations)'],
}
