import type { Box } from '../../../../schema/place.ts'
import { areaOf, overlapArea } from '../page/boxes.ts'
import type { Edge, PageContent, UnseenReason, Word } from '../page/page-content.ts'
import { addUnseen } from '../page/page-content.ts'
import { PAPER } from '../page/tolerances.ts'

/** So much of a word lies under what covers it, and on the ground that it is set on. */
const COVERED_SHARE = 0.7
const GROUND_SHARE = 0.95
/** A rule may be a bar this far to both sides. */
const THICKEST_RULE_PT = 12
/** Colours whose parts differ by no more than this, of 255, cannot be distinguished. */
const SAME_COLOUR = 6
/** What lies under a word reaches this far, in parts of its size, above its base line: the height of small letters. */
const LOW_EM = 0.1
const HIGH_EM = 0.45
/** A picture is what invisible text was recognised on when it lies under it; rounding may leave this much out. */
const PICTURE_SLACK_PT = 3

/**
 * A page's words without those that nobody sees: covered by what is painted over them, in the colour of what lies under them,
 * or without ink. Text without ink that lies over a picture is what text recognition found in a scan, and stays. Notes
 * what it leaves out in `unseen`.
 */
export function withoutUnseen(content: PageContent): Word[] {
  const grounds = [...new Set([PAPER, ...content.fills.map(({ colour }) => colour)])]
  const hiding = new Map<string, boolean>()
  const mayHide = (colour: string) => {
    const known = hiding.get(colour) ?? grounds.some((ground) => isSameColour(ground, colour))
    hiding.set(colour, known)
    return known
  }
  return content.words.filter((word) => {
    const reason = reasonOf(word, content, mayHide)
    if (reason) addUnseen(content, reason, word.text)
    return reason === null
  })
}

function reasonOf(word: Word, content: PageContent, mayHide: (colour: string) => boolean): UnseenReason | null {
  const { fills, pictures } = content
  if (word.hidden) return pictures.some((box) => liesIn(word, box)) ? null : 'inkless'
  for (let at = fills.length - 1; at >= word.fillsBefore; at--) {
    const fill = fills[at]
    if (fill?.opaque && share(word, fill.box) >= COVERED_SHARE) return 'covered'
  }
  return mayHide(word.colour) && isInGround(word, content) ? 'paper-colour' : null
}

/** Whether all that was painted under a word before it, down to the paper, is of its own colour. */
function isInGround(word: Word, { fills, edges, pictures, shadings, drawings }: PageContent): boolean {
  for (let at = word.fillsBefore - 1; at >= 0; at--) {
    const fill = fills[at]
    const shared = fill ? share(word, fill.box) : 0
    if (!fill || shared === 0) continue
    if (!fill.opaque || !isSameColour(fill.colour, word.colour)) return false
    if (shared >= GROUND_SHARE) return true
  }
  if (!isSameColour(PAPER, word.colour)) return false
  // Pictures, curved shapes and thick rules may have any colour.
  const rule = edges.some((edge) => share(word, edgeBox(edge)) > 0)
  return !rule && ![...pictures, ...shadings, ...drawings].some((box) => share(word, box) > 0)
}

/** A rule as it may be at its thickest. */
function edgeBox({ across, at, from, to }: Edge): Box {
  return across ? [from, at - THICKEST_RULE_PT, to, at + THICKEST_RULE_PT] : [at - THICKEST_RULE_PT, from, at + THICKEST_RULE_PT, to]
}

/** The part of a word's box that its small letters fill: whole for turned text. */
function bodyOf({ turn, x0, x1, top, bottom, base, size }: Word): Box {
  return turn === 0 ? [x0, base - HIGH_EM * size, x1, base - LOW_EM * size] : [x0, top, x1, bottom]
}

/** The part of a word that lies in a box. */
function share(word: Word, box: Box): number {
  const body = bodyOf(word)
  return overlapArea(body, box) / Math.max(0.01, areaOf(body))
}

function liesIn(word: Word, box: Box): boolean {
  const [x, y] = [(word.x0 + word.x1) / 2, (word.top + word.bottom) / 2]
  return (
    x >= box[0] - PICTURE_SLACK_PT && x <= box[2] + PICTURE_SLACK_PT && y >= box[1] - PICTURE_SLACK_PT && y <= box[3] + PICTURE_SLACK_PT
  )
}

function isSameColour(one: string, other: string): boolean {
  if (one === other) return true
  return [1, 3, 5].every(
    (at) => Math.abs(Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16)) <= SAME_COLOUR,
  )
}
