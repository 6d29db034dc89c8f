import { DocumentError } from '../../../schema/errors.ts'

const HEAD_BYTES = 512
const ENTRY_BYTES = 128
/** Sectors of the allocation table that the head itself names; more are in a chain of their own. */
const IN_HEAD = 109
/** Of small streams (MS-CFB, 2.6.4). */
const SMALL_BYTES = 64
/** From here on numbers of sectors are marks: of a chain's end, of a sector that is free, of one of the table (MS-CFB, 2.1). */
const FIRST_MARK = 0xfffffffa
const NO_ENTRY = 0xffffffff
const [STORAGE, STREAM] = [1, 2]
/** Streams that share their sectors may come to more than the file; to so many times as much only where that is meant to overwhelm. */
const MOST_TIMES = 4

/**
 * The streams of a compound file (MS-CFB) by their paths, as "__recip_version1.0_#00000000/__substg1.0_3001001F". Every chain of sectors
 * is walked to an end that comes, and no entry counts twice, so that a damaged or hostile file takes no more than a few times its size.
 * @throws DocumentError `damaged`.
 */
export function readCompound(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : damaged('it ends too early'))
  if (bytes.length < HEAD_BYTES) damaged('it ends too early')
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) damaged('its sectors have an odd size')
  const size = 2 ** shift
  const perSector = size / 4
  const sectors = Math.ceil((bytes.length - size) / size)
  // Readers make room for as many sectors of tables as the head says.
  for (const at of [44, 64, 72]) if (u32(at) > sectors) damaged('its tables are longer than the whole')
  const offset = (sector: number): number => (sector < sectors ? (sector + 1) * size : damaged('a sector is not there'))
  const next = (table: readonly number[]) => (sector: number) =>
    u32(offset(table[Math.floor(sector / perSector)] ?? damaged('a sector is not in its table')) + 4 * (sector % perSector))

  const named = Array.from({ length: IN_HEAD }, (_, at) => u32(76 + 4 * at))
  for (const list of chain(u32(68), sectors, (sector) => u32(offset(sector) + size - 4)))
    for (let at = 0; at < perSector - 1; at++) named.push(u32(offset(list) + 4 * at))
  const table = named.filter((sector) => sector < FIRST_MARK)
  const follow = (start: number): number[] => chain(start, sectors, next(table))
  const smallTable = follow(u32(60))
  const entries = follow(u32(48)).flatMap((sector) =>
    Array.from({ length: size / ENTRY_BYTES }, (_, at) => offset(sector) + at * ENTRY_BYTES),
  )
  const root = entries[0] ?? damaged('it has no directory')
  const smallSectors = follow(u32(root + 116))
  const cutoff = u32(56)

  const large = (start: number): Uint8Array[] => follow(start).map((sector) => bytes.subarray(offset(sector), offset(sector) + size))
  const small = (start: number): Uint8Array[] =>
    chain(start, smallTable.length * perSector, next(smallTable)).map((sector) => {
      const within = sector * SMALL_BYTES
      const at = offset(smallSectors[Math.floor(within / size)] ?? damaged('a sector is not there')) + (within % size)
      return bytes.subarray(at, at + SMALL_BYTES)
    })

  const streams = new Map<string, Uint8Array>()
  const seen = new Set<number>()
  let total = 0
  const open = [{ index: u32(root + 76), folder: '' }]
  for (let one = open.pop(); one; one = open.pop()) {
    const { index, folder } = one
    if (index === NO_ENTRY) continue
    const at = entries[index] ?? damaged('an entry is not there')
    if (seen.has(index)) damaged('an entry is in it twice')
    seen.add(index)
    const nameBytes = Math.min(64, view.getUint16(at + 64, true))
    const path = folder + new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2)))
    open.push({ index: u32(at + 68), folder }, { index: u32(at + 72), folder })
    if (bytes[at + 66] === STORAGE) open.push({ index: u32(at + 76), folder: `${path}/` })
    if (bytes[at + 66] !== STREAM) continue
    const length = u32(at + 120)
    total += length
    if (length > bytes.length || total > MOST_TIMES * bytes.length) damaged('its parts are longer than the whole')
    streams.set(path, length === 0 ? new Uint8Array() : joined(length < cutoff ? small(u32(at + 116)) : large(u32(at + 116)), length))
  }
  return streams
}

/** The sectors of a chain. */
function chain(start: number, most: number, next: (sector: number) => number): number[] {
  const found: number[] = []
  for (let sector = start; sector < FIRST_MARK; sector = next(sector)) {
    found.push(sector)
    if (found.length > most) damaged('its sectors run in a circle')
  }
  return found
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    if (at >= length) break
    whole.set(piece.subarray(0, length - at), at)
    at += piece.length
  }
  return at < length ? damaged('a part ends too early') : whole
}

function damaged(what: string): never {
  throw new DocumentError('damaged', `The file could not be taken apart: ${what}. Save it anew and import that.`)
}
