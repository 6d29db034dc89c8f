import type { IRunOptions, Paragraph as WordParagraph } from 'docx'
import { OWN_FILES } from '../../schema/own-files.ts'
import { HANDOUT_HEADINGS, type Handout } from './handout.ts'
import { bodyWords, type CellLine, originWords, rowToCells } from './handout-words.ts'

/** A4 lying on its side, in twentieths of a point, and the margin around it. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = 850
/** How wide each column is, in twentieths of a point: together the page within its margins. */
const WIDTHS = [850, 4900, 2100, 1800, 1500, 3988]
/** Sizes in half points. */
const TEXT_SIZE = 18
const QUIET_SIZE = 15
const GREY = '595959'
const RED = 'A4161A'
const HEAD_FILL = 'E8ECF0'
const RULE = { style: 'single', size: 4, color: 'BFC5CC' } as const

/**
 * A hand-out as a Word document: A4 landscape, one table whose headings are repeated on every page, no row parted
 * where it fits on a page, page numbers at the foot. The library is loaded here, since no other command needs it.
 */
export async function handoutToDocx(handout: Handout): Promise<Uint8Array> {
  const word = await import('docx')
  const paragraph = (line: CellLine): WordParagraph => new word.Paragraph({ children: [new word.TextRun(runOf(line))] })
  const cell = (lines: readonly CellLine[], index: number, fill?: string): InstanceType<typeof word.TableCell> =>
    new word.TableCell({
      width: { size: WIDTHS[index] ?? 0, type: word.WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      ...(fill ? { shading: { fill, type: word.ShadingType.CLEAR, color: 'auto' } } : {}),
      children: lines.map(paragraph),
    })
  const list = (title: string, items: readonly string[]): WordParagraph[] => {
    if (!items.length) return []
    const head = new word.TextRun({ text: title, bold: true, size: 24, color: '000000' })
    return [
      new word.Paragraph({ heading: word.HeadingLevel.HEADING_2, spacing: { before: 240 }, keepNext: true, children: [head] }),
      ...items.map((text) => new word.Paragraph({ text, bullet: { level: 0 } })),
    ]
  }
  const table = new word.Table({
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: word.WidthType.DXA },
    layout: word.TableLayoutType.FIXED,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    rows: [
      new word.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: HANDOUT_HEADINGS.map((text, index) => cell([{ text, look: 'strong' }], index, HEAD_FILL)),
      }),
      ...handout.rows.map(
        (row) => new word.TableRow({ cantSplit: true, children: rowToCells(row).map((lines, index) => cell(lines, index)) }),
      ),
    ],
  })
  const foot = new word.Paragraph({
    tabStops: [{ type: word.TabStopType.RIGHT, position: PAGE.height - 2 * MARGIN }],
    children: [
      new word.TextRun({
        size: QUIET_SIZE,
        color: GREY,
        children: [originWords(handout), '\tPage ', word.PageNumber.CURRENT, ' of ', word.PageNumber.TOTAL_PAGES],
      }),
    ],
  })
  const document = new word.Document({
    title: handout.title,
    creator: 'Scrutineer',
    lastModifiedBy: 'Scrutineer',
    keywords: OWN_FILES.handout,
    styles: { default: { document: { run: { font: 'Calibri', size: TEXT_SIZE, language: { value: 'en-GB' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: word.PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        footers: { default: new word.Footer({ children: [foot] }) },
        children: [
          new word.Paragraph({
            heading: word.HeadingLevel.TITLE,
            children: [new word.TextRun({ text: handout.title, bold: true, size: 36 })],
          }),
          paragraph({ text: bodyWords(handout), look: 'quiet' }),
          new word.Paragraph({ spacing: { before: 80, after: 160 }, children: [new word.TextRun({ text: handout.summary })] }),
          ...(handout.rows.length ? [table] : []),
          ...list('Conclusions', handout.conclusions),
          ...list('Papers', handout.papers),
        ],
      },
    ],
  })
  return word.Packer.pack(document, 'uint8array')
}

function runOf({ text, look }: CellLine): IRunOptions {
  if (look === 'quiet') return { text, color: GREY, size: QUIET_SIZE }
  if (look === 'warning') return { text, color: RED, bold: true }
  return { text, bold: look === 'strong' }
}
