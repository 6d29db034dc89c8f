import type { Random } from '../bench/link/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { replaceOne } from './replace-one.ts'

/** Characters that text is not expected to hold, or that mean something to who reads it. */
const ODD = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u0301',
  '\u00ad',
  '\u00a0',
  '\t',
  '\t\t',
  '\f',
  '\r',
  '\v',
  '\u0085',
  '\u2028',
  '\uf0b7',
  '\u{1f600}',
  '\u{1d7d9}',
  '½',
  '٣',
  '①',
  'ﬁ',
  'İ',
  'ẞ',
  '"',
  '(',
  ')',
  '[',
  ']',
  '{',
  '<',
  '>',
  '|',
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '#',
  '\\',
  '&',
  '&#0;',
  '&nbsp;',
  ':',
  ';',
  '…',
  '–',
  '-',
  '•',
  '~~',
  '$',
  '%',
]

/** What papers are made of, to be where it should not. */
const PIECES = [
  'Recommendation 1: ',
  'Recommendations 1 to 999999',
  'R1',
  '1.',
  '(a)',
  '(iv)',
  '2.1.3.4.5.6.7 ',
  'IIIIIIIIII) ',
  '99999999999999999999. ',
  'RESOLVED that ',
  'Resolved:\n',
  'AGREED',
  'That the Council ',
  '\n\n',
  '\n\n\n\n',
  '\n\f',
  'June 2022',
  '31 February 2021',
  '00/00/0000',
  '12.13.99999',
  'Q5 2019/18',
  'by the end of ',
  'Status: ',
  'Progress:',
  'Complete',
  'Amber',
  'Not on target',
  'Cabinet ',
  'Cllr ',
  '# ',
  '####### ',
  '- ',
  '    - ',
  '> ',
  '>>>>>>>> ',
  '| a | b |\n|---|---|\n',
  '|',
  '|---',
  '<table>',
  '</table>',
  '<tr>',
  '<td rowspan=99999 colspan=99999>',
  '<td colspan="-1">',
  '</td>',
  '<p>',
  '<!--',
  '<![CDATA[',
  '<script>',
  '[x](',
  '![',
  '[^1]',
  '\n[a]: b\n',
  '***',
  '\n---\n',
  '\n===\n',
  '  \n',
  'Page 3 of 9',
]

/** How often a fragment is repeated where it is to be too much. */
const TOO_MANY = 10_000
/** No longer than this: what a whole line too many would come to is a file beyond all limits. */
const LONGEST_FRAGMENT = 60

/** A change that makes more characters than this is left out: what is beyond the limits of an import is ended by them, and shows nothing. */
const LONGEST_TEXT = 400_000

type Change = (text: string, random: Random) => string

