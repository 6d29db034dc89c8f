import { deflateSync } from 'node:zlib'
import { show } from '../formats/pdf/write-pdf.ts'
import { bomb, onePage, stream } from './raw-pdf.ts'

/** A paper of one page that is read in no time and tires what draws it. */
export interface PicturedPaper {
  name: string
  /** `scale` is 1 for one that its name is of, less for a smaller one of its kind. */
  make: (scale: number) => Uint8Array
}

const LINES = [
  'Northby Borough Council',
  'Scrutiny Review of Lamps',
  'Report of the Scrutiny Committee',
  'June 2022',
  'Recommendations',
  '1. That every lamp be lit by the end of the year.',
  '2. That every post be painted.',
]
const TEXT = LINES.map((line, index) => show(line, 72, 760 - index * 24)).join('')
const FLATE = '/Filter /FlateDecode'

/** A grey picture of so many pixels a side. */
const picture = (side: number, packed: Uint8Array): Uint8Array =>
  stream(packed, `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 ${FLATE}`)

const SIDE_PX = 40_000
const BLOCK = 2 ** 20

/** A picture of 40,000 × 40,000 pixels, some 1.5 GB before it is drawn. */
export const LARGE_PICTURE: PicturedPaper = {
  name: 'a picture of 40,000 × 40,000 pixels',
  make: () =>
    onePage(`${TEXT}q 100 0 0 100 72 72 cm /X Do Q`, {
      resources: '/XObject << /X 6 0 R >>',
      more: [picture(SIDE_PX, bomb(Math.ceil(SIDE_PX ** 2 / BLOCK), '\x80'))],
    }),
}

/** One picture that is drawn 20,000 times. */
export const REPEATED_PICTURE: PicturedPaper = {
  name: 'a picture drawn 20,000 times',
  make: (scale) =>
    onePage(`${TEXT}${'q 450 0 0 450 72 72 cm /X Do Q\n'.repeat(20_000 * scale)}`, {
      resources: '/XObject << /X 6 0 R >>',
      more: [picture(1500, deflateSync(Buffer.alloc(1500 ** 2, 0x80)))],
    }),
}

/** Transparency groups, each within the one before, 3,000 deep. */
export const NESTED_GROUPS: PicturedPaper = {
  name: '3,000 transparency groups',
  make: (scale) => {
    const deep = Math.round(3000 * scale)
    const half = '/ExtGState << /G << /ca 0.5 >> >>'
    return onePage(`${TEXT}/G gs /X6 Do`, {
      resources: `/XObject << /X6 6 0 R >> ${half}`,
      more: Array.from({ length: deep }, (_, level) =>
        stream(
          `0 0 1 rg 72 72 ${level % 450} 450 re f ${level < deep - 1 ? `/G gs /X${level + 7} Do` : ''}`,
          `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true >> /Resources << ${half} /XObject << /X${level + 7} ${level + 7} 0 R >> >>`,
        ),
      ),
    })
  },
}
