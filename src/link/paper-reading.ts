import { foldWords, squeeze } from '../../parsers/recognise/fold.ts'
import type { LinkInput } from '../../schema/links.ts'
import type { DocumentRecords, PaperRecord } from '../../schema/records.ts'

/** A record as two readings of one paper are compared: its words, and values that must not contradict each other. */
export interface ReadRecord {
  /** The record's own words; empty for one that has values only. */
  text: string
  /** Values by field, folded where they are words; null where nothing was read. */
  values: Readonly<Record<string, string | null>>
}

/** Records by kind, each kind in the order of the paper. */
export type ReadRecords = Readonly<Record<'wordings' | 'resolutions' | 'commitments' | 'actions' | 'updates', readonly ReadRecord[]>>

/** One paper as it was read from one file. */
export interface PaperReading {
  paperId: string
  documentId: string
  kind: PaperRecord['kind']
  /** Folded; null where it is not known. */
  title: string | null
  council: string | null
  committee: string | null
  /** First and last ISO day of its date; null where it is not known. */
  dated: string | null
  /** Whether its words were recognised in pictures. */
  isScanned: boolean
  /** Errors and warnings of its file. */
  troubles: number
  /** Whether it is alone in its file. */
  alone: boolean
  /** How many records and values were read. */
  size: number
  records: ReadRecords
}

/** The papers of a file that say anything. */
export function readPapers({ documentId, isScanned, troubles, records }: LinkInput): PaperReading[] {
  const alone = records.papers.length === 1
  return records.papers.flatMap((paper): PaperReading[] => {
    const own = readRecords(records, paper.key)
    const all = Object.values(own).flat()
    if (all.length === 0 || paper.kind === 'other') return []
    return [
      {
        paperId: `${documentId}/${paper.key}`,
        documentId,
        kind: paper.kind,
        title: folded(paper.title ?? records.title),
        council: folded(paper.council ?? records.council),
        committee: folded(paper.committee ?? records.committee),
        dated: days(paper) ?? days(records),
        isScanned,
        troubles,
        alone,
        size: all.length + all.reduce((sum, { values }) => sum + Object.values(values).filter((value) => value !== null).length, 0),
        records: own,
      },
    ]
  })
}

const days = ({ datedFrom, datedTo }: { datedFrom: string | null; datedTo: string | null }): string | null =>
  datedTo === null ? null : `${datedFrom} ${datedTo}`
const folded = (text: string | null): string | null => (text === null ? null : foldWords(text))
const squeezed = (text: string | null): string | null => (text === null ? null : squeeze(text))

function readRecords(records: DocumentRecords, paperKey: string): ReadRecords {
  const ofPaper = <T extends { paperKey: string }>(list: readonly T[]) => list.filter((record) => record.paperKey === paperKey)
  return {
    wordings: ofPaper(records.wordings).map(({ text, number, role }) => ({ text, values: { number, role } })),
    resolutions: ofPaper(records.resolutions).map(({ text, number, outcome, decidedBy, decidedOn }) => ({
      text,
      values: { number, outcome, decidedBy: squeezed(decidedBy), decidedOn },
    })),
    commitments: ofPaper(records.commitments).map(
      ({ number, outcome, responsible, dueText, dueFrom, dueTo, successMeasure, timescale }) => ({
        text: '',
        values: {
          ...{ number, outcome, dueFrom, dueTo },
          dueText: squeezed(dueText),
          responsible: squeezed(responsible),
          successMeasure: squeezed(successMeasure),
          timescale: squeezed(timescale),
        },
      }),
    ),
    actions: ofPaper(records.actions).map(({ text, number }) => ({ text, values: { number } })),
    updates: ofPaper(records.progressUpdates).map(({ number, asOfFrom, asOfTo, progress, assessmentText, status, impact }) => ({
      text: [progress, impact].filter((part) => part !== null).join(' '),
      values: { number, asOfFrom, asOfTo, status, assessment: squeezed(assessmentText) },
    })),
  }
}
