import { DocumentError } from '../../../schema/errors.ts'

/** An XML file's text, by its byte order mark or the encoding that it declares; UTF-8 where it names none (XML 1.0, Appendix F). */
export function bytesToXmlText(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/u.exec(head)?.[1]
  const encoding = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : (declared ?? 'utf-8')
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch (error) {
    throw new DocumentError('damaged', `An XML file in the package names an unknown encoding, ${encoding}.`, { cause: error })
  }
}
