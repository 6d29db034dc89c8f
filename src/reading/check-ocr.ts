/** Throws `UsageError` where what is to read scanned pages is not there. */
export async function checkOcr(ocr: boolean | string): Promise<void> {
  if (typeof ocr === 'string') (await import('../scan/ocr-choice.ts')).checkOcrChoice(ocr)
}
