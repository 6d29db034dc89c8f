/** A URL that holds a module itself. */
const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** Says on standard error that the package was loaded, and what it is to open. */
export const TELLS_WHAT_IS_OPENED = "console.error('open is loaded'); export default async (url) => console.error('opened ' + url)"

/**
 * The surroundings in which a command finds this module in place of the package `open`, so that no browser starts and
 * it is seen whether one would.
 */
export function insteadOfOpen(code: string): NodeJS.ProcessEnv {
  const hooks = `import { registerHooks } from 'node:module'
const url = ${JSON.stringify(dataUrl(code))}
registerHooks({ resolve: (name, context, next) => (name === 'open' ? { url, shortCircuit: true } : next(name, context)) })`
  return { NODE_OPTIONS: `--import=${dataUrl(hooks)}` }
}
