/** What common types of attachments are called where the mail names none. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/zip': 'zip',
  'message/rfc822': 'eml',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/plain': 'txt',
}
const LONGEST_NAME = 120

/** A name for each attachment, in order: without folders and control characters, and each once, "plan.docx", "plan (2).docx". Linear in their number. */
export function uniqueNames(attachments: readonly { name: string | null; mimeType: string }[]): string[] {
  const taken = new Set<string>()
  /** By a name that came more than once the number of its next copy. */
  const copies = new Map<string, number>()
  return attachments.map(({ name, mimeType }, index) => {
    const plain = safeName(name ?? '') || `attachment ${index + 1}.${EXTENSIONS[mimeType] ?? 'bin'}`
    const dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length
    let unique = plain
    let copy = copies.get(plain.toLowerCase()) ?? 2
    for (; taken.has(unique.toLowerCase()); copy++) unique = `${plain.slice(0, dot)} (${copy})${plain.slice(dot)}`
    copies.set(plain.toLowerCase(), copy)
    taken.add(unique.toLowerCase())
    return unique
  })
}

function safeName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .replace(/^\.+/u, '')
    .trim()
  const dot = plain.lastIndexOf('.')
  return plain.length <= LONGEST_NAME || dot < 0
    ? plain.slice(0, LONGEST_NAME)
    : plain.slice(0, LONGEST_NAME - (plain.length - dot)) + plain.slice(dot)
}
