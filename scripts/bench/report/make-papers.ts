import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS =
  'bus library shelter housing parks school officer budget survey repair plan review road bin tree flood care club grant audit'.split(' ')
const GRADES = ['Fully Achieved', 'On-Track', 'Slipped', 'Not Achieved']
/** Recommendations of one review. */
const A_REVIEW = 20

/** Writes the papers of so many made-up recommendations: of each review a report, and two updates a year apart. Gives how many papers. */
export function makePapers(folder: string, recommendations: number): number {
  let seed = 1
  const chance = (below: number): number => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const words = (length: number): string => Array.from({ length }, () => WORDS[chance(WORDS.length)]).join(' ')
  const reviews = Math.ceil(recommendations / A_REVIEW)
  mkdirSync(folder, { recursive: true })
  for (let review = 0; review < reviews; review++) {
    const title = `Scrutiny Review of ${words(4)} ${review}`
    const items = Array.from({ length: Math.min(A_REVIEW, recommendations - review * A_REVIEW) }, () => `That ${words(25)}.`)
    const list = items.map((text, index) => `${index + 1}. ${text}`)
    writeFileSync(
      join(folder, `${review} - report.md`),
      [
        `# ${title}`,
        '',
        `Council ${review % 30} Borough Council`,
        '',
        'Place Select Committee',
        '',
        'March 2021',
        '',
        '## Recommendations',
        '',
        'The Committee recommend:',
        '',
        ...list,
        '',
      ].join('\n'),
    )
    for (const [year, due] of [
      [2022, 'March 2022'],
      [2023, 'December 2023'],
    ] as const)
      writeFileSync(
        join(folder, `${review} - update ${year}.txt`),
        [card(title, year), ...items.flatMap((text, index) => item(index + 1, text, year, due))].join('\n'),
      )

    function item(number: number, text: string, year: number, due: string): string[] {
      return [
        `Recommendation ${number}:\t${text}`,
        `Responsibility:\tOfficer ${chance(400)}`,
        `Date:\t${due}`,
        `Agreed Action:\t${words(12)}.`,
        `Agreed Success Measure:\t${words(10)}.`,
        `Evidence of Progress (June ${year}):\t${words(40)}.`,
        `Assessment of Progress (June ${year}):\t${GRADES[chance(GRADES.length)]}`,
        `Evidence of Impact (June ${year}):\t${words(12)}.`,
        '',
      ]
    }
  }
  return reviews * 3
}

function card(title: string, year: number): string {
  return `SCRUTINY MONITORING – PROGRESS UPDATE\nReview:\t${title}\nLink Officer/s:\tAda Brook\nAction Plan Agreed:\tJune 2021\nProgress update as of June ${year}\n`
}
