import type { Place } from './place.ts'

/** `error`: something was lost. `warning`: something is in doubt. `info`: something was repaired, or left out without loss. */
export type Severity = 'error' | 'warning' | 'info'

interface Rule {
  severity: Severity
  /** What was expected and found, and what to do. */
  message: string
}

/** Every rule that can be reported, with its message. `test/rules.test.ts` requires a fixture or a named test for each. */
export const RULES = {
  // The file
  'empty-file': { severity: 'error', message: 'The file is empty. Fetch it again from where it was published.' },
  'binary-file': {
    severity: 'error',
    message: 'The file is not text, and Scrutineer does not read its format. Convert it to PDF, text or Markdown.',
  },
  'unknown-format': { severity: 'error', message: 'Scrutineer does not read this file format. Save the file as PDF and import that.' },
  'error-page': {
    severity: 'error',
    message: 'The file is a page that a website shows in place of a paper, such as "Page not found" or "Sign in". Fetch the paper again.',
  },
  'no-access': { severity: 'error', message: 'The file or folder could not be opened. Allow reading it and import it again.' },
  encrypted: { severity: 'error', message: 'The file needs a password. Give it with --password, or save a copy without one.' },
  damaged: { severity: 'error', message: 'The file is damaged and could not be opened. Fetch it again from where it was published.' },
  'no-text-layer': {
    severity: 'error',
    message: 'The pages are pictures, and no words were found in them or text recognition was switched off (--no-ocr).',
  },
  'unsupported-feature': {
    severity: 'error',
    message: 'The file uses a feature that Scrutineer cannot read. Print it to a plain PDF and import that.',
  },
  'too-large': {
    severity: 'error',
    message: 'The file is larger than the limit. Split it, or raise --memory-limit or --page-limit and import it again.',
  },
  'page-limit': {
    severity: 'error',
    message: 'The document has more pages than the limit. The pages after the limit were not read. Raise --page-limit and import it again.',
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
    message: 'The thread that read this document crashed. Please report this with the note below. All other documents are safe.',
  },
  'internal-error': {
    severity: 'error',
    message: 'Scrutineer failed on this document because of a bug. Please report this with the note below. All other documents are safe.',
  },
  // The text
  'undecodable-text': {
    severity: 'warning',
    message: 'Some bytes are not valid in the encoding of the file. They were read as the replacement character.',
  },
  'markdown-as-text': {
    severity: 'info',
    message: 'The Markdown is too long or too deeply nested for a Markdown parser. It was read as plain text.',
  },
  'guessed-encoding': { severity: 'info', message: 'The text is not UTF-8. It was read as Windows-1252.' },
  'unreadable-font': {
    severity: 'warning',
    message:
      'A font does not say which letters it draws, so its text was left out. Run text recognition (OCR) over these pages and import the result.',
  },
  'hidden-left-out': {
    severity: 'info',
    message: 'The workbook hides some rows, columns or sheets. They were left out. If they count, show them and import the workbook again.',
  },
  'filtered-read': { severity: 'info', message: 'A filter hides some rows of the sheet. They were read too.' },
  'read-by-ocr': {
    severity: 'info',
    message: 'The page is a picture. Its words were recognised, and letters may be wrong. Compare important values with the page.',
  },
  'scan-not-read': {
    severity: 'warning',
    message: 'The page is a picture, and text recognition was switched off. To read it, import the file again without --no-ocr.',
  },
  'scan-not-drawn': {
    severity: 'warning',
    message: 'The page is a picture that is damaged or too large, so its words were not recognised. Scan it again at 300 dpi.',
  },
  'cell-not-read': {
    severity: 'warning',
    message: 'A cell of a scanned table has ink that could not be read. The value of the cell may be incomplete.',
  },
  'rows-not-parted': {
    severity: 'warning',
    message:
      'A row of a scanned table may be several rows, because the line between them cannot be seen. It was not read as a record. Look at the page, or scan it again at 300 dpi.',
  },
  'page-without-text': {
    severity: 'warning',
    message: 'A page has a picture and no text. The words of the picture were not read. Import it without --no-ocr, or look at the page.',
  },
  'text-not-shown': {
    severity: 'info',
    message: 'The page has letters that are invisible or struck through. They were left out.',
  },
  'changes-accepted': {
    severity: 'info',
    message: 'The document has tracked changes that are not accepted or rejected yet. It was read as if all were accepted.',
  },
  'numbers-not-read': {
    severity: 'warning',
    message:
      'The file is in the old Word format (.doc). Its automatic numbers, headings and tables are not recognised. Save it as .docx or PDF and import that.',
  },
  'repaired-file': { severity: 'info', message: 'The file was damaged. It was repaired and read.' },
  // The document
  'unrecognised-document': {
    severity: 'info',
    message: 'The document does not read like a report, decision, plan or update with recommendations. It was stored with kind "other".',
  },
  'candidate-found': {
    severity: 'info',
    message: 'Text here reads like recommendations, but not clearly enough to be stored. Look at it with "scrutineer check".',
  },
  'opener-unread': {
    severity: 'warning',
    message: 'Words here open a resolution, but the paper was not recognised as a record of decisions. Read the paper yourself.',
  },
  'nothing-extracted': {
    severity: 'error',
    message: 'The document was recognised, but no recommendation, resolution or update was read from it.',
  },
  'ambiguous-layout': { severity: 'warning', message: 'Two kinds of document fit almost equally well. The likelier one was chosen.' },
  // Structure
  'label-restored': {
    severity: 'info',
    message: 'A label is missing or damaged here. Only one label fits between its neighbours, so it was restored.',
  },
  'label-missing': {
    severity: 'warning',
    message: 'A label is missing here, and it is not clear which one. The text under it was not assigned.',
  },
  'below-last-card': {
    severity: 'info',
    message: 'These words are below the last card, which ends as the cards before it do. They belong to no recommendation.',
  },
  'number-restored': {
    severity: 'info',
    message: 'An item has no number. Only one number fits between its neighbours, so it was restored.',
  },
  'number-gap': { severity: 'warning', message: 'The numbers of a list have a gap. At least one item is missing or was not recognised.' },
  'number-repeated': { severity: 'warning', message: 'Two items of one list have the same number.' },
  'row-rejoined': { severity: 'info', message: 'A break had cut a row in two. The parts were joined.' },
  'row-unassigned': { severity: 'warning', message: 'A row of the table could not be assigned to a recommendation.' },
  'column-unclear': {
    severity: 'info',
    message: 'A column heading can mean two things, and the cells under it do not decide between them. The likelier meaning was chosen.',
  },
  'column-unknown': { severity: 'info', message: 'A column heading or label is not known. What it names fills no field of a record.' },
  'table-unclear': {
    severity: 'warning',
    message: 'Lines of a table in a text continue cells, and it is not clear which. The table was left as text.',
  },
  'cell-unclear': {
    severity: 'warning',
    message: 'Words in this line of a table may belong to either of two cells or rows. Neither cell was filled.',
  },
  'ticks-unclear': {
    severity: 'warning',
    message: 'A row ticks more than one column, or only crosses some out. It is not clear which column it means.',
  },
  'list-unknown': {
    severity: 'info',
    message: 'A list is under a heading that is not known, and nothing else explains the list. Teach the heading with "scrutineer teach".',
  },
  'opener-unknown': {
    severity: 'info',
    message: 'Words that are not known appear here as the opening of a decision. Teach them with "scrutineer teach".',
  },
  'word-taught': {
    severity: 'info',
    message: 'A word here has a meaning that a person taught. "scrutineer words" lists who taught it.',
  },
  'column-by-content': {
    severity: 'info',
    message: 'A value is outside its column. It was recognised by its form.',
  },
  // Values
  'date-not-understood': { severity: 'info', message: 'A date was expected here, and the words give none.' },
  'grade-off-scale': {
    severity: 'warning',
    message: "The words fit neither a grade of the document's own scale nor a known grade. The status was left empty.",
  },
  'grade-unexplained': {
    severity: 'info',
    message: "The document's own key explains this grade, but not in words of progress that are known. The status was left empty.",
  },
  'grade-ambiguous': { severity: 'warning', message: 'The words fit more than one grade. The status was left empty.' },
  'colour-without-key': {
    severity: 'warning',
    message: 'A status is given by a colour, and no key in the document explains it. The status was left empty.',
  },
  'status-in-picture': {
    severity: 'warning',
    message: 'A status is given by a picture or drawing that has neither words nor a single colour. The status was left empty.',
  },
  'verdict-not-understood': {
    severity: 'info',
    message: 'A verdict was expected here, and the words give none that is known. The outcome was left empty.',
  },
  // Links
  'review-unknown': { severity: 'warning', message: 'The document does not say which review it belongs to.' },
  'maybe-same-paper': {
    severity: 'warning',
    message:
      'Another file has nearly the same content, and both count. If they are one paper, take one of them out with "scrutineer forget". If they are two, settle this warning.',
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
  /** What was found, in the document's words or as a number. */
  note: string | null
  place: Place
  /** The key of the record it is about, or null. */
  key: string | null
}

/** How a parser reports a diagnostic. Every parser gets one. */
export type Report = (rule: RuleName, place: Place, note?: string | null, key?: string | null) => void

/** A `Report` that adds diagnostics to `into`, with severity and message from `RULES`. */
export function collectInto(into: Diagnostic[]): Report {
  return (rule, place, note = null, key = null) => {
    into.push({ rule, severity: RULES[rule].severity, message: RULES[rule].message, note, place, key })
  }
}

/** A note of several lines as one, for lists. */
export function noteInOneLine(note: string): string {
  return note.trim().replaceAll(/\s*\n\s*/gu, ' · ')
}
