import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { changesPage } from '../../src/report/changes-page.ts'
import { chartsPage } from '../../src/report/charts-page.ts'
import { citationText } from '../../src/report/citation.ts'
import { pageOf } from '../../src/report/file-names.ts'
import { frontPage } from '../../src/report/front-page.ts'
import { lookPage } from '../../src/report/look-page.ts'
import { movedPage, movedPages } from '../../src/report/moved-page.ts'
import { paperPage } from '../../src/report/paper-page.ts'
import type { PaperSource } from '../../src/report/paper-source.ts'
import { papersPage } from '../../src/report/papers-page.ts'
import { picturePage } from '../../src/report/picture-page.ts'
import { recommendationPage } from '../../src/report/recommendation-page.ts'
import { reviewPage } from '../../src/report/review-page.ts'
import { searchData } from '../../src/report/search-data.ts'
import type { Site } from '../../src/report/site.ts'
import { siteOf, smallSite, TODAY } from './make-site.ts'

const source = (text: string | null, trouble: string | null = null): PaperSource => ({
  text,
  sheets: null,
  trouble,
  pictures: new Map(),
  undrawn: new Map(),
})

/** One page of every kind. */
function everyPage(site: Site, text: string): Record<string, string> {
  const [paper = {}] = site.archive.documents
  const [review = {}] = site.archive.reviews
  const [recommendation = {}] = site.archive.recommendations
  return {
    front: frontPage(site),
    review: reviewPage(site, review),
    recommendation: recommendationPage(site, recommendation),
    paper: paperPage(site, paper, source(text)),
    picture: picturePage(site, paper, source(null, text), 1),
    papers: papersPage(site),
    look: lookPage(site),
    changes: changesPage(site),
    charts: chartsPage(site),
  }
}

function elements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []))
}

const tagsOf = (html: string): string[] => elements(fromHtml(html)).map(({ tagName }) => tagName)

const HOSTILE = [
  '</title></script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<style>*{display:none}</style><!-- ]]> &lt;b&gt; &amp;',
  "javascript:alert(1)//' onfocus='alert(1)",
  '../../../../etc/passwd\u0000\u2028\n',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><iframe srcdoc="x">',
]

