import { describe, expect, it } from 'vitest'
import { findVerdict } from '../../parsers/recognise/deciding-answer.ts'
import { readVerdict } from '../../parsers/recognise/verdicts.ts'

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
    ['This we accept also. It is only right.', 'agreed', true],
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

describe('answers that are easily misread: only what is sure', () => {
  it.each([
    ['The Welsh Government accepts the recommendation in principle.', 'agreed_in_principle'],
    ['Accept. Financial implications: none.', 'agreed'],
    ['This recommendation is partially accepted', 'agreed_in_part'],
    ['The Scottish Ministers agree with this recommendation.', 'agreed'],
    ['The Government supports this recommendation in part.', 'agreed_in_part'],
    ['Supported in principle', 'agreed_in_principle'],
    ['The Government notes this recommendation.', 'noted'],
    ['Agreed with modification', 'amended'],
    ['The Department concurs with the recommendation', 'agreed'],
    ['Management agrees with the recommendation.', 'agreed'],
    ['Management partially concurs', 'agreed_in_part'],
    ['The City disagrees with this recommendation', 'rejected'],
    ['The recommendation requires further analysis.', null],
    ['The respondent disagrees wholly with the finding.', 'rejected'],
    ['The recommendation will not be implemented because it is not warranted.', 'rejected'],
    ['The recommendation has been implemented.', 'agreed'],
    ['We are not able to accept this recommendation.', 'rejected'],
    ['We are unable to agree to this recommendation', 'rejected'],
    ['We do not consider that this recommendation is needed.', null],
    ['While we support the aim, we do not accept this recommendation.', 'rejected'],
    ['The Government welcomes this recommendation.', null],
    ['The Government is considering this recommendation.', null],
    ['The Government partly accepts this recommendation.', 'agreed_in_part'],
    ['The Council agrees to this recommendation and has already begun.', 'agreed'],
    ['It is not possible to accept this recommendation.', 'rejected'],
    ['The Ministry is not persuaded that this recommendation should be accepted.', null],
    ['The Government accepts the spirit of this recommendation but not the timetable.', 'agreed'],
    ['The Committee recommends that the Government accept this.', null],
    ['As set out above, the Government accepts this recommendation.', 'agreed'],
    ['Following careful thought, the Council has decided not to accept this recommendation.', 'rejected'],
    ['The Council has decided to accept this recommendation.', 'agreed'],
    ['NHS Brine accepts Recommendation 4.', 'agreed'],
    ['Rejected. See above.', 'rejected'],
    ['The Government rejects recommendations 3 and 4.', 'rejected'],
    ['Already in place. The Council accepts this recommendation.', 'agreed'],
    ['The Government therefore does not intend to accept this recommendation.', 'rejected'],
    ['The Government sees no need to accept this recommendation.', null],
    ['We accept that there is more to do, but we do not accept this recommendation.', 'rejected'],
  ] as const)('%s → %s', (text, outcome) => {
    const verdict = findVerdict(text)
    expect(verdict?.sure ? verdict.outcome : null).toBe(outcome)
  })
})
