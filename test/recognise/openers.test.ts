import { describe, expect, it } from 'vitest'
import { readMotion } from '../../parsers/recognise/deciding-motions.ts'
import { readCarried } from '../../parsers/recognise/fates.ts'
import { readOpener } from '../../parsers/recognise/openers.ts'
import { findResolutionOpener } from '../../parsers/recognise/resolutions.ts'

it.each([
  'ADJOURNED MEETING - LAMPS The Council met at nine.',
  'DEFERRED ITEMS',
  'The Panel noted the apologies of Councillors Ash and Elm. Councillor Oak sat for one of them.',
  'Previously it was agreed that a note would be sent round.',
])('%s decides nothing', (text) => expect(readOpener(text)).toBeNull())

it('does not take the body after a name for a part of it', () => {
  const text = 'Moved: Cr Ivo Ash Seconded: Cr Ann Elm Council adjourn for tea.'
  const seconder = readMotion(text)?.seconder
  expect(seconder && text.slice(seconder.start, seconder.end)).toBe('Cr Ann Elm')
})

describe('findResolutionOpener', () => {
  it.each([
    ['RESOLVED (5 votes to 2)', '', 1],
    ['Resolved –', '', 1],
    ['And Resolved:', '', 1],
    ['IT WAS RESOLVED THAT the quay be closed', 'THAT the quay be closed', 1],
    ['Penderfynwyd:', '', 1],
    ['PENDERFYNWYD derbyn yr adroddiad', 'derbyn yr adroddiad', 1],
    ['Cytunwyd – cau’r cei', 'cau’r cei', 1],
    ['R E S O L V E D that the quay be closed', 'that the quay be closed', 1],
    ['RESOLVED - T H A T the quay be closed', 'T H A T the quay be closed', 1],
    ['DECIDED:-', '', 1],
    ['DECISION', '', 1],
    ['Decision: that the quay be closed', 'that the quay be closed', 1],
    ['Decision made:', '', 1],
    ['The decision:', '', 1],
    ['Outcome: the quay is closed', 'the quay is closed', 1],
    ['Decisions', '', 1],
    ['MOTION: That the quay be closed', 'That the quay be closed', 1],
    ['BE IT RESOLVED THAT the quay be closed', 'THAT the quay be closed', 1],
    ['NOW THEREFORE BE IT RESOLVED that the quay be closed', 'that the quay be closed', 1],
    ['NOW, THEREFORE, BE IT RESOLVED by the Council of the Town of Brine that the quay be closed', 'that the quay be closed', 1],
    ['The Cabinet Member agreed to close the quay.', 'to close the quay.', 0],
    ['The Executive Mayor in Cabinet RESOLVED to:', 'to:', 1],
    ['The Harbour Board unanimously agreed that the quay be closed.', 'that the quay be closed.', 0],
    ['RECOMMENDED to Council that the quay be closed', 'that the quay be closed', 1],
    ['RESOLVED: (Unanimously) that the quay be closed', 'that the quay be closed', 1],
    ['RESOLVED unanimously that the quay be closed', 'that the quay be closed', 1],
    ['RESOLVED, by 4 votes to 3 with no abstentions, that the quay be closed', 'that the quay be closed', 1],
    ['AGREED nem con to close the quay', 'to close the quay', 1],
    ['ORDERED: That the quay be closed', 'That the quay be closed', 1],
    ['It was moved by Cllr Ash, seconded by Cllr Elm, and CARRIED that the quay be closed', 'that the quay be closed', 1],
    ['After debate, it was agreed that the quay be closed.', 'that the quay be closed.', 0],
    ['Members therefore resolved to close the quay.', 'to close the quay.', 0],
    ['I have decided to close the quay.', 'to close the quay.', 0],
    ['Resolved (Cr Ash / Cr Elm)', '', 1],
    ['That Cabinet agrees to:', 'to:', 0],
    ['The Committee AGREED to confirm the order', 'to confirm the order', 1],
    ['Following a discussion, the Committee agreed that the quay be closed.', 'that the quay be closed.', 0],
    ['The Portfolio Holder for Quays agreed to:', 'to:', 0],
    ['MOVED, SECONDED AND RESOLVED THAT the quay be closed', 'THAT the quay be closed', 1],
    ['12.3 It was agreed that the quay be closed', 'that the quay be closed', 0],
    ['COUNCIL RESOLUTION 2031/12', '', 1],
    ['Resolved GB/2031/123 (Cr Ash/Cr Elm)', '', 1],
    ['OFFICER RECOMMENDATION / COUNCIL DECISION', '', 1],
    ['RESOLVED, on the motion of Councillor Ash, seconded by Councillor Elm, that the quay be closed', 'that the quay be closed', 1],
    ['Resolved by the Council unanimously:', '', 1],
    ['It was proposed by Cllr Ash, seconded by Cllr Elm and agreed to close the quay.', 'to close the quay.', 0],
    ['PENDERFYNODD y Cabinet gau’r cei', 'y Cabinet gau’r cei', 1],
    ['Moved Cr Ash, seconded Cr Elm: That the quay be closed', 'That the quay be closed', 1],
    ['Noted.', '', 1],
    ['Approved', '', 1],
    [
      'On the motion of Councillor Ash, seconded by Councillor Elm, it was resolved: “That the quay be closed”',
      '“That the quay be closed”',
      0,
    ],
  ] as const)('%s', (text, rest, caps) => {
    const opener = findResolutionOpener(text)
    expect(opener).not.toBeNull()
    expect(text.slice(opener?.end).trim()).toBe(rest)
    if (caps) expect(readOpener(text)?.strength).toBeGreaterThan(0.85)
  })

  it.each([
    'decision-making in the harbour',
    'Cabinet agreed with the Committee that boats need lamps.',
    'It was agreed in 2019 that boats need lamps.',
    'At its meeting in May Council resolved that boats need lamps.',
    'The Committee had resolved that boats need lamps.',
    'The plan would be agreed that evening.',
    'Decisions taken',
    'Matters to be resolved:',
    'Action: Clerk to write',
    'Agreed measures are listed below.',
    'The parties agreed terms in June.',
    'He hoped that the Board agreed to help.',
    'Reasons for decision',
    'Members asked whether it was agreed that boats need lamps.',
    'The Decision Notice was sent in May.',
    'Resolved issues are closed each month.',
    'She said: "It was resolved that boats need lamps"',
    'Councillor Ash noted that the lamp was out.',
    'The approved list of keepers',
    'Motions and amendments',
    'Cllr Ash agreed to write to the owner.',
    'Moved by Councillor Ash and seconded by Councillor Elm',
    'It was noted that the lamp was out.',
    'OTHER OPTIONS CONSIDERED AND REJECTED – The quay might stay open.',
    'Recommended: That the Panel note the progress made.',
    'Following the review of 2019 the Council had agreed to mend the quay.',
    'The Committee noted that the Board agreed terms.',
  ])('none in: %s', (text) => expect(findResolutionOpener(text)).toBeNull())

  it('weighs what a sentence narrates less, and takes it whole', () => {
    const opener = readOpener('The report was noted by Members.')
    expect(opener).toMatchObject({ start: 0, end: 0, outcome: 'noted', narrated: true })
    expect(opener?.strength).toBeLessThan(0.6)
    expect(readOpener('The Harbour Committee noted the update.')).toMatchObject({ outcome: 'noted', narrated: true })
    expect(readOpener('The minutes of the meeting of 5 May were approved.')).toBeNull()
  })

  it('is unsure of a small-lettered opener in a limb', () => {
    expect(readOpener('(a) Agreed that the quay be closed')?.strength).toBeLessThan(0.6)
    expect(readOpener('B Cabinet agreed that the quay be closed')?.strength).toBeLessThan(0.6)
    expect(readOpener('12.3 It was agreed that the quay be closed')?.strength).toBeGreaterThan(0.6)
  })

  it('says whose word it is, how they voted and what it does', () => {
    const text = 'The Harbour Board RESOLVED (5 votes to 2) to close the quay'
    const opener = readOpener(text)
    expect(text.slice(opener?.subject?.start, opener?.subject?.end)).toBe('The Harbour Board')
    expect(text.slice(opener?.vote?.start, opener?.vote?.end)).toBe('5 votes to 2')
    expect(opener).toMatchObject({ verb: 'resolved', outcome: 'agreed' })
    expect(readOpener('RECOMMENDED to Council that the quay be closed')?.outcome).toBeNull()
    expect(readOpener('Moved Cr Ash, seconded Cr Elm: That the quay be closed')?.outcome).toBeNull()
  })
})

