import type { RecommendationKind, Wording, WordingRole } from '../../schema/records.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { type Item, itemsSay } from '../outline/items.ts'
import { KeyRing, keyName } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'

/** The items of a list as recommendations that a document states in `role`; lists of one document share `keys`. */
export function itemsToWordings(
  items: readonly Item[],
  role: WordingRole,
  kind: RecommendationKind,
  source: string | null,
  keys = new KeyRing(),
): Wording[] {
  const names = items.map((item, index) =>
    keys.unique(`wording/${kind === 'conclusion' ? 'conclusion/' : ''}${keyName(item.number, index)}`),
  )
  const said = itemsSay(items)
  return items.flatMap((item, index): Wording[] => {
    const text = said[index] ?? item.text
    if (text.text === '') return []
    const ledger = new EvidenceLedger(source)
    return [
      {
        key: names[index] ?? keyName(item.number, index),
        reviewKey: null,
        place: passagePlace(text),
        role,
        kind,
        number:
          item.number === null ? null : ledger.derived('number', item.number, item.numberPassage.text === '' ? text : item.numberPassage),
        numberText:
          item.number === null || item.numberPassage.text === ''
            ? ledger.absent('numberText')
            : ledger.stated('numberText', item.numberPassage),
        parentKey: item.parent === null ? null : (names[item.parent] ?? null),
        position: index,
        heading: item.heading ? ledger.stated('heading', item.heading) : null,
        text: ledger.text('text', text),
        evidence: ledger.entries,
      },
    ]
  })
}
