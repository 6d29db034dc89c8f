import type { Random } from '../link/random.ts'
import type { Asked } from '../link/sentences.ts'
import { writeResponsible } from '../link/sentences.ts'
import { dayOf, monthYear, writeDue } from './dates.ts'
import type { Spoken } from './decision.ts'
import { type Block, heading, means, type Paper, paragraph } from './paper.ts'
import { writeActions, writeEvidence, writeMeasure, writePerson, writeProgress } from './prose.ts'

/** A recommendation as a cell has it: its parts a line each. */
const inCell = ({ text, parts }: Asked): string =>
  [text, ...parts.map((part) => `${part.number.replace(/^[^(]+/u, '')} ${part.text}`)].join('\n')

const lead = (random: Random): string => random.pick([writeResponsible(random), writePerson(random)])

/** The action plan: a row a recommendation, across the long side of the page. */
export function writePlan({ review, title, month }: Spoken, random: Random): Paper {
  const { council, committee, field, year, asked } = review
  const rows = asked.map((item) => [
    item.number,
    inCell(item),
    writeActions(field, random),
    writeMeasure(field, random),
    lead(random),
    writeDue(year + 1, random),
  ])
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, `Action Plan: ${title}`),
    paragraph(`${committee}, ${monthYear(year, month)}`),
    {
      type: 'table',
      widths: [7, 27, 28, 15, 13, 10],
      header: [
        'No.',
        'Recommendation',
        random.pick(['Agreed actions', 'Proposed Actions']),
        'Success measure',
        random.pick(['Lead officer', 'Responsibility']),
        random.pick(['Due', 'Date', 'Target date']),
      ],
      rows,
    },
  ]
  const meaning = means('action_plan', { wordings: asked.length, commitments: asked.length })
  return { name: `Action plan - ${review.subject}`, running: `${council.name} – Action Plan`, landscape: true, blocks, meaning }
}

const STATUSES = ['Completed', 'On track', 'Delayed', 'Not started']

/** A tracker: a row a recommendation, with how far it has come. */
export function writeTracker({ review, title, month }: Spoken, asked: readonly Asked[], random: Random): Paper {
  const { council, committee, field, year } = review
  const rows = asked.map((item) => [
    item.number,
    inCell(item),
    lead(random),
    writeDue(year + 1, random),
    writeProgress(field, random),
    random.pick(STATUSES),
  ])
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, `Recommendation tracker: ${title}`),
    paragraph(`${committee}, ${dayOf(year, month)}`),
    {
      type: 'table',
      widths: [7, 28, 14, 11, 29, 11],
      header: ['No.', 'Recommendation', 'Lead officer', 'Target date', 'Progress', 'Status'],
      rows,
    },
  ]
  const meaning = means('progress_update', { wordings: asked.length, commitments: asked.length, updates: asked.length })
  return {
    name: `Tracker - ${review.subject} - ${monthYear(year, month)}`,
    running: `${council.name} – ${committee}`,
    landscape: true,
    blocks,
    meaning,
  }
}

const GRADES = ['Fully Achieved', 'On-Track', 'Slipped', 'Not Achieved']

/** A progress update: a card a recommendation, and the scale of grades after them. */
export function writeCards({ review, title, month }: Spoken, asked: readonly Asked[], random: Random): Paper {
  const { council, committee, field, year } = review
  const at = monthYear(year, month)
  const blocks: Block[] = [
    paragraph(council.name),
    heading(1, `Progress Update – ${title}`),
    paragraph(`${committee}, ${dayOf(year, month)}`),
  ]
  for (const item of asked) {
    const rows: [string, string][] = [
      [`Recommendation ${item.number}:`, inCell(item)],
      ['Responsibility:', lead(random)],
      ['Date:', writeDue(year + 1, random)],
      ['Agreed Action:', writeActions(field, random)],
      ['Agreed Success Measure:', writeMeasure(field, random)],
      [
        `Evidence of Progress (${at}):`,
        random.chance(0.6) ? `${writeProgress(field, random)}\n${writeEvidence(field, random)}` : writeProgress(field, random),
      ],
      [`Assessment of Progress (${at}):`, random.pick(GRADES)],
      [`Evidence of Impact (${at}):`, random.chance(0.5) ? writeMeasure(field, random) : ''],
    ]
    blocks.push({ type: 'card', rows })
  }
  blocks.push(heading(2, 'Assessment of Progress Gradings'), paragraph(GRADES.join(' / ')))
  const meaning = means('progress_update', { wordings: asked.length, commitments: asked.length, updates: asked.length })
  return {
    name: `Progress update - ${review.subject} - ${at}`,
    running: `${council.name} – Progress Update`,
    landscape: false,
    blocks,
    meaning,
  }
}
