// Filters, orders and the download of a list, from the specification that stands in its `data-spec`.
;(() => {
  const { sift, order, toCsv } = globalThis.scrutineerSift
  const { toXlsx } = globalThis.scrutineerXlsx
  const address = globalThis.scrutineerAddress

  const NUMBER = new Intl.NumberFormat('en-GB')

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // One filter: a box to tick for each value, with how many items ticking it would show.
  const makeFacet = ({ name, label, options }) => {
    const boxes = new Map()
    const counts = new Map()
    const title = element('summary', {}, label)
    const lines = options.map(([value, words]) => {
      const box = element('input', { type: 'checkbox', name, value })
      const count = element('span', { className: 'of' })
      boxes.set(value, box)
      counts.set(value, count)
      return element('label', {}, box, element('span', {}, words), count)
    })
    const set = element('fieldset', {}, element('legend', { className: 'unseen' }, label), ...lines)
    const node = element('details', { className: 'facet' }, title, set)
    // A council may have hundreds of reviews: counts are written where they can be seen, and only those that differ.
    let latest = new Map()
    const shown = new Map()
    const write = () => {
      if (!node.open) return
      for (const [value, count] of counts) {
        const number = latest.get(value) ?? 0
        if (shown.get(value) === number) continue
        shown.set(value, number)
        count.textContent = NUMBER.format(number)
        count.parentElement.classList.toggle('none', number === 0)
      }
    }
    node.addEventListener('toggle', write)
    const show = (found) => {
      latest = found
      write()
      const ticked = [...boxes.values()].filter((box) => box.checked).length
      title.textContent = ticked ? `${label} (${ticked})` : label
    }
    return { name, label, options, boxes, node, show }
  }

  const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

  const controls = (host, onChange) => {
    const spec = JSON.parse(host.dataset.spec)
    const facets = spec.facets.map(makeFacet)
    const names = facets.map(({ name }) => name)
    const since = spec.since && element('input', { type: 'date', id: `${spec.id}-since`, name: 'since' })
    const sort = element(
      'select',
      { id: `${spec.id}-sort`, name: 'sort' },
      ...spec.orders.map(([value, words]) => element('option', { value }, words)),
    )
    const field = (control, words) => element('div', { className: 'field' }, element('label', { htmlFor: control.id }, words), control)
    const tools = element('div', { className: 'list-tools' }, ...facets.map(({ node }) => node))
    const active = element('p', { className: 'active' })
    // The search says by itself how many fit.
    if (!host.closest('form')) active.setAttribute('role', 'status')
    const save = (words, type, toPieces) => {
      const button = element(
        'button',
        { type: 'button', className: 'quiet' },
        element('span', { className: 'unseen' }, 'Download what is shown as '),
        words,
      )
      button.addEventListener('click', () => {
        const rows = [spec.columns, ...shown.map(({ cells }) => (typeof cells === 'function' ? cells() : cells))]
        const href = URL.createObjectURL(new Blob(toPieces(rows), { type }))
        element('a', { href, download: `${spec.file}.${words.toLowerCase()}` }).click()
        setTimeout(() => URL.revokeObjectURL(href), 1000)
      })
      return button
    }
    const downloads = element(
      'div',
      { className: 'field' },
      element('span', { className: 'label', ariaHidden: 'true' }, 'Download what is shown'),
      element(
        'div',
        { className: 'downloads' },
        save('CSV', 'text/csv', (rows) => [toCsv(rows)]),
        save('XLSX', XLSX, (rows) => toXlsx(spec.file, rows)),
      ),
    )
    const clear = element('button', { type: 'button', className: 'quiet', hidden: true }, 'Clear filters')
    const actions = element('div', { className: 'list-actions' })
    if (since) actions.append(field(since, 'Changed since'))
    if (spec.orders.length > 1) actions.append(field(sort, 'Order'))
    actions.append(downloads, clear)
    host.replaceChildren(tools, actions, active)
    host.hidden = false

    const chosen = () =>
      Object.fromEntries(
        facets.map(({ name, boxes }) => [name, new Set([...boxes].filter(([, box]) => box.checked).map(([value]) => value))]),
      )
    const words = () => {
      const now = chosen()
      const lines = facets.flatMap(({ name, label, options }) => {
        const ticked = options.filter(([value]) => now[name].has(value)).map(([, text]) => text)
        return ticked.length ? [`${label}: ${ticked.join(' or ')}`] : []
      })
      return since?.value ? [...lines, `Changed since ${since.value}`] : lines
    }
    let shown = []
    // Gives what fits, in order; `fits` is what else an item must meet, and `more` says that in words.
    const run = (items, fits = () => true, more = []) => {
      const day = since?.value
      const { hits, counts } = sift(items, names, chosen(), (item) => (!day || item.day >= day) && fits(item))
      for (const { name, show } of facets) show(counts[name])
      const said = [...more, ...words()]
      shown = order(hits, sort.value)
      clear.hidden = !said.length
      active.textContent = said.length ? `Shown: ${NUMBER.format(hits.length)} of ${NUMBER.format(items.length)}. ${said.join('; ')}.` : ''
      return shown
    }
    const wipe = () => {
      for (const { boxes } of facets) for (const box of boxes.values()) box.checked = false
      if (since) since.value = ''
    }
    clear.addEventListener('click', () => {
      wipe()
      onChange()
    })
    if (!host.closest('form')) host.addEventListener('input', ({ target }) => onChange(target))
    return {
      run,
      prefix: `${spec.name}.`,
      isAsked: () => words().length > 0,
      // What goes into the address, and comes from it.
      entries: () => [
        ...Object.entries(chosen()).flatMap(([name, values]) => [...values].map((value) => [name, value])),
        ...(since?.value ? [['since', since.value]] : []),
        ...(sort.value ? [['sort', sort.value]] : []),
      ],
      set: (asked) => {
        wipe()
        for (const { name, boxes } of facets) {
          for (const value of asked.getAll(name)) if (boxes.has(value)) boxes.get(value).checked = true
        }
        if (since) since.value = asked.get('since') ?? ''
        sort.value = asked.get('sort') ?? ''
        if (sort.selectedIndex < 0) sort.selectedIndex = 0
      },
    }
  }
  // A tick or an order is a choice; letters and days are typed.
  const isTyped = (target) => target !== undefined && target.type !== 'checkbox' && target.type !== 'select-one'

  globalThis.scrutineerLists = { controls, isTyped }

  // A list whose items stand in the page: those that do not fit are hidden.
  for (const host of document.querySelectorAll('[data-list]')) {
    const list = document.getElementById(host.dataset.list)
    const items = [...list.children].map((node) => ({ node, ...JSON.parse(node.dataset.item) }))
    const show = () => {
      const shown = tools.run(items)
      const those = new Set(shown)
      for (const item of items) item.node.hidden = !those.has(item)
      list.append(...shown.map(({ node }) => node))
    }
    const tools = controls(host, (target) => {
      show()
      address.changed(isTyped(target))
    })
    const { prefix, entries } = tools
    address.keep({
      prefix,
      entries,
      node: host,
      set: (choices) => {
        tools.set(choices)
        show()
      },
    })
  }
})()
