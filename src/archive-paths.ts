import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * A path as it is stored: seen from the database's folder where it lies under that, so that an archive with its database
 * can be moved as one; else absolute. Always with "/".
 */
export function archivePath(path: string, databasePath: string): string {
  const inside = relative(homeOf(databasePath), resolve(path))
  const shown = inside && !inside.startsWith('..') && !isAbsolute(inside) ? inside : resolve(path)
  return shown.split(sep).join('/')
}

/** Where a stored path lies, absolute. */
export function locatePath(stored: string, databasePath: string): string {
  return resolve(homeOf(databasePath), stored)
}

const homeOf = (databasePath: string): string => (databasePath === ':memory:' ? process.cwd() : dirname(databasePath))
