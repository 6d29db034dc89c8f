import { on } from 'node:events'
import { emitKeypressEvents } from 'node:readline'
import type { CorrectionDraft } from '../../schema/corrections.ts'
import { movedCorrection, noteCorrections, type Signature } from '../correct.ts'
import type { ImportOptions } from '../import.ts'
import { relink } from '../relink.ts'
import type { Store } from '../store/store.ts'
import { readAgain, stalePapers, teachDraft } from '../teach.ts'
import { cardText } from './card.ts'
import { counted } from './screen.ts'
import { wordInWords } from './taught-word.ts'
import { type Undecided, undecidedRecord, undecidedRows } from './undecided.ts'
import { openWords, type UnknownWord, withCells } from './unknown-words.ts'
import { type Waiting, waitingCardText, waitingCorrections } from './waiting.ts'
import { answerOf, wordCardText } from './word-card.ts'

/** Where a session is held: a terminal, or for tests any two streams. */
export interface SessionStreams {
  input: NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  output: NodeJS.WritableStream & { columns?: number }
}

/** Of a stream that is not a terminal, and of a terminal that gives its width as 0. */
const DEFAULT_COLUMNS = 80

/** What was pressed: an answer as a correction, or where to go. */
type Answer = { type: 'say'; drafts: readonly CorrectionDraft[]; said: string } | Way

/** Where to go from a card without an answer. */
type Way = { type: 'skip' } | { type: 'undo' } | { type: 'quit' }

/** A question that is put as a card, and how its answer is read from the keys. */
interface Question {
  show: (place: { index: number; total: number }) => void
  answer: () => Promise<Answer>
}

/** What a session is held with. */
interface Desk {
  store: Store
  keys: AsyncGenerator<string>
  output: SessionStreams['output']
  signature: Signature
  /** Reads the papers again that answers concern. Meanwhile Ctrl-C ends the program, as elsewhere: every answer is kept, and the next import reads them. */
  readAgain: () => Promise<void>
  /** What was answered in this session, the latest last. */
  answers: { question: Question; ids: string[] }[]
  say: (text: string) => void
}

/**
 * Puts what is not known before a person, one card at a time: corrections that wait; then words that several papers depend on, first
 * that of most; then what is linked to nothing; then words of one paper. Each answer is written to the file of corrections at once. Papers are read again after
 * each round of words, and the archive is linked anew when the session ends, however it ends. Gives how many answers were kept.
 */
export async function checkSession(
  store: Store,
  streams: SessionStreams,
  signature: Signature,
  reading: Pick<ImportOptions, 'jobs' | 'password'> = {},
): Promise<number> {
  const { input, output } = streams
  const say = (text: string): void => void output.write(`${text}\n`)
  const keys = pressedKeys(input)
  const again = async (): Promise<boolean> => {
    const stale = stalePapers(store).filter(({ file }) => file !== null).length
    if (stale === 0) return false
    say(`\nReading ${counted(stale, 'paper')} again …`)
    const { changed } = await readAgain(store, reading)
    say(`${changed} of them with a changed reading.`)
    return true
  }
  const desk: Desk = {
    ...{ store, keys, output, signature, say, answers: [] },
    readAgain: async () => {
      input.setRawMode?.(false)
      await again()
      input.setRawMode?.(true)
    },
  }
  input.setRawMode?.(true)
  let kept = 0
  let touched = false
  const put = async (questions: readonly Question[]): Promise<{ kept: number; quit: boolean }> => {
    const round = await askAll(questions, desk)
    touched ||= round.touched
    kept += round.kept
    return round
  }
  try {
    const asked = new Set<string>()
    let quit = (await put(waitingCorrections(store).map((waiting) => waitingQuestion(waiting, desk)))).quit
    if (!quit) quit = await askWords(desk, 2, asked, put)
    if (!quit) quit = (await put(undecidedRows(store).map((row) => linkQuestion(() => undecidedRecord(store, row), desk)))).quit
    if (!quit) quit = await askWords(desk, 1, asked, put)
    if (!quit && desk.answers.length > 0) await put([closingQuestion(desk)])
  } finally {
    input.setRawMode?.(false)
    await keys.return(undefined)
    input.pause()
    if (touched && !(await again())) relink(store)
  }
  const left = openWords(store).length
  const unknown = left > 0 ? ` ${counted(left, 'word')} not known.` : ''
  say(`\n${counted(kept, 'answer')} kept, ${counted(undecidedRows(store).length, 'item')} left.${unknown}`)
  return kept
}

/** Asks for words in rounds: what is read anew by the answers of one may hold words that nobody knows yet. Gives whether the person left. */
async function askWords(
  desk: Desk,
  leastPapers: number,
  asked: Set<string>,
  put: (questions: readonly Question[]) => Promise<{ kept: number; quit: boolean }>,
): Promise<boolean> {
  const { store } = desk
  for (;;) {
    const open = openWords(store).filter(({ kind, word, papers }) => papers >= leastPapers && !asked.has(`${kind} ${word}`))
    for (const { kind, word } of open) asked.add(`${kind} ${word}`)
    const { kept, quit } = await put(open.map((unknown) => wordQuestion(unknown, desk)))
    if (quit) return true
    if (kept === 0) return false
    await desk.readAgain()
  }
}

