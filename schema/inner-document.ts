/** A document in a container: its path within, which is empty for the container itself, and its bytes. */
export interface InnerDocument {
  path: string
  bytes: number
}
