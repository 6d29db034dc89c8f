import { describe, expect, it } from 'vitest'
import { readDecided } from '../../parsers/recognise/decided.ts'
import { limbOutcome, readLimb } from '../../parsers/recognise/resolutions.ts'

describe('what a limb does, under RESOLVED', () => {
  it.each([
    // noted
    ['To note the update on the lamp store', 'noted'],
    ['that the Lamp Panel notes the position', 'noted'],
    ['Note the forecast overspend of £2m on piers', 'noted'],
    ['that the contents of the letter be noted and the clerk thanked', 'noted'],
    ['That it be noted that two lamps were out', 'noted'],
    ['That the report be received', 'noted'],
    ['that the following membership is noted:', 'noted'],
    ['Noted the appointment of Councillor Brine as Chair', 'noted'],
    // rejected
    ['to decline recommendation 2', 'rejected'],
    ['not to accept recommendation 3, for want of money', 'rejected'],
    ['That recommendation 4 be turned down', 'rejected'],
    ['to turn down the third recommendation', 'rejected'],
    ['refuse the request of the Harbour Trust', 'rejected'],
    ['that the motion be lost', 'rejected'],
    ['That Cabinet does not support recommendations 5 and 6', 'rejected'],
    ['That the Executive is unable to accept recommendation 7', 'rejected'],
    ['that the recommendation be respectfully declined', 'rejected'],
    ['that the proposal is not agreed', 'rejected'],
    ['That recommendation 8 be not approved', 'rejected'],
    ['that consent for the kiosk be refused until the Council has adopted its plan', 'rejected'],
    // deferred: what somebody is to do first decides nothing
    ['that the decision be deferred until the Quays Panel has considered the letter', 'deferred'],
    ['that the matter be deferred because the Board has accepted another tender', 'deferred'],
    ['That the item be deferred so that the Board can discuss the petition', 'deferred'],
    ['that the petition be dismissed', 'rejected'],
    ['declined to adopt recommendation 9', 'rejected'],
    ['not to adopt the recommendation of the Panel', 'rejected'],
    ['that Council no longer supports recommendation 1', 'rejected'],
    ['agreed not to approve recommendation 2', 'rejected'],
    ['to reject recommendation 4 and ask officers for another way', 'rejected'],
    ['That recommendations 3 and 4 not be taken forward', 'rejected'],
    ['that the Committee cannot agree recommendation 10', 'rejected'],
    ['that consent be refused for the reasons in the report', 'rejected'],
    // degrees
    ['adopt recommendation 2 in part', 'agreed_in_part'],
    ['to partially accept recommendation 3', 'agreed_in_part'],
    ['to accept the recommendations with the exception of recommendation 4', 'agreed_in_part'],
    ['That the recommendations be agreed in part', 'agreed_in_part'],
    ['That recommendation 6 be partly accepted', 'agreed_in_part'],
    ['to approve the scheme in principle', 'agreed_in_principle'],
    ['That recommendation 2 be accepted in principle, subject to cost', 'agreed_in_principle'],
    ['agree in principle to the new quay', 'agreed_in_principle'],
    ['that the strategy be approved as amended', 'amended'],
    ['That recommendation 5 be agreed subject to the following amendment', 'amended'],
    ['That the recommendations be adopted with the addition of a date', 'amended'],
    ['That recommendation 3 be amended to read "two lamps"', 'amended'],
    ['to agree the plan, subject to funding', 'agreed'],
    // referred, deferred
    ['That the matter be referred to the Lamp Panel', 'referred'],
    ['to refer the report back to the Scrutiny Committee', 'referred'],
    ['that the item be remitted to the Planning Board', 'referred'],
    ['refer recommendation 4 to Council', 'referred'],
    ['to defer recommendation 3 until spring', 'deferred'],
    ['that consideration of the report be adjourned to the next meeting', 'deferred'],
    ['That recommendation 6 be held over', 'deferred'],
    ['that the item be postponed', 'deferred'],
    ['To continue consideration of the application to the next meeting', 'deferred'],
    ['That the report be noted and consideration be deferred to May', 'deferred'],
    // agreed by its own words
    ['That recommendations 1 to 3 be approved', 'agreed'],
    ['Adopts the recommendations of the Pier Review', 'agreed'],
    ['That Cabinet endorsed the conclusions', 'agreed'],
    ['to ratify the decision of the Chair', 'agreed'],
    ['That the report be received and adopted', 'agreed'],
    ['welcomes the report and agrees to fit new lamps', 'agreed'],
    ['notes the report and approves the plan in Appendix B', 'agreed'],
    ['THAT we accept the quotation of Lamp & Sons', 'agreed'],
    // agreed by standing there
    ['That every quay have two lamps', 'agreed'],
    ['delegate authority to the Harbour Master to buy rope', 'agreed'],
    ['Authorised the Director to sign the lease', 'agreed'],
    ['That officers be asked for the cost of recommendation 4', 'agreed'],
    ['that a further report be brought in six months', 'agreed'],
    ['Receives a further report on the pier by August', 'agreed'],
    ['Boats without lamps be referred to the harbour master', 'agreed'],
    ['Wrecks be noted on charts by the pilots', 'agreed'],
    ['That families be supported by a named worker', 'agreed'],
    ['That lost property be sold each year', 'agreed'],
    ['Lost property to be kept for a month', 'agreed'],
    ['support for carers be extended to weekends', 'agreed'],
    ['That recommendation 2 be implemented by June', 'agreed'],
    ['that the Panel’s recommendations be put to the parish in May', 'agreed'],
    ['That the rules be amended', 'agreed'],
    ['to publish the tide tables in May', 'agreed'],
    ['That the Constitution be amended as set out in Appendix A', 'agreed'],
    ['That the lease, made under the Quays Act 1901, as amended, be signed', 'agreed'],
    ['Ask for a report on what boats that are refused entry do next', 'agreed'],
    ['that the plan which the Board had rejected be displayed in the library', 'agreed'],
    // several at once
    ['agree recommendations 1 to 3 and reject recommendation 4', 'agreed_in_part'],
    ['That recommendation 1 be approved and recommendation 2 be refused', 'agreed_in_part'],
    // not understood: nothing is stored
    ['to park recommendation 2', null],
    ['That recommendation 3 be shuffled', null],
    ['That recommendation 3 be considered again', null],
    ['that Cabinet does not reject recommendation 4', null],
    ['that Cabinet would support recommendation 4', null],
    ['neither accepts nor rejects recommendation 5', null],
    ['that recommendation 2 be withdrawn', null],
  ] as const)('%s → %s', (text, outcome) => expect(limbOutcome('RESOLVED', text)).toBe(outcome))
})

