import { expect, it } from 'vitest'
import { limbOutcome } from '../../parsers/recognise/resolutions.ts'
import { readVerdict } from '../../parsers/recognise/verdicts.ts'

it.each([
  ['Agreed', 'agreed', 'Agreed'],
  ['Yes', 'agreed', 'Yes'],
  ['No', 'rejected', 'No'],
  ['In part', 'agreed_in_part', 'In part'],
  ['Agreed – more lamps needed', 'agreed', 'Agreed'],
  ['Agreed. Lamps will be lit', 'agreed', 'Agreed'],
  ['We agree with this', 'agreed', 'agree'],
  ['Accepting in full', 'agreed', 'Accepting in full'],
  ['Accepted in principle', 'agreed_in_principle', 'Accepted in principle'],
  ['Partially agree', 'agreed_in_part', 'Partially agree'],
  ['Not accepting', 'rejected', 'Not accepting'],
  ['Reject', 'rejected', 'Reject'],
  ['noted', 'noted', 'noted'],
  ['Deferred to May', 'deferred', 'Deferred'],
  ['Referred to the Lamp Panel', 'referred', 'Referred'],
  ['Agreed subject to funding', 'agreed', 'Agreed'],
  ['Agreed, subject to the following amendment: lamps', 'amended', 'Agreed, subject to the following amendment'],
  ['The Council accepts this recommendation in principle', 'agreed_in_principle', 'accepts this recommendation in principle'],
  ['The Council does not agree', 'rejected', 'does not agree'],
  ['The recommendation will not be implemented because of gulls', 'rejected', 'will not be implemented'],
  ['Disagree partially with the finding', 'agreed_in_part', 'Disagree partially'],
  ['Noted and agreed', 'agreed', 'Noted and agreed'],
  ['Agreed (with amendment)', 'amended', 'Agreed (with amendment'],
  ['No response', null, 'No response'],
])('readVerdict(%j) is %j', (text, outcome, words) => {
  const verdict = readVerdict(text)
  expect(verdict?.outcome).toBe(outcome)
  expect(text.slice(verdict?.start, verdict?.end)).toBe(words)
})

it.each([
  '',
  'The Panel agreed to this',
  'No further action',
  'Agreement was reached',
  'Lamps will be lit',
  'Yesterday',
  'Agreed / Not agreed',
  'Yes/No',
])('readVerdict(%j) is not one', (text) => {
  expect(readVerdict(text)).toBeNull()
})

it.each([
  ['RESOLVED that', 'The lamps be lit', 'agreed'],
  ['RESOLVED - T H A T', 'The lamps be lit', 'agreed'],
  ['Cabinet resolved to:', 'light the lamps', 'agreed'],
  ['AGREED that', 'The lamps be lit', 'agreed'],
  ['RESOLVED', 'That recommendation 3 be rejected', 'rejected'],
  ['RESOLVED', 'That recommendation 3 be not accepted', 'rejected'],
  ['RESOLVED', 'That recommendation 3 not be agreed', 'rejected'],
  ['RESOLVED', 'That the report be noted', 'noted'],
  ['RESOLVED', 'That consideration of the item be deferred to May', 'deferred'],
  ['RESOLVED', 'That the matter be referred to the Lamp Panel', 'referred'],
  ['RESOLVED', 'That the report be noted and the recommendations be approved', 'agreed'],
  ['RESOLVED', 'That recommendation 2 be agreed in principle', 'agreed_in_principle'],
  ['RESOLVED', 'That recommendation 2 be approved subject to the inclusion of a date', 'amended'],
  ['RESOLVED', 'That the recommendations, as amended, be agreed', 'amended'],
  ['NOTED', 'The lamps were lit', 'noted'],
  ['RECOMMENDED that', 'The lamps be lit', null],
  ['It was moved', 'The lamps be lit', null],
  // what a recommendation itself asks for
  ['RESOLVED', 'Boats without lamps be referred to the harbour master', 'agreed'],
  ['RESOLVED', 'Wrecks be noted on charts by the pilots', 'agreed'],
])('limbOutcome(%j, %j) is %j', (opener, text, outcome) => {
  expect(limbOutcome(opener, text)).toBe(outcome)
})
