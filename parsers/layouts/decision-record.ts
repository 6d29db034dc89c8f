import { titleKinds } from '../recognise/titles.ts'
import { sectionsToFacts } from '../records/facts.ts'
import { type Claim, type Layout, NO_CLAIM, noRecords, type Paper } from '../records/layout.ts'
import { readResolutions } from '../records/resolutions.ts'

/** The labels that decision forms have and other papers do not. */
const FORM_KINDS = new Set([
  'record',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'call_in_by',
  'key_decision',
  'decided-on',
  'portfolio_holder',
])
/** A paper with at least this many resolutions under headings of their own is a meeting's minutes. */
const LEAST_OPENERS_OF_MINUTES = 2

/** All headings and front lines of a paper, where its kind is announced. */
const announced = (paper: Paper) => {
  const lines = paper.outline.entries
    .slice(0, 12)
    .flatMap((entry) => (entry.type === 'table' || entry.passage.text.length > 120 ? [] : [entry.passage.text]))
  return titleKinds([paper.about.title?.text ?? '', ...lines].join(' | '))
}

function claim(paper: Paper): Claim {
  const { resolutions, openers } = readResolutions(paper)
  if (openers === 0 || resolutions.length === 0) return NO_CLAIM
  const labels = new Set(paper.sections.flatMap((section) => (section.kind !== null && FORM_KINDS.has(section.kind) ? [section.kind] : [])))
  const kinds = announced(paper)
  const titled = kinds.has('decision') || kinds.has('minutes')
  const score = Math.min(0.96, 0.52 + 0.07 * Math.min(labels.size, 4) + (titled ? 0.15 : 0) + (resolutions.length > 1 ? 0.05 : 0))
  return {
    score,
    reasons: [
      `${openers} resolution opener${openers === 1 ? '' : 's'}`,
      `${labels.size} labels of a decision form`,
      ...(titled ? ['its title says so'] : []),
    ],
  }
}

/** A decision on its form or notice, or a meeting's minutes: what was resolved, limb by limb. */
export const layout: Layout = {
  name: 'decision-record',
  claim,
  read(paper) {
    const { resolutions, wordings, openers, decidedOn } = readResolutions(paper)
    const minutes = announced(paper).has('minutes') && openers >= LEAST_OPENERS_OF_MINUTES
    return {
      ...noRecords(),
      kind: minutes ? 'minutes' : 'decision_record',
      resolutions,
      wordings,
      facts: sectionsToFacts(paper.sections, paper.outline.document.source, true),
      dated: decidedOn ?? paper.about.dated,
    }
  },
}