describe('readMotion', () => {
  it.each([
    ['Moved by Councillor Fen Rowley and seconded by Councillor Una Keld', 'Councillor Fen Rowley', 'Councillor Una Keld'],
    ['Moved Cllr Ash, seconded Cllr Elm that the quay be closed', 'Cllr Ash', 'Cllr Elm'],
    ['On the proposal of Councillor Ash, seconded by Councillor Elm, it was agreed', 'Councillor Ash', 'Councillor Elm'],
    ['R2031-057 A. Brine, B. Rock:', 'A. Brine', 'B. Rock'],
    ['Proposed by Councillor O’Ash;', 'Councillor O’Ash', null],
    ['Councillor Ash MOVED and Councillor Elm SECONDED the motion', 'Councillor Ash', 'Councillor Elm'],
    ['Resolved (Cr Wes Ash / Cr Ana Elm)', 'Cr Wes Ash', 'Cr Ana Elm'],
    ['Mover: Cr Ash   Seconder: Cr Elm', 'Cr Ash', 'Cr Elm'],
    ['Seconded by Councillor Elm;', null, 'Councillor Elm'],
  ])('%s', (text, mover, seconder) => {
    const motion = readMotion(text)
    const said = (span: { start: number; end: number } | null | undefined) => (span ? text.slice(span.start, span.end) : null)
    expect([said(motion?.mover), said(motion?.seconder)]).toEqual([mover, seconder])
  })
  it('gives the number before and what was moved after', () => {
    const text = 'R2031-057 A. Brine, B. Rock: That the quay be closed. Carried.'
    const motion = readMotion(text)
    expect(motion && text.slice(motion.number?.start, motion.number?.end)).toBe('R2031-057')
    expect(text.slice(motion?.end)).toBe('That the quay be closed. Carried.')
    expect(text.slice(0, readCarried(text)?.start).trim()).toBe('R2031-057 A. Brine, B. Rock: That the quay be closed.')
  })

  it.each(['The proposed quay is long.', 'Cllr Ash spoke on the second lamp.', 'He moved to Brine in May.'])('none in: %s', (text) =>
    expect(readMotion(text)).toBeNull(),
  )
})

