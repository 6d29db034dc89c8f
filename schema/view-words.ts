/** What a column holds: SQLite's TEXT, INTEGER or REAL, told more closely. A day is an ISO day, a time ISO time in UTC. */
export type ColumnType = 'text' | 'integer' | 'number' | 'day' | 'time' | 'json'

/** A column in words. */
export interface ColumnWords {
  type: ColumnType
  description: string
}

/** A view in words: what one row is, and its columns in their order. */
export interface ViewWords {
  description: string
  columns: Readonly<Record<string, ColumnWords>>
}

const text = (description: string): ColumnWords => ({ type: 'text', description })
const integer = (description: string): ColumnWords => ({ type: 'integer', description })
const number = (description: string): ColumnWords => ({ type: 'number', description })
const day = (description: string): ColumnWords => ({ type: 'day', description })
const time = (description: string): ColumnWords => ({ type: 'time', description })
const json = (description: string): ColumnWords => ({ type: 'json', description })

const DOCUMENT = text('The document that says so.')
const REVIEW = text('The review that it belongs to.')
const RECOMMENDATION = text('The recommendation that it is about.')
const NUMBER = text('Its number in canonical form: "3", "1(a)", "4(a)(iii)".')
const NUMBER_TEXT = text('Its number as printed.')
const POSITION = integer('Its place in the order of the list, from 0.')
const TEXT = text('Its words as printed.')
const PAGE = integer('The page it stands on, from 1; NULL for a format without pages.')
const STATUS_SET = 'achieved, partly_achieved, on_track, slipped, stalled, not_achieved, not_started, superseded or withdrawn'
const OUTCOME_SET = 'agreed, agreed_in_part, agreed_in_principle, amended, noted, referred, deferred or rejected'
const STATUS = text(`Where it stands: ${STATUS_SET}; NULL where the printed words fit no known grade.`)
const OUTCOME = text(`What was decided: ${OUTCOME_SET}.`)
const ASSESSMENT = text('The grade as printed; a colour without words stands in square brackets ("[green]").')
const RESPONSIBLE = text('Who is to do it, as printed.')
const DUE = {
  due_text: text('The target date as printed.'),
  due_from: day('The first day that the target date can mean.'),
  due_to: day('The last day that the target date can mean.'),
}

