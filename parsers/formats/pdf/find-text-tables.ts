import type { DocumentFacts } from './document-facts.ts'
import type { PageContent, Word } from './page-content.ts'
import type { PageTable } from './page-table.ts'

/** Tables that no rule frames, found by the white between their columns. */
export function findTextTables(words: readonly Word[], content: PageContent, facts: DocumentFacts): PageTable[] {
  void facts
  void words
  void content
  return []
}
