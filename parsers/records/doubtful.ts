import type { Report } from '../../schema/diagnostics.ts'
import type { Candidate } from '../../schema/records.ts'
import { passagePlace } from '../outline/outline.ts'
import { certainty, rounded } from '../recognise/certainty.ts'
import type { ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import { itemText } from '../roles/run-features.ts'
import type { ReadRun } from '../roles/select-lists.ts'
import { readOtherwise, topItems } from './read-otherwise.ts'

/** Of one run no more items than this are offered: a person sees what it is. */
const MOST_ITEMS = 12
/** The headings over a run in its reading are cut to this. */
const LONGEST_HEADING = 60

/**
 * What reads like something that somebody committed to and is not stored: runs near the threshold, and, in a paper that was read as
 * something else, lists of recommendations that are neither answered, decided nor followed in it. Each is offered to a person and reported, never passed over in silence.
 */
export function doubtfulRuns(content: Content, readAs: ReadAs | null, report: Report): Omit<Candidate, 'key' | 'paperKey'>[] {
  const { lists } = content
  // A form of a decision still to be taken stores what it proposes.
  const stored = readAs === 'report' || (readAs === 'decision' && content.decisions.resolutions.length === 0)
  const unused = stored ? [] : lists.selected.filter(({ restates }) => !restates).map(({ read }) => read)
  return [...lists.doubtful, ...unused].flatMap((read) => {
    const otherwise = readOtherwise(read, content, readAs)
    if (otherwise !== null && otherwise !== 'part') return []
    const items = topItems(read).filter(({ body }) => body.length > 0)
    const [first] = items
    if (!first) return []
    report('candidate-found', passagePlace(first.entry.passage), readingOf(read))
    return items.slice(0, MOST_ITEMS).flatMap((item) => {
      const text = itemText(item)
      if (text === '') return []
      return [
        {
          kind: 'recommendation' as const,
          text,
          reading: readingOf(read),
          confidence: rounded(certainty(read.scored.score)),
          runnerUp: 'an ordinary list',
          place: passagePlace(item.entry.passage),
        },
      ]
    })
  })
}

/** In words, what a run was read as. */
function readingOf({ run }: Pick<ReadRun, 'run'>): string {
  const [heading] = run.over
  const form = {
    labelled: 'labelled paragraphs',
    numbered: 'a numbered list',
    headed: 'headed sections',
    bullets: 'bullets',
    paragraphs: 'paragraphs',
    rows: 'rows of a table',
  }[run.form]
  return `${form} under "${(heading?.passage.text ?? 'no heading').slice(0, LONGEST_HEADING)}" as recommendations`
}
