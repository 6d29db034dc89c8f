import { join } from 'node:path'
import {
  API,
  type Checker,
  type Symbol as Declared,
  NodeBuilderFlags,
  type Project,
  SignatureKind,
  SymbolFlags,
  type Type,
} from 'typescript/unstable/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const FACE = join(ROOT, 'src/index.ts')

/** Types are written out in full, where they have a name too. */
const WRITTEN_OUT = NodeBuilderFlags.NoTruncation | NodeBuilderFlags.InTypeAlias

let api: API
let project: Project

beforeAll(() => {
  api = new API({ cwd: ROOT })
  const [opened] = api.updateSnapshot({ openProjects: [join(ROOT, 'tsconfig.build.json')] }).getProjects()
  if (!opened) throw new Error('the compiler opened no project')
  project = opened
})
afterAll(() => api.close())

/** What a module exports, each by what it is itself and not by the line that hands it on. */
function exportsOf(file: string): Declared[] {
  const source = project.program.getSourceFile(file)
  const module = source && project.checker.getSymbolAtLocation(source)
  if (!module) return []
  return project.checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & SymbolFlags.Alias ? project.checker.getAliasedSymbol(symbol) : symbol))
}

/** Whether it is declared in the project's own source. */
const isOwn = ({ declarations }: Declared): boolean =>
  declarations.some(({ path }) => path.toLowerCase().startsWith(ROOT.toLowerCase()) && !path.includes('/node_modules/'))

const TYPES = SymbolFlags.Interface | SymbolFlags.Class | SymbolFlags.TypeAlias | SymbolFlags.Enum

/** How the compiler calls what begins with `#`. */
const PRIVATE = '__#'

/** The types with a name of ours that can be reached from what is exported, each with the way to it, and are not exported themselves. */
class Walk {
  readonly missing = new Map<string, string>()
  readonly #checker: Checker = project.checker
  readonly #exported: ReadonlySet<number>
  readonly #seen = new Set<number>()
  /** The names of types that are written out: what zod infers forgets its name. */
  readonly #names = new Map<string, Declared>()

  constructor(exported: readonly Declared[]) {
    this.#exported = new Set(exported.map(({ id }) => id))
    const others = project.program.getSourceFileNames().filter((file) => file.startsWith(ROOT) && !file.includes('/node_modules/'))
    for (const symbol of others.flatMap(exportsOf)) {
      if (!(symbol.flags & SymbolFlags.TypeAlias)) continue
      const text = this.#written(this.#checker.getDeclaredTypeOfSymbol(symbol))
      if (text !== null && (!this.#names.has(text) || this.#exported.has(symbol.id))) this.#names.set(text, symbol)
    }
    for (const symbol of exported) {
      if (symbol.flags & TYPES) this.#type(this.#checker.getDeclaredTypeOfSymbol(symbol), symbol.name, true)
      if (symbol.flags & SymbolFlags.Value && !(symbol.flags & SymbolFlags.Class))
        this.#type(this.#checker.getTypeOfSymbol(symbol), symbol.name)
    }
  }

  /** How many types were looked at. */
  get size(): number {
    return this.#seen.size
  }

  /** A type of several words or fields as it is written out; null for what is too plain to have a name. */
  #written(type: Type): string | null {
    if (type.isUnionType()) return this.#checker.typeToString(type, undefined, WRITTEN_OUT)
    if (!type.isObjectType() || this.#checker.getPropertiesOfType(type).length < 2) return null
    return this.#checker.typeToString(type, undefined, WRITTEN_OUT)
  }

  /** Whether a type of this name is one that is looked into where it is declared. */
  #isNamed(symbol: Declared | undefined, way: string): boolean {
    if (!symbol || !(symbol.flags & TYPES)) return false
    if (this.#exported.has(symbol.id)) return true
    if (isOwn(symbol)) this.missing.set(symbol.name, way)
    return !isOwn(symbol) && !(symbol.flags & SymbolFlags.TypeAlias)
  }

  #type(type: Type | undefined, way: string, isDeclaration = false): void {
    if (!type) return
    if (!isDeclaration) {
      if (this.#seen.has(type.id)) return
      this.#seen.add(type.id)
    }
    for (const argument of type.getAliasTypeArguments()) this.#type(argument, way)
    if (type.isTypeReference()) for (const argument of this.#checker.getTypeArguments(type)) this.#type(argument, way)
    if (!isDeclaration) {
      const written = this.#written(type)
      const names = [type.getAliasSymbol(), type.getSymbol(), written === null ? undefined : this.#names.get(written)]
      if (names.map((symbol) => this.#isNamed(symbol, way)).includes(true)) return
    }
    if (type.isUnionType() || type.isIntersectionType()) for (const part of type.getTypes() ?? []) this.#type(part, way)
    else if (type.isObjectType()) this.#parts(type, way)
  }

  #parts(type: Type, way: string): void {
    const checker = this.#checker
    for (const property of checker.getPropertiesOfType(type)) {
      if (!isOwn(property) || property.name.startsWith(PRIVATE) || property.getJsDocTags(checker).some(({ name }) => name === 'internal'))
        continue
      this.#type(checker.getTypeOfSymbol(property), `${way}.${property.name}`)
    }
    for (const signature of checker.getSignaturesOfType(type, SignatureKind.Call)) {
      this.#type(checker.getReturnTypeOfSignature(signature), `${way}()`)
      for (const parameter of signature.getParameters()) this.#type(checker.getTypeOfSymbol(parameter), `${way}(${parameter.name})`)
    }
    for (const { valueType } of checker.getIndexInfosOfType(type)) this.#type(valueType, `${way}[]`)
    if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) this.#type(base, `${way} extends`)
  }
}

test('every type that can be reached from what the library exports is exported too', () => {
  const walk = new Walk(exportsOf(FACE))
  expect(Object.fromEntries(walk.missing)).toEqual({})
  expect(walk.size).toBeGreaterThan(400)
})

test.each(['Severity', 'ImportedFile', 'Candidate', 'CorrectionState', 'Limits', 'RunCounts'])('%s would be missed', (name) => {
  const exported = exportsOf(FACE)
  expect(exported.map((symbol) => symbol.name)).toContain(name)
  expect([...new Walk(exported.filter((symbol) => symbol.name !== name)).missing.keys()]).toContain(name)
})
