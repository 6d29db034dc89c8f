import { describe, expect, it } from 'vitest'
import { outlineOf, read } from './reading.ts'

const page = (body: string, head = ''): string => `<!DOCTYPE html>\n<html><head>${head}</head><body>${body}</body></html>`
const html = (body: string, head?: string): Promise<unknown[]> => outlineOf(page(body, head), 'paper.html')

describe('a page of the web', () => {
  it('gives headings, paragraphs and lists of its body, and its title as information', async () => {
    const document = await read(page('<h1>Quay</h1><p>It is <b>old</b> &amp; wet.</p>', '<title>The\nQuay</title>'), 'quay.htm')
    expect(document.mediaType).toBe('text/html')
    expect(document.information).toEqual({ Title: 'The Quay' })
    expect(await html('<h1>Quay</h1><p>It is <b>old</b> &amp; wet.</p><ol><li>Light it.</li></ol>')).toEqual([
      'H1 Quay',
      'P It is old & wet.',
      '- 1. Light it.',
    ])
  })

  it('counts the items of a list in the form that the list names', async () => {
    const list = (type: string) => `<ol type="${type}" start="3"><li>Light it.</li><li>Mend it.</li></ol>`
    expect(await html(['a', 'A', 'i', 'I', '1'].map(list).join('<p>Then</p>'))).toEqual(
      [
        ['c.', 'd.'],
        ['C.', 'D.'],
        ['iii.', 'iv.'],
        ['III.', 'IV.'],
        ['3.', '4.'],
      ].flatMap(([one, two], at) => [...(at > 0 ? ['P Then'] : []), `- ${one} Light it.`, `- ${two} Mend it.`]),
    )
  })

  it('leaves out navigation, hidden parts and lists of nothing but links', async () => {
    const around = '<nav><p>Search</p></nav><ul><li><a href="a">Calendar</a></li><li><a href="b">Plans</a></li></ul>'
    const hidden = '<div class="off"><p>RESOLVED: nothing</p></div><p style="display: none">never</p><p hidden>nor this</p>'
    expect(await html(`${around}<p>Shown.</p>${hidden}<footer>Cookies</footer>`, '<style>.off{display:none}</style>')).toEqual(['P Shown.'])
  })

  it('takes a table that lays the page out for no table, and one with a head for one', async () => {
    const data = '<table><tr><th>No.</th><th>What</th></tr><tr><td>1</td><td>Light</td></tr></table>'
    const { blocks } = await read(page(`<table><tr><td>Aside</td><td><h1>Quay</h1>${data}</td></tr></table>`), 'quay.html')
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'table'])
  })

  it('keeps the numbers that Office prints, and drops its marks', async () => {
    const number = "<![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>"
    expect(await html(`<p>${number}Paint by <st1:date>1 May</st1:date>.<o:p></o:p></p>`)).toEqual(['P 2. Paint by 1 May.'])
  })

  it('keeps the place of every value in the source', async () => {
    const document = await read(page('<p>Old</p>\n<p>The <i>new</i> quay</p>'), 'quay.html')
    const last = document.blocks.at(-1)
    const runs = last?.type === 'paragraph' ? last.passage.runs : []
    expect(runs.map(({ line }) => line)).toEqual(runs.map(() => 3))
    expect(runs.map(({ start, end, offset }) => document.source?.slice(offset ?? 0, (offset ?? 0) + end - start)).join('')).toContain('new')
  })

  it.each([
    ['<h1>Not Found</h1><p>The requested URL was not found on this server.</p>', '404 Not Found'],
    ['<h1>Sorry, we can’t find that page</h1><a href="/">Home</a>', 'Quay Council'],
    ['<h2>Access denied</h2>', ''],
    ['<p>Please sign in to go on.</p>', 'Quay Council'],
    ['<p>Try again in an hour.</p>', 'Service temporarily unavailable'],
  ])('is not a paper where the site gave a message in its place: %s', async (body, title) => {
    await expect(read(page(body, `<title>${title}</title>`), 'paper.pdf')).rejects.toMatchObject({ reason: 'error-page' })
  })

  it.each([
    ['<h1>Children not in school</h1><p>The panel recommends that the council write to them.</p>', 'Scrutiny'],
    ['<h1>Documents available</h1><p>The plan of the quay.</p>', 'Quay'],
    [`<h1>Lost property not found</h1><p>${'The panel walked along the quay. '.repeat(50)}</p>`, 'Quay'],
  ])('is a paper where it says more than a message, or no such thing: %s', async (body, title) => {
    expect((await read(page(body, `<title>${title}</title>`), 'paper.html')).blocks.length).toBeGreaterThan(1)
  })
})
