import { describe, expect, it } from 'vitest'
import { findVerdict, readVerdict } from '../../parsers/recognise/verdicts.ts'

describe('findVerdict', () => {
  it.each([
    ['The government accepts this recommendation in principle. Work begins in May.', 'agreed_in_principle', true],
    ['We agree.', 'agreed', true],
    ['The Lamp Office accepts this recommendation.', 'agreed', true],
    ['Lampcom accepts the recommendation and will write.', 'agreed', true],
    ['The Council partially accepts this recommendation.', 'agreed_in_part', true],
    ['Recommendation accepted.', 'agreed', true],
    ['Recommendation not accepted', 'rejected', true],
    ['This recommendation is not accepted.', 'rejected', true],
    ['The department does not agree that this recommendation is needed.', 'rejected', true],
    ['Accept', 'agreed', true],
    ['Partially agree', 'agreed_in_part', true],
    ['Agree in part. Two lamps are enough.', 'agreed_in_part', true],
    ['Lamps matter to everyone. The Government supports the Committee’s recommendation.', 'agreed', true],
    ['We thank the Panel for its work. We do not accept recommendations 1 and 2.', 'rejected', true],
    ['These recommendations are accepted in full by the Harbour Office.', 'agreed', true],
    ['The Government is unable to support this recommendation.', 'rejected', true],
    ['The Government cannot accept this recommendation at this time.', 'rejected', true],
    ['The Executive no longer supports this recommendation.', 'rejected', true],
    ['The Minister declined to adopt this recommendation.', 'rejected', true],
    ['The Government notes this recommendation.', 'noted', true],
    ['Not agreed. The tide is against it.', 'rejected', true],
    ['The Council rejects this recommendation', 'rejected', true],
    ['The Department fully accepts the Committee’s recommendation', 'agreed', true],
    ['The Government agrees with the Committee’s conclusion.', 'agreed', true],
    ['The recommendation has been accepted.', 'agreed', true],
    ['Recommendations 2 a-c) are accepted in principle by the Harbour Office.', 'agreed_in_principle', true],
    ['The Trust has accepted this recommendation in part.', 'agreed_in_part', true],
    ['Yes. This is done already.', 'agreed', true],
    ['Disagree', 'rejected', true],
    ['We agree that lamps matter.', 'agreed', false],
    ['We do not agree that lamps matter.', 'rejected', false],
    ['The Lamp Office does not support the proposal.', 'rejected', true],
    ['The Government accepts, in principle, this recommendation.', 'agreed_in_principle', true],
    ['Council supports the recommendation, subject to funding.', 'agreed', true],
  ] as const)('%s → %s', (text, outcome, sure) => {
    expect(findVerdict(text)).toMatchObject({ outcome, sure })
  })

  it.each([
    'Lamps are measured in turn by the keepers.',
    'The Department has counted them since 2019 and will go on.',
    'Work began in May. We agree that lamps matter.',
    'The Committee had asked the Cabinet to agree to this.',
    'Would the Council accept this recommendation?',
    'If the Council accepts this recommendation, lamps will be bought.',
    'The Government has no objection to this recommendation.',
    'The Council would support this recommendation if money allowed.',
    'The Panel recommended that the Council accept a gift.',
    'Decision-making groups in each town include a keeper.',
    'This recommendation is under consideration.',
    'The Government neither accepts nor rejects this recommendation.',
    'The plan that was approved in May goes further.',
    'Keepers support each other through the winter.',
    'The Government does not reject this recommendation.',
    '',
  ])('none in: %s', (text) => expect(findVerdict(text)?.outcome ?? null).toBeNull())
})

describe('readVerdict in a column', () => {
  it.each([
    ['Adopt in part', 'agreed_in_part'],
    ['Turned down', 'rejected'],
    ['Refuse', 'rejected'],
    ['LOST', 'rejected'],
    ['Not carried', 'rejected'],
    ['Approved as amended', 'amended'],
    ['Held over', 'deferred'],
    ['Adjourned to the next meeting', 'deferred'],
    ['Referred back', 'referred'],
    ['To note', 'noted'],
    ['Partially accept', 'agreed_in_part'],
    ['Accepted with the exception of part (b)', 'agreed_in_part'],
    ['Accepted, in principle', 'agreed_in_principle'],
    ['Cannot agree', 'rejected'],
    ['Unable to support', 'rejected'],
    ['Endorsed unanimously', 'agreed'],
    ['CARRIED', 'agreed'],
    ['Noted and accepted', 'agreed'],
    ['Not supported', 'rejected'],
    ['Ratified', 'agreed'],
    ['Derbyn', 'agreed'],
    ['Gwrthod', 'rejected'],
  ])('%s → %s', (text, outcome) => expect(readVerdict(text)?.outcome).toBe(outcome))

  it.each([
    'Parked',
    'Shuffled',
    'Agree / Disagree',
    'Withdrawn',
    'Under consideration',
    'Not rejected',
    'Accepted?',
    'No objection',
    'Support workers will call',
  ])('%s gives none', (text) => expect(readVerdict(text)?.outcome ?? null).toBeNull())
})
