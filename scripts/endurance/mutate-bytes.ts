import type { Random } from '../bench/link/random.ts'

/** Runs are short, as a scratch on a disk is, or a good part of the file, as what a broken transfer leaves out. */
const SHORT_RUN_BYTES = 64

type Change = (bytes: Buffer, random: Random) => Buffer

/** Ways in which bytes come to harm without anybody knowing what they mean. */
const CHANGES: Readonly<Record<string, Change>> = {
  flip(bytes, random) {
    const changed = Buffer.from(bytes)
    for (let times = random.int(1, 32); times > 0; times--) {
      const at = random.int(0, changed.length - 1)
      changed[at] = (changed[at] ?? 0) ^ (1 << random.int(0, 7))
    }
    return changed
  },
  overwrite(bytes, random) {
    const changed = Buffer.from(bytes)
    const [from, to] = run(changed, random)
    const value = random.pick([0, 0x20, 0xff, 0x0a, 0x80])
    for (let at = from; at < to; at++) changed[at] = random.chance(0.5) ? value : random.int(0, 255)
    return changed
  },
  delete(bytes, random) {
    const [from, to] = run(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  duplicate(bytes, random) {
    const [from, to] = run(bytes, random)
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
  },
  swap(bytes, random) {
    const [a, b, c] = [0, 0, 0].map(() => random.int(0, bytes.length)).sort((one, other) => one - other) as [number, number, number]
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b, c), bytes.subarray(a, b), bytes.subarray(c)])
  },
  truncate: (bytes, random) => bytes.subarray(0, random.int(1, bytes.length)),
  behead: (bytes, random) => bytes.subarray(random.int(0, Math.min(bytes.length - 1, 2000))),
}

/** The bytes with one such harm done to them. They must not be empty. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  return random.pick(Object.values(CHANGES))(bytes, random)
}

function run(bytes: Buffer, random: Random): [from: number, to: number] {
  const from = random.int(0, bytes.length - 1)
  return [from, Math.min(bytes.length, from + random.int(1, random.chance(0.7) ? SHORT_RUN_BYTES : bytes.length))]
}
