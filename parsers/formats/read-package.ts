import type { Report } from '../../schema/diagnostics.ts'
import type { Document } from '../../schema/document.ts'
import { DocumentError } from '../../schema/errors.ts'
import { type MainPart, mainPart, type PackageKind } from './package/package-kind.ts'
import { ZipPackage } from './package/zip-package.ts'

/** Reads a package whose main part is known. Loaded with the first of its kind. */
type PackageReader = (zip: ZipPackage, main: MainPart, report: Report) => Promise<Document>

/** The packages that are read. */
const READERS: ReadonlyMap<PackageKind, () => Promise<PackageReader>> = new Map<PackageKind, () => Promise<PackageReader>>([
  ['docx', async () => (await import('./word/read-docx.ts')).readDocx],
  ['odt', async () => (await import('./odt/read-odt.ts')).readOdt],
  ['xlsx', async () => (await import('./sheets/xlsx.ts')).xlsxToDocument],
  ['ods', async () => (await import('./sheets/ods.ts')).odsToDocument],
])

const NOT_READ: Partial<Record<PackageKind, string>> = {
  pptx: 'This is a presentation. Save it as PDF and import that.',
  odp: 'This is a presentation. Save it as PDF and import that.',
  archive: 'This is a zip archive. Import it to read the files in it; inspect takes one of them as ARCHIVE.zip/NAME.',
}

/**
 * A document of an office program, whatever its file is called.
 * @throws DocumentError where the package is damaged, beyond the limits, or of a kind that is not read.
 */
export async function readPackage(bytes: Uint8Array, report: Report): Promise<Document> {
  const zip = await ZipPackage.open(bytes)
  const main = await mainPart(zip)
  const reader = await READERS.get(main.kind)?.()
  if (reader) return reader(zip, main, report)
  throw new DocumentError(
    'unknown-format',
    NOT_READ[main.kind] ?? 'Scrutineer does not read this kind of zip package. Save the document as PDF or text and import that.',
  )
}
