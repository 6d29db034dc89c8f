import type { Random } from '../link/random.ts'
import { dayOf } from './dates.ts'
import type { Spoken } from './decision.ts'
import { type Block, heading, means, type Paper, paragraph } from './paper.ts'
import { evidenceParagraphs } from './prose.ts'

/** A front sheet that lists what a meeting will mention. */
export function writeAgenda({ review, title, month }: Spoken): Paper {
  const { council, committee, year } = review
  const held = dayOf(year, month)
  const subjects = [
    'Apologies for absence',
    'Declarations of interest',
    'Minutes of the last meeting',
    title,
    'Work programme',
    'Date of the next meeting',
  ]
  const blocks: Block[] = [
    paragraph(council.name),
    paragraph(committee),
    heading(1, 'Agenda'),
    paragraph(`${held} at 6.30pm, Town Hall`),
    { type: 'list', items: subjects.map((text, at) => ({ label: `${at + 1}.`, text, parts: [] })) },
  ]
  return { name: `Agenda - ${committee} - ${held}`, running: council.name, landscape: false, blocks, meaning: means('other') }
}

/** A residents' newsletter: it mentions a service, and asks nobody for anything. */
export function writeNewsletter({ review, month }: Spoken, random: Random): Paper {
  const { council, field, year, subject } = review
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, `Residents’ news, ${dayOf(year, month)}`),
    heading(2, `News about ${subject.toLowerCase()}`),
    ...evidenceParagraphs(random.int(2, 8), null, field, random),
    heading(2, 'Find out more'),
    { type: 'bullets', items: random.shuffle(field.things).slice(0, 4) },
  ]
  return { name: `Newsletter - ${dayOf(year, month)}`, running: 'Residents’ news', landscape: false, blocks, meaning: means('other') }
}
