import { endsSentence } from '../passages/sentence-ends.ts'
import { bareSectionNumber, type HeadingLook, headingLook, LONGEST_HEADING } from './heading-looks.ts'
import { markedHeading } from './heading-marks.ts'
import type { LineGroup } from './lines-to-paragraphs.ts'
import type { Underlines } from './take-underlines.ts'

/** Headings run over at most so many lines. */
const MOST_HEADING_LINES = 3
/** So many lines in a row that could be titles are a list: of names, of documents, a glossary. */
const FEWEST_LISTED = 3
/** A line that long is text and no title or address. */
const SHORTEST_TEXT = 60
const SECTION_NUMBER = /^\d+\.0\b/u
/** Guesses, since a text has no sizes: capitals and a line of "=" head the paper, the others its sections. */
const LEVEL_CAPITALS = 1
const LEVEL_OTHER = 2

/** The level of the heading that each group is, or null. Where it is in doubt it is not one. */
export function headingLevels(groups: readonly LineGroup[], underlines: Underlines): (number | null)[] {
  const marked = groups.map((group) => markedLevel(group, underlines))
  const sections = bareSections(groups)
  const looks = groups.map((group, index) => {
    if (marked[index] !== null) return null
    return sections.has(index) ? 'numbered' : groupLook(group, groups[index - 1], groups[index + 1])
  })
  const titles = titlesOverText(looks, marked)
  return groups.map((_, index) => {
    const look = looks[index] ?? null
    if (look === 'title') return titles.has(index) ? LEVEL_OTHER : null
    if (look === null) return marked[index] ?? null
    return look === 'capitals' ? LEVEL_CAPITALS : LEVEL_OTHER
  })
}

/**
 * The groups that are headings with a bare number: they are alone and count up through the text by one, with other text
 * between, as sections do. Where they follow each other they are a list, a table's column or the contents.
 */
function bareSections(groups: readonly LineGroup[]): Set<number> {
  const found = new Set<number>()
  let before: { index: number; number: number } | null = null
  for (const [index, group] of groups.entries()) {
    const [line] = group.lines
    const alone = line && group.lines.length === 1 && (line.blanksBefore > 0 || line.opensPage || index === 0) && line.blanksAfter > 0
    const number = alone ? bareSectionNumber(line.text) : null
    if (number === null) continue
    if (before && number === before.number + 1 && index > before.index + 1) found.add(before.index).add(index)
    before = { index, number }
  }
  return found
}

/** The level of a group that says about itself that it is a heading: by "#", a rule under it, or bold throughout. */
function markedLevel(group: LineGroup, underlines: Underlines): number | null {
  const [first] = group.lines
  const last = group.lines.at(-1)
  if (!first || !last || group.bullet) return null
  const text = groupText(group)
  const marked = markedHeading(first.text)
  if (marked?.level) return marked.level
  const underline = underlines.get(last.number)
  if (underline && text.length <= LONGEST_HEADING) return underline === '=' ? LEVEL_CAPITALS : LEVEL_OTHER
  if (!marked) return null
  const bare = text.replace(/^(?:\*\*|__)|(?:\*\*|__)$/gu, '')
  if (bare.length > LONGEST_HEADING || /[.;,]$/u.test(bare)) return null
  return headingLook(bare) === 'capitals' ? LEVEL_CAPITALS : LEVEL_OTHER
}

/** What a group looks like where it is alone between its neighbours. */
function groupLook(group: LineGroup, before: LineGroup | undefined, after: LineGroup | undefined): HeadingLook {
  const [first] = group.lines
  const last = group.lines.at(-1)
  if (!first || !last || group.bullet || group.lines.length > MOST_HEADING_LINES) return null
  const look = headingLook(groupText(group))
  if (look === null) return null
  const above = before?.lines.at(-1)
  const apart = above === undefined || first.blanksBefore > 0 || first.opensPage
  if (last.blanksAfter === 0 && !(apart && standsOnText(group, look, after))) return null
  if (apart) return look === 'title' && isAmongItems(group, before, after) ? null : look
  // A converter that lost a page break lost the blank line with it.
  if (look === 'capitals') return headingLook(above.text) === 'capitals' ? null : look
  if (look === 'title') return /\.\s*$/u.test(above.text) && endsSentence(above.text) ? look : null
  return SECTION_NUMBER.test(groupText(group)) ? look : null
}

/** It is on running text without a blank line between, as headings do in texts taken out of PDFs. A list's number does so too, a section's "3.0" only there. */
function standsOnText(group: LineGroup, look: HeadingLook, after: LineGroup | undefined): boolean {
  const below = after?.lines[0]
  if (!after || !below || group.lines.length > 1 || (look === 'numbered' && !SECTION_NUMBER.test(groupText(group)))) return false
  return after.lines.length > 1 || after.label !== null || below.length >= SHORTEST_TEXT
}

/** It is indented as its neighbours do: an item of a list whose bullets were lost. */
function isAmongItems(group: LineGroup, before: LineGroup | undefined, after: LineGroup | undefined): boolean {
  const indent = group.lines[0]?.indent ?? 0
  return indent > 0 && (before?.lines[0]?.indent === indent || after?.lines[0]?.indent === indent)
}

/** Titles that text follows. A title that a heading follows is not a heading, but the answer to the one above; except at the paper's head. */
function titlesOverText(looks: readonly HeadingLook[], marked: readonly (number | null)[]): Set<number> {
  const titles = new Set<number>()
  for (let start = 0; start < looks.length; start++) {
    if (looks[start] !== 'title') continue
    let end = start + 1
    while (looks[end] === 'title') end++
    const beforeHeading = (looks[end] ?? null) !== null || (marked[end] ?? null) !== null
    const atHead = start === 0
    if (atHead) for (let index = start; index < Math.min(end, start + FEWEST_LISTED); index++) titles.add(index)
    else if (end - start < FEWEST_LISTED && !beforeHeading && end < looks.length) titles.add(end - 1)
    start = end
  }
  return titles
}

function groupText(group: LineGroup): string {
  return group.lines.map((line) => (line.length > 2 * LONGEST_HEADING ? line.text : line.text.trim())).join(' ')
}
