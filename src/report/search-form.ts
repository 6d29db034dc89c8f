import { type Element, h } from './html.ts'
import { listSpec, RECOMMENDATION_COLUMNS, RECOMMENDATION_FACETS, RECOMMENDATION_ORDERS, recommendationItem } from './list-tools.ts'
import { filterChoices } from './search-data.ts'
import type { Site } from './site.ts'

/** The search over recommendations and updates, with its filters. Its script fills the list of results. */
export function searchForm(site: Site): Element {
  const { people, papers } = filterChoices(site)
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
        labelled('from', 'Due from', h('input', { id: 'from', name: 'from', type: 'date' })),
        labelled('to', 'Due to', h('input', { id: 'to', name: 'to', type: 'date' })),
        labelled('who', 'Who', h('input', { id: 'who', name: 'who', type: 'text', list: 'people' })),
        labelled('paper', 'Paper', h('input', { id: 'paper', name: 'paper', type: 'text', list: 'paper-titles' })),
      ]),
      h('div', { id: 'tools', className: ['tools'], dataSpec: spec(site) }),
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
    h('p', { id: 'found', role: 'status', className: ['unseen'] }),
    h('ol', { id: 'results', className: ['results'] }),
    h('button', { id: 'more', type: 'button', hidden: true }, 'Show more'),
  ])
}

function labelled(id: string, words: string, control: Element): Element {
  return h('div', { className: ['field'] }, [h('label', { htmlFor: id }, words), control])
}

function spec(site: Site): string {
  const items = site.archive.recommendations.map((row) => recommendationItem(site, row))
  return listSpec(
    {
      ...{ id: 'recommendations', name: 'recommendations', file: 'recommendations', since: true },
      ...{ columns: RECOMMENDATION_COLUMNS, facets: RECOMMENDATION_FACETS, orders: RECOMMENDATION_ORDERS },
    },
    items,
  )
}
