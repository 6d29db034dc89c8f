/** A hostile text: what it is called and how it is made, so long as it is asked for in characters. */
export interface HostileText {
  name: string
  make: (length: number) => string
}

/** `piece` again and again, until the text is as long as asked. */
const full = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** The same with the number of the piece where `#` is. */
function counted(piece: string, length: number): string {
  const pieces: string[] = []
  for (let at = 0, number = 1; at < length; number++) {
    const next = piece.replaceAll('#', String(number))
    pieces.push(next)
    at += next.length
  }
  return pieces.join('')
}

/** So many dates, each another. */
function dates(length: number): string {
  const months = ['January', 'March', 'May', 'July', 'October', 'December']
  return counted('# ', length).replace(
    /\d+/gu,
    (number) => `${(Number(number) % 28) + 1} ${months[Number(number) % 6]} 20${10 + (Number(number) % 20)},`,
  )
}

/** Long runs of what the rules of reading repeat: one line or many, bare and under the heading of a paper. */
export const RUNS: readonly HostileText[] = [
  ['spaces', ' '],
  ['tabs', '\t'],
  ['spaces between words', 'a                    '],
  ['blank lines', '\n'],
  ['dots', '.'],
  ['dotted leaders', 'Street lamps ............................................ 12\n'],
  ['digits', '7'],
  ['numbers of a list', '1.1.'],
  ['brackets that open', '('],
  ['brackets that open and close', '()'],
  ['square brackets', '['],
  ['capitals', 'A'],
  ['words in capitals', 'LAMP '],
  ['spaced capitals', 'L A M P '],
  ['names with capitals', 'Lamp Post '],
  ['commas', ','],
  ['words with commas', 'lamps, '],
  ['hyphens', '-'],
  ['dashes', '–'],
  ['underlines', '_'],
  ['equals signs', '='],
  ['bars', '|'],
  ['bullets', '• '],
  ['apostrophes', "'"],
  ['quotation marks', '“'],
  ['slashes', '/'],
  ['colons', ':'],
  ['labels', 'Status: '],
  ['labels with lines', 'Status: done\n'],
  ['one long word', 'abcdefghij'],
  ['words', 'lamps and posts and '],
  ['sentences', 'The lamps were lit. '],
  ['recommendations without numbers', 'Recommendation '],
  ['recommendations with numbers', 'Recommendation # '],
  ['recommendations as lines', 'Recommendation #\n'],
  ['recommendations of one number', 'Recommendation 1: That lamps be lit.\n'],
  ['list labels', 'a) '],
  ['list labels as lines', 'a)\n'],
  ['roman labels', '(i) (ii) (iii) (iv) '],
  ['roman letters', 'xiv'],
  ['numbers with full stops', '#. '],
  ['numbers as lines', '#.\n'],
  ['resolutions', 'RESOLVED that '],
  ['resolutions as lines', 'RESOLVED that the lamps be lit.\n'],
  ['that', 'that '],
  ['grades', 'Achieved '],
  ['grades as lines', 'Achieved\nOn track\n'],
  ['grade key', 'Achieved = 1, On track = 2, Slipped = 3, '],
  ['colours', 'red amber green '],
  ['parties', 'the Director of Lamps and the Head of Posts, '],
  ['portfolio holders', 'Cabinet Member for '],
  ['review names', 'Scrutiny Review of '],
  ['review mentions', 'the Scrutiny Review of Street Lamps, '],
  ['committees', 'Scrutiny Committee '],
  ['minutes', 'Minute # of the Cabinet of 1 June 2022, '],
  ['page numbers', 'Page # of 99999\n'],
  ['form feeds', '\f'],
  ['form feeds and a line', 'Street Lamps\f'],
  ['columns of spaces', 'lamp    post    bulb    \n'],
  ['columns of tabs', '#\tlamp\tpost\tbulb\n'],
  ['rows of bars', '| # | lamp | post |\n'],
  ['stars', '*'],
  ['backticks', '`'],
  ['angle brackets', '<'],
  ['ampersands', '&'],
  ['entities', '&amp;'],
  ['opened tags', '<b>'],
  ['torn words', 'recommen-\ndation '],
  ['soft hyphens', '\u00ad'],
  ['combining marks', 'e\u0301'],
  ['stacked combining marks', '\u0301'],
  ['letters that fold to many', 'ﬃ'],
  ['separate jamo', '\u1100\u1161'],
  ['zero widths', '\u200b'],
  ['non-breaking spaces', '\u00a0'],
  ['carriage returns', '\r'],
  ['percentages', '50% '],
  ['money', '£1,000,000 '],
  ['times', '10.30 a.m. '],
  ['quarters', 'Q1 2022/23 '],
  ['years', '2022 '],
  ['months', 'June '],
  ['ordinals', '1st 2nd '],
  ['ranges', '1 - 2 - '],
  ['ampersand names', 'Lamps & '],
].map(([name = '', piece = '']) => ({
  name,
  make: (length: number) => (piece.includes('#') ? counted(piece, length) : full(piece, length)),
}))