describe('what a limb does, by its opener', () => {
  it.each([
    ['NOTED', 'The tide was high', 'noted'],
    ['AGREED to:', 'note the tide', 'noted'],
    ['DECIDED', 'that the lamps be lit', 'agreed'],
    ['Carried', 'That the lamps be lit', 'agreed'],
    ['PENDERFYNWYD', 'derbyn adroddiad y Pwyllgor', 'agreed'],
    ['PENDERFYNWYD', "nodi'r adroddiad", 'noted'],
    ['PENDERFYNWYD', 'gwrthod argymhelliad 2', 'rejected'],
    ['Decision:', 'That recommendation 1 be refused', 'rejected'],
    ['RECOMMENDED to Council', 'that recommendation 3 be agreed', null],
    ['Moved by Councillor Ash', 'that recommendation 3 be agreed', null],
    ['R E S O L V E D', 'that the quay be closed', 'agreed'],
    ['IT WAS RESOLVED', 'that the order be confirmed', 'agreed'],
    ['ORDERED', 'That the paper be placed on file', 'agreed'],
    ['I have decided', 'not to accept recommendation 2', 'rejected'],
    ['The Cabinet Member agreed', 'to defer the item', 'deferred'],
  ])('%s | %s → %s', (opener, text, outcome) => expect(limbOutcome(opener, text)).toBe(outcome))
})

describe('decisions by reference', () => {
  const groups = (text: string) => readDecided(text, 'RESOLVED')?.map(({ numbers, except, outcome }) => [numbers, except, outcome])
  it.each([
    [
      'That recommendations 2 and 4 to 6 be approved and recommendation 3 be deferred',
      [
        [['2', '4', '5', '6'], [], 'agreed'],
        [['3'], [], 'deferred'],
      ],
    ],
    [
      'agree recommendations 1-3 and reject recommendation 4',
      [
        [['1', '2', '3'], [], 'agreed'],
        [['4'], [], 'rejected'],
      ],
    ],
    ['That all recommendations except 2 be agreed', [['all', ['2'], 'agreed']]],
    ['decline recommendation 2', [[['2'], [], 'rejected']]],
    ['decline the second recommendation, on boats', [[['2'], [], 'rejected']]],
    ['accept the first and third recommendations', [[['1', '3'], [], 'agreed']]],
    ['not accept recommendation 3', [[['3'], [], 'rejected']]],
    ['note recommendation 7', [[['7'], [], 'noted']]],
    ['that recommendation 5 be turned down', [[['5'], [], 'rejected']]],
    ['refer recommendation 4 to Council', [[['4'], [], 'referred']]],
    ['recommendations 1 and 2 be agreed in principle', [[['1', '2'], [], 'agreed_in_principle']]],
    [
      'That recommendations R1, R2 be accepted and R3 be not accepted',
      [
        [['R1', 'R2'], [], 'agreed'],
        [['R3'], [], 'rejected'],
      ],
    ],
    ['accept the recommendations with the exception of recommendation 4', [['all', ['4'], 'agreed']]],
    ['That officers be asked for the cost of recommendation 4', undefined],
    [
      'recommendations 1 to 3 be approved and 4 deferred',
      [
        [['1', '2', '3'], [], 'agreed'],
        [['4'], [], 'deferred'],
      ],
    ],
    [
      'That recommendation 1 be agreed, recommendation 2 rejected and recommendation 3 noted',
      [
        [['1'], [], 'agreed'],
        [['2'], [], 'rejected'],
        [['3'], [], 'noted'],
      ],
    ],
  ])('%s', (text, expected) => expect(groups(text)).toEqual(expected))
})

