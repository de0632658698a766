import { speak, wanted } from '../words/words';

/** An address of this site as the reader has this page: in their language and theme. */
export function asHere(address: string): string {
  const here = new URLSearchParams(location.search);
  const to = new URL(address, location.href);
  for (const kept of ['lang', 'theme'])
    if (here.has(kept) && !to.searchParams.has(kept)) to.searchParams.set(kept, here.get(kept)!);
  return to.pathname + to.search + to.hash;
}

/** The reader's theme and language, as the address says, else as the browser has them. */
export async function dress(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  await speak(wanted(query.get('lang')));
}
