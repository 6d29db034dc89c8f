// Prints the tables of one PDF: node scripts/inspect-tables.ts FILE
import { readFileSync } from 'node:fs'
import { readPdf } from '../parsers/formats/pdf/read-pdf.ts'
import { tablesOf } from '../parsers/formats/pdf/tables-json.ts'

const path = process.argv[2]
if (!path) throw new Error('usage: inspect-tables.ts FILE')
console.log(JSON.stringify(tablesOf(await readPdf(readFileSync(path), {}, () => {}))))