describe('limbs that are easily misread', () => {
  it.each([
    ["to table Case RZ-7 and the Ferrymen's request until the July 9 meeting", 'deferred'],
    ['That the matter of the opening hours of the lower bathing place at Ferry Point lie on the table until June', 'deferred'],
    ['THAT this meeting be adjourned at 8:10 p.m.', 'agreed'],
    ['THAT Report LMP-7, Third Quarter, be received for information.', 'noted'],
    ['THAT the talk be received; AND THAT staff be directed to report on lamps', 'agreed'],
    ['to approve the agenda with the removal of item 4', 'agreed'],
    ['to approve the consent calendar with the exception of item 3.2', 'agreed'],
    ['that the Order be not confirmed', 'rejected'],
    ['That the proposal to charge at Ferry Point be not proceeded with', 'rejected'],
    ['to leave the matter over to the November meeting', 'deferred'],
    ['that the work done since August 2024 be noted', 'noted'],
    ['that the draft policy be supported, subject to the addition of a map', 'agreed'],
    ['to leave over the matter to the next meeting', 'deferred'],
    ['To REJECT the recommendation of officers', 'rejected'],
    ['That the recommendations contained in the report be NOT approved', 'rejected'],
    ['That the Council declines to adopt the Task Group’s recommendations', 'rejected'],
    ['That Recommendation 3 is not supported', 'rejected'],
    ['that this Committee does not agree with recommendation 6 of the Panel', 'rejected'],
    ['that no action be taken on recommendation 4', null],
    ['To take no further action on recommendation 4', null],
    ['That recommendation 2 be agreed and that recommendation 3 be not agreed', 'agreed_in_part'],
    ['That the Board accepts all of the recommendations except recommendation 7', 'agreed_in_part'],
    ['That the report be received, and its recommendations be adopted', 'agreed'],
    ['to endorse recommendations 1 – 9 as set out in Appendix 1', 'agreed'],
    ['That approval be given to the capital scheme', 'agreed'],
    ['That the Leader be authorised to agree the final wording', 'agreed'],
    ['That the Chief Executive, in consultation with the Leader, be given delegated authority to reject late tenders', 'agreed'],
    ['That officers bring back a report on why the grant was refused', 'agreed'],
    ['That it be recommended to Council that the plan be approved', null],
    ['That the report be deferred to allow for further consultation', 'deferred'],
    ['That the decision be deferred until the next meeting', 'deferred'],
    ['that the application be approved subject to conditions', 'agreed'],
    ['That the proposed budget be approved with the following changes:', 'amended'],
    ['That the minutes be approved as a correct record', 'agreed'],
    ['That the call-in be dismissed and the decision stand', 'rejected'],
    ['That the call-in be upheld', 'agreed'],
    ['To note and endorse the action plan', 'agreed'],
    ['To note that recommendation 3 had been rejected', 'noted'],
    ['That the Committee notes that Cabinet did not accept recommendation 3', 'noted'],
    ['That Members note the contents of the report and make no comment', 'noted'],
    ['THAT Council support the resolution of the Town of Brine', 'agreed'],
    ['THAT staff be directed to report back on the bridge', 'agreed'],
    ['THAT By-law 2031-04 be read a third time and finally passed', 'agreed'],
    ['THAT Council not proceed with the bridge', 'agreed'],
    ['THAT the correspondence be received and filed', 'noted'],
    ['That Council receives the report and adopts Option 2', 'agreed'],
    ['That the motion to close the quay be rejected', 'rejected'],
    ['that the recommendations be approved, save for recommendation 3 which be refused', 'agreed_in_part'],
    ['Approve the recommendations at 2.1 and 2.2 of the report', 'agreed'],
    ['Not to proceed with recommendation 5', null],
    ['That recommendation 5 be not proceeded with', null],
    ['to support recommendation 1 but not recommendation 2', 'agreed_in_part'],
    ['that recommendations 1 to 4 be accepted but recommendation 5 not be accepted', 'agreed_in_part'],
  ] as const)('%s → %s', (text, outcome) => expect(limbOutcome('RESOLVED', text)).toBe(outcome))
})

it('says whether it knew the words', () => {
  expect(readLimb('RESOLVED', 'to park recommendation 2')).toMatchObject({ outcome: null, known: false })
  expect(readLimb('RECOMMENDED to Council', 'that the quay be closed')).toMatchObject({ outcome: null, known: true })
  expect(readLimb('RESOLVED', 'That the quay be closed')).toMatchObject({ outcome: 'agreed', known: true })
})
