import type { Place } from './place.ts'

/** How much a person should mind: `error` means that something is lost, `warning` that something is in doubt, `info` that something was mended or left. */
export type Severity = 'error' | 'warning' | 'info'

interface Rule {
  severity: Severity
  /** What was expected and found, and what to do. */
  message: string
}

/** Every rule that can be reported, with its words. `test/rules.test.ts` wants a fixture or a named test that raises each. */
export const RULES = {
  // The file
  'empty-file': { severity: 'error', message: 'The file is empty. Fetch it again from where it was published.' },
  'binary-file': {
    severity: 'error',
    message: 'The file holds bytes that are no text, and is in no format that is read here. Convert it to PDF, text or Markdown.',
  },
  'unknown-format': { severity: 'error', message: 'The file is in a format that is not read. Save it as PDF and import that.' },
  'error-page': {
    severity: 'error',
    message: 'The file holds what a website says in place of a paper: that it is not found, or who may see it. Fetch the paper again.',
  },
  'no-access': { severity: 'error', message: 'The file or folder could not be opened. Give read permission and import again.' },
  encrypted: { severity: 'error', message: 'The file asks for a password. Give it with --password, or save a copy without one.' },
  damaged: { severity: 'error', message: 'The file is damaged and could not be opened. Fetch it again from where it was published.' },
  'no-text-layer': {
    severity: 'error',
    message: 'The pages are pictures in which no words were found, or text recognition is switched off (--no-ocr).',
  },
  'unsupported-feature': {
    severity: 'error',
    message: 'The file uses a feature that cannot be read. Print it to a plain PDF and import that.',
  },
  'too-large': {
    severity: 'error',
    message: 'The file is larger than the limits. Split it, or raise --memory-limit or --page-limit and import it again.',
  },
  'page-limit': {
    severity: 'error',
    message: 'The document has more pages than the limit, and those behind it were not read. Raise --page-limit and import it again.',
  },
  'time-limit': {
    severity: 'error',
    message: 'Reading the document took longer than the limit. Raise --time-limit and import it again, or split it.',
  },
  'memory-limit': {
    severity: 'error',
    message: 'Reading the document took more memory than the limit. Raise --memory-limit and import it again, or split it.',
  },
  'reader-died': {
    severity: 'error',
    message: 'The thread that read the document died of it: please report it with the note below. The other documents are safe.',
  },
  'internal-error': {
    severity: 'error',
    message: 'Scrutineer itself failed on this document: please report it with the note below. The other documents are safe.',
  },
  // The text
  'undecodable-text': {
    severity: 'warning',
    message: 'Some bytes fit no character of the encoding that the rest is in; they were read as the replacement character.',
  },
  'markdown-as-text': {
    severity: 'info',
    message: 'The Markdown is too long or too deeply nested for a Markdown parser; it was read as plain text.',
  },
  'guessed-encoding': { severity: 'info', message: 'The text is not UTF-8 and was read as Windows-1252.' },
  'unreadable-font': {
    severity: 'warning',
    message: 'A font does not say which letters it draws, so its text was left out. Run text recognition (OCR) over these pages.',
  },
  'hidden-left-out': {
    severity: 'info',
    message: 'The workbook hides some of its rows, columns or sheets; they were left out. Show them and import it again if they count.',
  },
  'filtered-read': { severity: 'info', message: 'A filter hides rows of the sheet at the moment; they were read all the same.' },
  'read-by-ocr': {
    severity: 'info',
    message: 'The page is a picture: its words were recognised, and letters may be wrong. Hold what matters against the page.',
  },
  'scan-not-read': {
    severity: 'warning',
    message: 'The page is a picture, and text recognition was switched off. Import the file again without --no-ocr to read it.',
  },
  'scan-not-drawn': {
    severity: 'warning',
    message: 'The page is a picture that is damaged or too large to be drawn, so its words were not recognised. Scan it again at 300 dpi.',
  },
  'cell-not-read': {
    severity: 'warning',
    message: 'A cell of a scanned table holds ink that could not be read. What else the cell says may be cut.',
  },
  'rows-not-parted': {
    severity: 'warning',
    message:
      'A row of a scanned table may be several, as the rule between them cannot be seen. It was not read as a record; look at the page, or scan it again at 300 dpi.',
  },
  'page-without-text': {
    severity: 'warning',
    message: 'A page holds a picture and no text, and its words were not read. Import it without --no-ocr, or look at the page.',
  },
  'text-not-shown': {
    severity: 'info',
    message: 'The page has letters that nobody sees there, or that are struck through; they were left out.',
  },
  'changes-accepted': {
    severity: 'info',
    message: 'The document records changes that nobody has accepted or rejected yet; it was read as if all were accepted.',
  },
  'numbers-not-read': {
    severity: 'warning',
    message:
      'The file is in the format of an older Word, whose automatic numbers, headings and tables are not read as such. Save it as .docx or PDF and import that.',
  },
  'repaired-file': { severity: 'info', message: 'The file was damaged and was read after a repair.' },
  // The document
  'unrecognised-document': {
    severity: 'info',
    message: 'Nothing here reads like a report, decision, plan or update with recommendations; the document is kept as "other".',
  },
  'candidate-found': {
    severity: 'info',
    message: 'Something here reads like recommendations and is not sure enough to be stored. Look at it with "scrutineer check".',
  },
  'opener-unread': {
    severity: 'warning',
    message: 'Words here open a resolution, and the paper was not understood as a record of decisions. Read it yourself.',
  },
  'nothing-extracted': {
    severity: 'error',
    message: 'The document was recognised, but no recommendation, resolution or update could be read from it.',
  },
  'ambiguous-layout': { severity: 'warning', message: 'Two kinds of document fit almost equally well; the better one was taken.' },
  // Structure
  'label-restored': {
    severity: 'info',
    message: 'A label is missing or torn here, and the order of the others leaves only one that it can be.',
  },
  'label-missing': {
    severity: 'warning',
    message: 'A label is missing here, and nothing makes certain which; what stands there was not assigned.',
  },
  'below-last-card': {
    severity: 'info',
    message: 'Words below the last card, which has ended as all cards before it do, belong to no recommendation.',
  },
  'number-restored': { severity: 'info', message: 'An item has lost its number, and its neighbours leave only one that it can be.' },
  'number-gap': { severity: 'warning', message: 'The numbers of a list do not run: at least one item is missing or was not seen.' },
  'number-repeated': { severity: 'warning', message: 'Two items of one list bear the same number.' },
  'row-rejoined': { severity: 'info', message: 'A row that a break had cut in two was put together again.' },
  'row-unassigned': { severity: 'warning', message: 'A row of the table could not be given to any recommendation.' },
  'column-unclear': {
    severity: 'info',
    message: 'A column heading may mean two things, and what stands under it does not settle that; it was read as the likelier.',
  },
  'column-unknown': { severity: 'info', message: 'A column heading or label is not known; what it names fills no field of a record.' },
  'table-unclear': {
    severity: 'warning',
    message: 'Lines of a table in a text go on in cells that nothing shows; the table was left as text.',
  },
  'cell-unclear': {
    severity: 'warning',
    message: 'Words of this line of a table may belong to either of two cells or rows; neither cell was filled.',
  },
  'ticks-unclear': {
    severity: 'warning',
    message: 'A row ticks more than one of several columns, or only crosses some out; which of them it means is not known.',
  },
  'list-unknown': {
    severity: 'info',
    message: 'A list that nothing else explains stands under a heading that is not known. "scrutineer teach" says what it holds.',
  },
  'opener-unknown': {
    severity: 'info',
    message: 'Words open something here as decisions are opened, and are not known. "scrutineer teach" says what they do.',
  },
  'word-taught': {
    severity: 'info',
    message: 'A word here was read as a person taught it; "scrutineer words" lists who taught which.',
  },
  'column-by-content': {
    severity: 'info',
    message: 'A value stands outside the column it belongs to and was recognised by what it looks like.',
  },
  // Values
  'date-not-understood': { severity: 'info', message: 'The words stand where a date is expected, and name none.' },
  'grade-off-scale': {
    severity: 'warning',
    message: "The words fit no grade of the document's own scale and no known one; the status was left empty.",
  },
  'grade-unexplained': {
    severity: 'info',
    message: "The document's own key has this grade, and its words say nothing of progress that is known; the status was left empty.",
  },
  'grade-ambiguous': { severity: 'warning', message: 'The words fit more than one grade; the status was left empty.' },
  'colour-without-key': {
    severity: 'warning',
    message: 'A status is given by a colour that no key in the document explains; the status was left empty.',
  },
  'status-in-picture': {
    severity: 'warning',
    message: 'A status is given by a picture or drawing, of which neither words nor one colour are known; the status was left empty.',
  },
  'verdict-not-understood': {
    severity: 'info',
    message: 'The words stand where a verdict is expected, and give none that is known; the outcome was left empty.',
  },
  // Links
  'review-unknown': { severity: 'warning', message: 'The document does not say which review it belongs to.' },
  'maybe-same-paper': {
    severity: 'warning',
    message:
      'Nearly the same is in another file, and both count. If they are one paper, take one of them out ("scrutineer forget"); if they are two, settle this.',
  },
  'update-unlinked': { severity: 'warning', message: 'An update could not be linked to a resolution.' },
  'resolution-unlinked': { severity: 'warning', message: 'A resolution could not be linked to a recommendation.' },
  'wording-unlinked': { severity: 'warning', message: "A recommendation that is restated here is not among the review's own." },
} as const satisfies Record<string, Rule>

/** The name of a rule. */
export type RuleName = keyof typeof RULES

/** Something that a person should know about a document. */
export interface Diagnostic {
  rule: RuleName
  severity: Severity
  message: string
  /** What was found, in the document's words or in numbers. */
  note: string | null
  place: Place
  /** The record it is about, if any. */
  key: string | null
}

/** The side channel that every parser is handed. */
export type Report = (rule: RuleName, place: Place, note?: string | null, key?: string | null) => void

/** A side channel that collects into `into`, words filled in from the table. */
export function collectInto(into: Diagnostic[]): Report {
  return (rule, place, note = null, key = null) => {
    into.push({ rule, severity: RULES[rule].severity, message: RULES[rule].message, note, place, key })
  }
}

/** A note of several lines as one, for lists. */
export function noteInOneLine(note: string): string {
  return note.trim().replaceAll(/\s*\n\s*/gu, ' · ')
}
