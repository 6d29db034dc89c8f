import { on } from 'node:events'
import { emitKeypressEvents } from 'node:readline'
import type { CorrectionDraft } from '../../schema/corrections.ts'
import { noteCorrection, type Signature } from '../correct.ts'
import { relink } from '../relink.ts'
import type { Store } from '../store/store.ts'
import { cardText } from './card.ts'
import { counted } from './screen.ts'
import { type Undecided, undecidedRecord, undecidedRows } from './undecided.ts'

/** Where a session is held: a terminal, or for tests any two streams. */
export interface SessionStreams {
  input: NodeJS.ReadableStream & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  output: NodeJS.WritableStream & { columns?: number }
}

/** Of a stream that is no terminal, and of a terminal that gives its width as 0. */
const DEFAULT_COLUMNS = 80

/** What was pressed: an answer as a correction, or where to go. */
type Answer = { type: 'say'; draft: CorrectionDraft } | { type: 'skip' } | { type: 'undo' } | { type: 'quit' }

/**
 * Puts what is undecided before a person, one card at a time. Each answer is written to the file of corrections at once;
 * the archive is linked anew when the session ends, however it ends. Gives how many answers stand.
 */
export async function checkSession(store: Store, streams: SessionStreams, signature: Signature): Promise<number> {
  const { input, output } = streams
  const rows = undecidedRows(store)
  const answers: { index: number; correctionId: string }[] = []
  const say = (text: string): void => void output.write(`${text}\n`)
  const keys = pressedKeys(input)
  input.setRawMode?.(true)
  let touched = false
  try {
    for (let index = 0; index < rows.length; ) {
      const row = rows[index]
      if (!row) break
      const record = undecidedRecord(store, row)
      say(`\n${cardText(record, { index, total: rows.length }, output.columns || DEFAULT_COLUMNS)}`)
      const answer = await nextAnswer(keys, record, output)
      if (answer.type === 'quit') break
      if (answer.type === 'undo') {
        const last = answers.pop()
        if (last) {
          noteCorrection(store, { action: 'undo', target: last.correctionId }, signature)
          say(`Taken back: ${last.correctionId}.`)
        } else say('There is nothing to take back.')
        index = last?.index ?? index
        continue
      }
      if (answer.type === 'say') {
        const { id } = noteCorrection(store, answer.draft, signature)
        touched = true
        answers.push({ index, correctionId: id })
        say(answer.draft.action === 'link' ? `Linked to ${answer.draft.to} (${id}).` : `About none (${id}).`)
      }
      index++
    }
  } finally {
    input.setRawMode?.(false)
    await keys.return(undefined)
    input.pause()
    if (touched) relink(store)
  }
  say(`\n${counted(answers.length, 'answer')} kept, ${counted(undecidedRows(store).length, 'item')} left.`)
  return answers.length
}

/** Keys as they are pressed, until the input ends. */
async function* pressedKeys(input: SessionStreams['input']): AsyncGenerator<string> {
  emitKeypressEvents(input)
  for await (const [text, key] of on(input, 'keypress', { close: ['end', 'close'] })) {
    const { ctrl, name } = key as { ctrl?: boolean; name?: string }
    yield ctrl && (name === 'c' || name === 'd') ? 'q' : name === 'return' || name === 'enter' ? '\n' : String(text ?? '')
  }
}

/** Reads keys until they make an answer; a key that means nothing here is passed over. */
async function nextAnswer(keys: AsyncGenerator<string>, record: Undecided, output: NodeJS.WritableStream): Promise<Answer> {
  const { entityId: target, candidates, hasBest } = record
  const link = (index: number): Answer | null => {
    const to = candidates[index]?.recommendationId
    return to === undefined ? null : { type: 'say', draft: { action: 'link', target, to } }
  }
  let digits = ''
  for (;;) {
    const { value: key, done } = await keys.next()
    if (done || key === 'q') return { type: 'quit' }
    if (key === 's') return { type: 'skip' }
    if (key === 'u') return { type: 'undo' }
    if (key === 'n') return { type: 'say', draft: { action: 'unlink', target, from: null } }
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
