import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { pageOf } from './file-names.ts'
import { type Child, type Element, h, s } from './nodes.ts'
import { dayWords } from './words.ts'

export { type Child, type Element, h, s }

/**
 * What a page may load: the report's own files and nothing else. `file:` is beside 'self' because browsers differ in
 * whether a page opened from disk is its own origin.
 */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'"

/** A page: its name, what is on it, and where it lies. */
export interface Page {
  title: string
  /** What the window and a bookmark are called, where that says more than the title. */
  windowTitle?: string
  /** Leads from the page to the report's folder: "", "../". */
  root: string
  /** The day the report was made. */
  today: string
  /** Which entry of the menu it belongs to. */
  here?: 'front' | 'papers' | 'look' | 'changes' | 'charts'
  /** Pages above this one, from the front: words and link. */
  trail?: readonly (readonly [words: string, href: string])[]
  /** Files of script beside the common one. */
  scripts?: readonly string[]
  /** Another page that this one leads on to by itself. */
  leadsTo?: string
  /** A class of the body, for pages that are laid out in their own way. */
  kind?: string
  main: Child
}

const MENU = [
  ['front', 'Overview'],
  ['papers', 'Papers'],
  ['look', 'Needs a look'],
  ['changes', 'What changed'],
  ['charts', 'Charts'],
] as const

/** The page as a file's text. Everything in it is made of nodes, so that no text of a paper can become mark-up. */
export function pageToHtml(page: Page): string {
  const { root, today } = page
  const tree = h('html', { lang: 'en-GB' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      page.leadsTo ? h('meta', { httpEquiv: 'refresh', content: `0; url=${page.leadsTo}` }) : null,
      h('title', `${page.windowTitle ?? page.title} – Scrutineer`),
      h('link', { rel: 'icon', href: 'data:,' }),
      h('link', { rel: 'stylesheet', href: `${root}report.css` }),
      ...(page.scripts ?? []).map((file) => h('script', { src: `${root}${file}`, defer: true })),
      h('script', { src: `${root}report.js`, defer: true }),
    ]),
    h('body', { className: page.kind ? [page.kind] : [] }, [
      h('a', { className: ['skip'], href: '#main' }, 'Skip to the content'),
      h('header', { className: ['top'] }, [
        h('a', { className: ['brand'], href: pageOf.front(root) }, 'Scrutineer'),
        h(
          'nav',
          { ariaLabel: 'Main' },
          h(
            'ul',
            MENU.map(([name, words]) =>
              h('li', h('a', { href: pageOf[name](root), ariaCurrent: page.here === name ? 'page' : undefined }, words)),
            ),
          ),
        ),
      ]),
      page.trail ? trail(page.trail, page.title) : null,
      h('main', { id: 'main', tabIndex: -1 }, page.main),
      h('footer', { className: ['foot'] }, [
        h('p', `Made by Scrutineer on ${dayWords(today)} from the papers themselves. What a paper does not say is left empty.`),
      ]),
    ]),
  ])
  return treeToHtml(tree)
}

/** A whole document as a file's text. */
export function treeToHtml(tree: Element): string {
  const document: Root = { type: 'root', children: [{ type: 'doctype' }, tree] }
  return `${toHtml(document, { characterReferences: { useNamedReferences: false } })}\n`
}

function trail(steps: readonly (readonly [string, string])[], title: string): Element {
  return h(
    'nav',
    { className: ['trail'], ariaLabel: 'Where this page is' },
    h('ol', [...steps.map(([words, href]) => h('li', h('a', { href }, words))), h('li', h('span', { ariaCurrent: 'page' }, title))]),
  )
}

/** Words for those who cannot see what is around. */
export function unseen(words: string): Element {
  return h('span', { className: ['unseen'] }, words)
}

/** A wide table in a frame that scrolls by itself and can be reached by keyboard. */
export function scrolling(label: string, child: Child): Element {
  return h('div', { className: ['scroll'], role: 'region', ariaLabel: `Table: ${label}`, tabIndex: 0 }, child)
}
