// Builds dist/, which `import 'scrutineer'` loads, after `npm ci`. Without the development dependencies there is no compiler, and the
// commands need none: they run from the sources.
import { execSync } from 'node:child_process'

try {
  import.meta.resolve('typescript')
} catch {
  console.log('dist/ is not built, since the development dependencies are left out. The commands run without it.')
  process.exit(0)
}
execSync('npm run --silent build', { stdio: 'inherit' })
