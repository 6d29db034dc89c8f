import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { DocumentError } from '../../schema/errors.ts'
import { documentRecordsSchema } from '../../schema/records.ts'
import { FIELD_PHRASES } from '../../schema/vocabulary/fields.ts'
import { FORM_PHRASES } from '../../schema/vocabulary/forms.ts'
import { RECOMMENDATION_HEADINGS } from '../../schema/vocabulary/papers.ts'

const words = [...Object.values(FIELD_PHRASES), ...Object.values(FORM_PHRASES), RECOMMENDATION_HEADINGS].flat()
/** Pieces that such papers are made of, so that strings get past the first look. */
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(
    'RESOLVED that',
    'Recommendation 1:',
    '(a)',
    'b)',
    '1.',
    '2.1',
    'R1',
    'That the Council',
    '\t',
    '\n',
    '\n\n',
    '\f',
    ': ',
    '. ',
    'June 2022',
    'Complete',
    '<p>',
    '</td>',
    '<table>',
    '| ',
    '---',
    '**',
    '\u0000',
    '\ud800',
    '\uf0b7',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' '))

it.each(['x.txt', 'x.md'])('no parser throws on any string, and every record fits its schema: %s', async (path) => {
  await fc.assert(
    fc.asyncProperty(text, async (input) => {
      try {
        const document = await readDocument({ bytes: new TextEncoder().encode(input), path }, () => {})
        const records = await extractRecords(document, () => {})
        expect(documentRecordsSchema.safeParse(records).error).toBeUndefined()
      } catch (error) {
        if (!(error instanceof DocumentError)) throw error
      }
    }),
    { numRuns: 300 },
  )
})
