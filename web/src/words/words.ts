import en from './en.json';

export type Words = Record<string, string>;
export type Language = 'en' | 'es';

let words: Words = en;
let language: Language = 'en';

// Days before months in both languages; commas between thousands, as read in the United States.
const LOCALES = { en: 'en-GB', es: 'es-US' };
export const locale = () => LOCALES[language];
export const speaking = () => language;

export function wanted(asked: string | null): Language {
  if (asked === 'en' || asked === 'es') return asked;
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

export async function speak(wish: Language): Promise<void> {
  words = wish === 'es' ? { ...en, ...(await import('./es.json')).default } : en;
  language = wish;
  document.documentElement.lang = wish;
}

/** Takes in the messages of a page of its own, for as long as the language stays. */
export function learn(more: Words): void {
  words = { ...words, ...more };
}

/** The message of a key with its blanks filled. `{n|one|many}` chooses by number. */
export function say(key: string, blanks: Record<string, string | number> = {}): string {
  const message = words[key] ?? key;
  return message.replace(/\{(\w+)(?:\|([^|{}]*)\|([^{}]*))?\}/g, (_, name, one, many) => {
    const value = blanks[name];
    if (one !== undefined) return Number(value) === 1 ? one : many;
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

/** What the answers word in both languages, in the reader's. */
export const worded = (english = '', spanish?: string): string => (language === 'es' && spanish ? spanish : english);

/** The language that this is in then. */
export const wordedIn = (spanish?: string): Language => (language === 'es' && spanish ? 'es' : 'en');

export const knows = (key: string) => key in words;

/** The pieces of a message around its blanks, for a template that puts elements into them. */
export function pieces<T>(key: string, blanks: Record<string, T>): (string | T)[] {
  return (words[key] ?? key).split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return name && name in blanks ? blanks[name] : piece;
  });
}

// To make one takes longer than to use it a hundred times.
const NUMBERS = { en: new Intl.NumberFormat('en-US'), es: new Intl.NumberFormat('es-US') };
const LISTS = {
  en: new Intl.ListFormat(LOCALES.en, { type: 'conjunction' }),
  es: new Intl.ListFormat(LOCALES.es, { type: 'conjunction' }),
};

export const number = (n: number | bigint) => NUMBERS[language].format(n).replace('-', '−');

export const list = (items: string[]) => LISTS[language].format(items);
