import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { draftsToBlocks, passageOf } from './blocks/drafts-to-blocks.ts'
import { findFurniture } from './blocks/find-furniture.ts'
import { joinPages } from './blocks/join-pages.ts'
import { pageToDrafts } from './blocks/page-to-drafts.ts'
import { runningTitles } from './blocks/running-titles.ts'
import { linesToFacts } from './lines/document-facts.ts'
import type { Line } from './lines/line.ts'
import { wordsToLines } from './lines/words-to-lines.ts'
import { standsIn } from './page/boxes.ts'
import type { PageContent, Word } from './page/page-content.ts'
import { turnBlocks, turnPage, turnPassage, turnPlace } from './page/turn-page.ts'
import { markBoxes } from './rules/mark-boxes.ts'
import type { PageRules } from './rules/page-rules.ts'
import { pageRules } from './rules/page-rules.ts'
import type { OpenPage } from './tables/continue-tables.ts'
import { continueTables } from './tables/continue-tables.ts'
import { findFilledTables, findLattices, findRuledTables } from './tables/find-framed-tables.ts'
import { findTaggedTables } from './tables/find-tagged-tables.ts'
import { findTextTables } from './tables/find-text-tables.ts'
import type { PageTable } from './tables/page-table.ts'
import { cellLines } from './tables/page-table.ts'
import { shareColumns } from './tables/share-columns.ts'

/** A page between interpretation and blocks. */
interface Sheet {
  content: PageContent
  ruled: PageTable[]
  rules: PageRules
  /** The lines that the words outside of ruled tables make. */
  lines: Line[]
}

const outsideOf = (tables: readonly PageTable[], words: readonly Word[]) =>
  words.filter((word) => !tables.some((table) => standsIn(word, table.box)))

const isUpright = (line: Line) => line.words[0]?.turn === 0

/** The lines that the words outside of tables make. */
function linesOutsideOf(tables: readonly PageTable[], lines: readonly Line[], page: number): Line[] {
  if (tables.length === 0) return [...lines]
  return wordsToLines(
    outsideOf(
      tables,
      lines.flatMap((line) => line.words),
    ),
    page,
  )
}

/** A page with the tables that tags, rules and fills show, the best evidence first. */
function sheetOf(content: PageContent): Sheet {
  const rules = pageRules(content)
  const lattices = findLattices(content, content.words, rules)
  const marked = [...lattices, ...findTaggedTables(content, outsideOf(lattices, content.words))]
  const framed = [...marked, ...findFilledTables(content, outsideOf(marked, content.words), marked, rules)]
  const ruled = [...framed, ...findRuledTables(content, outsideOf(framed, content.words), framed, rules)]
  return { content, rules, ruled, lines: wordsToLines(outsideOf(ruled, content.words), content.page) }
}

/** What pages hold: their blocks, what was at their heads and feet once each, and every line that did. */
export interface PagesInBlocks extends Pick<Document, 'blocks' | 'furniture'> {
  outer: ReadonlySet<Line>
}

/** Everything after interpretation: pure, and the same for the same pages. */
export function contentsToBlocks(contents: readonly PageContent[], report: Report): PagesInBlocks {
  const turned = contents.map(turnPage)
  const backs = new Map(turned.flatMap(({ content, back }) => (back ? [[content.page, back] as const] : [])))
  const sheets = turned.map(({ content }) => sheetOf(content))
  markBoxes(sheets)
  const furniture = findFurniture(
    sheets.map(({ content, lines }) => ({
      page: content.page,
      height: content.height,
      lines: lines.filter(isUpright),
      isArtifact: (line) => line.words.every((word) => word.artifact),
    })),
  )
  const facts = linesToFacts(
    sheets.map(({ content, lines, ruled }) => [
      ...lines,
      ...ruled.flatMap((table) => table.cells.flatMap((cell) => cellLines(cell, content.page))),
    ]),
  )
  for (const line of runningTitles(
    furniture,
    sheets.map(({ lines }) => lines),
    facts.bodySize,
  ))
    furniture.delete(line)
  const open: OpenPage[] = sheets.map(({ content, rules, ruled, lines }) => {
    const kept = lines.filter((line) => !furniture.has(line))
    const loose = findTextTables(kept.filter(isUpright), content, rules.charts, facts)
    const outside = linesOutsideOf(loose, kept, content.page)
    return { page: content.page, tables: [...ruled, ...loose], lines: outside, paint: content }
  })
  open.forEach((page, i) => {
    const before = open[i - 1]
    const tables = before ? continueTables(before, page, facts.pitch) : null
    if (tables) open[i] = { ...page, tables, lines: linesOutsideOf(tables, page.lines, page.page) }
  })
  const shared = shareColumns(open)
  const pages = sheets.map(({ content }, i) => pageToDrafts(content, shared[i] ?? [], open[i]?.lines ?? [], facts))
  const once = new Map<string, ReturnType<typeof passageOf>>()
  for (const line of furniture) {
    const passage = passageOf([line], facts.vocabulary)
    const key = passage.text.replace(/\d+/gu, '#')
    if (!once.has(key)) once.set(key, passage)
  }
  return {
    blocks: turnBlocks(
      draftsToBlocks(
        joinPages(pages, facts.bodySize, (rule, place, note, key) => report(rule, turnPlace(place, backs), note, key)),
        facts,
      ),
      backs,
    ),
    furniture: [...once.values()].map((passage) => turnPassage(passage, backs)),
    outer: furniture,
  }
}
