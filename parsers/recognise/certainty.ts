/**
 * Log-odds as a share of 1. What is added in one table is a sum of signs, as in logistic regression; the slope was set on the open
 * sets, so that of readings with .9 and more nearly all are right (`npm run score` prints the calibration).
 */
export function certainty(score: number): number {
  return 1 / (1 + Math.exp(-SLOPE * score))
}

const SLOPE = 0.9

/** A share with two decimals, as it is stored. */
export function rounded(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100
}