/** Puts questions one after the other, until all have an answer or the person leaves; gives how many answers were kept. */
async function askAll(asked: readonly Question[], desk: Desk): Promise<{ kept: number; touched: boolean; quit: boolean }> {
  const { store, signature, say, answers } = desk
  const questions = [...asked]
  let [kept, touched] = [0, false]
  for (let index = 0; index < questions.length; ) {
    const question = questions[index]
    if (!question) break
    question.show({ index, total: questions.length })
    const answer = await question.answer()
    if (answer.type === 'quit') return { kept, touched, quit: true }
    if (answer.type === 'undo') {
      const last = answers.pop()
      if (last) {
        const undone = last.ids.toReversed()
        noteCorrections(store, () => undone.map((target) => ({ action: 'undo', target })), signature)
        say(`Taken back: ${undone.join(', ')}.`)
        touched = true
        kept--
        // A question of an earlier round comes again before the one that is open.
        if (!questions.includes(last.question)) questions.splice(index, 0, last.question)
      } else say('There is nothing to undo.')
      index = last ? questions.indexOf(last.question) : index
      continue
    }
    if (answer.type === 'say') {
      const ids = noteCorrections(store, () => answer.drafts, signature).map(({ id }) => id)
      touched = true
      kept++
      answers.push({ question, ids })
      say(`${answer.said} (${ids.join(', ')}).`)
    }
    index++
  }
  return { kept, touched, quit: false }
}

/** The last card, so that the last answer can be taken back too. */
function closingQuestion({ keys, say }: Desk): Question {
  return {
    show: () => say('\nThat was the last card.   u undo the last answer   any other key ends'),
    answer: async () => {
      const key = await nextKey(keys)
      return isWay(key) ? key : { type: 'quit' }
    },
  }
}

/** What becomes of a correction that waits: it is carried over, holds as it is, or is taken back. */
function waitingQuestion(waiting: Waiting, { store, keys, output, say }: Desk): Question {
  const { correctionId, aboutId, isThere, suggestedId } = waiting
  return {
    show: (place) => say(`\n${waitingCardText(waiting, place, output.columns || DEFAULT_COLUMNS)}`),
    answer: async () => {
      for (;;) {
        const key = await nextKey(keys)
        if (isWay(key)) return key
        if (key === 'n') return { type: 'say', drafts: [{ action: 'undo', target: correctionId }], said: 'Taken back' }
        const to = key === 'y' ? suggestedId : key === 'h' && isThere ? aboutId : null
        if (to !== null) return { type: 'say', drafts: movedCorrection(store, correctionId, to).drafts, said: `Moved to ${to}` }
      }
    },
  }
}

/** What an undecided record is about; it is looked up when its card comes. */
function linkQuestion(look: () => Undecided, { keys, output, say }: Desk): Question {
  let record: Undecided | null = null
  const known = (): Undecided => {
    record ??= look()
    return record
  }
  return {
    show: (place) => say(`\n${cardText(known(), place, output.columns || DEFAULT_COLUMNS)}`),
    answer: () => nextAnswer(keys, known(), output),
  }
}

/** What a word means; the answer counts for the council whose papers have it, unless the person says for all. */
function wordQuestion(unknown: UnknownWord, { store, keys, output, say }: Desk): Question {
  let { council } = unknown
  let place = { index: 0, total: 0 }
  const show = (): void => say(`\n${wordCardText(withCells(store, unknown), { ...place, council }, output.columns || DEFAULT_COLUMNS)}`)
  return {
    show: (now) => {
      place = now
      show()
    },
    answer: async () => {
      for (;;) {
        const key = await nextKey(keys)
        if (isWay(key)) return key
        const word = answerOf(unknown, key, council)
        if (word) return { type: 'say', drafts: [teachDraft(word)], said: `Taught: ${wordInWords(word)}` }
        if (key !== 'a' || unknown.council === null) continue
        council = council === null ? unknown.council : null
        show()
      }
    },
  }
}

/** Keys as they are pressed, until the input ends. */
async function* pressedKeys(input: SessionStreams['input']): AsyncGenerator<string> {
  emitKeypressEvents(input)
  for await (const [text, key] of on(input, 'keypress', { close: ['end', 'close'] })) {
    const { ctrl, name } = key as { ctrl?: boolean; name?: string }
    yield ctrl && (name === 'c' || name === 'd') ? 'q' : name === 'return' || name === 'enter' ? '\n' : String(text ?? '')
  }
}

/** The next key, or where it leads on every card: "q" and the end of the input out, "s" on, "u" back. */
async function nextKey(keys: AsyncGenerator<string>): Promise<string | Way> {
  const { value: key, done } = await keys.next()
  if (done || key === 'q') return { type: 'quit' }
  if (key === 's') return { type: 'skip' }
  return key === 'u' ? { type: 'undo' } : key
}

const isWay = (key: string | Way): key is Way => typeof key !== 'string'

/** Reads keys until they make an answer; a key that means nothing here is passed over. */
async function nextAnswer(keys: AsyncGenerator<string>, record: Undecided, output: NodeJS.WritableStream): Promise<Answer> {
  const { entityId: target, candidates, hasBest } = record
  const link = (index: number): Answer | null => {
    const to = candidates[index]?.recommendationId
    return to === undefined ? null : { type: 'say', drafts: [{ action: 'link', target, to }], said: `Linked to ${to}` }
  }
  let digits = ''
  for (;;) {
    const key = await nextKey(keys)
    if (isWay(key)) return key
    if (key === 'n') return { type: 'say', drafts: [{ action: 'unlink', target, from: null }], said: 'About none' }
    let answer: Answer | null = null
    if (key === 'y' && hasBest) answer = link(0)
    else if (/^\d$/u.test(key)) {
      digits += key
      output.write(key)
      if (candidates.length <= 9) answer = link(Number(digits) - 1)
      if (candidates.length <= 9) digits = ''
    } else if (key === '\n' && digits) {
      answer = link(Number(digits) - 1)
      digits = ''
    }
    if (answer) return answer
  }
}
