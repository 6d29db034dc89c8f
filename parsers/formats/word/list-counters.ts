import { formatNumber } from '../passages/format-number.ts'
import { LEVELS, type ListDefinition } from './list-definitions.ts'
import type { PrintedNumber } from './text-draft.ts'

/**
 * The numbers that Word prints before paragraphs and does not keep in their text. Lists of one definition share its counters; a list
 * that begins a level elsewhere does so at its first paragraph (ECMA-376 part 1, 17.9.26 and 17.9.10).
 */
export class ListCounters {
  readonly #lists: ReadonlyMap<string, ListDefinition>
  readonly #counts = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(lists: ReadonlyMap<string, ListDefinition>) {
    this.#lists = lists
  }

  list(id: string): ListDefinition | undefined {
    return this.#lists.get(id)
  }

  /**
   * Counts a paragraph of a list (and one of each level above that has none yet, as if it was there) and returns what is printed before it; null for nothing.
   * @param index its level, from 0
   * @param own the number that it asks for, whatever came before
   */
  next(id: string, index: number, own: number | null = null): PrintedNumber | null {
    const list = this.#lists.get(id)
    const level = list?.level(index)
    if (!list || !level || index < 0 || index >= LEVELS) return null
    const counts = this.#countsOf(list)
    for (let above = 0; above < index; above++) counts[above] ??= list.level(above)?.start ?? 1
    const before = counts[index]
    counts[index] = own ?? this.#begins(id, list, index) ?? (before === undefined ? level.start : before + 1)
    for (let below = index + 1; below < LEVELS; below++) if (beginsAnew(list, below, index)) counts[below] = undefined
    const number = { gap: level.gap, list: list.counters, level: index }
    if (level.form === 'bullet') return { ...number, text: bulletOf(level.text), bullet: true }
    const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => this.#printed(list, Number(digit) - 1, counts, level.legal))
    return text.trim() === '' ? null : { ...number, text: text.trim(), bullet: false }
  }

  #countsOf(list: ListDefinition): (number | undefined)[] {
    const known = this.#counts.get(list.counters)
    if (known) return known
    const counts: (number | undefined)[] = []
    this.#counts.set(list.counters, counts)
    return counts
  }

  /** Where a list begins a level elsewhere, at its first paragraph of that level; null at all others. */
  #begins(id: string, list: ListDefinition, index: number): number | null {
    const start = list.starts.get(index)
    const key = `${id}/${index}`
    if (start === undefined || this.#begun.has(key)) return null
    this.#begun.add(key)
    return start
  }

  #printed(list: ListDefinition, index: number, counts: readonly (number | undefined)[], legal: boolean): string {
    const level = list.level(index)
    if (!level) return ''
    const form = legal && level.form !== 'none' ? 'decimal' : level.form
    return formatNumber(counts[index] ?? level.start, form).padStart(level.digits, '0')
  }
}

function beginsAnew(list: ListDefinition, below: number, index: number): boolean {
  const restart = list.level(below)?.restart ?? null
  return restart === null || (restart !== 0 && index < restart)
}

/** A sign of a font that is not known is a bullet like any other. */
function bulletOf(text: string): string {
  const sign = text.trim()
  return sign === '' || /[\ue000-\uf8ff]/u.test(sign) ? '\u2022' : sign
}
