/** Shows a page in whatever browser this machine opens pages with. Throws where it has none that can be started. */
export async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  await open(url)
}
