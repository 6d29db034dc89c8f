import type { Random } from '../bench/link/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateStream } from './mutate-pdf-stream.ts'
import { oddNumber, oddValue } from './odd-values.ts'
import { bytesToPieces, type PdfObject, type PdfPieces, piecesToBytes } from './pdf-pieces.ts'
import { replaceOne } from './replace-one.ts'

/** What the objects that a mutation aims at say about themselves: most of a file's objects are not among these. */
const AIMS: readonly RegExp[] = [
  /\/Type\s*\/Catalog/u,
  /\/Type\s*\/Pages?\b/u,
  /\/Type\s*\/Font\b/u,
  /\/FontDescriptor|\/CIDSystemInfo|\/Widths|\/W\s*\[/u,
  /\/Encoding|\/Differences|\/ToUnicode/u,
  /\/StructTreeRoot|\/ParentTree|\/Nums/u,
  /\/Type\s*\/StructElem|\/S\s*\/T[RDH]\b/u,
  /\/Outlines|\/PageLabels|\/Dests|\/Info|\/Producer/u,
  /\/Type\s*\/XObject|\/ExtGState|\/Resources/u,
  /\bstream\b/u,
]

type Change = (pieces: PdfPieces, random: Random, other: PdfPieces) => void

/** Ways in which the objects of a file come to say what they should not. Each changes the pieces it is given. */
const CHANGES: Readonly<Record<string, Change>> = {
  number: (pieces, random) =>
    inDictionary(pieces, random, /(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]/>])(?!\s+\d+\s+R)/gu, () => oddNumber(random)),
  reference: (pieces, random) =>
    inDictionary(pieces, random, /\b\d+ 0 R\b/gu, (_found, object) => {
      const target = random.chance(0.3) ? object.number : random.chance(0.2) ? 99_999 : random.pick(pieces.objects).number
      return `${target} 0 R`
    }),
  name: (pieces, random) => {
    const names = random.pick(pieces.objects).body.match(/\/[A-Za-z]\w*/gu) ?? ['/Odd']
    inDictionary(pieces, random, /\/[A-Za-z]\w*/gu, () => random.pick(names))
  },
  value: (pieces, random) =>
    inDictionary(
      pieces,
      random,
      /(?<=\/[A-Za-z]\w*\s*)(?:\d+ 0 R|\[[^\]]*\]|<<[^<>]*>>|\([^)]*\)|\/\w+|(?<=\s)-?[\d.]+)/gu,
      () => ` ${oddValue(random)}`,
    ),
  drop: (pieces, random) =>
    inDictionary(pieces, random, /\/[A-Za-z]\w*\s*(?:\d+ 0 R|\[[^\]]*\]|<<[^<>]*>>|\([^)]*\)|\/\w+|-?[\d.]+)/gu, () => ''),
  repeat: (pieces, random) => inDictionary(pieces, random, /\b\d+ 0 R\b|<<[^<>]*>>/gu, (found) => `${found} `.repeat(random.int(2, 2000))),
  remove: (pieces, random) => {
    pieces.objects.splice(random.int(0, pieces.objects.length - 1), 1)
  },
  swap: (pieces, random) => {
    const [a, b] = [aim(pieces, random), random.pick(pieces.objects)]
    ;[a.body, b.body] = [b.body, a.body]
  },
  twice: (pieces, random) => {
    const { number } = random.pick(pieces.objects)
    pieces.objects.splice(random.int(0, pieces.objects.length), 0, { number, body: aim(pieces, random).body })
  },
  stream: (pieces, random) => {
    const streams = pieces.objects.filter(({ body }) => /\bstream\b/u.test(body))
    for (let times = random.int(1, 3); times > 0 && streams.length > 0; times--) mutateStream(random.pick(streams), random)
  },
  splice: (pieces, random, other) => {
    if (other.objects.length === 0) return
    const theirs = aim(other, random)
    const kind = AIMS.find((pattern) => pattern.test(theirs.body))
    const object = random.pick(pieces.objects.filter(({ body }) => kind?.test(body) ?? true).concat(random.pick(pieces.objects)))
    object.body = theirs.body
  },
  trailer: (pieces, random) => {
    pieces.trailer = replaceOne(pieces.trailer, /\b\d+ 0 R\b|\b\d+\b|\/\w+/gu, () => oddValue(random), random)
  },
}

/** Of the changes, streams hold most of what can go wrong. */
const STREAM_SHARE = 0.3

/**
 * A PDF with something wrong in it: in its bytes, in its objects, in a stream that is packed again around what is wrong,
 * or in its cross-reference table; or two put together. The same random numbers give the same bytes.
 */
export function mutatePdf(original: Buffer, other: Buffer, random: Random): Buffer {
  const way = random.next()
  if (way < 0.15) return mutateBytes(original, random)
  if (way < 0.2) return spliceFiles(original, other, random)
  const pieces = bytesToPieces(original)
  const others = bytesToPieces(other)
  const changes = Object.values(CHANGES)
  for (let times = random.int(1, random.chance(0.8) ? 3 : 12); times > 0; times--) {
    if (pieces.objects.length === 0) break
    const change = random.chance(STREAM_SHARE) ? CHANGES.stream : random.pick(changes)
    change?.(pieces, random, others)
  }
  const bytes = piecesToBytes(pieces)
  const then = random.next()
  if (then < 0.1) return mutateBytes(bytes, random)
  return then < 0.2 ? harmReferences(bytes, random) : bytes
}

/** An object to change, more often one that others are on. */
function aim({ objects }: PdfPieces, random: Random): PdfObject {
  const pattern = random.pick(AIMS)
  const aimed = objects.filter(({ body }) => pattern.test(body))
  return random.pick(aimed.length > 0 && random.chance(0.85) ? aimed : objects)
}

/** Replaces one match in what precedes the stream of an object. */
function inDictionary(pieces: PdfPieces, random: Random, pattern: RegExp, by: (found: string, object: PdfObject) => string): void {
  const object = aim(pieces, random)
  const end = object.body.search(/\bstream\r?\n/u)
  const dictionary = end < 0 ? object.body : object.body.slice(0, end)
  object.body = replaceOne(dictionary, pattern, (found) => by(found, object), random) + object.body.slice(dictionary.length)
}

/** The cross-reference table and what follows it, harmed. */
function harmReferences(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1')
  const at = text.lastIndexOf('\nxref')
  let table = text.slice(at)
  for (let times = random.int(1, 5); times > 0; times--) {
    table = replaceOne(
      table,
      random.pick([/\b\d{10}\b/gu, /\b\d+\b/gu, /xref|trailer|startxref|%%EOF| n | f /gu]),
      () => oddNumber(random),
      random,
    )
  }
  return Buffer.from(text.slice(0, at) + table, 'latin1')
}

/** The beginning of one file and the end of another, as a broken transfer leaves them, or one after the other. */
function spliceFiles(one: Buffer, other: Buffer, random: Random): Buffer {
  if (random.chance(0.3)) return Buffer.concat([one, other])
  return Buffer.concat([one.subarray(0, random.int(1, one.length)), other.subarray(random.int(0, other.length - 1))])
}
