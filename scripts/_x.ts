import { readFileSync } from 'node:fs'
import { readDocument } from '../parsers/formats.ts'
import { documentPaper } from '../parsers/records.ts'
import { agendaItems } from '../parsers/frame/agenda-items.ts'
import { findDecisions } from '../parsers/roles/find-decisions.ts'
const path='/tmp/w/truth/k11.txt'
const d = await readDocument({bytes: new Uint8Array(readFileSync(path)), path}, ()=>{})
const p = documentPaper(d)
for (const it of agendaItems(p.sections)) for (const s of it.sections) { console.log('SECTION', s.kind, s.form, s.label.text, s.entries.map(e=>e.passage.text.slice(0,40))); for (const x of findDecisions(s.entries, s.label)) console.log('   DEC', x.at, x.opener.text, x.outcome, x.items.map(i=>i.text.text.slice(0,60))) }
import { readOpener } from '../parsers/recognise/openers.ts'
console.log(readOpener('RESOLVED –'), readOpener('RESOLVED'))
import { readResolutions } from '../parsers/roles/resolutions.ts'
const r = readResolutions(p); console.log(r.resolutions.map(x=>[x.number,x.text.slice(0,40)]))
