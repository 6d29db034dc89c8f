import { type Element, h } from './html.ts'
import { filterChoices } from './search-data.ts'
import type { Site } from './site.ts'
import { STANDING_NAMES, STANDINGS, tallyOf } from './standing.ts'
import { capitalised } from './words.ts'

const DUE_CHOICES = [
  ['overdue', 'Overdue'],
  ['soon', 'In the next 90 days'],
  ['later', 'Later than that'],
  ['none', 'No date that can be read'],
  ['moved', 'Date was moved'],
] as const

/** The search over recommendations and updates, with its filters. Its script fills the list of results. */
export function searchForm(site: Site): Element {
  const { councils, people, papers } = filterChoices(site)
  const tally = tallyOf(site.archive.recommendations)
  return h('section', { className: ['search'], ariaLabelledBy: 'search-title' }, [
    h('h2', { id: 'search-title' }, 'Search'),
    h('noscript', h('p', 'The search needs scripts. Without them, each review below lists its recommendations.')),
    h('form', { id: 'search', role: 'search', autoComplete: 'off' }, [
      labelled(
        'q',
        'Words of a recommendation or an update',
        h('input', { id: 'q', name: 'q', type: 'search', placeholder: 'bus shelters' }),
      ),
      h('div', { className: ['filters'] }, [
        labelled(
          'council',
          'Council',
          select(
            'council',
            'All councils',
            councils.map((name) => [name, name] as const),
          ),
        ),
        labelled(
          'status',
          'Status',
          select(
            'status',
            'Any status',
            STANDING_NAMES.filter((name) => tally[name]).map((name) => [name, capitalised(STANDINGS[name].words)] as const),
          ),
        ),
        labelled('due', 'Due', select('due', 'Any date', DUE_CHOICES)),
        labelled('from', 'Due from', h('input', { id: 'from', name: 'from', type: 'date' })),
        labelled('to', 'Due to', h('input', { id: 'to', name: 'to', type: 'date' })),
        labelled('who', 'Who', h('input', { id: 'who', name: 'who', type: 'text', list: 'people' })),
        labelled('paper', 'Paper', h('input', { id: 'paper', name: 'paper', type: 'text', list: 'paper-titles' })),
        h('button', { type: 'reset', className: ['quiet'] }, 'Clear'),
      ]),
      h(
        'datalist',
        { id: 'people' },
        people.map((name) => h('option', { value: name })),
      ),
      h(
        'datalist',
        { id: 'paper-titles' },
        papers.map((name) => h('option', { value: name })),
      ),
    ]),
    h('p', { id: 'found', role: 'status', className: ['found'] }),
    h('ol', { id: 'results', className: ['results'] }),
    h('button', { id: 'more', type: 'button', hidden: true }, 'Show more'),
  ])
}

function labelled(id: string, words: string, control: Element): Element {
  return h('div', { className: ['field'] }, [h('label', { htmlFor: id }, words), control])
}

function select(id: string, any: string, choices: readonly (readonly [value: string, words: string])[]): Element {
  return h('select', { id, name: id }, [h('option', { value: '' }, any), ...choices.map(([value, words]) => h('option', { value }, words))])
}
