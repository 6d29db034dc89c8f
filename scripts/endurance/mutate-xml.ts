import type { Random } from '../bench/link/random.ts'
import { oddNumber } from './odd-values.ts'

const ELEMENT = /<([\w:.-]+)(?:\s[^<>]*)?>/gu
const ATTRIBUTE = /(\s[\w:.-]+=")([^"<]*)(")/gu
const TEXT = />([^<>]+)</gu

/** Deeper than anybody nests, and more often than anybody repeats. */
const DEEP = 3000
const MANY = 400

type Change = (xml: string, random: Random) => string

/** Ways in which XML says what nobody expects, most of them well formed. */
const CHANGES: Readonly<Record<string, Change>> = {
  attribute: (xml, random) => replaceAt(xml, ATTRIBUTE, random, ([, head = '', , tail = '']) => `${head}${oddNumber(random)}${tail}`),
  attributes: (xml, random) =>
    xml.replaceAll(ATTRIBUTE, (whole, head: string, value: string, tail: string) =>
      random.chance(0.05) ? `${head}${/\d/u.test(value) ? oddNumber(random) : value + value}${tail}` : whole,
    ),
  text: (xml, random) =>
    replaceAt(
      xml,
      TEXT,
      random,
      () => `>${random.pick(['', oddNumber(random), '&#0;', '&lt;', '\u202e\u200b', 'x'.repeat(5000), '31/02/2024'])}<`,
    ),
  entity: (xml, random) => {
    const declared = `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>`
    return replaceAt(
      xml.replace(/^(?:<\?xml[^>]*>)?/u, (head) => head + declared),
      TEXT,
      random,
      () => `>&${random.pick(['b', 'c', 'd', 'nbsp', 'zz'])};<`,
    )
  },
  drop: (xml, random) => replaceAt(xml, ELEMENT, random, () => ''),
  rename: (xml, random) => replaceAt(xml, ELEMENT, random, ([whole], name) => whole.replace(name, `${name}x`)),
  repeat: (xml, random) => {
    const found = elementAt(xml, random)
    return found ? xml.slice(0, found.start) + xml.slice(found.start, found.end).repeat(random.int(2, MANY)) + xml.slice(found.end) : xml
  },
  move: (xml, random) => {
    const [from, to] = [elementAt(xml, random), elementAt(xml, random)]
    if (!from || !to || (to.start > from.start && to.start < from.end)) return xml
    const piece = xml.slice(from.start, from.end)
    return xml.slice(0, to.start) + piece + xml.slice(to.start)
  },
  nest: (xml, random) => {
    const found = elementAt(xml, random)
    if (!found) return xml
    const { name, start, end } = found
    return `${xml.slice(0, start)}${`<${name}>`.repeat(DEEP)}${xml.slice(start, end)}${`</${name}>`.repeat(DEEP)}${xml.slice(end)}`
  },
  cut: (xml, random) => xml.slice(0, random.int(0, xml.length)),
}

/** The XML with one such change. */
export function mutateXml(xml: string, random: Random): string {
  return random.pick(Object.values(CHANGES))(xml, random)
}

/** One of the matches put otherwise; `name` is the first group's words. */
function replaceAt(xml: string, pattern: RegExp, random: Random, put: (match: RegExpMatchArray, name: string) => string): string {
  const matches = [...xml.matchAll(pattern)]
  if (matches.length === 0) return xml
  const match = random.pick(matches)
  const at = match.index ?? 0
  return xml.slice(0, at) + put(match, match[1] ?? '') + xml.slice(at + match[0].length)
}

/** An element with all that is in it, as far as the next end of its name. */
function elementAt(xml: string, random: Random): { name: string; start: number; end: number } | null {
  const matches = [...xml.matchAll(ELEMENT)]
  if (matches.length === 0) return null
  const { 0: whole, 1: name = '', index: start } = random.pick(matches)
  if (whole.endsWith('/>')) return { name, start, end: start + whole.length }
  const close = xml.indexOf(`</${name}>`, start)
  return close < 0 ? null : { name, start, end: close + name.length + 3 }
}