describe('readCarried', () => {
  it.each([
    ['CARRIED UNANIMOUSLY', 'agreed'],
    ['That the quay be closed. Carried.', 'agreed'],
    ['The motion was put and carried.', 'agreed'],
    ['Vote: 5-2, motion passed', 'agreed'],
    ['The Motion on being put to the meeting was carried unanimously.', 'agreed'],
    ['LOST', 'rejected'],
    ['The motion was defeated.', 'rejected'],
    ['The Chair declared the motion defeated.', 'rejected'],
    ['The amendment was put to the vote and lost by 3 votes to 9.', 'rejected'],
    ['Motion not carried', 'rejected'],
    ['The motion lapsed for want of a seconder.', 'rejected'],
    ['MOTION FAILED', 'rejected'],
    ['The motion was withdrawn.', null],
    ['That the quay be closed. DEFEATED', 'rejected'],
    ['The motion, as amended, was carried', 'agreed'],
    ['On a vote being taken the amendment fell.', 'rejected'],
    ['Motion carried (6-1)', 'agreed'],
    ['The motion was not carried.', 'rejected'],
  ])('%s → %s', (text, outcome) => expect(readCarried(text)).toMatchObject({ outcome }))
  it.each([
    'adopted.',
    'Lost property is sold.',
    'That works be carried out.',
    'The boat carried sails.',
    'He lost the vote of the keepers.',
  ])('none in: %s', (text) => expect(readCarried(text)).toBeNull())
})
