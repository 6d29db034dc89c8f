import type { PaperExplanation, RunExplanation } from '../reading/explain.ts'
import { placeWords } from './inspect-reading.ts'
import { counted, PROSE_COLUMNS, print, screenWidth, styled, styledWords, wrapped } from './screen.ts'
import { shortened, wrapLines } from './text-width.ts'
import { FORMS, KINDS, ROLES, SCORE_NOTE } from './why-words.ts'

type Sign = RunExplanation['signs'][number]

/** Lists that came this near to being taken are shown with their signs; what is below is counted. */
const NEAR = -2
const MOST_NEAR = 3
/** Of what was found, so much is shown: enough to see what it is. */
const MOST_FOUND = 6
/** Signs smaller than this, of a paper or a run, explain nothing. */
const LEAST_SIGN = 0.05
const SIGN_COLUMNS = 6

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
    `\n${styled('bold', readAs ? `Read as ${KINDS[readAs].noun}` : 'Read as no kind of paper that Scrutineer follows')}${seen(best) ? ` (score ${scoreWords(best.score)})` : ''}`,
  )
  if (readAs) print(wrapped(KINDS[readAs].stored, 2))
  else if (seen(best)) print(wrapped(`It comes nearest to ${KINDS[best.kind].noun}, but too little speaks for that.`, 2))
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

/** The sign of a kind that nothing of was found. */
const NOTHING = 'nothing of it is there'

function printFound({ readAs, answers, decisions, tables, cards }: PaperExplanation): void {
  if (readAs === 'response' && answers) {
    const open = answers.found.filter(({ answer }) => answer === '').length
    print(
      `\n${styled('bold', counted(answers.found.length, 'recommendation'))}, ${open ? `all but ${open} answered` : 'each answered'}; told apart by ${answers.by}`,
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
    print(wrapped(`Columns: ${tables.columns.join(', ')}`, 2))
  }
  const { found, openers, formal } = decisions
  if (readAs !== 'decision' || !found.length) return
  print(
    `\n${styled('bold', counted(found.length, 'decision'))}, under ${counted(openers, 'opening')} such as "RESOLVED:", ${formal === openers ? 'printed' : `${formal} of them printed`} as minutes print it`,
  )
  printSome(found)
}

/** The first of what was found, a line each. */
function printSome(found: readonly { text: string; place: RunExplanation['place'] }[]): void {
  for (const { text, place } of found.slice(0, MOST_FOUND)) {
    const where = placeWords(place)
    print(`  ${shortened(text, Math.min(PROSE_COLUMNS, screenWidth()) - where.length - 2)}${styled('dim', where)}`)
  }
  if (found.length > MOST_FOUND) print(`  … and ${found.length - MOST_FOUND} more`)
}

function printRuns({ runs }: PaperExplanation): void {
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
    print(wrapped(`${counted(parts.length, 'list')} within the lists above (their parts, or what follows an item): ${formsOf(parts)}.`, 2))
  if (!ordinary.length) return
  const others = counted(ordinary.length, besides ? 'other list' : 'list')
  print(
    wrapped(
      `${others} read as ordinary: ${formsOf(ordinary)}. The highest score is ${scoreWords(Math.max(...ordinary.map(({ score }) => score)))}. --json shows each.`,
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

/** A line a sign: where every score begins, then the strongest first. */
function printSigns(signs: readonly Sign[], indent: number): void {
  const room = Math.min(screenWidth(), PROSE_COLUMNS) - indent - SIGN_COLUMNS
  for (const { score, words, quote } of signs.toSorted((a, b) => strength(b) - strength(a))) {
    if (Math.abs(score) < LEAST_SIGN) continue
    const [first = '', ...rest] = wrapLines(quote ? `${words}: "${shortened(quote, 60)}"` : words, room)
    print(`${' '.repeat(indent)}${styled(score > 0 ? 'green' : 'red', scoreWords(score).padStart(4))}  ${first}`)
    for (const line of rest) print(' '.repeat(indent + SIGN_COLUMNS) + line)
  }
}

const strength = ({ name, score }: Sign): number => (name === 'bias' ? Number.POSITIVE_INFINITY : Math.abs(score))

const number = (score: number): string => Math.abs(score).toFixed(1)

/** "+3.2", "−0.4". */
function scoreWords(score: number): string {
  return `${score < 0 ? '−' : '+'}${number(score)}`
}

function listed(words: readonly string[], conjunction: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}
