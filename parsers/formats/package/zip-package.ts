import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { DocumentError } from '../../../schema/errors.ts'

/** How much a package may hold. A document of a thousand pages stays far below; what is made to overwhelm a reader does not. */
export interface PackageLimits {
  entries: number
  /** Of one part, and of all that are read, unpacked. */
  partBytes: number
  totalBytes: number
  /** How many times its packed size a part of more than a megabyte may have. Text rarely passes 30, a sheet of empty cells 200. */
  ratio: number
}

const MEGABYTE = 2 ** 20
export const PACKAGE_LIMITS: PackageLimits = { entries: 20_000, partBytes: 512 * MEGABYTE, totalBytes: 1024 * MEGABYTE, ratio: 1000 }

/** A part of a package: its name with "/", and its size unpacked as the package gives it. */
export interface Part {
  name: string
  bytes: number
}

/** A zip file in memory: its parts by name, each unpacked when it is asked for. */
export class ZipPackage {
  readonly #file: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #limits: PackageLimits
  #unpacked = 0

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>, limits: PackageLimits) {
    this.#file = file
    this.#entries = entries
    this.#limits = limits
  }

  /**
   * A package in memory, or one that was opened where it lies, which is closed with the package.
   * @throws DocumentError `damaged` for what is not a zip file, `too-large` for one beyond the limits.
   */
  static async open(source: Uint8Array | Promise<ZipFile>, limits: PackageLimits = PACKAGE_LIMITS): Promise<ZipPackage> {
    try {
      const file = await (source instanceof Uint8Array ? fromBufferPromise(toBuffer(source), { autoClose: false }) : source)
      if (file.entryCount > limits.entries) throw tooLarge(`${file.entryCount} parts`)
      const entries = new Map<string, Entry>()
      for await (const entry of file.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
      return new ZipPackage(file, entries, limits)
    } catch (error) {
      throw error instanceof DocumentError ? error : damaged(error)
    }
  }

  /** All parts, in the order of the package. */
  get parts(): Part[] {
    return Array.from(this.#entries.values(), ({ fileName, uncompressedSize }) => ({ name: fileName, bytes: uncompressedSize }))
  }

  /** Lets go of the file. */
  close(): void {
    this.#file.close()
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /**
   * The bytes of a part, or null where there is none of that name.
   * @throws DocumentError `damaged`, `encrypted`, or `too-large` where it holds more than the limits, whatever size the package gives.
   */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.#entries.get(name)
    if (!entry) return null
    if (entry.isEncrypted()) throw new DocumentError('encrypted', `${name} is encrypted. Unpack it with its password and import that.`)
    this.#check(entry.uncompressedSize, entry)
    const chunks: Uint8Array[] = []
    let length = 0
    try {
      for await (const chunk of await this.#file.openReadStreamPromise(entry)) {
        chunks.push(chunk as Uint8Array)
        length += (chunk as Uint8Array).length
        this.#check(length, entry)
      }
    } catch (error) {
      throw error instanceof DocumentError ? error : damaged(error)
    }
    this.#unpacked += length
    const bytes = Buffer.concat(chunks, length)
    if (crc32(bytes) !== entry.crc32) throw damaged(new Error(`${name} does not have the checksum that the package gives`))
    return bytes
  }

  #check(length: number, { fileName, compressedSize }: Entry): void {
    const { partBytes, totalBytes, ratio } = this.#limits
    if (length > partBytes || this.#unpacked + length > totalBytes) throw tooLarge(`${fileName}, ${length} bytes unpacked`)
    if (length > MEGABYTE && length > ratio * compressedSize)
      throw tooLarge(`${fileName}, ${Math.round(length / compressedSize)} times its packed size`)
  }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tooLarge(what: string): DocumentError {
  return new DocumentError('too-large', `The package has ${what}, which no paper has.`)
}

function damaged(error: unknown): DocumentError {
  const words = (error instanceof Error ? error.message : String(error)).replace(/\.+$/u, '')
  return new DocumentError('damaged', `The package could not be unpacked: ${words}. Fetch it again from where it was published.`, {
    cause: error,
  })
}
