import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'

/** The palette that old files count in (ECMA-376, part 1, 18.8.27). */
const INDEXED =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  )
const WHITE = 'ffffff'

/** A theme's colours in the order in which cells count them: light before dark (18.8.3). */
export function themeColours(theme: XmlElement | undefined): string[] {
  const scheme = childElement(childElement(childElement(theme, 'a:theme'), 'a:themeElements'), 'a:clrScheme')
  const colours = scheme
    ? childElements(scheme).map((one) => {
        const value = childElements(one)[0]
        return (value?.attributes.get('lastClr') ?? value?.attributes.get('val') ?? '000000').toLowerCase()
      })
    : []
  const [dark1 = '000000', light1 = WHITE, dark2 = '000000', light2 = WHITE, ...accents] = colours
  return [light1, dark1, light2, dark2, ...accents]
}

/** A colour of a cell as "#rrggbb", lightened or darkened as it says; null for white and for none. */
export function cellColour(colour: XmlElement | undefined, theme: readonly string[]): string | null {
  if (!colour) return null
  const { attributes } = colour
  const plain =
    attributes.get('rgb')?.slice(-6) ?? theme[Number(attributes.get('theme') ?? -1)] ?? INDEXED[Number(attributes.get('indexed') ?? -1)]
  if (plain === undefined || !/^[\da-f]{6}$/iu.test(plain)) return null
  const hex = tinted(plain.toLowerCase(), Number(attributes.get('tint') ?? 0))
  return hex === WHITE ? null : `#${hex}`
}

/** Lighter by a share of what is missing to white, or darker by a share of what is there. */
function tinted(hex: string, tint: number): string {
  if (!tint) return hex
  return [0, 2, 4]
    .map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16)
      return Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint)
        .toString(16)
        .padStart(2, '0')
    })
    .join('')
}
