import type { PlannedPaper } from './council-papers.ts'
import { blocksToMarkdown } from './to-markdown.ts'
import { paperToPdf } from './to-pdf.ts'
import { paperToText } from './to-text.ts'

/** The bytes of a paper's file. */
export async function printPaper({ format, paper }: PlannedPaper): Promise<Buffer> {
  if (format === 'pdf') return paperToPdf(paper)
  return Buffer.from(format === 'md' ? blocksToMarkdown(paper.blocks) : paperToText(paper))
}