/** Where a run is: alone, within a sentence, and after the headings that bring the rules of each layout into play. */
const PLACES: readonly (readonly [string, (run: string) => string])[] = [
  ['', (run) => run],
  ['in a sentence: ', (run) => `The ${run} lamps`],
  [
    'in a report: ',
    (run) => `Scrutiny Review of Street Lamps\n\nJune 2022\n\nRecommendations\n\n1. That ${run}\n\n2. That lamps be lit.\n`,
  ],
  [
    'in a decision: ',
    (run) => `Cabinet\n\n1 June 2022\n\nScrutiny Review of Street Lamps\n\nRESOLVED that:\n\n(a) ${run}\n\n(b) the lamps be lit.\n`,
  ],
  [
    'on a card: ',
    (run) =>
      `Scrutiny Review of Street Lamps\n\nProgress update\n\nRecommendation 1: That lamps be lit.\nResponsible officer: Head of Lamps\nProgress: ${run}\nStatus: Achieved\n`,
  ],
  [
    'in a plan: ',
    (run) =>
      `Scrutiny Review of Street Lamps\n\nAction plan\n\nNo.\tRecommendation\tResponsible\tDue\n1\tThat lamps be lit.\tHead of Lamps\tJune 2022\n${run}\n2\tThat posts be set.\tHead of Lamps\tJune 2022\n`,
  ],
]

/** Every run in every place. */
export const TRAPS: readonly HostileText[] = PLACES.flatMap(([place, put]) =>
  RUNS.map(({ name, make }) => ({ name: `${place}${name}`, make: (length: number) => put(make(length)) })),
)

/** Texts that are traps by their build. */
export const TEXTS: readonly HostileText[] = [
  { name: 'rows of a table in one line without a full stop', make: (length) => full('hief Executive\tn/a\tClosed', length) },
  { name: 'dates', make: dates },
  { name: 'dates as lines', make: (length) => dates(length).replaceAll(', ', '\n') },
  { name: 'NULs in the text', make: (length) => full('The lamps\0 were lit.\n', length) },
  { name: 'lone surrogates', make: (length) => full('The lamps\ud800 were \udc00lit.\n', length) },
  { name: 'paragraphs of one line', make: (length) => counted('Paragraph # of the report on lamps.\n\n', length) },
  { name: 'headings', make: (length) => counted('# Lamps and posts\n\nThey were lit.\n\n', length) },
  {
    name: 'a column that grows',
    make: (length) => Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, n) => `${' '.repeat(n)}lamp`).join('\n'),
  },
  {
    name: 'a list ever deeper',
    make: (length) => Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, n) => `${' '.repeat(n)}(${n}) lamp`).join('\n'),
  },
]
