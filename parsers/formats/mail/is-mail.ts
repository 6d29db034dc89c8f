/** So much of a file is looked at: a mail's head seldom is longer. */
const HEAD_BYTES = 16_384
/** A line of a mail's head, with those that go on with it (RFC 5322, 2.2). */
const HEADER = /^[!-9;-~]{1,70}:[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n/u
/** Only machines write these: a mail that was printed or copied as text has none. */
const MACHINES_OWN = /^(?:mime-version|received|message-id|content-type|return-path|dkim-signature|x-[\w-]+):/iu
/** Of so many lines at least two are machines'. */
const LEAST_OWN = 2

/** Whether bytes begin with the head of a mail as machines send it. */
export function isMail(bytes: Uint8Array): boolean {
  let head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)).replace(/^(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?\s*/u, '')
  let own = 0
  for (let header = HEADER.exec(head); header; header = HEADER.exec(head)) {
    if (MACHINES_OWN.test(header[0])) own++
    head = head.slice(header[0].length)
    if (own >= LEAST_OWN) return true
  }
  return false
}
