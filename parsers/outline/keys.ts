/** Hands out keys that are unique within one document: the first "wording/3" as it is, a second as "wording/3~2". */
export class KeyRing {
  readonly #counts = new Map<string, number>()
  readonly #given = new Set<string>()

  /** `base` names the record by what the document says ("wording/1(a)"), or by the key of another record ("update/3~2"). */
  unique(base: string): string {
    let count = this.#counts.get(base) ?? 0
    let key: string
    do {
      count++
      key = count === 1 ? base : `${base}~${count}`
    } while (this.#given.has(key))
    this.#counts.set(base, count)
    this.#given.add(key)
    return key
  }
}

/** The name of an item in keys: its number, or its place in the list where it has none. */
export function keyName(number: string | null, position: number): string {
  return number ?? `#${position + 1}`
}

/** A part's whole number under that of the item it belongs to: "5" and "a(i)" make "5(a)(i)". */
export function partNumber(parent: string | null, part: string): string {
  if (parent === null) return part
  const [first = '', ...deeper] = part.split('(')
  return `${parent}(${first})${deeper.map((level) => `(${level}`).join('')}`
}
