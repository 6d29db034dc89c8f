/** A bullet at the start of a line: how it is shown as a marker, and where the text after it begins. */
export interface Bullet {
  marker: string
  /** The printed sign is the marker itself, not a private-use code for it. */
  asPrinted: boolean
  markerStart: number
  end: number
}

/** Signs that are bullets wherever they are. Symbol and Wingdings bullets arrive as private-use characters (U+F0B7, U+F0A7). */
const BULLET_SIGNS =
  '\u2022\u2023\u2043\u204c\u204d\u2219\u25a0\u25aa\u25ab\u25b6\u25ba\u25cf\u25cb\u25e6\u25fc\u25fe\u27a2\u27a4\u2756\ue000-\uf8ff'
const STRONG_BULLET = new RegExp(`^\\s*([${BULLET_SIGNS}])\\s*`, 'u')
/** The same anywhere in a text. */
export const ANY_BULLET = new RegExp(`[${BULLET_SIGNS}]`, 'gu')
/** Signs that are bullets only at the start of a line, with a gap after them: a dash, a star, Word's hollow round one ("o"), Wingdings read as letters. */
const WEAK_BULLET = /^\s*([-\u2013\u2014*+o\u00b7\u00a7\u00d8>])[\s\u00a0]+(?=\S)/u
const PRIVATE_USE = /[\ue000-\uf8ff]/u

/** The bullet that a line begins with, or null. */
export function readBullet(text: string): Bullet | null {
  const head = text.slice(0, 200)
  const match = STRONG_BULLET.exec(head) ?? WEAK_BULLET.exec(head)
  const sign = match?.[1]
  if (!match || !sign) return null
  const asPrinted = !PRIVATE_USE.test(sign)
  return { marker: asPrinted ? sign : '\u2022', asPrinted, markerStart: match[0].indexOf(sign), end: match[0].length }
}

/** Whether the bullet could as well be a dash or a star within a sentence. */
export function isWeakBullet(bullet: Bullet): boolean {
  return bullet.asPrinted && /[-\u2013\u2014*+o>]/u.test(bullet.marker)
}

/** A number or letter that a line begins with. `shape` is how it is written, so that "(a)" is followed by "(b)" and not by "2.". */
export interface LineLabel {
  shape: string
  /** Its last part: "b", "iv", "12". */
  value: string
  /** What precedes the last part: "2." of "2.5". */
  stem: string
  /** "2.5" without any other sign could as well be a quantity. */
  bare: boolean
  end: number
}

const LABELS: readonly (readonly [shape: string, pattern: RegExp])[] = [
  ['(1)', /^\((\d{1,3})\)[.:]?/u],
  ['(1a)', /^(\(\d{1,3})([a-z])\)[.:]?/u],
  ['(a)', /^\(([a-z]{1,2}|[ivxlc]{1,6})\)[.:]?/iu],
  ['[1]', /^\[(\d{1,3})\](?=\s)/u],
  ['1.1.', /^((?:\d{1,3}\.)+)(\d{1,3})[.):](?!\d)/u],
  ['1.1', /^((?:\d{1,3}\.)+)(\d{1,3})(?=\s|$|\p{Lu}|[a-z][.)]?\s)/u],
  ['1(a)', /^(\d{1,2} ?)\(([a-z]{1,2}|[ivxlc]{1,6})\)/iu],
  ['1.', /^(\d{1,3})\.(?!\d)/u],
  ['1)', /^(\d{1,3})\)/u],
  ['1a.', /^(\d{1,3})([a-z])[.)](?=\s|\p{Lu})/u],
  ['a)', /^([a-z]|[ivxlc]{1,6})\)/iu],
  ['a.', /^([a-z]|[ivxlc]{1,6})\.(?=\s+\S)/u],
  ['A.', /^([A-Z])\.(?=\s+\S)/u],
  ['R1', /^([A-Z]{1,2})(\d{1,3}(?:\.\d{1,3})?)[.:)](?=\s|\p{Lu})/u],
  ['Word 1:', /^(\p{Lu}\p{L}{2,20}(?: No\.?)? )(\d{1,3}(?:\.\d{1,3})*(?: ?\([a-z]\))?) ?[:\u2013\u2014](?=\s|$)/u],
]

/** No label is longer. */
const LONGEST_LABEL = 60

/** The label that a line begins with, or null. */
export function readLineLabel(text: string): LineLabel | null {
  const start = text.length - text.trimStart().length
  const head = text.slice(start, start + LONGEST_LABEL)
  for (const [shape, pattern] of LABELS) {
    const match = pattern.exec(head)
    if (!match) continue
    const [whole, first = '', second] = match
    return {
      shape,
      stem: second === undefined ? '' : first,
      value: second ?? first,
      bare: shape === '1.1',
      end: start + whole.length,
    }
  }
  return null
}

/** Whether `next` is what follows `before` in a list: the next number, letter or Roman numeral of the same shape. */
export function isSuccessor(before: LineLabel, next: LineLabel): boolean {
  if (before.shape !== next.shape || before.stem !== next.stem) return false
  return valuesOf(before.value).some((low) => valuesOf(next.value).some((high) => low.kind === high.kind && high.value === low.value + 1))
}

/** Whether a label is the first of its list. */
export function isFirst(label: LineLabel): boolean {
  return valuesOf(label.value).some(({ value }) => value <= 1)
}

function valuesOf(printed: string): { kind: string; value: number }[] {
  const text = printed.toLowerCase()
  if (/^\d+$/u.test(text)) return [{ kind: 'number', value: Number(text) }]
  const values: { kind: string; value: number }[] = []
  if (/^[a-z]$/u.test(text)) values.push({ kind: 'letter', value: text.charCodeAt(0) - 96 })
  const roman = romanValue(text)
  if (roman) values.push({ kind: 'roman', value: roman })
  return values
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanValue(text: string): number | null {
  let sum = 0
  for (let index = 0; index < text.length; index++) {
    const value = ROMAN[text[index] ?? '']
    if (value === undefined) return null
    const next = ROMAN[text[index + 1] ?? ''] ?? 0
    sum += value < next ? -value : value
  }
  return sum
}
