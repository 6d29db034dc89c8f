import { describe, expect, it } from 'vitest'
import { LABEL_SCORE, matchField } from '../../parsers/recognise/fields.ts'

describe('the noun that heads a column', () => {
  it.each([
    ['Recommendation owner', 'responsible'],
    ['Risk owner', 'responsible'],
    ['Audit date', 'ignored'],
    ['Date last checked', 'as-of'],
    ['% progress', 'percent'],
    ['Original timescale', 'due'],
    ['Mayor’s comments', 'verdict'],
    ['Service comments', 'progress'],
    ['Further council action', 'action'],
    ['Progress / status', 'progress'],
    ['Status and update', 'progress'],
    ['Evidence & impact', 'progress'],
    ['Rec. number and text', 'recommendation'],
    ['How', 'action'],
    ['What shall be different', 'success-measure'],
    ['Audit title', 'ignored'],
    ['When will the work be done?', 'due'],
    ['When was the work done?', 'completed-on'],
    ['Who is going to do it?', 'responsible'],
    ['How shall we know that it helped', 'success-measure'],
    ['How are we going to do it', 'action'],
    ['Fully in place?', 'status'],
    ['Supported (Y/N)', 'verdict'],
    ['Note to the panel', 'progress'],
    ['Panel note', 'ignored'],
    ['Finding and recommendation', 'recommendation'],
    ['Level of risk', 'ignored'],
    ['Head of Service', 'responsible'],
    ['Operational lead', 'responsible'],
    ['Agreed implementation date', 'due'],
    ['Revised implementation date', 'revised-due'],
    ['Revised due', 'revised-due'],
    ['Date issued', 'ignored'],
    ['Date of the report', 'ignored'],
    ['Next review date', 'ignored'],
    ['Date signed off', 'completed-on'],
    ['Closure date', 'completed-on'],
    ['Action by when', 'due'],
    ['Action ID', 'number'],
    ['Service update', 'progress'],
    ['Directorate update', 'progress'],
    ['Evidence of implementation', 'progress'],
    ['Evidence of impact', 'impact'],
    ['Officer response', 'verdict'],
    ['Description of recommendation', 'recommendation'],
    ['Area requiring improvement (Recommendations)', 'recommendation'],
    ['5. Responsible Owner', 'responsible'],
    ['Lead Member / Officer', 'responsible'],
    ['Lead Member', 'sponsor'],
    ['What the agency has done', 'progress'],
    ['What the service will do', 'action'],
    ['Office of primary interest', 'responsible'],
    ['Timescale S = Short term M = Medium term', 'timescale'],
  ])('%s: %s', (heading, role) => {
    expect(matchField(heading)?.role).toBe(role)
  })

  it.each(['Implementation by', 'Recommendations for', 'Given to'])('%s: left to what is under it', (heading) => {
    expect(matchField(heading)).toBeNull()
  })

  it('says less surely what is said about two things, or of things of several kinds', () => {
    for (const heading of ['Action and owner', 'Outcome', 'Item', 'Risk owner', 'Operational lead'])
      expect(matchField(heading)?.certainty ?? 1).toBeLessThan(0.9)
    for (const heading of ['Lead officer', 'Due date', 'Recommendation', 'Progress update', 'RAG status'])
      expect(matchField(heading)?.certainty ?? 0).toBeGreaterThanOrEqual(0.9)
  })

  it('makes no heading of a post or a title', () => {
    for (const words of ['Leisure Manager', 'Head of Legal and Company Secretary', 'Supported Bus Services Task and Finish Group update'])
      expect(matchField(words)?.score ?? 0).toBeLessThan(LABEL_SCORE)
  })
})
