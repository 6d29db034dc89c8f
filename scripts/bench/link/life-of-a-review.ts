import type { DocumentKind, Outcome } from '../../../schema/records.ts'
import { fullTitle, nameReview } from './naming.ts'
import type { PaperWriter } from './paper-writer.ts'
import type { Random } from './random.ts'
import type { Review } from './reviews.ts'
import { dropThat, reword, scan, shorten } from './rewording.ts'
import { type Asked, writeProgress, writeResponsible } from './sentences.ts'

/** What one paper says about one review. */
export interface Section {
  kind: DocumentKind
  title: string
  mention: string | null
  dated: string | null
  review: Review
  /** Numbers only: no words of a recommendation are in it. */
  bare: boolean
  write(paper: PaperWriter): void
}

/** The number that a list gives each recommendation, by the report's own. */
type Numbering = (number: string) => string

const own: Numbering = (number) => number
const SCANNED = 0.15
const day = (year: number, month: number, date = 1) =>
  `${year + Math.floor((month - 1) / 12)}-${String(1 + ((month - 1) % 12)).padStart(2, '0')}-${String(date).padStart(2, '0')}`

/** All papers of one review, from the report to the last update. */
export function reviewPapers(review: Review, random: Random): Section[] {
  const papers: Section[] = []
  const month = random.int(1, 12)
  const scanned = () => random.chance(SCANNED)
  const id = (number: string) => `${review.id}/${number}`
  let planNumbers = own
  const add = (
    kind: DocumentKind,
    name: string,
    after: number,
    dateless: number,
    bare: boolean,
    write: Section['write'],
    misread = false,
  ) => {
    const dated = random.chance(dateless) ? null : day(review.year, month + after, 1 + random.int(0, 27))
    const named = kind === 'review_report' ? nameReport(review, random) : nameReview(review, name, misread, random)
    papers.push({ kind, ...named, dated, review, bare, write })
  }
  const noisy = (misread: boolean) => (text: string) => (misread ? scan(text, 0.01 + random.next() * 0.03, random) : text)

  if (random.chance(0.93)) {
    const read = noisy(scanned())
    add('review_report', 'Final Report', 0, 0.05, false, (paper) => {
      writeList(paper, 'proposed', review.asked, id, own, read)
      if (random.chance(0.25))
        for (const item of review.asked) paper.wording([id(item.number)], 'restated', item.number, read(shorten(item.text, random)))
    })
  }
  const mode = random.weighted({ restated: 48, reference: 30, none: 10, response: 12 })
  if (mode === 'restated') {
    const { limbs, numbering } = drawLimbs(review.asked, random)
    if (random.chance(0.4)) planNumbers = numbering
    const misread = scanned()
    const read = noisy(misread)
    add('decision_record', 'Decision Record', 2, 0.05, false, (paper) => writeLimbs(paper, limbs, id, read, random), misread)
  } else if (mode === 'reference') {
    add('decision_record', 'Decision Record', 2, 0.05, true, (paper) => writeByReference(paper, review.asked, id, random))
  } else if (mode === 'response') {
    const misread = scanned()
    const read = noisy(misread)
    const numbered = random.chance(0.7)
    add(
      'response',
      'Response',
      3,
      0.1,
      false,
      (paper) => {
        for (const item of review.asked) {
          const answer = random.pick(['Accepted. Work has begun.', 'The Council supports this.', 'Accepted in principle, if money allows.'])
          paper.answer(
            [id(item.number)],
            numbered ? item.number : null,
            read(random.chance(0.3) ? reword(item.text, random) : item.text),
            answer,
            'agreed',
          )
        }
      },
      misread,
    )
  }
  if (random.chance(0.65)) {
    const misread = scanned()
    const read = noisy(misread)
    add('action_plan', 'Action Plan', 5, 0.4, false, (paper) => writePlan(paper, review, id, planNumbers, read, random), misread)
  }
  const updates = random.weighted({ '0': 2, '1': 3, '2': 3, '3': 2, '4': 1 })
  for (let index = 0; index < Number(updates); index++) {
    const misread = scanned()
    const read = noisy(misread)
    const bare = random.chance(0.15)
    const name = random.pick(['Progress Update', `Progress Update ${index + 1}`, 'Monitoring Report'])
    add(
      'progress_update',
      name,
      12 + index * 10,
      0.1,
      bare,
      (paper) => writeUpdate(paper, review, id, planNumbers, read, bare, random),
      misread,
    )
  }
  return papers
}

