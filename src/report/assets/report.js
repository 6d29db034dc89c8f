// A button that copies the words of an element. A page from disk may lack the clipboard: then what is selected is copied.
;(() => {
  const select = (source) => {
    const range = document.createRange()
    range.selectNodeContents(source)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  }
  for (const button of document.querySelectorAll('[data-copies]')) {
    const source = document.getElementById(button.dataset.copies)
    button.hidden = false
    button.addEventListener('click', async () => {
      let copied = true
      try {
        await navigator.clipboard.writeText(source.textContent)
      } catch {
        select(source)
        copied = document.execCommand('copy')
      }
      button.nextElementSibling.textContent = copied ? 'Copied.' : 'Selected: copy it with your keyboard.'
    })
  }
})()

// On pages of evidence: when a mark is opened, its entry in the list is shown with it.
;(() => {
  const show = () => {
    const id = location.hash.slice(1)
    for (const item of document.querySelectorAll('.passages .current')) {
      item.classList.remove('current')
      item.removeAttribute('aria-current')
    }
    for (const mark of document.querySelectorAll('.along')) mark.classList.remove('along')
    // A value that stands in several pieces is shown in all of them.
    for (const value of (id && document.getElementById(id)?.dataset.values?.split(' ')) || []) {
      for (const mark of document.querySelectorAll(`[data-values~="${CSS.escape(value)}"]`)) mark.classList.add('along')
    }
    const entry = id && document.getElementById(`c${id}`)
    if (!entry) return
    entry.classList.add('current')
    entry.setAttribute('aria-current', 'true')
    const frame = entry.closest('.marks')
    if (frame && frame.scrollHeight > frame.clientHeight) frame.scrollTop = entry.offsetTop - frame.clientHeight / 3
  }
  addEventListener('hashchange', show)
  show()
})()
