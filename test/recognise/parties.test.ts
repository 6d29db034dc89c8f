import { expect, it } from 'vitest'
import { readParties } from '../../parsers/recognise/parties.ts'

/** Each party as "name|organisation|kind". */
function parties(text: string): string[] {
  return readParties(text).map(({ name, organisation, kind }) => `${name}|${organisation ?? ''}|${kind}`)
}

it.each<[string, string[]]>([
  ['Leah Moss (ABCP) / Ian Reed-Cole (XBC)', ['Leah Moss|ABCP|person', 'Ian Reed-Cole|XBC|person']],
  ['Leah Moss/ Coastal Lamp Group', ['Leah Moss||person', 'Coastal Lamp Group||organisation']],
  ['Leah Moss & Ian Reed', ['Leah Moss||person', 'Ian Reed||person']],
  ['Leah Moss, Ian Reed and Jo Ann O’Dell', ['Leah Moss||person', 'Ian Reed||person', 'Jo Ann O’Dell||person']],
  ['Leah Moss, Head of Lamps', ['Leah Moss||person']],
  ['Leah Moss, Community Safety', ['Leah Moss|Community Safety|person']],
  ['Head of Lamps (Leah Moss)', ['Leah Moss||person']],
  ['Head of Lamps - Leah Moss', ['Leah Moss||person']],
  ['XBC – Leah Moss', ['Leah Moss|XBC|person']],
  ['Leah Moss (Chair)', ['Leah Moss||person']],
  ['Lead: Leah Moss', ['Leah Moss||person']],
  ['Leah Moss (ABCP), Ian Reed (XBC)', ['Leah Moss|ABCP|person', 'Ian Reed|XBC|person']],
  ['Cllr Jo Tern', ['Cllr Jo Tern||person']],
  ['Cllr Tern and Cllr Gull', ['Cllr Tern||person', 'Cllr Gull||person']],
  ['Head of Lamps', ['Head of Lamps||post']],
  ['Head of Lamps and Foghorns', ['Head of Lamps and Foghorns||post']],
  ['Head of Lamps, Foghorns and Harbour Services', ['Head of Lamps, Foghorns and Harbour Services||post']],
  ['Director of Quays and Head of Lamps', ['Director of Quays||post', 'Head of Lamps||post']],
  ['Director of Quays & Head of Lamps', ['Director of Quays||post', 'Head of Lamps||post']],
  ['Cabinet Member for Quays and Piers', ['Cabinet Member for Quays and Piers||post']],
  ['Portfolio Holder', ['Portfolio Holder||post']],
  ['Lamp Services Manager', ['Lamp Services Manager||post']],
  ['Assistant Director (Quays)', ['Assistant Director|Quays|post']],
  ['Police and Crime Commissioner', ['Police and Crime Commissioner||post']],
  ['Lamp Improvement Service', ['Lamp Improvement Service||organisation']],
  ['Quays and Piers Board', ['Quays and Piers Board||organisation']],
  ['Coastal Lamp Group (CLG)', ['Coastal Lamp Group||organisation']],
  ['Public Health / Adult Social Care', ['Public Health||organisation', 'Adult Social Care||organisation']],
  ['XBC and ABCP', ['XBC||organisation', 'ABCP||organisation']],
  ['The Executive', ['The Executive||organisation']],
  ['IT', ['IT||organisation']],
  ['Harbourside', ['Harbourside||unknown']],
  // cannot be parted surely
  ['Lamp Services and Quay Committee', ['Lamp Services and Quay Committee||unknown']],
  ['Leah Moss Ian Reed Public Health', ['Leah Moss Ian Reed Public Health||unknown']],
  ['-', []],
  ['TBC', []],
  ['', []],
])('readParties(%j)', (text, expected) => {
  expect(parties(text)).toEqual(expected)
})

it('keeps the words as printed and says where they are', () => {
  const text = ' Leah Moss (ABCP) / Ian Reed'
  expect(readParties(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Leah Moss (ABCP)', 'Ian Reed'])
  expect(readParties(text).map((party) => party.text)).toEqual(['Leah Moss (ABCP)', 'Ian Reed'])
})
