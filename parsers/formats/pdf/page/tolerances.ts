/**
 * Measures that several steps of reading a PDF go by, each with the property of print that it rests on. A measure that one function alone
 * needs lies beside that function. PT is points on the page, EM parts of the size of the letters, SHARE a part of all.
 */

// Letters

/** The middle of small letters is this far above their base line. */
export const MIDDLE_EM = 0.3
/** The height of capitals. */
export const CAPITAL_EM = 0.72
/** A space: fonts have .25 to .33, most .28. */
export const SPACE_EM = 0.28
/** A raised or sunk word is at most this large beside the words it belongs to: word processors set it in two thirds, some publishers in five sixths. */
export const RAISED_SIZE = 0.86
/** A copy drawn this near, and so much of its own width, is a shadow, or boldness made by printing twice. */
export const SHADOW_PT = 2
export const SHADOW_SHARE = 0.4
/** Sizes that differ by a larger share are of two texts: half a point of ten is rounding. */
export const SIZE_CHANGE = 0.08

// Lines

/** Lines of one column are not nearer to each other: they would overlap. */
export const LINES_OVERLAP_EM = 0.8
/** Lines of one text, in a cell, are no further apart. */
export const LEADING_EM = 1.5
/** Lines further apart than this many times the usual distance have a row's border between them: rows get a little white, paragraphs much. */
export const ROW_GAP = 1.28
/** Rows of one table are no further apart than this many times the usual distance of lines. */
export const ROW_DISTANCE = 2.6

// Columns and rows

/** Text that is set to one place begins, ends or has its middle within this: letters have white at their sides, more or less of it. */
export const SAME_PLACE_PT = 3
/** Text runs over a border if it reaches this far to both sides of it. */
export const CROSSED_PT = 1
/** So many of the rows that white parts begin in two columns: paragraphs of one cell begin in one. */
export const IN_TWO_SHARE = 0.75
/** A row begins in its first column, and in so many of all: a cell's second line has text in few. */
export const BEGINNING_SHARE = 0.5
/** Heads that span columns are in the first lines of a table. */
export const HEAD_LINES = 4

// Rules and fills

/** A rule under words, or through them, begins and ends this near to where they do. */
export const RULE_END_PT = 2.5
/** What reaches this far beyond the outermost rules lies outside of them: labels do, and the open sides of a table. */
export const OUTSIDE_PT = 8
/** The pieces of two rules meet in one place within this. */
export const SAME_JOINT_PT = 3
/** So many rules that all begin at one place part rows there: a head that spans columns has but one or two under it. */
export const SHORT_RULES_LEAST = 3
/** Browsers draw a cell's coloured border so thick, and no thicker. */
export const THICK_BORDER_PT = 8
/** A filled cell is at least this large both ways. */
export const CELL_LEAST_PT = 6
/** What is filled or framed and holds lines of text is at least this wide: less is a cell, a bar of a chart, a tick box. */
export const TEXT_WIDTH_LEAST_PT = 120
/** The middle of a drawn mark is this near to the height at which the letters are that it belongs to. */
export const LEVEL_EM = 0.4
/** The page's own colour. */
export const PAPER = '#ffffff'

// Pictures

/** A picture that takes so much of a page without words may hold its words. */
export const PICTURE_SHARE = 0.2
/** One that takes so much of a page with words lies after them: the page is a scan. */
export const SCAN_SHARE = 0.5
