/** Hues of the colour circle in degrees, and the names that keys of reports give them. */
const HUES: readonly [upTo: number, name: string][] = [
  [15, 'red'],
  [50, 'amber'],
  [70, 'yellow'],
  [170, 'green'],
  [260, 'blue'],
  [330, 'purple'],
  [361, 'red'],
]
/** Below this saturation (0 to 1) a colour is a grey. */
const LEAST_SATURATION = 0.2
/** Lighter or darker than this (0 to 1) a grey is the page's white or the text's black. */
const LIGHTEST = 0.95
const DARKEST = 0.12

/**
 * The name that a report's key would give a background: "#00b050" is "green", "#ffc000" "amber". Null for
 * white, near-white and black. Office palettes are what such cells are filled from; their reds, ambers
 * (30 to 50 degrees) and greens lie well inside these bounds.
 */
export function colourName(hex: string): string | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(hex)
  if (!match) return null
  const [r, g, b] = [match[1], match[2], match[3]].map((part) => Number.parseInt(part ?? '0', 16) / 255) as [number, number, number]
  const max = Math.max(r, g, b)
  const min = Math.min(r, g, b)
  const lightness = (max + min) / 2
  if (lightness > LIGHTEST || lightness < DARKEST) return null
  const saturation = max === min ? 0 : (max - min) / (1 - Math.abs(2 * lightness - 1))
  if (saturation < LEAST_SATURATION) return 'grey'
  const span = max - min
  const sector = max === r ? ((g - b) / span + 6) % 6 : max === g ? (b - r) / span + 2 : (r - g) / span + 4
  const hue = sector * 60
  return HUES.find(([upTo]) => hue < upTo)?.[1] ?? null
}
