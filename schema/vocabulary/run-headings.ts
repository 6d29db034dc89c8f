/**
 * Headings over what a paper enumerates, by what stands under them. Each is a pattern of head noun and modifiers, matched with
 * case, punctuation and numbers folded; a weight says how surely it holds the role.
 */
export interface RunHeading {
  role: 'recommendation' | 'conclusion' | 'finding' | 'answer' | 'decision' | 'progress' | 'contents' | 'ordinary'
  /** On the heading's words, folded. */
  pattern: RegExp
  weight: number
}

export const RUN_HEADINGS: readonly RunHeading[] = [
  // What was done with recommendations of before, or what is about them, holds none.
  {
    role: 'progress',
    pattern:
      /\b(?:progress|update|implementation|implementing|status|monitoring|tracking|follow up|actions? taken)\b.{0,40}\brecommendation/u,
    weight: 1,
  },
  {
    role: 'progress',
    pattern:
      /\b(?:previous|earlier|past|outstanding|former)\b.{0,30}\brecommendation|\brecommendations?\b.{0,40}\b(?:progress|update|implemented|status|(?:earlier|previous|last) (?:report|review|inquiry))\b/u,
    weight: 1,
  },
  {
    role: 'ordinary',
    pattern:
      /\b(?:background to|reasons? for|rationale for|basis (?:of|for)|about|development of|summary of evidence (?:for|on)|costs? of|resourc\w+ (?:of|for)|giving effect to|response to|recommendations? (?:of|from|by|in) (?:the )?(?:previous|other|earlier|council of|national))\b/u,
    weight: 1,
  },
  {
    role: 'answer',
    pattern:
      /\b(?:response|responses|reply|replies|answers?) (?:to|on|from)\b|\b(?:government|cabinet|executive|council|management|trust|department|board)s? (?:response|reply)\b/u,
    weight: 1,
  },
  {
    role: 'recommendation',
    pattern:
      /^(?:(?:the|our|my|its|all|full|final|draft|proposed|key|main|new|list of|full list of|summary of|list of the|summary of the|table of) ){0,4}(?:(?:formal|specific|detailed|urgent|safety|safeguarding|strategic|priority|scrutiny|review|committee|panel|group|officer|officers|board|audit|jury|overarching|further|additional|short term|long term|medium term|short|medium|long|high level|numbered)s? (?:and )?){0,4}recommendations?(?: in full| made| agreed)?$/u,
    weight: 1.2,
  },
  {
    role: 'recommendation',
    pattern:
      /\bconclusions? and (?:\w+ )?recommendations?\b|\brecommendations? and conclusions?\b|\bfindings and recommendations?\b|\brecommendations? and (?:next steps|actions?)\b/u,
    weight: 1,
  },
  {
    role: 'recommendation',
    pattern:
      /^(?:\w+ ){0,4}recommendations? (?:to|for|of|from|by|made by|made to|arising|relating to|on|in relation to|concerning|regarding|made in)\b/u,
    weight: 1,
  },
  { role: 'recommendation', pattern: /\brecommendations?$/u, weight: 0.8 },
  {
    role: 'recommendation',
    pattern: /\b(?:we|i|the (?:\w+ ){1,4}) ?recommends?\b|\bit is (?:therefore )?recommended\b|^recommended\b/u,
    weight: 1,
  },
  {
    role: 'recommendation',
    pattern: /\b(?:areas?|points?|issues?) (?:for|of|requiring|in need of) (?:\w+ ){0,2}(?:improvement|action|development|attention)\b/u,
    weight: 1,
  },
  {
    role: 'recommendation',
    pattern:
      /\b(?:priority|required|requested|key|urgent|immediate|improvement|proposed|suggested) (?:actions?|improvements?|changes)\b|\bactions? (?:required|needed|to be taken|points?|we are asking)\b/u,
    weight: 0.8,
  },
  {
    role: 'recommendation',
    pattern:
      /\bwhat (?:(?!do|does|did)\w+ ){0,4}(?:needs? to|must|should|has to|have to) (?:now |next )?(?:be (?:done|changed|improved)|do|change|happen|improve)\b|\bmatters? of concern\b|\b(?:must|should) dos?\b|\brequirements?$|\bproposals?$|\bour asks?\b|\bcalls? (?:to|for) action\b|\bwhat we (?:want|would like|recommend|propose)\b/u,
    weight: 0.8,
  },
  {
    role: 'recommendation',
    pattern: /\bshould take the following\b|\bthe following (?:actions?|steps|recommendations?|measures|changes)\b/u,
    weight: 1,
  },
  {
    role: 'conclusion',
    pattern: /^(?:(?:the|our|my|key|main|overall|list of|summary of|summary of the) ){0,3}conclusions?\b(?! and)/u,
    weight: 1,
  },
  {
    role: 'finding',
    pattern:
      /\b(?:findings?|evidence|what we (?:found|heard|learned|know)|(?:key|main) (?:messages|points|issues|facts)|strengths|good practice|observations?|themes)\b/u,
    weight: 1,
  },
  { role: 'decision', pattern: /\b(?:decisions?|resolutions?|resolved|decided)\b/u, weight: 1 },
  {
    role: 'contents',
    pattern: /^(?:table of )?contents(?: page)?$|^index$|^list of (?:figures|tables|abbreviations|acronyms|reports|witnesses)/u,
    weight: 1,
  },
  {
    role: 'ordinary',
    pattern:
      /^(?:introduction|background|context|scope|method\w*|terms of reference|membership|members|witnesses|glossary|references|bibliography|acknowledgements?|appendices|notes?|purpose|aims?|objectives?|foreword|implications|consultation|legal|financ\w+|equalit\w+|risks?|options?|alternatives?|alternative options.*|reasons?|attendance|present|apologies|further information|contact\w*|citations|sources|data summary|key lessons|how we .*|who we .*)\b/u,
    weight: 1,
  },
]

/** Headings that name the paper and say nothing of a list under them, folded. */
export const PAPER_NAMES =
  /^(?:(?:public|supplementary|draft|order) )?(?:agenda|minutes|notice|report|newsletter|contents|order of business|business|items?)(?: (?:items?|of (?:the )?meeting|paper))?$/u

/** Headings of parts in which a report says in brief, or once more, what it says in full elsewhere. */
export const BRIEF_PARTS =
  /\b(?:executive summary|summary|in brief|at a glance|overview|foreword|(?:key|main) points|chairs? (?:introduction|foreword))\b/u
