// The address of a page keeps what is chosen in its lists: it can be sent on and kept as a bookmark, and Back takes back the last
// choice. What is typed is one step, however many letters it has.
;(() => {
  // What is typed is written when the typing rests, and any choice once it is on the screen.
  const REST_MS = 300
  const CHOICE_MS = 30
  const lists = []
  let waiting = 0
  let pending = null
  const forget = () => {
    clearTimeout(waiting)
    pending = null
  }
  // Whether the page was opened by a link, and not by Back or anew, where browsers find the place again.
  let isLink = history.state === null

  // Each entry of the history has its choices: an anchor of the page in the address leaves them as they are.
  const fromHash = () => (location.hash.includes('=') ? location.hash.slice(1) : null)
  let current = history.state?.asked ?? fromHash() ?? ''
  history.replaceState({ asked: current, isTyped: history.state?.isTyped }, '')

  // The names of the search stand as they are, those of other lists after the list's name and a point.
  const choicesOf = ({ prefix }) => {
    const isOwn = (name) => (prefix ? name.startsWith(prefix) : !name.includes('.'))
    return new URLSearchParams(
      [...new URLSearchParams(current)].flatMap(([name, value]) => (isOwn(name) ? [[name.slice(prefix.length), value]] : [])),
    )
  }

  // Gives a list its choices; the first that has some is shown when a link asks for it.
  const give = (list) => {
    const choices = choicesOf(list)
    list.set(choices)
    if (!isLink || choices.size === 0) return
    isLink = false
    list.node.scrollIntoView({ block: 'start' })
  }

  const write = () => {
    if (!pending) return
    const { asked, isTyped } = pending
    forget()
    if (asked === current) return
    const goesOn = isTyped && history.state?.isTyped
    current = asked
    history[goesOn ? 'replaceState' : 'pushState']({ asked, isTyped }, '', asked ? `#${asked}` : location.pathname)
  }

  const changed = (isTyped) => {
    const entries = lists.flatMap(({ prefix, entries }) => entries().map(([name, value]) => [prefix + name, value]))
    if (!(isTyped && pending?.isTyped)) write()
    clearTimeout(waiting)
    pending = { asked: new URLSearchParams(entries).toString(), isTyped }
    waiting = setTimeout(write, isTyped ? REST_MS : CHOICE_MS)
  }
  // A click may lead away.
  addEventListener('click', write, true)

  const follow = () => {
    forget()
    if (history.state === null) {
      isLink = true
      history.replaceState({ asked: fromHash() ?? current }, '')
    }
    const { asked } = history.state
    if (asked === current && !isLink) return
    current = asked
    for (const list of lists) give(list)
    isLink = false
  }
  addEventListener('popstate', follow)
  addEventListener('hashchange', follow)

  // A list: what its names begin with in the address, its choices as pairs, how it takes them, and where it is on the page.
  const keep = (list) => {
    lists.push(list)
    give(list)
  }
  globalThis.scrutineerAddress = { keep, changed }
})()
