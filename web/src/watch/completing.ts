// How a condition that is being written is completed.

/** What stands before the cursor of the word that is being written. */
const WORD = /[A-Za-z][A-Za-z0-9-]*$/;

/** The words that go on from what stands before the cursor, few enough to be read. */
export const completions = (text: string, cursor: number, words: readonly string[], most = 6): string[] => {
  const begun = WORD.exec(text.slice(0, cursor))?.[0] ?? '';
  if (!begun) return [];
  const low = begun.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(low) && word !== begun).slice(0, most);
};

/** The text with a word taken in the place of what was begun, and where the cursor is then. */
export const taken = (text: string, cursor: number, word: string): [string, number] => {
  const begun = WORD.exec(text.slice(0, cursor))?.[0] ?? '';
  const before = text.slice(0, cursor - begun.length) + word;
  return [before + text.slice(cursor), before.length];
};

/** Days from midnight of an election's day in Washington to a moment, in milliseconds since 1970. */
export const daysAfter = (year: number, ms: number): number => {
  const firstOfNovember = new Date(Date.UTC(year, 10, 1)).getUTCDay();
  const tuesday = 2 + ((8 - firstOfNovember) % 7); // the day after the first Monday (3 USC 1)
  return (ms - Date.UTC(year, 10, tuesday, 5)) / 86_400_000;
};

/** Where a number of days stands on a scale that is stretched at its beginning, from 0 to 1. */
export const place = (days: number, last = 80): number => Math.sqrt(Math.min(Math.max(days, 0), last) / last);