/** Ways in which papers are torn, put together wrongly or written by nobody. */
const CHANGES: Readonly<Record<string, Change>> = {
  deleteLines: (text, random) => onLines(text, random, (lines, from, to) => void lines.splice(from, to - from)),
  duplicateLines: (text, random) =>
    onLines(text, random, (lines, from, to) => put(lines, random.int(0, lines.length), 0, lines.slice(from, to))),
  moveLines: (text, random) =>
    onLines(text, random, (lines, from, to) => {
      const taken = lines.splice(from, to - from)
      put(lines, random.int(0, lines.length), 0, taken)
    }),
  joinLines: (text, random) =>
    onLines(
      text,
      random,
      (lines, from, to) => void lines.splice(from, to - from, lines.slice(from, to).join(random.pick(['', ' ', '  ']))),
    ),
  splitLine: (text, random) => insert(text, random.pick(['\n', '\n\n', '\r\n', '\r', '\f', '\n    ']), random),
  indent: (text, random) => {
    const margin = random.pick([' ', '    ', '\t', '> ', '- ', '          ', '| '])
    return onLines(text, random, (lines, from, to) => {
      for (let at = from; at < to; at++) lines[at] = margin + lines[at]
    })
  },
  dropColumn: (text, random) => {
    const [mark, column] = [random.pick(['|', '\t', '  ']), random.int(0, 5)]
    return onLines(text, random, (lines, from, to) => {
      for (let at = from; at < to; at++)
        lines[at] = (lines[at] ?? '')
          .split(mark)
          .filter((_, index) => index !== column)
          .join(mark)
    })
  },
  tearColumn: (text, random) =>
    replaceOne(text, /\||\t| {3,}|-{3,}|={3,}/gu, () => random.pick(['', ' ', '\n', '||', '\t\t', '      ']), random),
  number: (text, random) =>
    replaceOne(
      text,
      /\d+/gu,
      (found) => random.pick(['', '0', '1', `${found}${found}`, '-1', '99999999999999999999', '1.1', `${Number(found) + 1}`, '2022']),
      random,
    ),
  word: (text, random) =>
    replaceOne(
      text,
      /\S+/gu,
      (found) => random.pick(['', `${found} ${found}`, found.toUpperCase(), found.split('').join(' '), `${found}-\n`, random.pick(PIECES)]),
      random,
    ),
  piece: (text, random) => insert(text, random.pick(PIECES), random),
  odd: (text, random) => insert(text, random.pick(ODD), random),
  oddFor: (text, random) => replaceOne(text, /[\s\S]/gu, () => random.pick(ODD), random),
  repeat(text, random) {
    const from = random.int(0, text.length)
    const fragment = random.chance(0.5)
      ? text.slice(from, from + random.int(1, LONGEST_FRAGMENT))
      : random.pick(random.chance(0.5) ? PIECES : ODD)
    return insert(text, fragment.repeat(random.pick([2, 10, 100, 1000, TOO_MANY])), random)
  },
  nest(text, random) {
    const depth = random.pick([2, 8, 40, 400])
    const [open, close] = random.pick([
      ['> ', ''],
      ['- ', ''],
      ['<table><tr><td>', '</td></tr></table>'],
      ['(', ')'],
      ['[', ']'],
      ['**', '**'],
      ['<b>', '</b>'],
      ['1. ', ''],
    ] as const)
    return onLines(text, random, (lines, from, to) =>
      put(
        lines,
        from,
        to - from,
        lines.slice(from, to).map((line) => open.repeat(depth) + line + close.repeat(depth)),
      ),
    )
  },
}

/** A paper is read as UTF-8 unless it is reported otherwise; these say otherwise, or lie. */
const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1),
  (text) =>
    Buffer.concat([Buffer.from(text.slice(0, text.length / 2)), Buffer.from(text.slice(text.length / 2).replace(/e/gu, 'é'), 'latin1')]),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  (text) => Buffer.from(text.replaceAll('\n', '\r')),
]

/**
 * A text with something wrong in its lines, tables, numbers, marks or characters; two papers in one; or one in another
 * encoding. The same random numbers give the same bytes.
 */
export function mutateText(original: Buffer, other: Buffer, random: Random): Buffer {
  if (random.chance(0.05)) return mutateBytes(original, random)
  let text = original.toString('utf8')
  if (random.chance(0.12)) text = splicePapers(text, other.toString('utf8'), random)
  const changes = Object.values(CHANGES)
  for (let times = random.int(1, random.chance(0.7) ? 4 : 60); times > 0; times--) {
    const changed = random.pick(changes)(text, random)
    if (changed.length <= LONGEST_TEXT) text = changed
  }
  return random.chance(0.1) ? random.pick(ENCODINGS)(text) : Buffer.from(text)
}

function splicePapers(text: string, other: string, random: Random): string {
  const [ours, theirs] = [text.split('\n'), other.split('\n')]
  const from = random.int(0, theirs.length - 1)
  const at = random.int(0, ours.length)
  const rest = random.chance(0.5) ? [] : ours.slice(at)
  return [...ours.slice(0, at), ...theirs.slice(from, from + random.int(1, theirs.length)), ...rest].join('\n')
}

/** Changes the lines from one to another, mostly a few. */
function onLines(text: string, random: Random, change: (lines: string[], from: number, to: number) => void): string {
  const lines = text.split('\n')
  const from = random.int(0, lines.length - 1)
  change(lines, from, Math.min(lines.length, from + random.int(1, random.chance(0.8) ? 4 : lines.length)))
  return lines.join('\n')
}

function insert(text: string, piece: string, random: Random): string {
  const at = random.int(0, text.length)
  return text.slice(0, at) + piece + text.slice(at)
}

/** Puts pieces into the place of some lines: a splice of very many is more than a call takes. */
function put(lines: string[], at: number, count: number, pieces: readonly string[]): void {
  const behind = lines.splice(at).slice(count)
  for (const line of pieces) lines.push(line)
  for (const line of behind) lines.push(line)
}
