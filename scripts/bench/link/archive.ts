import { reviewPapers, type Section } from './life-of-a-review.ts'
import { type Archive, type Front, PaperWriter, type Truth } from './paper-writer.ts'
import { Random } from './random.ts'
import { type Council, holdReviews, makeCouncils } from './reviews.ts'

const REVIEWS_OF_A_COUNCIL = 20
/** How many papers do not name their council in full, or not at all. */
const SHORT_COUNCIL = 0.1
const NO_COUNCIL = 0.07
const NO_COMMITTEE = 0.3
/** How many decisions and updates are with others in one paper. */
const IN_MINUTES = 0.3
const IN_TRACKER = 0.12

/** An archive of so many reviews, and what is true of it. The same seed gives the same. */
export function makeArchive(reviews: number, seed: number): Archive {
  const random = new Random(seed)
  const truth: Truth = { reviewOf: new Map(), recommendationsOf: new Map(), decidedBy: new Map() }
  const archive: Archive = { documents: [], truth }
  const councils = makeCouncils(Math.max(2, Math.ceil(reviews / REVIEWS_OF_A_COUNCIL)), random)
  let left = reviews
  for (const [index, council] of councils.entries()) {
    const count = Math.ceil(left / (councils.length - index))
    left -= count
    const held = holdReviews(council, count, `c${index}`, random)
    writeCouncil(
      council,
      held.flatMap((review) => reviewPapers(review, random)),
      archive,
      random,
    )
  }
  archive.documents = random.shuffle(archive.documents)
  return archive
}

function writeCouncil(council: Council, sections: readonly Section[], archive: Archive, random: Random): void {
  const together = new Map<string, Section[]>()
  for (const section of sections) {
    const year = section.dated?.slice(0, 4) ?? null
    const share = section.kind === 'decision_record' ? IN_MINUTES : section.kind === 'progress_update' ? IN_TRACKER : 0
    const key = year !== null && random.chance(share) ? `${section.kind} ${year}` : null
    if (key === null || section.mention === null) writeSingle(council, section, archive, random)
    else together.set(key, [...(together.get(key) ?? []), section])
  }
  for (const group of together.values()) {
    const [first] = group
    if (group.length === 1 && first) writeSingle(council, first, archive, random)
    else writeTogether(council, group, archive, random)
  }
}

function front(council: Council, section: Section, random: Random): Omit<Front, 'kind'> {
  const name = random.chance(NO_COUNCIL) ? null : random.chance(SHORT_COUNCIL) ? council.short : council.name
  return { council: name, committee: random.chance(NO_COMMITTEE) ? null : section.review.committee, dated: section.dated }
}

function newPaper(archive: Archive, kind: Front['kind'], head: Omit<Front, 'kind'>, random: Random): PaperWriter {
  const id = `${random.int(0, 0xffffff).toString(16).padStart(6, '0')}${archive.documents.length.toString(36)}`
  return new PaperWriter(id, { kind, ...head }, archive.truth)
}

function writeSingle(council: Council, section: Section, archive: Archive, random: Random): void {
  const head = front(council, section, random)
  const paper = newPaper(archive, section.kind, head, random)
  // Nobody could place a paper of numbers alone that names neither its review nor its council: its full title is on it.
  const named = section.bare && section.mention === null ? `Review of ${section.review.subject}` : section.mention
  paper.title(section.title, named)
  section.write(paper)
  archive.truth.reviewOf.set(paper.id, section.review.id)
  archive.documents.push(paper.input)
}

/** Minutes with several reviews and the meeting's own business, or a tracker of several reviews. */
function writeTogether(council: Council, group: readonly Section[], archive: Archive, random: Random): void {
  const [first] = group
  if (!first) return
  const isMeeting = first.kind === 'decision_record'
  const paper = newPaper(archive, isMeeting ? 'minutes' : 'progress_update', front(council, first, random), random)
  paper.title(isMeeting ? 'Minutes of the Cabinet' : 'Recommendations Tracker', null)
  if (isMeeting) paper.resolution([], null, 'That the minutes of the last meeting be signed as a correct record.', 'agreed')
  for (const section of group) {
    paper.section(section.mention)
    section.write(paper)
  }
  paper.section(null)
  if (isMeeting) paper.resolution([], '1', 'That the forecast underspend on services be noted.', 'noted')
  archive.documents.push(paper.input)
}
