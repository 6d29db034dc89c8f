import { findPapers, forgetPapers } from '../../forget.ts'
import { openFilled } from '../../store/open-store.ts'
import { counted, databaseFlag, print, printJson, shownPath, wrapped } from '../screen.ts'
import { whoCorrects } from '../who-corrects.ts'

interface ForgetOptions {
  db: string
  by?: string
  why?: string
  json?: boolean
}

/** `scrutineer forget`: takes papers out, until that is undone. */
export async function forgetCommand(names: string[], { db, by, why, json = false }: ForgetOptions): Promise<number> {
  const store = openFilled(db)
  try {
    const papers = findPapers(store, names)
    const before = store.count('recommendations')
    const ids = forgetPapers(store, papers, { by: by ?? whoCorrects(), why: why ?? null })
    if (json) {
      printJson(papers.map(({ documentId, path }, index) => ({ correction_id: ids[index], document_id: documentId, path })))
      return 0
    }
    for (const [index, { path }] of papers.entries()) print(wrapped(`taken out: ${shownPath(path)} (${ids[index]})`))
    const gone = before - store.count('recommendations')
    print(`${counted(papers.length, 'paper')} taken out, with ${counted(gone, 'recommendation')}.`)
    print(wrapped(`To undo it: scrutineer correct undo ${ids.join(' ')}${databaseFlag(db)}`))
    return 0
  } finally {
    store.close()
  }
}
