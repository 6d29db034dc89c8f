import type { Random } from '../bench/link/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { oddNumber, oddValue } from './odd-values.ts'
import { type PdfObject, streamOf, withContent } from './pdf-pieces.ts'
import { replaceOne } from './replace-one.ts'

/** Pieces of content streams that ask for more than a page needs: states saved, marks opened, forms drawn, letters placed nowhere. */
const PIECES = [
  'q ',
  'Q ',
  'BT ',
  'ET ',
  '/P <</MCID 0>> BDC ',
  '/Artifact BMC ',
  'EMC ',
  '0 0 0 0 0 0 cm ',
  '1e30 0 0 1e30 0 0 cm ',
  '-1 0 0 -1 300 300 cm ',
  '0.7 0.7 -0.7 0.7 0 0 cm ',
  '0 0 1000000 1000000 re f ',
  '0 0 0.1 500 re f ',
  '10 10 m 500 10 l S ',
  '0 0 m 1 1 2 2 3 3 c h B ',
  'W n ',
  '1e20 Tf ',
  '/F1 0 Tf ',
  '/F1 -12 Tf ',
  '/F1 999999 Tf ',
  '0 Tz ',
  '-100 Tz ',
  '1e9 Tc ',
  '-50 Tc ',
  '1e9 Td ',
  '1 0 0 1 -99999 99999 Tm ',
  '0 0 0 0 0 0 Tm ',
  '3 Tr ',
  'T* ',
  '(\\000\\001\\377) Tj ',
  '[(a) -99999999 (b)] TJ ',
  '[] TJ ',
  'BI /W 9 /H 9 ID xx EI ',
  '/Fm0 Do ',
  '/Im1 Do ',
]
/** How often a piece is repeated where it is to be too much. */
const TOO_MANY = 10_000

type Change = (content: string, random: Random) => string

/** Ways in which the content of a stream goes wrong: a page's operators, or the lines of a character map. */
const CHANGES: Readonly<Record<string, Change>> = {
  number: (content, random) => replaceOne(content, /(?<![\w/.])-?\d+(?:\.\d+)?(?![\w.])/gu, () => oddNumber(random), random),
  value: (content, random) => replaceOne(content, /\/\w+|<[0-9A-Fa-f]+>|\((?:\\.|[^\\)])*\)|\[[^\]]*\]/gu, () => oddValue(random), random),
  codes: (content, random) =>
    replaceOne(content, /[0-9A-Fa-f]{4}/gu, () => random.pick(['D800', 'DFFF', '0000', 'FFFF', '202E', '200B', '0009', '', '00']), random),
  lines(content, random) {
    const lines = content.split('\n')
    const [from, to] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)]
    const length = random.int(1, random.chance(0.7) ? 3 : lines.length)
    const taken = random.chance(0.5) ? lines.splice(from, length) : lines.slice(from, from + length)
    if (random.chance(0.7)) lines.splice(to, 0, ...taken)
    return lines.join('\n')
  },
  operator: (content, random) => replaceOne(content, /(?<=\s)(?:[A-Za-z]{1,3}\*?|[a-z]{5,})(?=\s)/gu, () => random.pick(PIECES), random),
  insert: (content, random) => insertAt(content, random.pick(PIECES).repeat(random.chance(0.1) ? TOO_MANY : random.int(1, 4)), random),
  repeat(content, random) {
    const from = random.int(0, content.length)
    return insertAt(content, content.slice(from, from + random.int(1, 200)).repeat(random.int(2, 200)), random)
  },
  bytes: (content, random) => (content === '' ? content : mutateBytes(Buffer.from(content, 'latin1'), random).toString('latin1')),
}

/** Changes what an object's stream holds and packs it again; what cannot be unpacked is changed as it is, or its filter is. */
export function mutateStream(object: PdfObject, random: Random): void {
  const stream = streamOf(object)
  if (!stream || random.chance(0.08)) {
    object.body = replaceOne(
      object.body,
      /\/FlateDecode|\/Length\s+\d+/gu,
      () => random.pick(['/LZWDecode', '/ASCII85Decode', '/Crypt', '', '/Length 5', '[/FlateDecode /FlateDecode]', '/Length -1']),
      random,
    )
    return
  }
  let { content } = stream
  for (let times = random.int(1, random.chance(0.8) ? 4 : 40); times > 0; times--)
    content = random.pick(Object.values(CHANGES))(content, random)
  object.body = withContent({ ...stream, content })
}

function insertAt(content: string, piece: string, random: Random): string {
  const at = random.int(0, content.length)
  return `${content.slice(0, at)} ${piece}${content.slice(at)}`
}
