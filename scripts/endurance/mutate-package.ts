import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Random } from '../bench/link/random.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateXml } from './mutate-xml.ts'

/** A part beyond this is not taken apart. */
const LARGEST_PART = 400_000

/** A package with harm done to it: to its bytes, or to one of its parts, or with a part taken away, doubled or put under another's name. */
export function mutatePackage(bytes: Buffer, other: Buffer, random: Random): Buffer {
  if (random.chance(0.2)) return mutateBytes(bytes, random)
  const parts = unpack(bytes)
  const names = Object.keys(parts ?? {})
  if (!parts || names.length === 0) return mutateBytes(bytes, random)
  for (let times = random.int(1, 3); times > 0; times--) {
    const name = random.pick(names)
    const part = parts[name] ?? new Uint8Array()
    const way = random.int(0, 9)
    if (way === 0) delete parts[name]
    else if (way === 1) parts[random.pick(names)] = part
    else if (way === 2) parts[random.pick([`../${name}`, `/${name}`, `${name}/`, name.toUpperCase(), `a\\${name}`])] = part
    else if (way === 3) Object.assign(parts, unpack(other) ?? {})
    else if (/\.(?:xml|rels)$/iu.test(name) && part.length < LARGEST_PART) parts[name] = strToU8(mutateXml(strFromU8(part), random))
    else if (part.length > 0) parts[name] = mutateBytes(Buffer.from(part), random)
  }
  return Buffer.from(zipSync(parts, { level: 1 }))
}

function unpack(bytes: Buffer): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}
