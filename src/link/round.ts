/** A likeness or confidence as links tell it: three decimals. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
