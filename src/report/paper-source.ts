/** What could be had of a paper's file: its text, or the sizes of the pages that were drawn; and why not, in words. */
export interface PaperSource {
  /** Null where all is well. */
  trouble: string | null
  /** The decoded text of a format that has one. */
  text: string | null
  /** Of a format with pages: the pages that are drawn. */
  pictures: ReadonlyMap<number, PictureSize>
}

/** A page's size in points, and its picture's in pixels. */
export interface PictureSize {
  widthPt: number
  heightPt: number
  width: number
  height: number
}