/** A report has its full title. */
function nameReport(review: Review, random: Random): { title: string; mention: string } {
  const title = fullTitle(review, random)
  return { title, mention: title }
}

function writeList(
  paper: PaperWriter,
  role: 'proposed' | 'planned' | 'restated',
  asked: readonly Asked[],
  id: (number: string) => string,
  numbering: Numbering,
  read: (text: string) => string,
): void {
  for (const item of asked) {
    const key = paper.wording([id(item.number)], role, numbering(item.number), read(item.text))
    for (const part of item.parts) paper.wording([id(part.number)], role, partOf(numbering, part.number), read(part.text), key)
  }
}

const partOf = (numbering: Numbering, number: string) => number.replace(/^[^(]+/u, (whole) => numbering(whole))

/** A limb of a decision: a recommendation, or the meeting's own business. */
type Limb = { item: Asked; number: string } | { item: null; number: string; text: string }

const PROCEDURE = ['the Task Group be thanked for its report', 'the report be noted', 'the financial implications be noted']

/** Which recommendations a decision restates, in which order, under which numbers. */
function drawLimbs(asked: readonly Asked[], random: Random): { limbs: Limb[]; numbering: Numbering } {
  let items = asked.filter(() => !random.chance(0.05))
  if (random.chance(0.1)) items = random.shuffle(items)
  const limbs: Limb[] = []
  const renumbered = random.chance(0.35)
  const procedural = random.chance(0.3)
  let next = 0
  if (procedural && random.chance(0.5)) limbs.push({ item: null, number: renumbered ? String(++next) : 'A', text: random.pick(PROCEDURE) })
  for (const item of items) limbs.push({ item, number: renumbered ? String(++next) : item.number })
  if (procedural && next === 0) limbs.push({ item: null, number: 'B', text: random.pick(PROCEDURE) })
  const numbers = new Map(limbs.flatMap((limb) => (limb.item ? [[limb.item.number, limb.number] as const] : [])))
  // A list that leaves none out can be followed by a plan.
  const whole = asked.every((item) => numbers.has(item.number))
  return { limbs, numbering: whole ? (number) => numbers.get(number) ?? number : own }
}

function writeLimbs(
  paper: PaperWriter,
  limbs: readonly Limb[],
  id: (number: string) => string,
  read: (text: string) => string,
  random: Random,
): void {
  for (const limb of limbs) {
    if (limb.item === null) {
      paper.resolution([], limb.number, limb.text, 'noted')
      continue
    }
    const text = dropThat(limb.item.text)
    const amended = random.chance(0.12)
    const said = read(amended ? reword(text.replace(/\b20\d\d\b/u, '2025'), random) : random.chance(0.25) ? reword(text, random) : text)
    const outcome: Outcome = amended ? 'amended' : random.pick(['agreed', 'agreed', 'agreed', 'agreed_in_part', 'agreed_in_principle'])
    const key = paper.resolution([id(limb.item.number)], limb.number, said, outcome, { restates: 'resolved' })
    for (const part of limb.item.parts) {
      const number = part.number.replace(/^[^(]+/u, limb.number)
      paper.resolution([id(part.number)], number, read(part.text), outcome, { parentKey: key, restates: 'resolved' })
    }
  }
}

/** "That recommendations 1 to 4 and 6 be approved and recommendation 5 be deferred." */
function writeByReference(paper: PaperWriter, asked: readonly Asked[], id: (number: string) => string, random: Random): void {
  const all = (items: readonly Asked[]) => items.flatMap((item) => [item.number, ...item.parts.map((part) => part.number)]).map(id)
  const way = random.weighted({ all: 4, but: 3, listed: 3 })
  const odd = random.int(0, asked.length - 1)
  const rest = asked.filter((_, index) => index !== odd)
  const only = asked.filter((_, index) => index === odd)
  if (way === 'all') {
    const decides = [{ numbers: 'all' as const, except: [], outcome: 'agreed' as const }]
    paper.resolution(all(asked), '1', 'That the recommendations of the review be agreed.', 'agreed', { decides })
    return
  }
  const except = odd === asked.length - 1 ? 'last' : (only[0]?.number ?? '')
  const first = way === 'but' ? { numbers: 'all' as const, except: [except] } : { numbers: rest.map((item) => item.number), except: [] }
  const said = way === 'but' ? `all recommendations except ${except}` : `recommendations ${rest.map((item) => item.number).join(', ')}`
  paper.resolution(all(rest), '1', `That ${said} be approved.`, 'agreed', { decides: [{ ...first, outcome: 'agreed' }] })
  const decides = [{ numbers: only.map((item) => item.number), except: [], outcome: 'deferred' as const }]
  paper.resolution(all(only), '2', `That recommendation ${only[0]?.number ?? ''} be deferred.`, 'deferred', { decides })
}

/** An action plan: short or full words, some rows joined or parted, some plans without numbers. */
function writePlan(
  paper: PaperWriter,
  review: Review,
  id: (number: string) => string,
  numbering: Numbering,
  read: (text: string) => string,
  random: Random,
): void {
  const numbered = random.chance(0.8)
  const brief = random.chance(0.45)
  const say = (text: string) => read(brief ? shorten(text, random) : random.chance(0.15) ? reword(text, random) : text)
  const due = () => (random.chance(0.7) ? day(review.year + 1, random.int(1, 12)) : null)
  const row = (of: string[], number: string | null, text: string) =>
    paper.commitment(of, number, paper.wording(of, 'planned', number, text), writeResponsible(random), due())
  for (let index = 0; index < review.asked.length; index++) {
    const item = review.asked[index]
    const next = review.asked[index + 1]
    if (!item || random.chance(0.03)) continue
    if (numbered && next && random.chance(0.06)) {
      const numbers = `${random.pick(['', 'Recs '])}${numbering(item.number)} & ${numbering(next.number)}`
      row([id(item.number), id(next.number)], numbers, `${say(item.text)} ${say(next.text)}`)
      index++
    } else if (numbered && item.parts.length === 0 && random.chance(0.05)) {
      const words = dropThat(item.text).split(' ')
      const half = Math.ceil(words.length / 2)
      for (const [at, piece] of [words.slice(0, half), words.slice(half)].entries())
        row([id(item.number)], `${numbering(item.number)}(${'ab'.charAt(at)})`, read(piece.join(' ')))
    } else row([id(item.number)], numbered ? numbering(item.number) : null, say(item.text))
  }
}

const STATUSES = ['achieved', 'on_track', 'slipped', 'not_achieved'] as const

/** An update: cards or rows for some of the recommendations, with words or numbers alone. */
function writeUpdate(
  paper: PaperWriter,
  review: Review,
  id: (number: string) => string,
  numbering: Numbering,
  read: (text: string) => string,
  bare: boolean,
  random: Random,
): void {
  const share = random.pick([1, 0.8, 0.5])
  const brief = random.chance(0.4)
  const numbered = bare || random.chance(0.9)
  for (const item of review.asked.filter(() => random.chance(share))) {
    const said = read(writeProgress(review.field, random))
    const number = numbered ? numbering(item.number) : null
    const key = bare ? null : paper.wording([id(item.number)], 'restated', number, read(brief ? shorten(item.text, random) : item.text))
    paper.update([id(item.number)], number, key, said, random.pick(STATUSES))
    if (bare && item.parts.length > 0 && random.chance(0.5))
      for (const part of item.parts) paper.update([id(part.number)], partOf(numbering, part.number), null, said, random.pick(STATUSES))
  }
}
