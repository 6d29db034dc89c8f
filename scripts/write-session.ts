// Writes a session with real output into the README, between its marks: npm run session
import { readFileSync, writeFileSync } from 'node:fs'
import { README, runSession } from './session.ts'

const readme = readFileSync(README, 'utf8')
const session = `\`\`\`console\n${runSession()}\n\`\`\`\n`
writeFileSync(
  README,
  readme.replace(/(<!-- session -->\n)[\s\S]*?(<!-- \/session -->)/u, (_, open: string, close: string) => `${open}${session}${close}`),
)
