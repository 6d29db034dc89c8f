import { expect, it } from 'vitest'
import { documentOutline } from '../../parsers/outline/outline.ts'
import { fieldPassage } from '../../parsers/tables/plan-items.ts'
import { toldProgress } from '../../parsers/tables/told-progress.ts'
import { read } from '../formats/reading.ts'

const told = async (text: string, isUpdate = false) => {
  const items = toldProgress(documentOutline(await read(text, 'paper.md')).entries, isUpdate)
  return (
    items?.map((item) => (['number', 'recommendation', 'progress', 'status'] as const).map((role) => fieldPassage(item, role).text)) ?? null
  )
}

const EACH = [1, 2, 3]
  .map((number) => `Recommendation ${number}: The board should light stage ${number}.\n\nStage ${number} has been dark for years.\n`)
  .join('\n')

it('takes reasons below recommendations for progress only where the paper says that it reports progress', async () => {
  expect(await told(`# Review of the stages\n\n${EACH}`)).toBeNull()
  const items = [1, 2, 3].map((number) => [
    `Recommendation ${number}:`,
    `The board should light stage ${number}.`,
    `Stage ${number} has been dark for years.`,
    '',
  ])
  expect(await told(`# Review of the stages\n\n${EACH}`, true)).toEqual(items)
  expect(await told(`# Stages\n\nThe position on each recommendation is set out below.\n\n${EACH}`)).toEqual(items)
})

it('is not found where most paragraphs accept or refuse, where fewer than three are reported, and where a number comes twice', async () => {
  const answers = [1, 2, 3].map((number) => `On recommendation ${number}, the board has accepted it.`)
  expect(await told(answers.join('\n\n'))).toBeNull()
  const lines = [1, 2, 3].map((number) => `On recommendation ${number}, a lamp was bought.`)
  expect(await told(lines.slice(1).join('\n\n'))).toBeNull()
  expect(await told([...lines, lines[0]].join('\n\n'))).toBeNull()
  expect(await told(lines.join('\n\n'))).toHaveLength(3)
})

it('parts a card without labels into words, progress and a grade on a line of its own', async () => {
  const cards = [1, 2, 3].map(
    (number) => `Recommendation 4.${number}\n\nProvide lamps at stage ${number}.\n\nThey were put up in May.\n\nPosition: Complete\n`,
  )
  expect((await told(`Progress on the recommendations\n\n${cards.join('\n')}`))?.[1]).toEqual([
    'Recommendation 4.2',
    'Provide lamps at stage 2.',
    'They were put up in May.',
    'Complete',
  ])
})
