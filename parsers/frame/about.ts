import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Evidence, ReviewMention } from '../../schema/records.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { type FormSection, sectionValue } from '../outline/form-sections.ts'
import { FRONT_ENTRIES, type Outline } from '../outline/outline.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { foldWords } from '../recognise/fold.ts'
import { documentDate, LONGEST_DATE_LINE, type PaperDate } from './paper-date.ts'
import { headingTitle } from './paper-title.ts'
import { reviewMentions } from './review-mentions.ts'

/** What a document says of itself, whatever its layout. */
export interface About {
  title: Passage | null
  council: string | null
  committee: string | null
  dated: PaperDate | null
  reviews: ReviewMention[]
  evidence: Evidence[]
}

/** What a document says of itself. `sections` is its form, which is surest where there is one. */
export function readAbout(outline: Outline, sections: readonly FormSection[]): About {
  const ledger = new EvidenceLedger(outline.document.source)
  const texts = outline.entries.flatMap((entry) =>
    entry.type === 'table'
      ? entry.table.rows.flatMap((row) =>
          row.flatMap((cell) => cell.blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage]))),
        )
      : [entry.passage],
  )
  const title = sectionValue(sections, 'title') ?? headingTitle(outline)
  const council = mostNamed([...texts, ...outline.document.furniture], findCouncils)
  const committee = committeeOf([sectionValue(sections, 'body'), sectionValue(sections, 'title'), ...frontTexts(outline), title])
  const dated = documentDate(outline, sections)
  if (title) ledger.stated('title', title)
  if (council) ledger.stated('council', council)
  if (committee) ledger.stated('committee', committee)
  if (dated) {
    ledger.stated('datedText', dated.passage)
    ledger.derived('datedFrom', dated.reading.from, dated.passage)
    ledger.derived('datedTo', dated.reading.to, dated.passage)
  }
  return {
    title,
    council: council?.text ?? null,
    committee: committee?.text ?? null,
    dated,
    reviews: reviewMentions(sections, title, texts),
    evidence: ledger.entries,
  }
}

/** The body that a text names most often, by its full name; the first of those on a tie. */
function mostNamed(passages: readonly Passage[], find: typeof findCouncils): Passage | null {
  const counts = new Map<string, { count: number; first: Passage }>()
  for (const passage of passages) {
    for (const span of find(passage.text)) {
      const name = slicePassage(passage, span.start, span.end)
      const entry = counts.get(foldWords(name.text)) ?? { count: 0, first: name }
      entry.count++
      counts.set(foldWords(name.text), entry)
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.first ?? null
}

/** The text at the front of a paper, outside its tables. */
function frontTexts(outline: Outline): Passage[] {
  return outline.entries.slice(0, FRONT_ENTRIES).flatMap((entry) => (entry.type === 'table' ? [] : [entry.passage]))
}

/** The first committee named; a task group only where no committee is, for it reports to one. */
function committeeOf(passages: readonly (Passage | null)[]): Passage | null {
  const named = passages.flatMap((passage) =>
    passage
      ? findCommittees(passage.text).map((span) => ({
          name: slicePassage(passage, span.start, span.end),
          inLine: passage.text.length <= LONGEST_DATE_LINE,
        }))
      : [],
  )
  // In running text any committee may be spoken of; only one that scrutinises is likely the paper's own.
  const own = named.filter(({ name, inLine }) => inLine || /scrutiny|select|overview/iu.test(name.text)).map(({ name }) => name)
  return own.find(({ text }) => !/\bgroup$/iu.test(text)) ?? own[0] ?? null
}
