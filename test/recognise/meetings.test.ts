import { describe, expect, it } from 'vitest'
import { findCouncils } from '../../parsers/recognise/bodies.ts'
import { readMeetingLine } from '../../parsers/recognise/meetings.ts'
import { addVotes, NO_VOTES, outcomeOfVotes } from '../../parsers/recognise/vote-counts.ts'

describe('readMeetingLine', () => {
  it('takes no day from minutes that are confirmed', () => {
    expect(readMeetingLine('The minutes of Ordinary meeting held on 13th May, 2025 were confirmed.')?.day ?? null).toBeNull()
    expect(readMeetingLine('Minutes of the meeting held on 13th May, 2025')?.day?.from).toBe('2025-05-13')
  })
})

describe('findCouncils', () => {
  it.each([
    ['Minutes of the Statutory Annual Meeting of Quell Parish Council held in the hall', ['Quell Parish Council']],
    ['MINUTES OF THE PROCEEDINGS OF THE CITY COUNCIL', []],
  ])('%s', (text, names) => expect(findCouncils(text).map(({ start, end }) => text.slice(start, end))).toEqual(names))
})

describe('outcomeOfVotes', () => {
  it.each([
    ['Aye: Ash, Elm. Nay: None', 'agreed'],
    ['Ayes - 4; Nays - 2', 'agreed'],
    ['Ayes - 3; Nays - 2', null],
    ['Ayes - 2; Nays - 2', 'rejected'],
    ['Aye: Ash. Nay: Elm, Orr', null],
  ])('%s → %s', (text, outcome) => expect(outcomeOfVotes(addVotes(NO_VOTES, text))).toBe(outcome))
})
