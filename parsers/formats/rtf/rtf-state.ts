import { type LetterLook, PLAIN_LETTERS } from '../word/letters.ts'

/** Where letters go: into the text, the printed number of a paragraph, a table at the head of the file, or nowhere. */
export type Destination = 'text' | 'number' | 'fonts' | 'colours' | 'styles' | 'title' | 'author' | 'subject' | 'nowhere'

/** What is in force within a group. */
export interface RtfState {
  destination: Destination
  look: LetterLook
  /** The number of the font; null for the document's own. */
  font: number | null
  /** How many letters for older programs follow a letter by number. */
  fallbacks: number
  /** Its deletion is recorded. */
  deleted: boolean
  style: number
  /** In points. */
  indent: number
  /** The list that a paragraph belongs to, and its level in it. */
  list: number
  level: number
  /** 1 for the highest heading; null for none. */
  outline: number | null
  /** In a cell of a table. */
  inTable: boolean
  /** In a cell of a table within a cell. */
  nested: boolean
}

const PLAIN_PARAGRAPH = { style: 0, indent: 0, list: 0, level: 0, outline: null, inTable: false, nested: false } as const

export const FIRST_STATE: RtfState = {
  destination: 'text',
  look: { ...PLAIN_LETTERS, size: 12 },
  font: null,
  fallbacks: 1,
  deleted: false,
  ...PLAIN_PARAGRAPH,
}

/** The levels of outline that are headings; 9 is text. */
const DEEPEST_OUTLINE = 8

/** The state after a control word that sets letters or paragraphs; null for a word that does neither. */
export function afterWord(state: RtfState, name: string, number: number | null): RtfState | null {
  const on = number !== 0
  const set = (look: Partial<LetterLook>): RtfState => ({ ...state, look: { ...state.look, ...look } })
  switch (name) {
    case 'plain':
      return { ...state, look: FIRST_STATE.look, font: null, deleted: false }
    case 'pard':
      return { ...state, ...PLAIN_PARAGRAPH }
    case 'b':
      return set({ bold: on })
    case 'i':
      return set({ italic: on })
    case 'v':
      return set({ hidden: on })
    case 'strike':
    case 'striked':
      return set({ struck: on })
    case 'super':
      return set({ raised: on })
    case 'nosupersub':
    case 'sub':
      return set({ raised: false })
    case 'fs':
      return set({ size: (number ?? 24) / 2 })
    case 'f':
      return { ...state, font: number }
    case 'deleted':
      return { ...state, deleted: on }
    case 'uc':
      return { ...state, fallbacks: Math.max(0, number ?? 1) }
    case 's':
      return { ...state, style: number ?? 0 }
    case 'li':
    case 'lin':
      return { ...state, indent: (number ?? 0) / 20 }
    case 'ls':
      return { ...state, list: number ?? 0 }
    case 'ilvl':
      return { ...state, level: number ?? 0 }
    case 'outlinelevel':
      return { ...state, outline: number !== null && number <= DEEPEST_OUTLINE ? number + 1 : null }
    case 'intbl':
      return { ...state, inTable: true }
    case 'itap':
      return { ...state, inTable: (number ?? 1) > 0, nested: (number ?? 1) > 1 }
    default:
      return null
  }
}

/** Destinations of what is not part of the text (RTF 1.9.1, "Destinations"), where a group begins with them. */
const SILENT = new Set(
  `pict object objdata nonshppict fldinst xe tc tcn rxe stylesheet filetbl listtable listoverridetable rsidtbl header headerl headerr
  headerf footer footerl footerr footerf pntext pntxta pntxtb atnid atnauthor annotation private template operator doccomm comment
  manager company category hlinkbase keywords buptim printim creatim revtim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables`.split(
    /\s+/u,
  ),
)
const TABLES: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  colortbl: 'colours',
  stylesheet: 'styles',
  listtext: 'number',
  pntext: 'number',
  title: 'title',
  author: 'author',
  subject: 'subject',
}
/** Starred destinations that hold text; others are for programs that know them. */
const STARRED_TEXT = new Set(['footnote', 'shpinst', 'shptxt'])

/** Where the letters of a group go that begins with a control word; undefined where the word opens no destination. */
export function destinationOf(name: string, starred: boolean): Destination | undefined {
  if (name in TABLES && !starred) return TABLES[name]
  if (starred) return STARRED_TEXT.has(name) ? undefined : 'nowhere'
  return SILENT.has(name) ? 'nowhere' : undefined
}
