import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isCompound, oleKind } from '../../parsers/formats/doc/ole-kind.ts'
import type { MailAttachment } from '../../parsers/formats/mail/read-mail.ts'
import { systemCode } from './system-words.ts'

/** A file in a container: an archive's, or what is attached to a mail. */
export interface Member {
  /** With "/" between folders, and unlike that of any other member. */
  name: string
  /** Unpacked, as the container gives it. */
  bytes: number
}

/** A file that holds files, each of which is a document of its own. */
export interface Container {
  /** The container is a document too, as a mail is. */
  isDocument: boolean
  members: Member[]
  /** The bytes of a member, or null where there is none of that name. */
  read(name: string): Promise<Uint8Array | null>
  close(): void
}

/** A container within a container within a container is the last that is opened: nobody means more, and some are made without end. */
export const MOST_NESTED = 3
/** What file managers add to archives, and hidden files: as in a folder, they are not among its papers. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/iu
const CONTAINER_NAME = /\.(zip|eml|msg)$/iu

/** Whether a file of this name may hold documents. What is in others of theirs is not looked at. */
export function mayContain(name: string): boolean {
  return CONTAINER_NAME.test(name)
}

/**
 * The files in a file, or null where it holds none that are documents of their own. An archive is read where it lies, part by part;
 * `source` is its path, or its bytes where it lies in another.
 * @throws what opening a file throws, and DocumentError where the container is damaged or beyond the limits.
 */
export async function openContainer(source: string | Uint8Array, name: string): Promise<Container | null> {
  if (/\.(?:eml|msg)$/iu.test(name)) return openMail(typeof source === 'string' ? await readFile(source) : source)
  return openArchive(source)
}

/** What takes archives apart is loaded with the first of them. */
async function openArchive(source: string | Uint8Array): Promise<Container | null> {
  const [{ openPromise }, { ZipPackage }, { mainPart }] = await Promise.all([
    import('yauzl'),
    import('../../parsers/formats/package/zip-package.ts'),
    import('../../parsers/formats/package/package-kind.ts'),
  ])
  const zip = await ZipPackage.open(typeof source === 'string' ? openPromise(source, { autoClose: false }) : source)
  const close = (): void => zip.close()
  const members = zip.parts.filter(({ name }) => !LITTER.test(name))
  if (members.length > 0 && (await mainPart(zip)).kind === 'archive') {
    return { isDocument: false, members, read: (name) => zip.read(name), close }
  }
  close()
  return null
}

async function openMail(bytes: Uint8Array): Promise<Container | null> {
  const attachments = await attachmentsOf(bytes)
  if (attachments.length === 0) return null
  return {
    isDocument: true,
    members: attachments.map(({ name, bytes: content }) => ({ name, bytes: content.length })),
    read: async (name) => attachments.find((attachment) => attachment.name === name)?.bytes ?? null,
    close: () => {},
  }
}

/** What is attached to a mail, as machines send it or as Outlook saves it; nothing for what is neither. */
async function attachmentsOf(bytes: Uint8Array): Promise<MailAttachment[]> {
  if (isCompound(bytes)) {
    if (oleKind(bytes) !== 'msg') return []
    const { readOutlook } = await import('../../parsers/formats/mail/read-outlook.ts')
    return readOutlook(bytes).attachments
  }
  const { readMail } = await import('../../parsers/formats/mail/read-mail.ts')
  return (await readMail(bytes)).attachments
}

/**
 * The bytes of a file, or of a file in a container: "papers/pack.zip/plans/lamps.docx".
 * @throws what reading a file throws where there is none, and DocumentError where its container cannot be opened.
 */
export async function readPaper(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const outer = systemCode(error) === 'ENOTDIR' ? containerPath(path) : null
    const found = outer === null ? null : await memberOf(outer, outer, path.slice(outer.length + 1), MOST_NESTED)
    if (found) return found
    throw error
  }
}

/** Whether a path leads to a file, or into a container that is there. */
export function isPaperThere(path: string): boolean {
  if (existsSync(path)) return true
  const outer = containerPath(path)
  return outer !== null && existsSync(outer)
}

/** The first part of a path that is named as a container and is not its whole: "papers/pack.zip". */
export function containerPath(path: string): string | null {
  for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1)) {
    if (mayContain(path.slice(0, at))) return path.slice(0, at)
  }
  return null
}

async function memberOf(source: string | Uint8Array, name: string, wanted: string, depth: number): Promise<Uint8Array | null> {
  const container = depth === 0 ? null : await openContainer(source, name)
  if (!container) return null
  try {
    const whole = await container.read(wanted)
    if (whole) return whole
    const inner = container.members.find((member) => wanted.startsWith(`${member.name}/`) && mayContain(member.name))
    const packed = inner && (await container.read(inner.name))
    return inner && packed ? await memberOf(packed, inner.name, wanted.slice(inner.name.length + 1), depth - 1) : null
  } finally {
    container.close()
  }
}
