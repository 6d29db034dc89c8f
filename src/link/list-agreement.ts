import { likeness, type TextProfile, textProfile, weighByRarity } from './text-profile.ts'
import type { Unit } from './units.ts'

/** A recommendation as a paper words it, as far as telling reviews apart asks. */
export interface ListedItem {
  number: string | null
  profile: TextProfile
}

/** Weighs a profile by how rare its stretches are in the archive. */
export type Weigh = (profile: TextProfile) => TextProfile

/** All councils ask for plans, reports and consultations in the same words: what only few recommendations say distinguishes lists. */
export function archiveWeights(units: readonly Unit[]): Weigh {
  const reports = units.filter((unit) => unit.kind === 'review_report' && unit.wordings.length > 0)
  const sample = reports.length > 0 ? reports : units
  return weighByRarity(sample.flatMap((unit) => itemTexts(unit).map(({ text }) => textProfile(text))))
}

/** The items that a unit words: its own wordings, and the limbs that may restate one. */
export function listedItems(unit: Unit, weigh: Weigh): ListedItem[] {
  return itemTexts(unit)
    .map(({ number, text }) => ({ number, profile: weigh(textProfile(text)) }))
    .filter(({ profile }) => profile.codes.length >= LEAST_STRETCHES)
}

function itemTexts(unit: Unit): { number: string | null; text: string }[] {
  const limbs = unit.wordings.some((wording) => wording.role === 'resolved') || unit.kind === 'response' ? [] : unit.resolutions
  return [...unit.wordings, ...limbs.filter((limb) => limb.decides === null)]
}

/** A text shorter than this says too little to know a list by. */
const LEAST_STRETCHES = 12

/** How far two lists word the same recommendations. */
export interface Agreement {
  /** How alike each item of the shorter list is to the one of the other that is most like it, on the average: 0 to 1. */
  alike: number
  /** How many items that goes by. */
  items: number
  /** Whether items under one number say different things: then the lists are different lists, or one was renumbered. */
  clashing: boolean
}

/** Two items under one number that are less alike than this are not one recommendation. */
const CLASH = 0.45
/** What lists say first distinguishes them; a long list is not held against another as a whole. */
const MOST_ITEMS = 12

/** Holds two lists against each other; null where one of them words nothing. */
export function listAgreement(own: readonly ListedItem[], other: readonly ListedItem[]): Agreement | null {
  if (own.length === 0 || other.length === 0) return null
  const [few, many] = own.length <= other.length ? [own, other] : [other, own]
  const held = few.slice(0, MOST_ITEMS)
  let sum = 0
  let shared = 0
  let clashes = 0
  for (const { number, profile } of held) {
    let best = 0
    let same = -1
    for (const item of many) {
      const alike = likeness(profile, item.profile)
      best = Math.max(best, alike)
      if (number !== null && item.number === number) same = Math.max(same, alike)
    }
    sum += best
    if (same >= 0) shared++
    if (same >= 0 && same < CLASH) clashes++
  }
  return { alike: sum / held.length, items: held.length, clashing: clashes * 2 > shared }
}
