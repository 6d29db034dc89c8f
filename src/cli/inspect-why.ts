import type { PaperExplanation, RunExplanation } from '../reading/read-file.ts'
import { placeWords } from './inspect-reading.ts'
import { printRuns } from './inspect-why-runs.ts'
import { listed, number, printSigns, type Sign, scoreWords } from './inspect-why-signs.ts'
import { KINDS, SCORE_NOTE } from './inspect-why-words.ts'
import { counted, PROSE_COLUMNS, print, screenWidth, styled, wrapped } from './screen.ts'
import { shortened } from './text-width.ts'

/** Of what was found, so much is shown: enough to see what it is. */
const MOST_FOUND = 6

/** Prints why each paper of a file was read as it was, and why each of its lists got its role. */
export function printWhy(papers: readonly PaperExplanation[]): void {
  for (const [index, paper] of papers.entries()) {
    if (papers.length > 1) print(`\n${styled('bold', `Paper ${index + 1} of ${papers.length}`)}`)
    printFront(paper)
    printKinds(paper)
    printFound(paper)
    printRuns(paper)
  }
  print(`\n${wrapped(SCORE_NOTE, 0, 'dim')}`)
}

function printFront({ title, council, committee, announced }: PaperExplanation): void {
  const front = announced.length ? announced.map((kind) => `"${kind}"`).join(', ') : 'no kind of paper'
  print(wrapped(`Title: ${title ?? 'none found'}`, 2))
  print(wrapped(`Council: ${[council ?? 'none found', committee].filter(Boolean).join(', ')}`, 2))
  print(wrapped(`Its title and first lines announce: ${front}`, 2))
}

function printKinds({ kinds, readAs }: PaperExplanation): void {
  const [best, ...others] = kinds
  if (!best) return
  const seen = ({ signs }: { signs: readonly Sign[] }) => signs.some(({ name }) => name !== NOTHING)
  const [second] = others.filter(seen)
  print(
    `\n${styled('bold', readAs ? `Read as ${KINDS[readAs].noun}` : 'Not read as any kind of paper that Scrutineer follows')}${seen(best) ? ` (score ${scoreWords(best.score)})` : ''}`,
  )
  if (readAs) print(wrapped(KINDS[readAs].stored, 2))
  else if (seen(best)) print(wrapped(`The nearest kind is ${KINDS[best.kind].noun}, but the signs for it are too few.`, 2))
  if (seen(best)) printSigns(best.signs, 4)
  if (second) {
    print(
      wrapped(
        `The runner-up is ${KINDS[second.kind].noun}: its score is ${scoreWords(second.score)}, ${number(best.score - second.score)} less.`,
        2,
      ),
    )
    printSigns(second.signs, 4)
  }
  const nothing = kinds.filter((kind) => !seen(kind)).map(({ kind }) => KINDS[kind].noun)
  if (nothing.length) print(wrapped(`Nothing in it reads like ${listed(nothing, 'or')}.`, 2))
}

/** The name of the sign for a kind of which the paper has nothing. */
const NOTHING = 'nothing of it is there'

function printFound({ readAs, answers, decisions, tables, cards }: PaperExplanation): void {
  if (readAs === 'response' && answers) {
    const open = answers.found.filter(({ answer }) => answer === '').length
    print(
      `\n${styled('bold', counted(answers.found.length, 'recommendation'))}, ${open ? `all but ${open} answered` : 'each answered'}; separated by ${answers.by}`,
    )
    printSome(
      answers.found.map(({ number, text, answer, place }) => ({
        text: `${number ?? '–'}  ${shortened(text, 45)} → ${answer || 'no answer'}`,
        place,
      })),
    )
  }
  if (readAs === 'cards') print(`\n${styled('bold', `${counted(cards, 'form')} found`)}`)
  if (readAs === 'tables') {
    print(`\n${styled('bold', `${counted(tables.rows, 'row')} found`)}`)
    for (const column of tables.columns) print(wrapped(columnWords(column), 2))
  }
  const { found, openers, formal } = decisions
  if (readAs !== 'decision' || !found.length) return
  print(
    `\n${styled('bold', counted(found.length, 'decision'))}, under ${counted(openers, 'opening')} such as "RESOLVED:", ${formal === openers ? 'printed' : `${formal} of them printed`} as minutes print it`,
  )
  printSome(found)
}

/** What a column was read as, how surely, and what came next: "Lead" – responsible, 0.97 sure; else a detail". */
function columnWords({ heading, role, certainty, runnerUp }: PaperExplanation['tables']['columns'][number]): string {
  const words = (field: string) => (field === 'ignored' ? 'a detail' : field)
  const named = heading === '' ? 'A column without a heading' : `Column "${shortened(heading, LONGEST_COLUMN)}"`
  if (role === null) return `${named}: not known; stored as a detail`
  return `${named}: ${words(role)} (${certainty.toFixed(2)} sure${runnerUp === null ? '' : `; the runner-up is ${words(runnerUp)}`})`
}
const LONGEST_COLUMN = 40

/** The first of what was found, a line each. */
function printSome(found: readonly { text: string; place: RunExplanation['place'] }[]): void {
  for (const { text, place } of found.slice(0, MOST_FOUND)) {
    const where = placeWords(place)
    print(`  ${shortened(text, Math.min(PROSE_COLUMNS, screenWidth()) - where.length - 2)}${styled('dim', where)}`)
  }
  if (found.length > MOST_FOUND) print(`  … and ${found.length - MOST_FOUND} more`)
}
