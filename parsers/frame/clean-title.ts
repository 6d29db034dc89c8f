import { type Passage, slicePassage } from '../../schema/document.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { WEEKDAY } from '../recognise/calendar.ts'
import { findDates } from '../recognise/dates.ts'
import { LINK_BEHIND } from '../recognise/link-behind.ts'
import { reviewSubject } from '../recognise/titles.ts'

/** What may be between a letter head's parts. */
const SEPARATORS = /^[\s–—:|,/.·•-]+/u
/** A protective marking in brackets. */
const MARKING = /^\[[A-Z -]{4,40}\]\s*/u
/** What kind of a report it is, after its title. */
const REPORT_SUFFIX = /(?:\s[–—-]|[,:])\s(?:final|draft|interim)(?: report)?$/iu

/**
 * A title without what a letter head, a marking or a date on the same line put around it. The council comes
 * off, and the committee where no mark sets it apart as part of the title ("Overview Panel – Review of …").
 */
export function cleanTitle(title: Passage): Passage {
  let clean = onceOnly(withoutLinks(title))
  const whole = clean
  for (let [trims, trimmed] = [0, true]; trimmed && trims < MOST_TRIMS; trims++) {
    trimmed = false
    const [council] = findCouncils(clean.text)
    const [committee] = findCommittees(clean.text)
    const head =
      council?.start === 0
        ? council.end
        : committee?.start === 0 && (!SEPARATORS.test(clean.text.slice(committee.end).trimStart()) || clean !== whole)
          ? committee.end
          : (MARKING.exec(clean.text)?.[0].length ?? 0)
    const gap = SEPARATORS.exec(clean.text.slice(head))?.[0].length ?? 0
    const rest = slicePassage(clean, head + gap)
    // "Select Committee on the Coast": what follows a small word belongs to the name.
    if (head > 0 && /\p{L}{3}/u.test(rest.text) && !/^(?:on|for|into|of|to)\b/iu.test(rest.text)) {
      clean = rest
      trimmed = true
    }
    const date = findDates(clean.text).at(-1)
    const lead = date && date.end >= clean.text.length - 1 ? BEFORE_DAY.exec(clean.text.slice(0, date.start)) : null
    const end =
      lead && !HELD.test(clean.text.slice(0, lead.index)) ? lead.index : (REPORT_SUFFIX.exec(clean.text)?.index ?? clean.text.length)
    if (end > 0 && end < clean.text.length && /\p{L}{3}/u.test(clean.text.slice(0, end))) {
      clean = slicePassage(clean, 0, end)
      trimmed = true
    }
  }
  // What is left may say nothing but the kind of paper: then the line is the title, whole.
  return reviewSubject(clean.text) === '' ? whole : clean
}

/** No title has more around it: a line of nothing but dates is not one. */
const MOST_TRIMS = 8

/** What sets a day apart from the title before it. */
const BEFORE_DAY = new RegExp(String.raw`(?:\s?[–—:|,(·-])\s*(?:${WEEKDAY},?\s)?$`, 'iu')
/** "… held on Tuesday, 9 April": the day belongs to the sentence. */
const HELD = new RegExp(String.raw`(?:\bon|\b${WEEKDAY})$`, 'iu')

/** Words that a cover prints twice over each other: once is the title. */
function onceOnly(title: Passage): Passage {
  const half = (title.text.length - 1) / 2
  return Number.isInteger(half) && half > 3 && title.text[half] === ' ' && title.text.slice(0, half) === title.text.slice(half + 1)
    ? slicePassage(title, 0, half)
    : title
}

/** A title without what the page of the web writes after its link. */
export function withoutLinks(title: Passage): Passage {
  const link = LINK_BEHIND.exec(title.text)
  return link && link.index > 0 ? slicePassage(title, 0, link.index) : title
}
