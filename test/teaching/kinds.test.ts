import { describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { collectInto, type Diagnostic } from '../../schema/diagnostics.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import type { TaughtWord, WordKind } from '../../schema/taught-words.ts'

const HEAD = '# Wexcombe Borough Council\n\n## Overview and Scrutiny Committee\n\n'
const MINUTES =
  '# Wexcombe Borough Council\n\n## Minutes of the meeting of the Cabinet held on 3 March 2021\n\nPresent: Councillors Pym and Orr.\n\n'

const word = (kind: WordKind, words: string, means: string, council: string | null = null): TaughtWord => ({
  kind,
  word: words,
  means,
  council,
})

async function read(
  text: string,
  words: readonly TaughtWord[] = [],
  path = 'paper.md',
): Promise<DocumentRecords & { diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const report = collectInto(diagnostics)
  const document = await readDocument({ bytes: new TextEncoder().encode(text), path }, report)
  return { ...(await extractRecords(document, report, { words })), diagnostics }
}

const wordings = ({ wordings: all }: DocumentRecords) => all.map(({ kind, text }) => `${kind}: ${text}`)
const outcomes = ({ resolutions }: DocumentRecords) => resolutions.map(({ outcome, text }) => `${outcome}: ${text}`)
const statuses = ({ progressUpdates }: DocumentRecords) => progressUpdates.map(({ status }) => status)
const unknown = ({ diagnostics }: { diagnostics: Diagnostic[] }) =>
  diagnostics.flatMap(({ rule, note }) => (/unknown$/u.test(rule) && rule !== 'review-unknown' ? `${rule}: ${note}` : []))

describe('a heading', () => {
  const LISTED = `${HEAD}## Review of the Quay\n\nMarch 2021\n\n### Matters put to the Reeve\n\n1. Lamps along the quay lit by dusk.\n2. A yearly count of the lamps that are dark.\n3. One number for residents who ring.\n`

  test.each([['recommendations'], ['actions']])('that holds %s makes a list of recommendations', async (means) => {
    const before = await read(LISTED)
    expect([before.kind, before.wordings]).toEqual(['other', []])
    expect(unknown(before)).toEqual(['list-unknown: Matters put to the Reeve'])
    const after = await read(LISTED, [word('heading', 'matters put to the reeve', means)])
    expect(after.kind).toBe('review_report')
    expect(wordings(after)).toHaveLength(3)
    expect(unknown(after)).toEqual([])
  })

  test('that holds conclusions', async () => {
    const text = `${LISTED}\n### Recommendations\n\n1. The council should light the quay.\n2. The council should count dark lamps.\n`
    const after = await read(text, [word('heading', 'Matters put to the Reeve', 'conclusions')])
    expect(wordings(after).filter((one) => one.startsWith('conclusion'))).toHaveLength(3)
    expect(wordings(after).filter((one) => one.startsWith('recommendation'))).toHaveLength(2)
  })

  test('that holds nothing is asked for no more', async () => {
    const after = await read(LISTED, [word('heading', 'Matters put to the Reeve', 'nothing')])
    expect([wordings(after), unknown(after)]).toEqual([[], []])
  })

  test('that holds resolutions opens them, as agreed', async () => {
    const text = `${MINUTES}### 14. Lighting of the quay\n\nThe Cabinet heard the report.\n\n#### Ruled\n\n1. The quay to be lit by dusk.\n2. The lamps to be counted each year.\n`
    expect((await read(text)).resolutions).toEqual([])
    expect(outcomes(await read(text, [word('heading', 'Ruled', 'resolutions')]))).toEqual([
      'agreed: The quay to be lit by dusk.',
      'agreed: The lamps to be counted each year.',
    ])
  })

  test('that holds responses answers the recommendation above it', async () => {
    const text =
      '# Wexcombe Borough Council\n\n## Response to the Review of the Quay\n\nMay 2021\n\n**Recommendation 1:** The council should light the quay.\n\n#### What the Reeve says\n\nAgreed. The lamps will be lit from October.\n\n**Recommendation 2:** The council should count dark lamps.\n\n#### What the Reeve says\n\nNot agreed. There is no money for a count.\n'
    const after = await read(text, [word('heading', 'What the Reeve says', 'responses')])
    expect(after.kind).toBe('response')
    expect(outcomes(after)).toEqual([
      'agreed: Agreed. The lamps will be lit from October.',
      'rejected: Not agreed. There is no money for a count.',
    ])
  })
})

test.each([
  ['2. MATTERS PUT TO THE REEVE', 'a numbered heading'],
  ['Matters put to the Reeve', 'a line before the list'],
])('%s is asked for as %s of plain text', async (heading) => {
  const text = `Wexcombe Borough Council\n\nReview of the Quay\n\nMarch 2021\n\n1. HOW IT WAS DONE\n\nThe quay was walked twice, in November and in February.\n\n${heading}\n\n• Lamps along the quay lit by dusk.\n• A yearly count of the lamps that are dark.\n• One number for residents who ring.\n`
  const [note] = unknown(await read(text, [], 'paper.txt'))
  expect(note?.toLowerCase()).toBe('list-unknown: matters put to the reeve')
  const taught = [word('heading', 'Matters put to the Reeve', 'recommendations')]
  expect(wordings(await read(text, taught, 'paper.txt'))).toHaveLength(3)
})

describe('a column', () => {
  const PLAN = `${HEAD}## Action plan: Review of the Quay\n\nMarch 2021\n\n| No. | Recommendation | Keeper | Sheaf | Purse | Pennant |\n| --- | --- | --- | --- | --- | --- |\n| 1 | Light the quay. | Head of Parks | March 2022 | 3 crowns | Cyan |\n| 2 | Count the lamps. | Estates Manager | May 2022 | nil | Cyan – seed is ordered |\n`
  const WORDS = [
    word('column', 'Keeper', 'who'),
    word('column', 'Sheaf', 'due'),
    word('column', 'Purse', 'detail'),
    word('column', 'Pennant', 'status'),
    word('grade', 'Cyan', 'on_track'),
  ]

  test('of a table is the field that it was taught to be', async () => {
    expect(unknown(await read(PLAN))).toEqual(['Keeper', 'Sheaf', 'Purse', 'Pennant'].map((one) => `column-unknown: ${one}`))
    const after = await read(PLAN, WORDS)
    expect(after.kind).toBe('action_plan')
    expect(after.commitments.map(({ responsible, dueFrom }) => [responsible, dueFrom])).toEqual([
      ['Head of Parks', '2022-03-01'],
      ['Estates Manager', '2022-05-01'],
    ])
    expect(statuses(after)).toEqual(['on_track', 'on_track'])
    expect(unknown(after)).toEqual([])
  })

  test('is the label of a card too', async () => {
    const card = (matter: string, grade: string) => `Matter put: ${matter}\nKeeper: Head of Parks\nStanding: ${grade}\n`
    const text = `${HEAD}## Tally: Review of the Quay\n\nMarch 2022\n\n${[card('Light the quay.', 'Cyan'), card('Count the lamps.', 'Done')].join('\n')}`
    expect(unknown(await read(text))).toEqual(['Matter put', 'Keeper', 'Standing'].map((one) => `column-unknown: ${one}`))
    const words = [...WORDS, word('column', 'Matter put', 'recommendation'), word('column', 'Standing', 'status')]
    expect(statuses(await read(text, words))).toEqual(['on_track', 'achieved'])
  })
})

describe('a grade', () => {
  const rows = (...grades: string[]) =>
    `${HEAD}## Progress update: Review of the Quay\n\nMarch 2022\n\n| No. | Recommendation | Lead officer | Status |\n| --- | --- | --- | --- |\n${grades.map((grade, at) => `| ${at + 1} | Light lamp ${at + 1} of the quay by dusk. | Head of Parks | ${grade} |\n`).join('')}`

  test('is a word or a colour, with or without an explanation after it', async () => {
    const words = [word('grade', 'Sown', 'not_started'), word('grade', 'Amber', 'on_track'), word('grade', 'No news', 'nothing')]
    const after = await read(rows('Sown – seed is ordered', 'Amber', 'No news', 'Sownder', 'Sown / Amber'), words)
    expect(statuses(after)).toEqual(['not_started', 'on_track', null, null, null])
    expect(after.diagnostics.filter(({ rule }) => rule === 'grade-off-scale').map(({ note }) => note)).toEqual(['Sownder'])
  })

  test("yields to the paper's own key", async () => {
    const key = 'Key: Green = complete; Amber = some slippage; Red = not started\n\n| No.'
    const after = await read(rows('Amber', 'Green').replace('| No.', key), [word('grade', 'Amber', 'achieved')])
    expect(statuses(after)).toEqual(['slipped', 'achieved'])
  })
})

test('an opener opens what was decided, with its outcome', async () => {
  const text = `${MINUTES}### 14. Lighting of the quay\n\nIt was so ordained that the quay be lit by dusk.\n\n### 15. Bins\n\nSO ORDAINED: That the second bin be free.\n\n### 16. Kerbs\n\nThe Cabinet thrust aside that the kerbs be dropped.\n`
  const before = await read(text)
  expect([before.resolutions, unknown(before)]).toEqual([[], ['opener-unknown: so ordained', 'opener-unknown: thrust aside']])
  expect(outcomes(await read(text, [word('opener', 'so ordained', 'agreed'), word('opener', 'thrust aside', 'rejected')]))).toEqual([
    'agreed: that the quay be lit by dusk.',
    'agreed: That the second bin be free.',
    'rejected: that the kerbs be dropped.',
  ])
})

test('a body is found where papers name it, and decides', async () => {
  const report =
    '# The Wexcombe Vestry\n\n## Lamps and Ditches Moot\n\n### Review of the Quay\n\nMarch 2021\n\n#### Recommendations\n\n1. The Vestry should light the quay.\n2. The Vestry should count dark lamps.\n'
  const words = [word('body', 'Wexcombe Vestry', 'council'), word('body', 'Lamps and Ditches Moot', 'committee')]
  const { council, committee } = await read(report, words)
  expect([council, committee]).toEqual(['Wexcombe Vestry', 'Lamps and Ditches Moot'])
  const minutes =
    '# Wexcombe Borough Council\n\n## Minutes of the Lamps and Ditches Moot held on 3 March 2021\n\n### 14. Lighting of the quay\n\nThe Lamps and Ditches Moot agreed that the quay be lit by dusk.\n'
  expect(outcomes(await read(minutes, words))).toEqual(['agreed: that the quay be lit by dusk.'])
})

describe('whose words count', () => {
  const paper = (council: string) =>
    `# ${council}\n\n## Review of the Quay\n\nMarch 2021\n\n### Asks\n\n1. Lamps along the quay lit by dusk.\n2. A yearly count of the lamps that are dark.\n3. One number for residents who ring.\n`
  const own = [word('heading', 'Asks', 'recommendations', 'Wexcombe')]

  test("those of the paper's own council, by any of its names", async () => {
    expect((await read(paper('Wexcombe Borough Council'), own)).wordings).toHaveLength(3)
    expect((await read(paper('Borough of Wexcombe'), own)).wordings).toHaveLength(3)
    expect((await read(paper('Tarrowdale District Council'), own)).wordings).toEqual([])
    expect((await read(paper('A Note'), own)).wordings).toEqual([])
  })

  test('its own more than those for all', async () => {
    const words = [...own, word('heading', 'Asks', 'nothing')]
    expect((await read(paper('Wexcombe Borough Council'), words)).wordings).toHaveLength(3)
    expect((await read(paper('Tarrowdale District Council'), words)).wordings).toEqual([])
  })

  test('what one paper was read by leaves no trace in the next', async () => {
    const [text, elsewhere] = [paper('Wexcombe Borough Council'), paper('Tarrowdale District Council')]
    const plain = [await read(text), await read(elsewhere)]
    await read(text, [word('heading', 'Asks', 'recommendations')])
    await read(elsewhere, own)
    expect([await read(text), await read(elsewhere)]).toEqual(plain)
    const [first, second] = await Promise.all([read(text, own), read(text)])
    expect([first.wordings.length, second.wordings.length]).toEqual([3, 0])
  })
})
