import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'
import { textLines } from './text-lines.ts'

/** A line of the head that pandoc reads (YAML): a key and its words, quoted or not. */
const ENTRY = /^([A-Za-z][\w-]*):\s*(["']?)(.*?)\2\s*$/u
/** What is printed of it above the text; the rest steers the printing. */
const PRINTED: Readonly<Record<string, string>> = { title: '# ', subtitle: '', author: '', date: '' }
/** A head is no longer, in lines. */
const MOST_LINES = 100

/** Markdown whose head between "---" and "---" or "..." is written as what is printed of it: the title as a heading, and who and when below. */
export function frontMatterToMarkdown(source: Passage): Passage {
  if (!/^\ufeff?---[ \t]*\n/u.test(source.text)) return source
  const lines = textLines(source.text)
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(text))
  const head = lines.slice(1, end)
  if (end < 2 || end > MOST_LINES || !ENTRY.test(head[0]?.text ?? '')) return source
  const builder = new PassageBuilder()
  for (const { from, text } of head) {
    const [, key = '', quote = '', value = ''] = ENTRY.exec(text) ?? []
    const mark = PRINTED[key.toLowerCase()]
    if (mark === undefined || value === '') continue
    const at = from + text.indexOf(quote + value, key.length + 1) + quote.length
    builder.addText(mark)
    builder.addPart(source, at, at + value.length)
    builder.addText('\n\n')
  }
  builder.addPart(source, (lines[end]?.from ?? 0) + (lines[end]?.text.length ?? 0))
  return builder.build()
}
