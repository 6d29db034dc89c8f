// What every list of the report shares, without a page: which items fit, in which order, how many there are, and as CSV.
;(() => {
  // An item fits when of every filter that is in use it has one of the values that are ticked. The count beside a value is
  // what ticking it would show: an item counts for a filter when it fits all the others.
  const sift = (items, names, chosen, fits = () => true) => {
    const asked = names.filter((name) => chosen[name]?.size)
    const counts = Object.fromEntries(names.map((name) => [name, new Map()]))
    const hits = []
    for (const item of items) {
      if (!fits(item)) continue
      let missed = null
      let misses = 0
      for (const name of asked) {
        if (item.facets[name]?.some((value) => chosen[name].has(value))) continue
        missed = name
        misses += 1
        if (misses > 1) break
      }
      if (misses > 1) continue
      if (misses === 0) hits.push(item)
      for (const name of names) {
        if (missed !== null && name !== missed) continue
        const count = counts[name]
        for (const value of item.facets[name] ?? []) count.set(value, (count.get(value) ?? 0) + 1)
      }
    }
    return { hits, counts }
  }

  // By a key of `item.sort`, backwards with "-" before it; equal ones keep their places, and what has no value comes last.
  const order = (items, key) => {
    if (!key) return items
    const back = key.startsWith('-') ? -1 : 1
    const name = key.replace(/^-/u, '')
    return items.toSorted((a, b) => {
      const [one, two] = [a.sort[name] ?? '', b.sort[name] ?? '']
      if (one === two) return 0
      if (one === '' || two === '') return one === '' ? 1 : -1
      return one < two ? -back : back
    })
  }

  // As `scrutineer export` writes it: an apostrophe before what a spreadsheet might take for a formula. The mark at the
  // beginning tells spreadsheets that the text is UTF-8.
  const cell = (value) => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'number') return String(value)
    const inner = value.replace(/([;\t\r\n]\s*)(?=['=+\-@＝＋－＠])/gu, "$1'")
    const text = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/u.test(value) ? `'${inner}` : inner
    return /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const toCsv = (rows) => `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

  globalThis.scrutineerSift = { sift, order, toCsv }
})()
