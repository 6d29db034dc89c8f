import { OWN_FILES } from '../../schema/own-files.ts'
import { escapeXml, type Feature } from './xlsx-filters.ts'

const PART = 'docProps/core.xml'
const CONTENT_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml'
const RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

/**
 * Gives a workbook a title and the keyword by which an import knows it for Scrutineer's own. The library writes no core
 * properties (ECMA-376 part 2, 11), so the part, its type and its relation are put in here.
 */
export function markAsOwn(title: string): Feature {
  return {
    files: {
      transform: {
        '[Content_Types].xml': { insert: () => `<Override ContentType="${CONTENT_TYPE}" PartName="/${PART}"/>` },
        '_rels/.rels': { insert: () => `<Relationship Id="rId-scrutineer-core" Type="${RELATION}" Target="${PART}"/>` },
      },
      write: { files: () => ({ [PART]: coreXml(title) }) },
    },
  }
}

function coreXml(title: string): string {
  const namespaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${namespaces}><dc:title>${escapeXml(title)}</dc:title><dc:creator>Scrutineer</dc:creator><cp:keywords>${OWN_FILES.handout}</cp:keywords></cp:coreProperties>`
}
