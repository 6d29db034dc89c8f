import type { Random } from '../link/random.ts'
import type { Review } from '../link/reviews.ts'
import { dropThat } from '../link/rewording.ts'
import type { Asked } from '../link/sentences.ts'
import { dayOf } from './dates.ts'
import { type Block, heading, type Item, means, type Paper, paragraph } from './paper.ts'
import { evidenceParagraphs } from './prose.ts'
import { toItems } from './report.ts'

/** A review as one paper mentions it. */
export interface Spoken {
  review: Review
  /** The review's title as this paper gives it. */
  title: string
  /** Months from January of the review's year to this paper. */
  month: number
}

/** The limbs of a resolution: numbered anew from 1. */
const limbs = (asked: readonly Asked[], style: (number: string) => string): Item[] =>
  toItems(asked, (number) => number).map((item, at) => ({ ...item, text: dropThat(item.text), label: style(String(at + 1)) }))

/** The cabinet's decision on its form, limb by limb or by the recommendations' numbers. */
export function writeDecision({ review, title, month }: Spoken, byReference: boolean, random: Random): Paper {
  const { council, committee, field, year, asked } = review
  const last = asked.at(-1)?.number ?? ''
  const items: Item[] = byReference
    ? [
        { label: '1.', text: `Recommendations ${asked[0]?.number} to ${asked.at(-2)?.number} of the ${committee} be approved.`, parts: [] },
        { label: '2.', text: `Recommendation ${last} be deferred.`, parts: [] },
      ]
    : limbs(asked, (number) => `${number}.`)
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, 'Record of Cabinet Decision'),
    paragraph(`Cabinet Meeting – ${dayOf(year, month)}`),
    heading(2, '1. Title of Item/Report'),
    paragraph(`${committee} – ${title}`),
    heading(2, '2. Record of the Decision'),
    ...evidenceParagraphs(random.int(1, 2), null, field, random),
    paragraph('RESOLVED that:-'),
    { type: 'list', items },
    heading(2, '3. Reasons for the Decision'),
    ...evidenceParagraphs(random.int(1, 6), null, field, random),
    heading(2, '4. Alternative Options Considered and Rejected'),
    paragraph(random.pick(['None', 'To await the outcome of the national consultation.'])),
    heading(2, '5. Conflicts of Interest Declared by Cabinet Members'),
    paragraph('None'),
    heading(2, '6. Dispensations Granted'),
    paragraph('None'),
    heading(2, '7. Last Date and Time for Call In'),
    paragraph(`Midnight on ${dayOf(year, month + 1)}`),
    paragraph('Proper Officer'),
  ]
  const meaning = means('decision_record', { resolutions: items.length, wordings: byReference ? 0 : items.length })
  return { name: `Cabinet decision - ${review.subject}`, running: council.name, landscape: false, blocks, meaning }
}

/** Minutes of a meeting of the cabinet that had one review before it, and its own business. */
export function writeMinutes({ review, title, month }: Spoken, random: Random): Paper {
  const { council, committee, field, year, asked } = review
  const first = random.int(10, 80)
  const held = dayOf(year, month)
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, 'Minutes of a meeting of the Cabinet'),
    paragraph(`held on ${held}`),
    heading(2, `${first}. Minutes`),
    paragraph(`RESOLVED: That the minutes of the meeting held on ${dayOf(year, month - 1)} be signed as a correct record.`),
    heading(2, `${first + 1}. Declarations of interest`),
    paragraph('There were none.'),
    heading(2, `${first + 2}. ${title}`),
    paragraph(`The Chair of the ${committee} presented its report.`),
    ...evidenceParagraphs(random.int(1, 4), null, field, random),
    paragraph('RESOLVED that'),
    { type: 'list', items: limbs(asked, (number) => `(${number})`) },
    heading(2, `${first + 3}. Budget monitoring`),
    paragraph('The Cabinet received the report of the Chief Finance Officer.'),
    paragraph('RESOLVED: That the forecast underspend be noted.'),
  ]
  const meaning = means('minutes', { resolutions: asked.length + 2, wordings: asked.length })
  return { name: `Cabinet minutes - ${held}`, running: `${council.name} – Cabinet, ${held}`, landscape: false, blocks, meaning }
}

const ANSWERS = [
  'Agreed. The work will be led by the service and paid for from what it has.',
  'Agreed in part. What can be done within the present budget will be done; the rest must wait.',
  'Agreed in principle. A report on the cost will come first.',
  'Not agreed. The Council has no power to do this.',
]

/** The cabinet's response: each recommendation, and an answer to it. */
export function writeResponse({ review, title, month }: Spoken, random: Random): Paper {
  const { council, field, year, asked } = review
  const headed = random.chance(0.5)
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, `Cabinet response to the ${title}`),
    paragraph(`Published ${dayOf(year, month)}`),
    heading(2, 'Introduction'),
    ...evidenceParagraphs(1, null, field, random),
    heading(2, 'Recommendations and responses'),
  ]
  for (const { number, text, parts } of asked) {
    const whole = [text, ...parts.map((part) => `${part.number.replace(/^[^(]+/u, '')} ${part.text}`)].join(' ')
    const answer = `${random.pick(ANSWERS)} ${random.chance(0.5) ? `Talks with ${random.pick(field.bodies)} will follow.` : ''}`.trim()
    if (headed)
      blocks.push(
        heading(3, `Recommendation ${number}`),
        paragraph(whole),
        heading(3, `Cabinet response to recommendation ${number}`),
        paragraph(answer),
      )
    else blocks.push(paragraph(`Recommendation ${number}: ${whole}`), paragraph(`Response: ${answer}`))
  }
  const meaning = means('response', { wordings: asked.length, resolutions: asked.length })
  return { name: `Response - ${review.subject}`, running: council.name, landscape: false, blocks, meaning }
}
