/** "asOfFrom" → "as_of_from". */
export function camelToSnake(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}

/** "as_of_from" → "asOfFrom". */
export function snakeToCamel(name: string): string {
  return name.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

/** The id of a record: its document's id and its own key. */
export function entityId(documentId: string, key: string): string {
  return `${documentId}/${key}`
}

/** The document that an entity belongs to: the part of its id before the first slash. */
export function documentOf(entity: string): string {
  const slash = entity.indexOf('/')
  return slash < 0 ? entity : entity.slice(0, slash)
}
