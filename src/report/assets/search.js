// The front page's search: everything is in memory, each change looks through all of it and shows the first results.
;(() => {
  const data = globalThis.scrutineerData
  const form = document.getElementById('search')
  if (!data || !form) return
  const PAGE = 30
  const SNIPPET = 160
  const found = document.getElementById('found')
  const list = document.getElementById('results')
  const more = document.getElementById('more')
  const { controls, isTyped } = globalThis.scrutineerLists
  const address = globalThis.scrutineerAddress
  const tools = controls(document.getElementById('tools'), () => {
    for (const name of fields) form.elements[name].value = ''
    run()
    address.changed(false)
  })
  const fields = ['q', 'from', 'to', 'who', 'paper']

  // Small letters without accents, one for one where that can be, so that a hit stands at the same place in the text.
  const fold = (text) =>
    text
      .replace(/[^ -~]/gu, (letter) => {
        const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
        return bare.length === letter.length ? bare : letter === '\u2019' || letter === '\u2018' ? "'" : letter
      })
      .toLowerCase()

  const items = data.recommendations.map(
    ([href, review, number, text, standing, who, due, from, to, flags, dues, changed, id, papers, updates]) => {
      const [title = '', council = '', body = '', reviewHref = ''] = data.reviews[review] ?? []
      const overdue = (flags & 1) > 0
      const of = (value) => (value ? [value] : [])
      const rank = String(data.order.indexOf(standing)).padStart(2, '0')
      return {
        facets: {
          status: flags & 4 ? [standing, 'not_kept'] : [standing],
          council: of(council),
          review: of(title),
          body: of(body),
          due: dues,
        },
        sort: { due: to, status: rank, review: title.toLowerCase(), changed },
        day: changed,
        cells: () => [
          council,
          body,
          title,
          number,
          text,
          data.standings[standing]?.[0] ?? standing,
          overdue ? 'yes' : 'no',
          who,
          due,
          to,
          changed,
          id,
        ],
        found: [],
        href,
        number,
        text,
        standing,
        who,
        due,
        from,
        to,
        papers,
        title,
        council,
        reviewHref,
        overdue,
        moved: (flags & 2) > 0,
        updates: updates.map(([words, asOf, paper]) => ({ words, asOf, paper, folded: fold(words) })),
        folded: fold(`${number} ${text}`),
        around: fold(`${title} ${who}`),
        foldedWho: fold(who),
      }
    },
  )
  const paperTitles = data.papers.map(fold)

  const inWords = ({ q, from, to, who, paper }) =>
    [q && `Words: ${q}`, from && `Due from ${from}`, to && `Due to ${to}`, who && `Who: ${who}`, paper && `Paper: ${paper}`].filter(Boolean)

  // "bus shelters" in quotation marks is looked for as it stands; other words each by itself.
  const termsOf = (query) => [...fold(query).matchAll(/"([^"]+)"?|(\S+)/gu)].map(([, phrase, word]) => phrase ?? word)

  const search = (wanted) => {
    const terms = termsOf(wanted.q)
    const who = fold(wanted.who)
    const paper = fold(wanted.paper)
    const papers = paper && new Set(paperTitles.flatMap((title, index) => (title.includes(paper) ? [index] : [])))
    const fits = (item) => {
      if (wanted.from && !(item.to >= wanted.from)) return false
      if (wanted.to && !(item.from && item.from <= wanted.to)) return false
      if (who && !item.foldedWho.includes(who)) return false
      if (papers && !item.papers.some((index) => papers.has(index))) return false
      const updates = terms.length ? item.updates.filter((update) => terms.some((term) => update.folded.includes(term))) : []
      const has = (term) =>
        item.folded.includes(term) || item.around.includes(term) || updates.some((update) => update.folded.includes(term))
      item.found = updates
      return terms.every(has)
    }
    return { terms, hits: tools.run(items, fits, inWords(wanted)) }
  }

  const element = (name, className, ...children) => {
    const made = document.createElement(name)
    if (className) made.className = className
    made.append(...children)
    return made
  }
  const link = (href, ...children) => {
    const made = element('a', '', ...children)
    made.setAttribute('href', href)
    return made
  }

  // The text with its hits marked; a long one is cut so that the first hit is seen.
  const marked = (text, terms, length) => {
    let folded = fold(text)
    const first =
      terms
        .map((term) => folded.indexOf(term))
        .filter((at) => at >= 0)
        .sort((a, b) => a - b)[0] ?? 0
    const start = text.length > length && first > length / 2 ? text.lastIndexOf(' ', first - length / 3) + 1 : 0
    const cut = text.slice(start, start + length)
    folded = folded.slice(start, start + length)
    const parts = [start ? '… ' : '']
    let at = 0
    while (at < cut.length) {
      let next = cut.length
      let size = 0
      for (const term of terms) {
        const hit = folded.indexOf(term, at)
        if (hit >= 0 && (hit < next || (hit === next && term.length > size))) [next, size] = [hit, term.length]
      }
      parts.push(cut.slice(at, next))
      if (size) parts.push(element('mark', '', cut.slice(next, next + size)))
      at = next + size
    }
    if (start + length < text.length) parts.push(' …')
    return parts
  }

  const row = (item, terms) => {
    const [words, sign] = data.standings[item.standing] ?? [item.standing, '']
    const chip = element('span', `chip is-${item.standing}`)
    const glyph = element('span', 'sign', sign)
    glyph.setAttribute('aria-hidden', 'true')
    chip.append(glyph, ` ${words}`)
    const head = element('p', 'hit-head', link(item.href, `${item.number || '–'} · ${item.title}`), ' ', chip)
    if (item.overdue) head.append(' ', element('span', 'late', 'overdue'))
    if (item.moved) head.append(' ', element('span', 'moved', 'date moved'))
    const facts = [item.council, item.who, item.due && `due ${item.due}`].filter(Boolean).join(' · ')
    const made = element('li', '', head, element('p', 'hit-text', ...marked(item.text, terms, 2 * SNIPPET)))
    if (facts) made.append(element('p', 'by', facts))
    for (const update of item.found.slice(0, 2)) {
      const source = [update.asOf, data.papers[update.paper]].filter(Boolean).join(', ')
      made.append(
        element(
          'p',
          'hit-update',
          element('b', '', 'Update '),
          ...marked(update.words, terms, SNIPPET),
          ' ',
          element('span', 'by', source),
        ),
      )
    }
    return made
  }

  let last = { terms: [], hits: [] }
  let shown = 0
  const showMore = () => {
    const next = last.hits.slice(shown, shown + PAGE)
    list.append(...next.map((item) => row(item, last.terms)))
    shown += next.length
    more.hidden = shown >= last.hits.length
  }

  const wantedNow = () => Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]))
  const run = () => {
    const wanted = wantedNow()
    const begun = performance.now()
    const asks = tools.isAsked() || fields.some((name) => wanted[name])
    const result = search(wanted)
    last = asks ? result : { terms: [], hits: [] }
    form.parentElement.classList.toggle('asked', asks)
    list.replaceChildren()
    shown = 0
    showMore()
    const total = items.length.toLocaleString('en-GB')
    found.textContent = asks
      ? `${last.hits.length.toLocaleString('en-GB')} of ${total} ${last.hits.length === 1 ? 'recommendation fits' : 'recommendations fit'}`
      : ''
    form.dataset.milliseconds = (performance.now() - begun).toFixed(1)
  }

  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', ({ target }) => {
    run()
    address.changed(isTyped(target))
  })
  more.addEventListener('click', () => {
    const first = shown
    showMore()
    list.children[first]?.querySelector('a')?.focus()
  })
  address.keep({
    prefix: '',
    node: form,
    entries: () => [...Object.entries(wantedNow()).filter(([, value]) => value), ...tools.entries()],
    set: (choices) => {
      for (const name of fields) form.elements[name].value = choices.get(name) ?? ''
      tools.set(choices)
      run()
    },
  })
})()
