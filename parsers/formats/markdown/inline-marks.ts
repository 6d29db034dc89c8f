import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'

/** "1^st^", "H~2~O": pandoc's raised and sunk letters. */
const RAISED = /(?<=[\p{L}\p{N}.,;:)\]])\^([\p{L}\p{N}]{1,6})\^/gu
const SUNK = /(?<=\p{L})~(\p{N}{1,2})~/gu
/** "[words]{.underline}": pandoc's words with a look that Markdown has no mark for. */
const SPAN = /\[((?:\\.|[^[\]\\]){1,400})\]\{(?:[.#][\w-]+|[\w-]+="[^"{}\n]*")(?:\s+(?:[.#][\w-]+|[\w-]+="[^"{}\n]*"))*\}/gu
/** "# Title {#title .unnumbered}". */
const HEADING_NAME = /^(#{1,6} .*?)\{[#.][^{}\n]*\}[ \t]*$/gmu
/** "<span id="page-1-0"></span>| …": the anchor of a page before a row of bars, which would be no row with it. */
const ANCHOR = /^(?:<(span|a)\s[^<>]*><\/\1>\s*)+(?=\|)/gmu
/** ":::: {.columns}": where pandoc's boxes begin and end. */
const BOX = /^:{3,}(?:\s*(?:\{[^{}\n]*\}|[\w-]+))?[ \t]*:*[ \t]*$/gmu
/** A formula of a few letters, by pandoc's rule: no blank inside its dollars, no digit after them, so that "$5 and $6" is money. */
const FORMULA = /(?<![\\$])\$(?=\S)((?:\\[%$&#]|[^$\n]){1,60}?)(?<=\S)\$(?![\d$])/gu

/** A stretch of a text, and what is written for it: text, or a stretch of the text itself. */
interface Change {
  start: number
  end: number
  parts: (string | { from: number; to: number })[]
}

/** Markdown with the marks of pandoc and LaTeX written as HTML, or taken out where they only say how words look. */
export function inlineMarksToHtml(source: Passage): Passage {
  const passes = [anchors, spans, names, boxes, raisedLetters, formulas]
  return passes.reduce((passage, changesOf) => changed(passage, changesOf(passage.text)), source)
}

function changed(passage: Passage, changes: readonly Change[]): Passage {
  if (changes.length === 0) return passage
  const builder = new PassageBuilder()
  let from = 0
  for (const { start, end, parts } of changes) {
    builder.addPart(passage, from, start)
    for (const part of parts) {
      if (typeof part === 'string') builder.addText(part)
      else builder.addPart(passage, part.from, part.to)
    }
    from = end
  }
  builder.addPart(passage, from)
  return builder.build()
}

/** A change for each match of a pattern: its first group is kept, between two tags or none. */
function keepGroup(text: string, pattern: RegExp, tag = ''): Change[] {
  return [...text.matchAll(pattern)].map((match) => {
    const kept = match[1] ?? ''
    const from = match.index + match[0].indexOf(kept)
    const part = { from, to: from + kept.length }
    return { start: match.index, end: match.index + match[0].length, parts: tag ? [`<${tag}>`, part, `</${tag}>`] : [part] }
  })
}

const spans = (text: string) => (text.includes(']{') ? keepGroup(text, SPAN) : [])
const anchors = (text: string) =>
  [...text.matchAll(ANCHOR)].map(({ 0: { length }, index }) => ({ start: index, end: index + length, parts: [] }))
const names = (text: string) => keepGroup(text, HEADING_NAME)
const boxes = (text: string) => keepGroup(text, BOX)
const raisedLetters = (text: string) =>
  [...keepGroup(text, RAISED, 'sup'), ...keepGroup(text, SUNK, 'sub')].toSorted((a, b) => a.start - b.start)

function formulas(text: string): Change[] {
  if (!text.includes('$')) return []
  return [...text.matchAll(FORMULA)].flatMap((match) => {
    const parts = formulaParts(match[1] ?? '', match.index + 1)
    return parts ? [{ start: match.index, end: match.index + match[0].length, parts }] : []
  })
}

/** Commands that set type, and those that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  '%': '%',
  pounds: '£',
  times: '×',
  geq: '≥',
  leq: '≤',
  ge: '≥',
  le: '≤',
  sim: '~',
  pm: '±',
}
const TYPE = /^\\(?:mathrm|text|textrm|textsuperscript|mathbf|textbf|mathit|textit|rm|mathsf)\b\s*/u

/** A formula as text with raised and sunk parts; null for what is no such text, which stays as it is. */
function formulaParts(formula: string, at: number): Change['parts'] | null {
  if (!/[\\^_]/u.test(formula)) return null
  const parts: Change['parts'] = []
  const open: string[] = []
  let raise: string | null = null
  for (let i = 0; i < formula.length; ) {
    const rest = formula.slice(i)
    const command = TYPE.exec(rest)?.[0] ?? /^\\[a-z]+|^\\[%$&#]/iu.exec(rest)?.[0]
    const letter = rest[0] ?? ''
    if (command) {
      const sign = SIGNS[command.slice(1)] ?? (/^\\[$&#]$/u.test(command) ? command.slice(1) : null)
      if (sign !== null) parts.push(sign)
      else if (!TYPE.test(command)) return null
      i += command.length
    } else if (letter === '^' || letter === '_') {
      raise = letter === '^' ? 'sup' : 'sub'
      if (formula[i + 1] !== '{') {
        parts.push(`<${raise}>`, { from: at + i + 1, to: at + i + 2 }, `</${raise}>`)
        raise = null
        i++
      }
      i++
    } else if (letter === '{') {
      if (raise) parts.push(`<${raise}>`)
      open.push(raise ? `</${raise}>` : '')
      raise = null
      i++
    } else if (letter === '}') {
      const close = open.pop()
      if (close === undefined) return null
      if (close) parts.push(close)
      i++
    } else if (/[\p{L}\p{N}.,()+\-–/:;*'" =]/u.test(letter)) {
      parts.push({ from: at + i, to: at + i + 1 })
      i++
    } else return null
  }
  return open.length === 0 && raise === null ? parts : null
}
