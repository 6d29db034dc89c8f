import { describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { collectInto, type Diagnostic } from '../../schema/diagnostics.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import type { TaughtWord, WordKind } from '../../schema/taught-words.ts'

const COUNCIL = '# Elmbury Borough Council\n\n'
const word = (kind: WordKind, text: string, means: string): TaughtWord => ({ kind, word: text, means, council: null })

async function read(text: string, ...words: TaughtWord[]): Promise<DocumentRecords & { asked: string[]; used: string[] }> {
  const diagnostics: Diagnostic[] = []
  const report = collectInto(diagnostics)
  const document = await readDocument({ bytes: new TextEncoder().encode(text), path: 'paper.md' }, report)
  const records = await extractRecords(document, report, { words })
  const notes = (rules: RegExp): string[] => diagnostics.flatMap(({ rule, note }) => (rules.test(rule) ? [`${rule}: ${note}`] : []))
  return {
    ...records,
    asked: notes(/^(?:list|opener|column)-unknown|grade-unexplained|verdict-not-understood/u),
    used: notes(/^word-taught/u).map((note) => note.replace('word-taught: ', '')),
  }
}

describe('a verdict', () => {
  const response = (...answers: string[]) =>
    `${COUNCIL}## Response to the Review of the Quay\n\nMay 2021\n\n| No. | Recommendation | Decision | Reason |\n| --- | --- | --- | --- |\n${answers.map((answer, at) => `| ${at + 1} | The council should light lamp ${at + 1} of the quay. | ${answer} | The lamps are old. |\n`).join('')}`
  const outcomes = ({ resolutions }: DocumentRecords) => resolutions.map(({ outcome }) => outcome)

  test('that is not known is asked for, and read where it is taught', async () => {
    const text = response('Agreed', 'Embraced', 'Warmly embraced, from May', 'Embracing')
    const before = await read(text)
    expect(outcomes(before)).toEqual(['agreed', null, null, null])
    expect([...new Set(before.asked)]).toEqual(
      ['Embraced', 'Warmly embraced, from May', 'Embracing'].map((note) => `verdict-not-understood: ${note}`),
    )
    const after = await read(text, word('verdict', 'embraced', 'agreed'), word('verdict', 'Warmly embraced', 'agreed_in_principle'))
    expect(outcomes(after)).toEqual(['agreed', 'agreed', 'agreed_in_principle', null])
    expect(after.used).toEqual(['verdict "embraced": agreed', 'verdict "Warmly embraced": agreed_in_principle'])
  })

  test('means what the council says, also where everybody else means another thing by it', async () => {
    expect(outcomes(await read(response('Noted', 'Agreed'), word('verdict', 'Noted', 'rejected')))).toEqual(['rejected', 'agreed'])
  })

  test("of a form's choices is not one", async () => {
    const words = [word('verdict', 'Embraced', 'agreed'), word('verdict', 'Spurned', 'rejected')]
    expect(outcomes(await read(response('Embraced/Spurned', 'Spurned'), ...words))).toEqual([null, 'rejected'])
  })
})

describe('an opener in small letters', () => {
  const minutes = (...texts: string[]) =>
    `${COUNCIL}## Minutes of the meeting of the Cabinet held on 3 March 2021\n\nPresent: Councillors Pym and Orr.\n\n### 14. The quay\n\n${texts.join('\n\n')}\n`

  test.each([
    ['The Panel urged that the quay be lit by dusk.', 'urged'],
    ['It was so ordained that the second bin be free.', 'so ordained'],
    ['After some talk the rain stopped. The Cabinet thrust aside that the kerbs be dropped.', 'thrust aside'],
  ])('is asked for: %s', async (text, opener) => {
    expect((await read(minutes(text))).asked).toEqual([`opener-unknown: ${opener}`])
  })

  test.each([
    ['what somebody said', 'Councillor Pym felt that the quay was dark.'],
    ['what will be', 'The Cabinet heard that the quay would be lit by dusk.'],
    ['what was to be', 'The Cabinet heard that the quay was to be lit by dusk.'],
  ])('is not %s', async (_, text) => {
    expect((await read(minutes(text))).asked).toEqual([])
  })

  test('that opens nothing is asked for no more, and opens nothing though others know it', async () => {
    const text = minutes('The Panel urged that the quay be lit by dusk.', 'The Cabinet agreed that the bins be free.')
    expect((await read(minutes('The Panel urged that the quay be lit.'), word('opener', 'urged', 'nothing'))).asked).toEqual([])
    expect((await read(text)).resolutions).toHaveLength(1)
    expect((await read(text, word('opener', 'agreed', 'nothing'))).resolutions).toEqual([])
  })
})

describe('a grade of a key whose words say nothing of progress', () => {
  const tracker = (key: string, ...grades: string[]) =>
    `${COUNCIL}## Progress update: Review of the Quay\n\nMarch 2022\n\nKey: ${key}\n\n| No. | Recommendation | Lead officer | Status |\n| --- | --- | --- | --- |\n${grades.map((grade, at) => `| ${at + 1} | Light lamp ${at + 1} of the quay. | Head of Parks | ${grade} |\n`).join('')}`
  const statuses = ({ progressUpdates }: DocumentRecords) => progressUpdates.map(({ status }) => status)

  test('is asked for by its name, and has the status that is taught', async () => {
    const text = tracker('Green = complete; Amber = some slippage; Grey = ask the Reeve', 'Green', 'Grey')
    const before = await read(text)
    expect([statuses(before), before.asked]).toEqual([['achieved', null], ['grade-unexplained: Grey']])
    const after = await read(text, word('grade', 'Grey', 'stalled'))
    expect([statuses(after), after.asked]).toEqual([['achieved', 'stalled'], []])
    expect(after.used).toEqual(['grade "Grey": stalled'])
  })
})

test('labels that come round again are asked for, whatever the paper is taken for', async () => {
  const labels = 'Steward: Head of Parks\nStanding: Sown\n'
  const cards = ['Light the quay by dusk.', 'Count the lamps that are dark.', 'Paint the rail along the steps.'].map(
    (ask) => `Ask: ${ask}\n${labels}`,
  )
  const text = `Elmbury Borough Council\n\nOverview and Scrutiny Committee\n\nReview of the Quay\n\nTally, May 2021\n\n${cards.join('\n')}`
  expect((await read(text)).asked.filter((note) => note.startsWith('column'))).toEqual(
    ['Ask', 'Steward', 'Standing'].map((label) => `column-unknown: ${label}`),
  )
})
