/** What a page of the web writes after the link to a paper: "pdf icon PDF 112 KB", "(PDF, 1.2 MB)". */
export const LINK_BEHIND =
  /\s*(?:\bpdf icon\b\s*)?[([]?\s*(?:\b(?:pdf|docx?|word|xlsx?)\b(?: icon)?(?:\s?file)?,?\s)?\s*(?<!\d)\d{1,6}(?:[.,]\d{1,3})?\s?[km]b\b\s*[)\]]?\s*$|\s*\bpdf icon\s*$/iu
