import type { Report } from '../../../schema/diagnostics.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { NOWHERE } from '../../../schema/place.ts'

/** How much of a file is looked at to distinguish text from other bytes: enough to judge by, little enough to be quick. */
const SAMPLE_BYTES = 65_536
/** UTF-16 of a western text has a zero in most of its high bytes and in next to none of its low ones. */
const UTF16_ZEROS_IN_HIGH = 0.6
const UTF16_ZEROS_IN_LOW = 0.05
/** Text has next to no control characters besides tabs and line ends; this leaves room for a converter's stray marks. */
const MOST_CONTROLS = 0.02
/**
 * A Windows-1252 text read as UTF-8 has next to no well-formed accents or quotes, since they would have to be printed as pairs
 * such as "\u00c3\u00a9": where no more sequences are broken than whole, it is UTF-8 that was damaged.
 */
const MOST_BROKEN_PER_WHOLE = 1

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9f (the WHATWG Encoding Standard's index). */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/**
 * The bytes as text, without a byte order mark: UTF-8, UTF-16 (by its mark, or by where its zeros
 * are) or else Windows-1252, which is reported as a guess.
 * @throws DocumentError `binary-file` where zeros or control characters show that it is not text.
 */
export function bytesToText(bytes: Uint8Array, report: Report): string {
  const utf16 = utf16Encoding(bytes)
  if (utf16) return checkedText(decode(bytes, utf16, report))
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0) || bytes.includes(0)) throw notText('zero bytes')
  try {
    return checkedText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof DocumentError) throw error
  }
  const damaged = new TextDecoder('utf-8').decode(bytes)
  if (isDamagedUtf8(damaged)) {
    report('undecodable-text', NOWHERE, `${count(damaged, /\ufffd/gu)} in UTF-8`)
    return checkedText(damaged)
  }
  const text = checkedText(windows1252ToText(bytes))
  report('guessed-encoding', NOWHERE)
  return text
}

function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue
    if (index % 2) odd++
    else even++
  }
  const pairs = Math.max(1, sample.length / 2)
  if (odd / pairs >= UTF16_ZEROS_IN_HIGH && even / pairs <= UTF16_ZEROS_IN_LOW) return 'utf-16le'
  if (even / pairs >= UTF16_ZEROS_IN_HIGH && odd / pairs <= UTF16_ZEROS_IN_LOW) return 'utf-16be'
  return null
}

function decode(bytes: Uint8Array, encoding: string, report: Report): string {
  const text = new TextDecoder(encoding).decode(bytes)
  const broken = count(text, /\ufffd/gu)
  if (broken) report('undecodable-text', NOWHERE, `${broken} in ${encoding.toUpperCase()}`)
  return text
}

function isDamagedUtf8(text: string): boolean {
  const broken = count(text, /\ufffd/gu)
  const whole = count(text, /[^\0-\x7f\ufffd]/gu)
  return broken <= whole * MOST_BROKEN_PER_WHOLE
}

function windows1252ToText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/gu, (letter) => WINDOWS_1252_HIGH[letter.charCodeAt(0) - 0x80] ?? letter)
}

function checkedText(text: string): string {
  if (text.includes('\0')) throw notText('zero characters')
  const sample = text.slice(0, SAMPLE_BYTES)
  const controls = count(sample, /[^\P{Cc}\s\u0085]/gu)
  if (controls > sample.length * MOST_CONTROLS) throw notText('control characters')
  return text
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

function notText(found: string): DocumentError {
  return new DocumentError(
    'binary-file',
    `The file holds ${found}, so it is not text, and its first bytes are not those of a format that Scrutineer reads. Convert it to PDF, text or Markdown.`,
  )
}
