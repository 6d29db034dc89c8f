import type { Mistake } from '../../scripts/score/mistakes.ts'

/** A mistake in one line. */
export const mistake = (
  document: string,
  field: string,
  label: string,
  expected: string | null,
  found: string | null,
  invented = false,
): Mistake => ({ document, field, label, invented, expected, found })
