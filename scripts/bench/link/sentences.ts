import type { Random } from './random.ts'
import { type Field, POSTS, TIMES } from './words.ts'

/** `@` a thing, `%` a body, `&` a group, `$` a time; each once more where it appears twice. */
const ASKS: readonly string[] = [
  'the Council publish a plan for @ $',
  'officers carry out an audit of @ in every ward and report what they find to this Committee $',
  'the Cabinet write to % asking for a commitment on @',
  'the Council work with % to improve @ for &',
  'an officer be named to lead on @ and to be the single point of contact for &',
  'a target be set for @, and performance against it be reported each quarter',
  'the arrangements for @ be reviewed with % $, with particular regard to &',
  'the budget for @ be increased by £*,000 $',
  'a protocol on @ be agreed with %',
  '& be consulted on @ before any change is made',
  'training on @ be offered to & $',
  'the Cabinet consider the case for @, and set out its reasons where it decides against',
  'information on @ be made available to & in plain language, on paper as well as online',
  'a forum of & and % be set up, to meet twice a year and to look first at @',
  'the Council lobby the Government, with %, for the powers and the money to deal with @',
  'a pilot of @ be run in two wards for a period of * months and its results be published',
  'the contract for @ include measures of quality that & have helped to write',
  'the Council map @ against @, using the data gathered in this review, and publish the map $',
  'the policy on @ be rewritten $, so that & know what they can expect',
  'the fees and charges for @ be frozen for &',
  'the good practice found at @ be shared with %',
  'the Council explore joint working with % on @',
  '@ and @ be brought under one manager $',
  'the backlog in @ be cleared $, and no more than * cases be open at any one time',
]

/** What nearly every review asks for, in nearly the same words. */
const STANDING: readonly string[] = [
  'progress on these recommendations be reported to this Committee in six months',
  'the Cabinet respond to this report within two months of its publication',
  'the Committee receive an update on the implementation of the agreed recommendations after twelve months',
  'the Cabinet Member report back to this Committee on the progress made',
]

const LEADS: readonly string[] = [
  'in preparing its next plan for @, the Council:',
  'officers, with %:',
  'the Cabinet Member ask % to:',
  'the strategy on @ set out:',
]
const PARTS: readonly string[] = [
  'map @ in each ward;',
  'ask & what they need;',
  'set a date $ for @ to be complete;',
  'report on @ to this Committee;',
  'seek funding from % for @;',
  'publish the results for &;',
]

/** A recommendation as its report words it. */
export interface Asked {
  number: string
  text: string
  parts: { number: string; text: string }[]
}

function fill(pattern: string, field: Field, year: number, random: Random): string {
  const things = random.shuffle(field.things)
  return pattern
    .replace(/[@%&$*]/gu, (sign) => {
      if (sign === '@') return things.pop() ?? 'the service'
      if (sign === '%') return random.pick(field.bodies)
      if (sign === '&') return random.pick(field.groups)
      if (sign === '$') return random.pick(TIMES).replace('#', String(year + random.int(1, 2)))
      return String(random.int(2, 40))
    })
    .replace(/\s+/gu, ' ')
}

const NUMBERS: Readonly<Record<string, (position: number) => string>> = {
  plain: (position) => String(position + 1),
  lettered: (position) => `R${position + 1}`,
  themed: (position) => `${1 + Math.floor(position / 3)}.${1 + (position % 3)}`,
}

/** The recommendations of one review: some have parts, some are near-twins, the last is often what every review asks for. */
export function writeRecommendations(field: Field, year: number, random: Random): Asked[] {
  const count = random.int(3, 13)
  const number = NUMBERS[random.weighted({ plain: 7, lettered: 2, themed: 1 })] ?? String
  const patterns = random.shuffle(ASKS)
  const asked: Asked[] = []
  const that = random.chance(0.7) ? 'That ' : ''
  for (let position = 0; position < count; position++) {
    const own = number(position)
    if (random.chance(0.1)) {
      const lead = fill(random.pick(LEADS), field, year, random)
      const parts = random.shuffle(PARTS).slice(0, random.int(2, 4))
      asked.push({
        number: own,
        text: `${that}${lead}`,
        parts: parts.map((part, index) => ({
          number: `${own}(${String.fromCharCode(97 + index)})`,
          text: fill(part, field, year, random),
        })),
      })
      continue
    }
    const standing = position === count - 1 && random.chance(0.5)
    // A near-twin: the pattern of the one before with other words in it.
    const pattern = standing ? random.pick(STANDING) : position > 0 && random.chance(0.15) ? patterns[position - 1] : patterns[position]
    const text = fill(pattern ?? random.pick(ASKS), field, year, random)
    asked.push({ number: own, text: `${that}${that ? text : text.charAt(0).toUpperCase() + text.slice(1)}.`, parts: [] })
  }
  return asked
}

/** Who is to do it. */
export const writeResponsible = (random: Random): string => random.pick(POSTS)

/** What is reported, in words that say little of the recommendation. */
export function writeProgress(field: Field, random: Random): string {
  return fill(
    random.pick([
      'Work on @ began in the autumn and a report went to %.',
      'Completed. & were told in writing.',
      'Delayed because of vacancies in the team; @ come first.',
      'A meeting with % was held and further talks are planned.',
      'Under way. The first results are expected next quarter.',
    ]),
    field,
    2020,
    random,
  )
}
