import { expect, test } from 'vitest'
import { itemFrame } from '../../parsers/frame/item-frame.ts'
import { formSections } from '../../parsers/outline/form-sections.ts'
import { councilKey, findCouncils } from '../../parsers/recognise/bodies.ts'
import { extractRecords } from '../../parsers/records.ts'
import { readFront } from './fronts.ts'

const named = async (text: string) =>
  (await readFront(text)).about.reviews.map(({ title, kind, source }) => ({ title, kind, source }))[0] ?? null

test('a report under a title of its own is of the review that the title names', async () => {
  expect(
    await named(
      'Penny Borough Council\n\nHarbour Scrutiny Panel\n\nSlow Boats, Safe Boats\n\nReport of the Panel\n\nMay 2024\n\nRecommendations\n\n1. That boats be slow.\n',
    ),
  ).toMatchObject({ title: 'Slow Boats, Safe Boats', kind: 'review' })
})

test('a response belongs to what it answers', async () => {
  expect(await named('Government Response to the Corran Floods Inquiry Second Stage Report\n\nMarch 2031\n')).toMatchObject({
    title: 'Corran Floods Inquiry',
    kind: 'review',
  })
})

test('an officer’s report is of a matter, and "Report of the Director" of nothing', async () => {
  expect(await named('Kennels Strategy\n\nReport of the Director of Open Spaces\n\nThe Committee is asked to agree it.\n')).toMatchObject({
    title: 'Kennels Strategy',
    kind: 'matter',
  })
})

test('minutes belong to none by themselves', async () => {
  expect(
    await named('Oakmere Council\n\nMinutes of the meeting of the Cabinet held on 6 February 2024\n\n1. Apologies\n\nNone.\n'),
  ).toBeNull()
})

test('an item of business has its own frame only where its own lines say so', async () => {
  const paper = (await readFront('Agenda and minutes\n\nHousing Committee - Thursday, 16th January, 2020 5.30 pm\n\nPresent: Cllr Ash\n'))
    .about
  const own = (
    await readFront(
      'Review of Bin Stores\n\nDecision of the Executive Councillor for Housing\n\nApproved the repair, as Cabinet had on 3 March 2019.\n',
    )
  ).outline
  const met = (await readFront('Meeting: 14/05/2024 - Cabinet (Item 5)\n\n5 Review of Canals\n\nRESOLVED: That it be agreed.\n')).outline
  const none = (await readFront('Review of Canals\n\nCabinet had agreed this on 3 March 2019.\n')).outline
  const frame = (entries: typeof own.entries) => {
    const { decidedBy, decidedOn } = itemFrame(formSections(entries), paper)
    return [decidedBy?.text, decidedOn?.reading.from]
  }
  expect(frame(own.entries)).toEqual(['Executive Councillor for Housing', '2020-01-16'])
  expect(frame(met.entries)).toEqual(['Cabinet', '2024-05-14'])
  expect(frame(none.entries)).toEqual(['Housing Committee', '2020-01-16'])
})

test('one council in two spellings has one key, two councils of one place have two', () => {
  expect(councilKey('CITY OF MARLOW')).toBe(councilKey('Marlow City Council'))
  expect(councilKey('Marlow City & County Council')).toBe(councilKey('MARLOW CITY AND COUNTY COUNCIL'))
  expect(councilKey('Marlow County Council')).not.toBe(councilKey('Marlow District Council'))
})

test.each(['the National Security Council', 'Oakmere Youth Council', 'the Medical Research Council'])('"%s" governs no place', (text) => {
  expect(findCouncils(text)).toEqual([])
})

test('the topics of a meeting’s questions name no review of it', async () => {
  expect(
    await named(
      'MINUTES\n\nMEETING OF COUNCIL\n\n1. Councillor Ash\n\nTopic: Snow on the quay\n\n2. Councillor Elm\n\nTopic: Lamps on the quay\n',
    ),
  ).toBeNull()
})

test('a name of a person before "Council" names no council, and "Regional Council" alone none', () => {
  expect(findCouncils('Seconded: Cr Ann Elm Council adjourn')).toEqual([])
  expect(findCouncils('Regional Council')).toEqual([])
  expect(findCouncils('Approval of City Council minutes')).toEqual([])
})

test('where only the meeting’s own business was resolved, a review that its text mentions was not decided', async () => {
  const { outline } = await readFront(
    'Issue - meetings\n\nMinutes and Matters Arising\n\nMeeting: 19/11/2029 - Lamps Commission (Item 4)\n\nMinutes:\n\nRESOLVED that the minutes of the meeting held on 24 September 2029 be approved and signed.\n\nMatters arising –\n\nMinute 32, Answer to the Review of Housing for Sailors – worries would be passed on.\n',
  )
  const records = await extractRecords(outline.document, () => {})
  expect(records.resolutions).toHaveLength(1)
  expect(records.reviews).toEqual([])
})
