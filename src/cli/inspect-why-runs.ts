import type { PaperExplanation, RunExplanation } from '../reading/read-file.ts'
import { placeWords } from './inspect-reading.ts'
import { listed, printSigns, scoreWords } from './inspect-why-signs.ts'
import { FORMS, ROLES } from './inspect-why-words.ts'
import { counted, print, styled, styledWords, wrapped } from './screen.ts'
import { shortened } from './text-width.ts'

/** Lists that came this near to being taken are shown with their signs; what is below is counted. */
const NEAR = -2
const MOST_NEAR = 3

/** Prints what each list of a paper was read as and why, in the order of the paper. */
export function printRuns({ runs }: PaperExplanation): void {
  if (!runs.length) {
    print('\nIt has no list that could be recommendations.')
    return
  }
  print(`\n${styled('bold', 'Its lists, in the order of the paper')}`)
  const passed = runs.filter(({ role }) => role === 'ordinary' || role === 'part')
  const near = passed
    .filter(({ role, score }) => role === 'ordinary' && score > NEAR)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_NEAR)
  for (const run of runs) if (!passed.includes(run) || near.includes(run)) printRun(run)
  const others = passed.filter((run) => !near.includes(run))
  printPassed(others, others.length < runs.length)
}

function printRun(run: RunExplanation): void {
  const { form, heading, items, opens, place, role, because, score, scoredAs, signs } = run
  const where = placeWords(place).replace(/^ \(p/u, 'P').replace(/^ \(l/u, 'L').replace(/\)$/u, '')
  const under = heading ? `under "${shortened(heading, 60)}"` : 'under no heading'
  print()
  print(wrapped(`${where ? `${where}: ` : 'Somewhere: '}${FORMS[form].one} ${under}, ${counted(items, 'item')}`, 2))
  if (opens) print(wrapped(`It begins "${shortened(opens, 70)}"`, 4, 'dim'))
  const colour = role === 'ordinary' || role === 'part' ? 'dim' : role === 'candidates' ? 'yellow' : 'green'
  print(wrapped(`${styledWords(colour, ROLES[role])} · ${because}`, 4))
  // How much its decisions read like recommendations says nothing of why they are decisions.
  if (role === 'decided') return
  print(wrapped(`Its score as ${scoredAs}s is ${scoreWords(score)}:`, 4))
  printSigns(signs, 6)
}

/** Lists that nobody would look for, by their form, and what spoke against them. */
function printPassed(runs: readonly RunExplanation[], besides: boolean): void {
  const parts = runs.filter(({ role }) => role === 'part')
  const ordinary = runs.filter(({ role }) => role === 'ordinary')
  if (runs.length) print()
  if (parts.length)
    print(wrapped(`${counted(parts.length, 'list')} within the lists above (their parts, or text after an item): ${formsOf(parts)}.`, 2))
  if (!ordinary.length) return
  const others = counted(ordinary.length, besides ? 'other list' : 'list')
  print(
    wrapped(
      `${others} read as ordinary text: ${formsOf(ordinary)}. The highest score is ${scoreWords(Math.max(...ordinary.map(({ score }) => score)))}. --json shows each.`,
      2,
    ),
  )
}

function formsOf(runs: readonly RunExplanation[]): string {
  const counts = new Map<RunExplanation['form'], number>()
  for (const { form } of runs) counts.set(form, (counts.get(form) ?? 0) + 1)
  return listed(
    [...counts].sort(([, a], [, b]) => b - a).map(([form, count]) => (count === 1 ? FORMS[form].one : `${count} ${FORMS[form].many}`)),
    'and',
  )
}
