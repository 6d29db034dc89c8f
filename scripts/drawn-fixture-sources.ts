/**
 * The sources of fixtures that draw what others write: pages as a browser prints them, of councils that do not exist, with their
 * place among the fixtures.
 */
export interface DrawnSource {
  /** The case's folder, under `fixtures/`. */
  folder: string
  title: string
  /** HTML of the page's body. */
  body: string
}

const [GREEN, AMBER, RED, GREY] = ['#00a651', '#ffb81c', '#d5281b', '#a6a6a6']
const disc = (colour: string) => `<i class="disc" style="background:${colour}"></i>`
const square = (colour: string) => `<i class="square" style="background:${colour}"></i>`

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (header: string[], rows: string[], kind = '') =>
  `<table class="${kind}"><thead><tr>${header.map((text) => `<th>${text}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`

export const DRAWN_SOURCES: readonly DrawnSource[] = [
  {
    folder: 'tracker-table/key-of-drawn-discs',
    title: 'Review of Ferry Landings: progress on recommendations',
    body: `<p>Saltmere Borough Council</p><p>Report to the Waterways Scrutiny Panel, 14 May 2031</p>
<p>${disc(GREEN)} Complete &emsp; ${disc(AMBER)} On course &emsp; ${disc(RED)} Behind schedule &emsp; ${disc(GREY)} With the harbour board</p>
${table(
  ['No.', 'Recommendation', 'Lead officer', 'Progress', 'Status'],
  [
    row('1', 'That the Council lights the steps at Otter Landing.', 'Perrin Holt', 'Lit since March.', disc(GREEN)),
    row('2', 'That a ramp be built at Mill Landing.', 'Perrin Holt', 'A builder has been chosen.', disc(AMBER)),
    row('3', 'That the ferry times be put up at each landing.', 'Isaura Beck', 'Boards are late from the printer.', disc(RED)),
    row('4', 'That dogs travel free.', 'Isaura Beck', 'Asked of the board in April.', disc(GREY)),
    row('5', 'That the bell at Otter Landing be mended.', 'Perrin Holt', 'Not yet reported.', ''),
    row('6', 'That a second boat run on market days.', 'Isaura Beck', 'Ran from May.', `${disc(AMBER)} Complete`),
  ],
  'banded',
)}`,
  },
  {
    folder: 'tracker-table/legend-beside-colours',
    title: 'Review of Market Stalls: progress on recommendations',
    body: `<p>Saltmere Borough Council</p><p>Report to the Trade Scrutiny Panel, 14 May 2031</p>
<p>What stallholders said of their pitches: ${square('#70ad47')} not started &emsp; ${square('#4472c4')} on track &emsp; ${square('#c00000')} finished</p>
${table(
  ['No.', 'Recommendation', 'Lead officer', 'Status'],
  [
    row('1', 'That pitches be marked in paint.', 'Perrin Holt', disc(GREEN)),
    row('2', 'That water be laid to the fish stalls.', 'Isaura Beck', disc(RED)),
    row('3', 'That a stall be kept for young traders.', 'Isaura Beck', disc(AMBER)),
  ],
)}`,
  },
  {
    folder: 'tracker-table/legend-of-some-colours',
    title: 'Review of Street Lamps: progress on recommendations',
    body: `<p>Saltmere Borough Council</p><p>Report to the Streets Scrutiny Panel, 14 May 2031</p>
<p>Lamps by ward: ${square(GREEN)} not started &emsp; ${square('#4472c4')} on track &emsp; ${square(RED)} finished</p>
${table(
  ['No.', 'Recommendation', 'Lead officer', 'Status'],
  [
    row('1', 'That lamps on the quay be dimmed at midnight.', 'Perrin Holt', disc(GREEN)),
    row('2', 'That broken lamps be listed each month.', 'Isaura Beck', disc(RED)),
    row('3', 'That the steps at Mill Lane be lit.', 'Isaura Beck', disc(AMBER)),
  ],
)}`,
  },
]

/** A source as a page of the web. */
export const drawnHtml = ({
  title,
  body,
}: DrawnSource): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>@page { size: A4 landscape; margin: 18mm } body { font: 11pt Liberation Sans, sans-serif; print-color-adjust: exact }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid black; padding: 4px 6px; text-align: left; vertical-align: top }
th { background: #1f6f43; color: white } .banded tbody tr:nth-child(odd) td { background: #d8ead3 }
i { display: inline-block; width: 11px; height: 11px } .disc { border-radius: 50% }</style>
<body><h1>${title}</h1>${body}</body></html>`