describe.each(HOSTILE)('words of a paper that would be mark-up: %j', (words) => {
  const hostile = everyPage(smallSite(words), `${words}\n${words}\n${words}\n${words}`)
  const harmless = everyPage(smallSite('harmless'), 'harmless\nharmless\nharmless\nharmless')

  test.each(Object.keys(harmless))('add nothing to the page "%s" but text', (kind) => {
    const allowed = new Set([...tagsOf(harmless[kind] ?? ''), 'mark', 'ins', 'del', 'span', 'q'])
    const html = hostile[kind] ?? ''
    expect(tagsOf(html).filter((tag) => !allowed.has(tag))).toEqual([])
    expect(elements(fromHtml(html)).filter(({ tagName }) => tagName === 'script')).toHaveLength(
      elements(fromHtml(harmless[kind] ?? '')).filter(({ tagName }) => tagName === 'script').length,
    )
    for (const { properties } of elements(fromHtml(html))) {
      expect(Object.keys(properties).filter((name) => /^on/iu.test(name))).toEqual([])
      for (const name of ['href', 'src']) {
        const value = properties[name]
        if (typeof value === 'string' && value !== 'data:,')
          expect(value).toMatch(/^(?:(?:\.\.\/)*[a-z0-9-]+(?:\/[a-z0-9-]+)*\.(?:html|css|js|png|jpg))?(?:#.*)?$/u)
      }
    }
  })

  test('stay inside the search data, which is one string', () => {
    const script = searchData(smallSite(words))
    expect(script).not.toMatch(/[<>\u2028\u2029]/u)
    const literal = /^globalThis\.scrutineerData = JSON\.parse\((".*")\)\n$/su.exec(script)?.[1] ?? ''
    expect(JSON.parse(JSON.parse(literal)).reviews[0][0]).toBe(words)
  })
})

test('every page forbids what is not its own', () => {
  for (const html of Object.values(everyPage(smallSite('words'), 'words'))) {
    const [policy] = elements(fromHtml(html)).filter(({ properties }) => properties.httpEquiv?.toString() === 'Content-Security-Policy')
    expect(policy?.properties.content).toContain("default-src 'none'")
    expect(policy?.properties.content).not.toMatch(/unsafe|https?:|\*/u)
    expect(html).not.toMatch(/ style=| on[a-z]+=|https?:/u)
  }
})

describe('what a page says', () => {
  const html = everyPage(smallSite('words'), 'words')

  test('a paper that is gone is said to be gone, and its quotes stay', () => {
    const site = smallSite('words')
    const page = paperPage(site, site.archive.documents[0] ?? {}, source(null, 'The paper is no longer where it was.'))
    expect(page).toContain('The paper is no longer where it was.')
    expect(page).toContain('<q>words</q>')
  })

  test('a recommendation that is late says so in words', () => {
    expect(html.recommendation).toContain('overdue: 12 months past 31 January 2025')
    expect(html.review).toContain('and no paper says that it is done')
  })

  test('a resolution that decides several says for each what it decides', () => {
    const resolution = {
      resolution_id: 'r',
      recommendation_id: null,
      document_id: 'd',
      text: 'that 1 be approved and 2 be not',
      outcome: 'agreed_in_part',
    }
    const rows = ['agreed', 'rejected'].map((outcome) => ({
      recommendation_id: outcome,
      review_id: 'v',
      text: outcome,
      resolution_id: 'r',
      outcome,
    }))
    const documents = [{ document_id: 'd', kind: 'decision_record' }]
    const site = siteOf({ reviews: [{ review_id: 'v', title: 'v' }], documents, recommendations: rows, resolutions: [resolution] })
    for (const row of rows) {
      expect(recommendationPage(site, row)).toContain(`<h4>Decision</h4><p>${row.outcome} `)
      expect(reviewPage(site, { review_id: 'v', title: 'v' })).toContain(`<span>${row.outcome}</span>`)
    }
  })

  test('a value that a person corrected says who did and what was read', () => {
    const site = smallSite('words')
    site.archive.corrected.set('words/commitment\nresponsible', { by: 'Ada', why: 'a misprint', extracted: 'wrods' })
    const [row = {}] = site.archive.recommendations
    expect(recommendationPage(site, row).match(/corrected by Ada; read as: wrods/gu)).toHaveLength(2)
  })

  test('an archive without anything makes pages all the same', () => {
    const site = siteOf({})
    for (const page of [frontPage(site), papersPage(site), lookPage(site), chartsPage(site)]) expect(page).toContain('<h1>')
    expect(site.today).toBe(TODAY)
  })
})

describe('a citation', () => {
  const rows = {
    reviews: [{ review_id: 'v', title: 'Ferries', council: 'Marlford Borough Council', committee: 'Place Select Committee' }],
    documents: [
      {
        document_id: 'd',
        sha256: 'ab12',
        path: 'papers/ferries.pdf',
        title: 'The ferries',
        dated_from: '2021-03-04',
        dated_to: '2021-03-04',
      },
    ],
    recommendations: [
      { recommendation_id: 'v/3', review_id: 'v', number: '3', kind: 'recommendation', text: 'Buy a ferry.', document_id: 'd', page: 4 },
    ],
  }

  test('holds the words, the review, the paper, its page and date, the id and the digest of the file', () => {
    const site = siteOf(rows)
    expect(citationText(site, rows.recommendations[0] ?? {})).toBe(
      '“Buy a ferry.” Recommendation 3, Ferries (Marlford Borough Council, Place Select Committee). In: The ferries, page 4, 4 Mar 2021. File: ferries.pdf. SHA-256: ab12. Id: v/3.',
    )
    const page = recommendationPage(site, rows.recommendations[0] ?? {})
    expect(page).toContain('<title>Recommendation 3, Ferries – Scrutineer</title>')
    expect(page).toContain('data-copies="citation"')
  })

  test('gives the date and the last word on it with its paper, which a claim rests on', () => {
    const [recommendation] = rows.recommendations
    const row = { ...recommendation, due_text: 'Spring 2022', due_from: '2022-03-01', due_to: '2022-05-31', latest_update: 'u2' }
    const update = { recommendation_id: 'v/3', document_id: 'e', page: 7 }
    const site = siteOf({
      ...rows,
      recommendations: [row],
      documents: [
        ...rows.documents,
        { document_id: 'e', sha256: 'cd34', path: 'papers/update.pdf', title: 'An update', dated_text: 'May 2023' },
      ],
      progress_updates: [
        { ...update, update_id: 'u1', assessment_text: 'On track' },
        { ...update, update_id: 'u2', assessment_text: 'Slipped' },
      ],
    })
    expect(citationText(site, row)).toMatch(
      /Id: v\/3\. Due: Spring 2022 \(by 31 May 2022\), overdue on \d+ \w+ \d{4}, and no paper here says that it is done\. Last word: “Slipped”\. In: An update, page 7, May 2023\. File: update\.pdf\. SHA-256: cd34\.$/u,
    )
  })

  test('names the line where the paper has no pages', () => {
    const site = smallSite('words')
    expect(citationText(site, site.archive.recommendations[0] ?? {})).toContain('In: words, line 1, words.')
  })

  test('leaves out what is not known', () => {
    const row = { recommendation_id: 'x/1', kind: 'recommendation', text: 'Buy a ferry' }
    expect(citationText(siteOf({ recommendations: [row] }), row)).toBe('“Buy a ferry”. Recommendation. Id: x/1.')
  })
})

test('pages under old ids lead to the new ones, over several aliases and below a review', () => {
  const aliases = [
    { old_id: 'a', new_id: 'b' },
    { old_id: 'b', new_id: 'c' },
    { old_id: 'c/9', new_id: 'c/1' },
    { old_id: 'gone', new_id: 'nowhere' },
    { old_id: 'round', new_id: 'about' },
    { old_id: 'about', new_id: 'round' },
  ]
  const site = siteOf({
    aliases,
    reviews: [{ review_id: 'c', title: 'c' }],
    recommendations: [{ recommendation_id: 'c/1', review_id: 'c', text: 'x' }],
  })
  expect(movedPages(site)).toEqual([
    { from: pageOf.review('a'), to: pageOf.review('c') },
    { from: pageOf.recommendation('a/1'), to: pageOf.recommendation('c/1') },
    { from: pageOf.review('b'), to: pageOf.review('c') },
    { from: pageOf.recommendation('b/1'), to: pageOf.recommendation('c/1') },
    { from: pageOf.recommendation('c/9'), to: pageOf.recommendation('c/1') },
  ])
  expect(movedPage(site, { from: 'x', to: 'reviews/y.html' })).toContain('content="0; url=../reviews/y.html"')
})
