import { speak, wanted } from '../words/words';

/** The reader's theme and language, as the address says, else as the browser has them. */
export async function dress(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  await speak(wanted(query.get('lang')));
}
