import type { Block } from '../../../schema/document.ts'
import { childElement, type XmlElement } from '../package/xml-tree.ts'
import { LetterGatherer } from './letters.ts'
import type { ListCounters } from './list-counters.ts'
import { leftIndent } from './list-definitions.ts'
import { ListDepths } from './list-depths.ts'
import { isOn, propertyValue, wholeNumber } from './properties.ts'
import { RunReader } from './run-reader.ts'
import { shadingOf } from './shading.ts'
import { shownElements } from './shown-elements.ts'
import { BlockSizes } from './sized-headings.ts'
import type { SourceText } from './source-text.ts'
import { outlineLevel, type ParagraphStyle, type StyleSheet } from './style-sheet.ts'
import { readTable } from './table-reader.ts'
import { draftToBlocks, type PrintedNumber } from './text-draft.ts'

/** What a stretch of a document is in. */
interface Surroundings {
  /** The number of the text box or framed cell, or null. */
  box: number | null
  /** It is the text of notes. */
  small: boolean
}

const OPEN_PAGE: Surroundings = { box: null, small: false }

/** Reads paragraphs and tables in the order in which they are printed: lists count on from one part of a document to the next. */
export class BodyReader {
  readonly #styles: StyleSheet
  readonly #counters: ListCounters
  readonly #source: SourceText
  readonly #depths = new ListDepths()
  readonly sizes = new BlockSizes()
  readonly runs: RunReader
  #boxes = 0
  /** The last paragraph's frame or ground, and the number of its box. */
  #framed: { look: string; box: number } | null = null

  constructor(styles: StyleSheet, counters: ListCounters, source: SourceText) {
    this.#styles = styles
    this.#counters = counters
    this.#source = source
    this.runs = new RunReader(styles)
  }

