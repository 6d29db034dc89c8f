import type { Random } from '../link/random.ts'
import type { Review } from '../link/reviews.ts'
import type { Asked } from '../link/sentences.ts'
import { dayOf, monthYear } from './dates.ts'
import { type Block, heading, type Item, means, type Paper, paragraph } from './paper.ts'
import { evidenceParagraphs, writePerson } from './prose.ts'

const PAGES_AT_LEAST = 4
const PAGES_AT_MOST = 20
/** How many paragraphs of evidence fill a page of a PDF, with their headings. */
const PARAGRAPHS_OF_A_PAGE = 5
const PARAGRAPHS_OF_A_SECTION = 7
const SECTIONS = [
  'Background',
  'What we heard',
  'The position today',
  'What others do',
  'Money and staff',
  'What residents say',
  'Findings',
]

/** A list's items, numbered as the report numbers them; `style` is how a bare number is printed. */
export function toItems(asked: readonly Asked[], style: (number: string) => string): Item[] {
  return asked.map((item) => ({
    label: style(item.number),
    text: item.text,
    parts: item.parts.map((part, at) => ({
      label: part.number.replace(/^[^(]+/u, ''),
      text: at === item.parts.length - 1 ? part.text.replace(/;$/u, '.') : at === item.parts.length - 2 ? `${part.text} and` : part.text,
    })),
  }))
}

/** The review's final report: evidence by the page, and after it what it asks for. */
export function writeReport(review: Review, title: string, month: number, random: Random): Paper {
  const { field, council, committee, year } = review
  const paragraphs = (random.int(PAGES_AT_LEAST, PAGES_AT_MOST) - 2) * PARAGRAPHS_OF_A_PAGE
  const numbered = random.chance(0.5)
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, title),
    paragraph(`Report of the ${committee}`),
    paragraph(monthYear(year, month)),
    heading(2, 'Chair’s foreword'),
    ...evidenceParagraphs(1, null, field, random),
    paragraph(`Councillor ${writePerson(random)}`),
  ]
  let section = 0
  for (let left = paragraphs; left > 0; left -= PARAGRAPHS_OF_A_SECTION) {
    section++
    blocks.push(heading(2, `${section}. ${SECTIONS[(section - 1) % SECTIONS.length]}`))
    blocks.push(...evidenceParagraphs(Math.min(left, PARAGRAPHS_OF_A_SECTION), numbered ? section : null, field, random))
    if (random.chance(0.4)) blocks.push(figures(review, random))
    if (random.chance(0.3)) blocks.push({ type: 'bullets', items: random.shuffle(field.things).slice(0, 4) })
  }
  const plain = random.pick([
    (number: string) => `(${number})`,
    (number: string) => `${number}.`,
    (number: string) => `Recommendation ${number}:`,
  ])
  const style = /^\d+$/u.test(review.asked[0]?.number ?? '')
    ? plain
    : (number: string) => (number.startsWith('R') ? number : `Recommendation ${number}:`)
  blocks.push(heading(2, `${section + 1}. Recommendations`), paragraph('The Committee recommends:'))
  blocks.push({ type: 'list', items: toItems(review.asked, style) })
  blocks.push(heading(2, 'Appendix A: Meetings held'), meetings(review, month, random))
  const meaning = means('review_report', { wordings: review.asked.length })
  return { name: `Final report - ${review.subject}`, running: title, landscape: false, blocks, meaning }
}

/** Figures of a service by the year: a table that asks for nothing. */
function figures({ field, year }: Review, random: Random): Block {
  const rows = random
    .shuffle(field.things)
    .slice(0, random.int(3, 6))
    .map((thing) => [thing, ...[0, 1, 2].map(() => `${random.int(1, 40)},${random.int(100, 999)}`)])
  return { type: 'table', widths: [46, 18, 18, 18], header: ['Service', ...[3, 2, 1].map((back) => String(year - back))], rows }
}

function meetings({ field, year }: Review, month: number, random: Random): Block {
  const rows = Array.from({ length: random.int(3, 7) }, (_, at) => [
    dayOf(year - 1, month + at),
    `${writePerson(random)}, for ${random.pick(field.bodies)}`,
  ])
  return { type: 'table', widths: [30, 70], header: ['Meeting', 'Witnesses'], rows }
}
