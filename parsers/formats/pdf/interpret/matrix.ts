/** A transformation of the plane, as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A matrix from whatever list of numbers pdfjs hands over; what is missing is as in the identity. */
export function matrixOf(numbers: ArrayLike<number> | null | undefined): Matrix {
  return [numbers?.[0] ?? 1, numbers?.[1] ?? 0, numbers?.[2] ?? 0, numbers?.[3] ?? 1, numbers?.[4] ?? 0, numbers?.[5] ?? 0]
}

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}
