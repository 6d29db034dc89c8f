import type { Row } from '../../store/database.ts'
import { openStore } from '../../store/open-store.ts'
import { counted, print, shortened, styled, words, wrapped } from '../screen.ts'

interface CheckOptions {
  db: string
  all?: boolean
  json?: boolean
}

const DIAGNOSTICS = `SELECT g.*, d.path, d.kind, d.status FROM diagnostics g JOIN documents d USING (document_id)
  WHERE g.severity IN ('error', 'warning') OR ?
  ORDER BY d.path, CASE g.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, g.rule, g.page, g.line, g.note`

const UNLINKED = `SELECT u.*, d.path, r.number AS best_number, r.text AS best_text,
    coalesce(p.page, n.page, s.page) AS page
  FROM unlinked u JOIN documents d USING (document_id)
  LEFT JOIN resolutions r ON r.resolution_id = u.best_id
  LEFT JOIN progress_updates p ON p.update_id = u.entity_id
  LEFT JOIN actions n ON n.action_id = u.entity_id
  LEFT JOIN resolutions s ON s.resolution_id = u.entity_id
  ORDER BY d.path, page, u.entity_id`

/** `scrutineer check`: what needs a person, in words. Always 0. */
export async function checkCommand({ db, all = false, json = false }: CheckOptions): Promise<number> {
  const store = openStore(db, { readonly: true })
  try {
    const diagnostics = store.query(DIAGNOSTICS, all ? 1 : 0)
    const unlinked = store.query(UNLINKED)
    if (json) print(JSON.stringify({ diagnostics, unlinked }, null, 2))
    else printCheck(diagnostics, unlinked)
    return 0
  } finally {
    store.close()
  }
}

function printCheck(diagnostics: readonly Row[], unlinked: readonly Row[]): void {
  if (!diagnostics.length && !unlinked.length) {
    print('Nothing needs a person.')
    return
  }
  for (const [path, rows] of Map.groupBy(diagnostics, (row) => row.path)) {
    print(`${styled('bold', String(path))} (${rows[0]?.status === 'ok' ? words(String(rows[0]?.kind)) : rows[0]?.status})`)
    for (const [rule, same] of Map.groupBy(rows, (row) => row.rule)) printRule(String(rule), same)
    print()
  }
  if (unlinked.length) print(styled('bold', 'Linked to nothing'))
  for (const row of unlinked) printUnlinked(row)
  const errors = diagnostics.filter((row) => row.severity === 'error').length
  const warnings = diagnostics.filter((row) => row.severity === 'warning').length
  print(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(unlinked.length, 'item')} linked to nothing`)
}

const MARKS: Record<string, string> = { error: 'error', warning: 'warning', info: 'note' }

function printRule(rule: string, rows: readonly Row[]): void {
  const severity = String(rows[0]?.severity)
  const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim'
  print(`  ${styled(colour, MARKS[severity] ?? severity)} ${rows.length > 1 ? `${rows.length} × ` : ''}${rule}`)
  print(wrapped(String(rows[0]?.message), 4))
  for (const row of rows) {
    const place = [row.page && `page ${row.page}`, row.line && `line ${row.line}`].filter(Boolean).join(', ')
    const note = row.note === null ? '' : shortened(String(row.note), 160)
    if (place || note) print(wrapped(`· ${[place, note].filter(Boolean).join(': ')}`, 4))
  }
}

function printUnlinked(row: Row): void {
  const where = [row.path, row.page && `page ${row.page}`].filter(Boolean).join(', ')
  print(`  ${words(String(row.entity_kind))} ${row.number ?? 'without a number'} (${where})`)
  if (row.text) print(wrapped(shortened(String(row.text), 200), 4))
  print(wrapped(String(row.reason), 4))
  if (row.best_id) {
    const best = row.best_text ? `resolution ${row.best_number ?? ''} "${shortened(String(row.best_text), 120)}"` : String(row.best_id)
    print(
      wrapped(`nearest: ${best}${typeof row.best_confidence === 'number' ? `, ${Math.round(row.best_confidence * 100)}% sure` : ''}`, 4),
    )
  }
  print()
}
