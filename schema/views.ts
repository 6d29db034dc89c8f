import { ARCHIVE_VIEWS } from './archive-views.ts'
import { PAPER_VIEWS } from './paper-views.ts'

/** What every public view and each of its columns means: the one place that exports, and whoever asks, have it from. */
export const VIEWS = { ...PAPER_VIEWS, ...ARCHIVE_VIEWS }