  /** The blocks of a body, cell, note, header or text box. `mark` is printed before its first paragraph. */
  read(container: XmlElement | undefined, surroundings = OPEN_PAGE, mark = ''): Block[] {
    const blocks: Block[] = []
    let gatherer = gathererWith(mark)
    let joins = false
    let boxes: XmlElement[] = []
    const finish = (properties: XmlElement | undefined): void => {
      for (const block of this.#paragraph(properties, gatherer, surroundings)) blocks.push(block)
      const inBoxes = boxes.flatMap((box) => this.read(box, { ...surroundings, box: ++this.#boxes }))
      for (const block of inBoxes) blocks.push(block)
      gatherer = new LetterGatherer()
      boxes = []
      joins = false
    }
    for (const element of shownElements(container)) {
      if (element.name === 'w:p') {
        const properties = childElement(element, 'w:pPr')
        for (const box of this.runs.read(element, this.#styleOf(properties), gatherer)) boxes.push(box)
        joins = isJoined(properties)
        if (!joins) finish(properties)
      } else if (element.name === 'w:tbl') {
        if (joins) finish(undefined)
        for (const block of this.#table(element, surroundings)) blocks.push(block)
      }
    }
    if (joins) finish(undefined)
    return blocks
  }

  #styleOf(properties: XmlElement | undefined): ParagraphStyle {
    return this.#styles.paragraph(propertyValue(properties, 'w:pStyle'))
  }

  #paragraph(properties: XmlElement | undefined, gatherer: LetterGatherer, { box, small }: Surroundings): Block[] {
    const style = this.#styleOf(properties)
    const hidden = gatherer.isEmpty && isOn(childElement(properties, 'w:rPr'), 'w:vanish') === true
    const counted = hidden ? null : this.#number(properties, style)
    const own = outlineLevel(properties)
    const heading = own === undefined ? style.heading : own
    const indent = leftIndent(properties) ?? counted?.indent ?? style.properties.map(leftIndent).find((left) => left !== null) ?? 0
    const text = gatherer.take()
    if (text.letters > 0 && (heading !== null || (counted === null && indent === 0))) this.#depths.end()
    const number = counted?.number ?? null
    const blocks = draftToBlocks(
      {
        text,
        number,
        heading: text.letters > 0 ? heading : null,
        indent,
        box: box ?? this.#frameOf(properties, style),
        small,
        depth: number && text.letters > 0 && heading === null ? this.#depths.next(number, indent) : 0,
      },
      this.#source,
    )
    this.sizes.add(blocks, text.size, text.letters)
    return blocks
  }

  /** What is printed before a paragraph of a list, its own or its style's, and how far its level is set in. Number 0 takes a style's away. */
  #number(properties: XmlElement | undefined, style: ParagraphStyle): { number: PrintedNumber | null; indent: number | null } | null {
    const numbered = [properties, ...style.properties].map((one) => childElement(one, 'w:numPr'))
    const at = numbered.findIndex((one) => propertyValue(one, 'w:numId') !== undefined)
    const id = propertyValue(numbered[at], 'w:numId')
    const list = id === undefined ? undefined : this.#counters.list(id)
    if (id === undefined || !list) return null
    const linked = at === 0 ? undefined : style.ids.map(list.levelOfStyle).find((level) => level !== undefined)
    const named = numbered.slice(0, at + 1).map((one) => wholeNumber(propertyValue(one, 'w:ilvl')))
    const index = named[0] ?? linked ?? named.find((level) => level !== null) ?? 0
    return { number: this.#counters.next(id, index), indent: list.level(index)?.indent ?? null }
  }

  /** The box of a paragraph within a frame or on a coloured ground; neighbours of one look share it. */
  #frameOf(properties: XmlElement | undefined, style: ParagraphStyle): number | null {
    const all = [properties, ...style.properties]
    const ground = all.map(shadingOf).find((colour) => colour !== null) ?? null
    const borders = all.map((one) => childElement(one, 'w:pBdr')).find((one) => one !== undefined)
    const sides = ['w:top', 'w:left', 'w:bottom', 'w:right'].map((side) => propertyValue(borders, side) ?? 'none')
    const [, left = 'none'] = sides
    const framed = left !== 'none' && left !== 'nil'
    if (ground === null && !framed) {
      this.#framed = null
      return null
    }
    const look = JSON.stringify([ground, framed ? sides : []])
    if (this.#framed?.look !== look) this.#framed = { look, box: ++this.#boxes }
    return this.#framed.box
  }

  /** A table, or what is in it where it is but a frame round text or round other tables. */
  #table(element: XmlElement, surroundings: Surroundings): Block[] {
    this.#depths.end()
    this.#framed = null
    const frame = frameOf(element)
    if (frame) {
      const box = surroundings.box ?? ++this.#boxes
      return frame.flatMap((cell) => this.read(cell, { ...surroundings, box }))
    }
    const table = readTable(element, this.#source, (cell) => {
      this.#depths.end()
      return this.read(cell, { ...surroundings, box: null })
    })
    this.#depths.end()
    return table ? [table] : []
  }
}

/** The cells of a table of one cell, or of one column with tables in it: it frames what is in it. */
function frameOf(table: XmlElement): XmlElement[] | null {
  const cells: XmlElement[] = []
  for (const row of shownElements(table)) {
    if (row.name !== 'w:tr') continue
    const [cell, ...others] = shownElements(row).filter(({ name }) => name === 'w:tc')
    if (!cell || others.length > 0) return null
    cells.push(cell)
  }
  return cells.length === 1 || cells.some((cell) => shownElements(cell).some(({ name }) => name === 'w:tbl')) ? cells : null
}

/** A paragraph goes on in the next where its end was deleted or moved away, and after a large first letter. */
function isJoined(properties: XmlElement | undefined): boolean {
  const mark = childElement(properties, 'w:rPr')
  if (childElement(mark, 'w:del') ?? childElement(mark, 'w:moveFrom')) return true
  return ['drop', 'margin'].includes(childElement(properties, 'w:framePr')?.attributes.get('w:dropCap') ?? '')
}

function gathererWith(mark: string): LetterGatherer {
  const gatherer = new LetterGatherer()
  if (mark !== '') gatherer.setBefore(`${mark} `)
  return gatherer
}
