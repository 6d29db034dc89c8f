/** The formats that the views are exported in, in the order in which programs that want one table a view are best served. */
export const FORMAT_NAMES = ['csv', 'jsonl', 'json', 'xlsx'] as const

/** The name of a format. */
export type Format = (typeof FORMAT_NAMES)[number]

interface FormatDescription {
  /** The file that holds a view. */
  file: (view: string) => string
  mediaType: string
  /** What a reader must be told to find the view in the file, in Frictionless' words. */
  dialect?: (view: string) => object
}

/** Where each format keeps a view. */
export const FORMATS: Record<Format, FormatDescription> = {
  csv: { file: (view) => `${view}.csv`, mediaType: 'text/csv' },
  jsonl: { file: (view) => `${view}.jsonl`, mediaType: 'application/jsonl' },
  json: { file: (view) => `${view}.json`, mediaType: 'application/json' },
  xlsx: {
    file: () => 'scrutineer.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    dialect: (view) => ({ sheetName: view }),
  },
}

/** The formats of a hand-out: one review on a few pages. */
export const HANDOUT_FORMATS = ['docx', 'html', 'xlsx'] as const

/** The name of a format of a hand-out. */
export type HandoutFormat = (typeof HANDOUT_FORMATS)[number]
