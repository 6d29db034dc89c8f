const END = String.raw`\s*[:–—-]*$`

/**
 * What is resolved is only to recommend what is below: "RESOLVED TO RECOMMEND TO COUNCIL", "Resolved to recommend: (to Council)",
 * "RESOLVED that the Panel recommends to Cabinet". Nothing is decided by it yet.
 */
export const TO_RECOMMEND = new RegExp(
  String.raw`^\s+(?:to recommend(?:(?=(?:\s+to\s[^.;:]{1,80}?)?(?:\s+that)?${END})|\s*[:–—-]*\s*\(to\s[^()]{1,60}\)(?=${END}))` +
    String.raw`|that\s(?:the\s)?[^.;:,]{3,80}\srecommends?\sto\s(?:the\s)?\p{Lu}[\p{L} ]{3,60}?(?:\sthat)?(?=${END}))`,
  'iu',
)
