/** The elements of HTML that text is marked up with. What else is in angle brackets is text: "<name of officer>". */
const KNOWN_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr acronym address article aside b bdi bdo big blockquote body br caption center cite code col colgroup data dd del details
  dfn dir div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i img input ins kbd label li link main
  map mark menu meta nav nobr ol p picture pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead
  time tr tt u ul var wbr`.split(/\s+/u),
)

/** Elements that stand for themselves, as blocks. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dir div dl dt figcaption figure footer form header hgroup hr html li
  main menu nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6`.split(/\s+/u),
)

/** Elements whose content is not text of the document, and swallows everything if it is not closed. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style'])

/** Elements that hold no others, or that the next of their kind closes, and so do not nest by themselves. */
export const FLAT_ELEMENTS: ReadonlySet<string> = new Set(
  'br col dd dt hr img input li link meta p tbody td tfoot th thead tr wbr'.split(' '),
)

/** Deeper nesting than this is not a document but a strain on the stack: tags beyond it are text. */
export const DEEPEST_NESTING = 64

/** Whether an element (in small letters) is one that text is marked up with. */
export function isKnownElement(name: string): boolean {
  return KNOWN_ELEMENTS.has(name)
}
