import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesToText } from '../../parsers/formats/text/bytes-to-text.ts'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { blockPassages, passageFragments } from '../../schema/document.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import { fixtureCases, plainRecords } from '../read-fixture.ts'

/** Zero widths, direction marks, joiners, a mark of bytes, a soft hyphen: what pages, mail and word processors leave between letters. */
const UNSEEN = [...'\u200b\u2060\ufeff\u200e\u200f\u061c\u202a\u202c\u2066\u2069\u200c\u200d\u00ad']
const HYPHENS = [...'\u2010\u2011\u2012\u2212\ufe63\uff0d']

/** Between two letters, and before the first of a word. */
const BETWEEN = /(?<=\p{Ll})(?=\p{Ll})|(?<=\p{N})(?=\p{N})|(?<!\S)(?=[\p{L}\p{N}(])/gu
/** Mark-up is not one of a text's letters. */
const MARK_UP = /(<[^>\n]*>|&#?\w+;|\]\([^)]*\)|\{[^}\n]*\})/u

async function read(path: string, text: string): Promise<DocumentRecords> {
  return extractRecords(await readDocument({ bytes: new TextEncoder().encode(text), path }, () => {}), () => {})
}

function inWords(text: string, edit: (words: string) => string): string {
  return text
    .split(MARK_UP)
    .map((part, index) => (index % 2 ? part : edit(part)))
    .join('')
}

/** One of the letters that print nothing at every seventh place, each in turn; no word processor breaks a number by a soft hyphen. */
function salted(text: string): string {
  let places = 0
  return text.replace(BETWEEN, (_: string, at: number) => {
    const letter = ++places % 7 === 0 ? (UNSEEN[(places / 7) % UNSEEN.length] ?? '') : ''
    return letter === '\u00ad' && !/\p{Ll}/u.test(text[at] ?? '') ? '' : letter
  })
}

function withHyphens(text: string): string {
  let hyphens = 0
  return text.replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, () => HYPHENS[hyphens++ % HYPHENS.length] ?? '-')
}

const papers = fixtureCases().filter(({ input }) => /\.(?:txt|md)$/u.test(input))

describe.each(papers)('$layout/$name', ({ input }) => {
  it('says the same with letters that print nothing among its words, and with hyphens of other kinds', async () => {
    const text = bytesToText(readFileSync(input), () => {})
    const plain = plainRecords(await read(input, text))
    const odd = inWords(text, (words) => withHyphens(salted(words)))
    expect(odd).not.toBe(text)
    expect(plainRecords(await read(input, odd))).toEqual(plain)
  })
})

describe('letters that print nothing', () => {
  const quotes = async (path: string, text: string): Promise<string[]> => {
    const { blocks, source } = await readDocument({ bytes: new TextEncoder().encode(text), path }, () => {})
    return blocks.flatMap(blockPassages).flatMap((passage) => passageFragments(passage, source).map(({ quote }) => quote))
  }

  it.each(['paper.txt', 'paper.md', 'paper.html'])('are in no value, and a quote keeps what orders the letters: %s', async (path) => {
    const text = 'The \u200etrust\u200f will\u200b mend the we\u00adir by 20\u201131.'
    const { blocks } = await readDocument({ bytes: new TextEncoder().encode(text), path }, () => {})
    expect(blocks.flatMap(blockPassages).map((passage) => passage.text)).toEqual(['The trust will mend the weir by 20-31.'])
    expect(await quotes(path, text)).toEqual(['The \u200etrust\u200f will mend the weir by 20\u201131.'])
  })

  it('move no column of a text', async () => {
    const row = (number: string, words: string, day: string): string => `${number.padEnd(8)}${words.padEnd(30)}${day}`
    const rows = [row('No', 'Recommendation', 'Due'), row('1', 'Mend the weir.', '1 May 2031'), row('2', 'Paint the boats.', '2 May 2031')]
    const plain = await quotes('paper.txt', rows.join('\n'))
    expect(plain).toContain('2 May 2031')
    expect(await quotes('paper.txt', rows.join('\n').replace('2       ', '2\u200b\u200e\u200b\u200e       '))).toEqual(plain)
  })

  it('close up a word that a soft hyphen breaks at the end of a line, and print a hyphen where no word is broken', async () => {
    for (const path of ['paper.txt', 'paper.md']) {
      const text = 'The recommen\u00ad\ndation of 2031\u00ad32 was graded On\u00adTrack and the har\u00adbour was dredged.\n'
      const { blocks } = await readDocument({ bytes: new TextEncoder().encode(text), path }, () => {})
      expect(blocks.flatMap(blockPassages).map((passage) => passage.text)).toEqual([
        'The recommendation of 2031-32 was graded On-Track and the harbour was dredged.',
      ])
    }
  })

  it('stay where they shape letters', async () => {
    const persian = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'
    const { blocks } = await readDocument({ bytes: new TextEncoder().encode(`Read ${persian} aloud.`), path: 'paper.md' }, () => {})
    expect(blocks.flatMap(blockPassages).map((passage) => passage.text)).toEqual([`Read ${persian} aloud.`])
  })
})
