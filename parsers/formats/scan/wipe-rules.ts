import type { Rule } from './find-rules.ts'
import type { Gray, Ink } from './picture.ts'

/** How far grey fringes go at both sides of a rule, and beyond its ends, in pixels. */
const FRINGE_PX = 2

/** Does something at each pixel of rules, a little beyond their ends. `index` counts in rows from the top. */
function alongRules({ width, height }: Ink, rules: readonly Rule[], at: (rule: Rule, line: number, along: number) => void): void {
  for (const rule of rules) {
    const [lines, length] = rule.across ? [height, width] : [width, height]
    for (const [line, from, to] of rule.runs) {
      if (line < 0 || line >= lines) continue
      for (let along = Math.max(0, from - FRINGE_PX); along <= Math.min(length - 1, to + FRINGE_PX); along++) at(rule, line, along)
    }
  }
}

/** Wipes rules out of a picture along their very runs, with their fringes, but not where ink goes on beyond: that is a letter's. */
export function wipeRules(gray: Gray, ink: Ink, rules: readonly Rule[]): void {
  const { width, height } = ink
  const index = ({ across }: Rule, line: number, along: number): number => (across ? line * width + along : along * width + line)
  const isInside = ({ across }: Rule, line: number): boolean => line >= 0 && line < (across ? height : width)
  const own = new Uint8Array(width * height)
  alongRules(ink, rules, (rule, line, along) => {
    own[index(rule, line, along)] = 1
  })
  alongRules(ink, rules, (rule, line, along) => {
    gray.data[index(rule, line, along)] = 255
    for (const side of [-1, 1]) {
      for (let step = 1; step <= FRINGE_PX; step++) {
        const beside = line + side * step
        if (!isInside(rule, beside)) break
        const pixel = index(rule, beside, along)
        if (own[pixel]) continue
        const beyond = line + side * (step + 2)
        if (isInside(rule, beyond) && ink.data[index(rule, beyond, along)]) break
        gray.data[pixel] = 255
      }
    }
  })
}

/** The ink without that of rules and what touches them. */
export function inkWithoutRules(ink: Ink, rules: readonly Rule[]): Ink {
  const { width, height } = ink
  const data = new Uint8Array(ink.data)
  alongRules(ink, rules, ({ across }, line, along) => {
    for (let beside = line - FRINGE_PX; beside <= line + FRINGE_PX; beside++) {
      if (beside >= 0 && beside < (across ? height : width)) data[across ? beside * width + along : along * width + beside] = 0
    }
  })
  return { width, height, data }
}