/** Every public view and column in words: what `scrutineer schema` prints and the table `descriptions` holds. */
export const VIEW_WORDS = {
  documents: {
    description: 'A document, once per content.',
    columns: {
      document_id: text("The document's id, from its content."),
      sha256: text('SHA-256 of its bytes, hexadecimal; NULL for a file that could not be opened.'),
      path: text('Where it lies; the first of its paths where it lies at several.'),
      media_type: text('Its format: text/plain, text/markdown or application/pdf.'),
      kind: text('review_report, decision_record, minutes, action_plan, progress_update, response or other.'),
      title: text('Its title as printed.'),
      review_id: text('The review it is about; NULL where it speaks of several or of none.'),
      council: text('The council, as printed.'),
      committee: text('The committee, as printed.'),
      dated_text: text('Its date as printed.'),
      dated_from: day('The first day that its date can mean.'),
      dated_to: day('The last day that its date can mean.'),
      pages: integer('How many pages; NULL for a format without pages.'),
      status: text('How much of it could be read: ok, partial, failed or skipped.'),
      layout: text('The layout that it was read by; NULL where none fits.'),
      errors: integer('How many of its diagnostics are errors.'),
      warnings: integer('How many of its diagnostics are warnings.'),
      imported_at: time('When it was read.'),
      extractor: text('The version of the rules and words that read it.'),
      superseded_by: text('The document that took its place at its path; NULL for what holds now.'),
    },
  },
  reviews: {
    description: 'A review (or strategy) that documents speak of.',
    columns: {
      review_id: text("The review's id: council, words of the title, year."),
      title: text('Its title.'),
      council: text('The council.'),
      committee: text('The committee that made it.'),
      documents: integer('How many documents speak of it.'),
      recommendations: integer('How many recommendations it has, lettered parts counted.'),
    },
  },
  recommendations: {
    description:
      'A recommendation, or a lettered part of one, once per review however many documents state it; with the latest known of it.',
    columns: {
      recommendation_id: text("The recommendation's id: its review's, a slash and its number."),
      review_id: REVIEW,
      number: NUMBER,
      parent_id: text('The recommendation that it is a part of.'),
      position: integer('Its place in the order of its review.'),
      kind: text("recommendation, objective (a strategy's) or conclusion."),
      heading: text('The heading that it stands under.'),
      text: text('Its words as printed, by the document of most authority.'),
      text_from: text('Where the words come from: resolved, proposed, planned or restated, in that order of authority.'),
      document_id: text('The document that the words stand in.'),
      page: PAGE,
      resolution_id: text('The resolution that decided it.'),
      outcome: OUTCOME,
      responsible: text('Who is to do it, by the latest commitment, as printed.'),
      ...DUE,
      status: text(`Where it stands by the latest update: ${STATUS_SET}.`),
      assessment_text: ASSESSMENT,
      as_of_from: day('The first day that the latest update can speak for.'),
      as_of_to: day('The last day that the latest update can speak for.'),
    },
  },
  wordings: {
    description: 'A recommendation as one document states it.',
    columns: {
      wording_id: text("The wording's id."),
      recommendation_id: RECOMMENDATION,
      document_id: DOCUMENT,
      role: text('How the document states it: resolved, proposed, planned or restated.'),
      number: NUMBER,
      number_text: NUMBER_TEXT,
      position: POSITION,
      text: TEXT,
      page: PAGE,
    },
  },
  resolutions: {
    description: "What the deciding body resolved, one row per numbered limb and per lettered part; a response's answers too.",
    columns: {
      resolution_id: text("The resolution's id."),
      recommendation_id: text('The recommendation that it decides; NULL where it decides several by reference, or none.'),
      review_id: REVIEW,
      document_id: DOCUMENT,
      number: NUMBER,
      number_text: NUMBER_TEXT,
      parent_id: text('The resolution that it is a part of.'),
      position: POSITION,
      text: TEXT,
      outcome: text(`What was decided: ${OUTCOME_SET}; NULL where the document only records it.`),
      decided_by: text('Who decided or answers, as printed.'),
      decided_on: day('The day of the decision.'),
      page: PAGE,
    },
  },
  commitments: {
    description: 'What one document commits to for one recommendation: who, by when, and how success is known.',
    columns: {
      commitment_id: text("The commitment's id."),
      recommendation_id: text('The recommendation that it is about; NULL for a row about several, see `links`.'),
      document_id: DOCUMENT,
      number: NUMBER,
      outcome: OUTCOME,
      responsible: RESPONSIBLE,
      ...DUE,
      success_measure: text('How success is known, as printed.'),
      timescale: text('The timescale as printed, where it stands beside the target date.'),
      page: PAGE,
    },
  },
  responsibilities: {
    description: 'One person, post or body named by a commitment.',
    columns: {
      responsibility_id: text("The responsibility's id."),
      commitment_id: text('The commitment that names it.'),
      recommendation_id: RECOMMENDATION,
      document_id: DOCUMENT,
      name: text('Its name.'),
      organisation: text('The organisation that it belongs to.'),
      kind: text('person, post, organisation or unknown.'),
      text: TEXT,
    },
  },
  actions: {
    description: 'One action under a commitment; lettered actions are separate rows.',
    columns: {
      action_id: text("The action's id."),
      commitment_id: text('The commitment that it is under.'),
      recommendation_id: RECOMMENDATION,
      document_id: DOCUMENT,
      number: text('The number of the recommendation that it is for, in canonical form.'),
      label: text("The action's own letter or number."),
      position: POSITION,
      text: TEXT,
      page: PAGE,
    },
  },
  progress_updates: {
    description: 'What one document reports for one recommendation, and for each lettered part that it reports on separately.',
    columns: {
      update_id: text("The update's id."),
      recommendation_id: RECOMMENDATION,
      resolution_id: text('The resolution that it reports on.'),
      document_id: DOCUMENT,
      parent_id: text('The update that it is a part of.'),
      number: NUMBER,
      as_of_text: text('The date it speaks for, as printed.'),
      as_of_from: day('The first day that it can speak for.'),
      as_of_to: day('The last day that it can speak for.'),
      evidence: text('What is reported, as printed.'),
      assessment_text: ASSESSMENT,
      status: STATUS,
      impact: text('What came of it, as printed.'),
      page: PAGE,
      link_confidence: number('How sure the link to its resolution is, 0 to 1.'),
      link_method: text('How the link to its resolution was found.'),
    },
  },
  document_facts: {
    description: 'One labelled fact that a document states about itself.',
    columns: {
      document_id: DOCUMENT,
      name: text('What fact it is: link_officer, call_in_by, ward and so on; other for a label that is not known.'),
      label: text('Its label as printed.'),
      text: TEXT,
      date_from: day('The first day that it can mean, where it is a date.'),
      date_to: day('The last day that it can mean, where it is a date.'),
      page: PAGE,
    },
  },
  gradings: {
    description: 'One grade of the scale that a document prints.',
    columns: {
      document_id: DOCUMENT,
      code: text('Its code or colour.'),
      label: text('Its name as printed.'),
      meaning: text('What the document says that it means.'),
      status: text(`What it is here: ${STATUS_SET}.`),
    },
  },
  links: {
    description: 'A link that was made, or that a person decided.',
    columns: {
      link_id: text("The link's id."),
      kind: text('document_review, recommendation_resolution, commitment_recommendation or update_resolution.'),
      from_id: text('What is linked.'),
      to_id: text('What it is linked to.'),
      method: text('How the link was found.'),
      confidence: number('How sure it is, 0 to 1.'),
      runner_up_id: text('The next best that it could have been linked to.'),
      runner_up_confidence: number('How sure that would have been, 0 to 1.'),
      judgement: text('accepted, rejected or unsure.'),
      decided_by: text('rule, or the name of the person who decided.'),
      reasons: json('What was compared and what came of it.'),
    },
  },
  unlinked: {
    description: 'An update, action or resolution that is linked to nothing.',
    columns: {
      entity_id: text('The id of what is linked to nothing.'),
      entity_kind: text('What it is: progress_update, action, resolution and so on.'),
      document_id: DOCUMENT,
      number: NUMBER,
      text: TEXT,
      best_id: text('What it is likeliest about.'),
      best_confidence: number('How sure that would be, 0 to 1.'),
      reason: text('Why it was not linked.'),
    },
  },
  evidence: {
    description: "Where one field's value stands in its source.",
    columns: {
      entity_id: text('The record, or the document, whose field it is.'),
      field: text("The field, by its view's column."),
      state: text('stated, blank (there is a place for it and it is empty), not_found or derived.'),
      quote: text('The words that the value was read from.'),
      document_id: text('The document that it stands in.'),
      page: PAGE,
      x0: number("The box's left edge, in PDF points from the page's left."),
      top: number("The box's upper edge, in PDF points from the page's top."),
      x1: number("The box's right edge, in PDF points from the page's left."),
      bottom: number("The box's lower edge, in PDF points from the page's top."),
      line_from: integer('The first line, from 1, where the document is text.'),
      line_to: integer('The last line, from 1, where the document is text.'),
    },
  },
  diagnostics: {
    description: 'Something that a person should know.',
    columns: {
      document_id: text('The document that it is about.'),
      severity: text('error, warning or info.'),
      rule: text('The name of the rule that was broken.'),
      message: text('What it means and what to do.'),
      note: text('What was found, in this case.'),
      page: PAGE,
      line: integer('The line, from 1, where the document is text.'),
      entity_id: text('The record that it is about.'),
      settled_by: text('Who has settled it.'),
    },
  },
  corrections: {
    description: "One field that a person's correction is about.",
    columns: {
      correction_id: text("The correction's id."),
      at: time('When it was said.'),
      by: text('Who said so.'),
      why: text('Why.'),
      action: text('link, unlink, set, merge, part, settle or undo.'),
      target_id: text('What it is about.'),
      field: text('The field that it sets; NULL where it sets none.'),
      extracted: text('The value that was read.'),
      corrected: text('The value that the person gave.'),
      state: text('applied, target_gone (what it is about is not there), replaced (a later one decides the same) or undone.'),
    },
  },
  aliases: {
    description: 'An id that is no longer used.',
    columns: {
      old_id: text('The id that was used.'),
      new_id: text('The id that is used now.'),
      since: text('The document or the day since which it is so.'),
    },
  },
  wording_changes: {
    description: "How one paper's wording of a recommendation differs from that of the paper before it.",
    columns: {
      recommendation_id: RECOMMENDATION,
      from_id: text('The wording or resolution before.'),
      to_id: text('The wording or resolution behind it.'),
      from_document_id: text('The document of the wording before.'),
      to_document_id: text('The document of the wording behind it.'),
      from_role: text('How the document before states it: resolved, proposed, planned or restated.'),
      to_role: text('How the document behind it states it: resolved, proposed, planned or restated.'),
      kept: number('The share of words that stay, 0 to 1.'),
      diff: json('Pairs of a sign and words as printed, in order: "=" stays, "-" is left out, "+" is put in.'),
    },
  },
  slippage: {
    description: 'A target date that a recommendation was given; a date that is said again is not a row.',
    columns: {
      recommendation_id: RECOMMENDATION,
      commitment_id: text('The commitment that gives the date.'),
      document_id: DOCUMENT,
      position: integer('Which date of the recommendation it is, from 1.'),
      ...DUE,
      said_on: day('The day of the document that gives the date.'),
      moved_days: integer('Days from the end of the date before to the end of this; negative where it was brought forward.'),
      reason: text("The sentence of the same paper's update that gives a reason."),
    },
  },
  silences: {
    description: 'Something that one would expect a paper to say and that it does not.',
    columns: {
      silence_id: text("The silence's id."),
      kind: text('not_reported (an update leaves out a recommendation) or missing_update (papers speak of one that is not here).'),
      review_id: REVIEW,
      recommendation_id: RECOMMENDATION,
      document_id: text('The paper that is silent, or that speaks of the missing one.'),
      number: NUMBER,
      last_status: text('What was known of it before.'),
      quote: text('The words that speak of the missing update.'),
    },
  },
  runs: {
    description: 'One import.',
    columns: {
      run_id: text("The run's id, from the time it began."),
      started_at: time('When it began.'),
      ended_at: time('When it ended; NULL while it runs, and for one that was killed.'),
      extractor: text('The version of the rules and words that read.'),
      documents: integer('How many documents it looked at.'),
      added: integer('How many were new.'),
      changed: integer('How many had changed, or were read anew.'),
      unchanged: integer('How many were as stored.'),
      failed: integer('How many could not be read.'),
      superseded: integer('How many contents others took the place of.'),
      corrections: integer('How many corrections hold.'),
      corrections_gone: integer('How many corrections are about what is not there any more.'),
      rows_written: integer('How many rows of links were written.'),
      rows_removed: integer('How many rows of links were taken away.'),
    },
  },
} as const satisfies Record<string, ViewWords>

