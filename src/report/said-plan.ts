import type { Row } from '../store/database.ts'
import { type Child, type Element, h } from './html.ts'
import { rowText } from './rows.ts'
import { type Before, block } from './said-wording.ts'
import type { Site } from './site.ts'
import { dueWords, linkedValue, sourcedText } from './values.ts'
import { sameWords } from './word-changes.ts'
import { plainWords } from './words.ts'

/** What one paper commits to: who, by when, how success is known, and the actions; each told against the last plan. */
export function saidPlan(site: Site, row: Row, before: Before, root: string): Element {
  const former = before.commitment
  before.commitment = row
  const line = (term: string, column: string, shown?: Child): Child => {
    if (!rowText(row[column])) return null
    const field = { entityId: row.commitment_id, field: column, value: row[column], name: term.toLowerCase() }
    return h('div', [h('dt', term), h('dd', [linkedValue(site, field, root, shown), formerly(row, former, column)])])
  }
  const actions = site.archive.actions.get(String(row.commitment_id)) ?? []
  return block('Plan', [
    h('dl', { className: ['plan'] }, [
      line('Agreed', 'outcome', plainWords(rowText(row.outcome) ?? '')),
      line('Who', 'responsible'),
      people(site, row, root),
      line('By when', 'due_text', dueWords(row)),
      line('Success measure', 'success_measure'),
      line('Timescale', 'timescale'),
    ]),
    actions.length
      ? h(
          'ul',
          { className: ['actions'] },
          actions.map((action) => actionItem(site, action, root)),
        )
      : null,
  ])
}

/** Those whom the plan names, each by itself, where its words for them say more than one name. */
function people(site: Site, row: Row, root: string): Element | null {
  const named = site.archive.responsibilities.get(String(row.commitment_id)) ?? []
  const [only] = named
  if (!only || (named.length === 1 && only.name === row.responsible && !rowText(only.organisation))) return null
  const names = named.map((one) => {
    const field = { entityId: one.responsibility_id, field: 'name', value: one.name, name: 'this name' }
    const what = [one.kind === 'unknown' ? null : rowText(one.kind), rowText(one.organisation)].filter(Boolean).join(', ')
    return h('li', [linkedValue(site, field, root), what ? h('span', { className: ['place'] }, ` ${what}`) : null])
  })
  return h('div', [h('dt', 'Named'), h('dd', h('ul', { className: ['people'] }, names))])
}

/** What was in the last plan, where this one says another thing; a date told more or less exactly is no other. */
function formerly(row: Row, former: Row | null, column: string): Child {
  const was = rowText(former?.[column])
  if (was === null || former === null || sameWords(was, String(row[column]))) return null
  const sameDate =
    column === 'due_text' && row.due_to && String(row.due_from) <= String(former.due_to) && String(row.due_to) >= String(former.due_from)
  return sameDate ? null : h('span', { className: ['moved'] }, `was: ${was}`)
}

function actionItem(site: Site, action: Row, root: string): Element {
  const label = rowText(action.label)
  return h('li', [
    label ? h('span', { className: ['printed'] }, `${label} `) : null,
    sourcedText(site, { entityId: action.action_id, field: 'text', value: action.text, name: 'this action' }, root),
  ])
}