/** The tables beside the views that are open to all as well. */
export const TABLE_WORDS = {
  search: {
    description: "Full-text search (FTS5) over recommendations, resolutions and progress updates: WHERE search MATCH 'bus shelters'.",
    columns: {
      entity_id: text('The recommendation, resolution or progress update that was found.'),
      kind: text('recommendation, resolution or progress_update.'),
      recommendation_id: RECOMMENDATION,
      review_id: REVIEW,
      document_id: text('The document that the words stand in.'),
      number: NUMBER,
      review_title: text('The title of the review that it belongs to.'),
      heading: text('The heading that a recommendation stands under.'),
      text: text('Its words as printed; of an update what is reported and what came of it.'),
    },
  },
  descriptions: {
    description: 'What each view and column means.',
    columns: {
      view: text('The name of the view or table.'),
      position: integer("The column's place, from 1; 0 for the view itself."),
      column: text('The name of the column; NULL for the view itself.'),
      type: text('text, integer, number, day (ISO), time (ISO, UTC) or json; NULL for the view itself.'),
      description: text('What it means.'),
    },
  },
} as const satisfies Record<string, ViewWords>

/** All that is open to whoever reads the database: the views, and the tables beside them. */
export const OPEN_WORDS: Readonly<Record<string, ViewWords>> = { ...VIEW_WORDS, ...TABLE_WORDS }
