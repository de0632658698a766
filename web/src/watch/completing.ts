// How a condition that is being written is completed.

import type { ConditionWords, Phrase } from './asked';

/** Something that may stand in the place of what was begun. */
export interface Offer {
  text: string;
  /** Where what was begun begins. */
  from: number;
  /** Of a whole phrase: when it came true before. */
  came?: Phrase['came'];
}

/** What stands before the cursor of the word that is being written. */
const WORD = /[A-Za-z][A-Za-z0-9-]*$/;

/** Behind these a phrase may begin. */
const BEFORE = /\(|\b(?:and|or|not|else)\s+/gi;

/** A day has to follow what stands behind `else`. */
const ELSE = /\belse\s+$/i;

/** What would need brackets behind `else`, and a second day. */
const COMPOUND = / (?:or|else) /;

/** What goes on from what stands before the cursor, few enough to be read: whole phrases, then words. */
export const offers = (text: string, cursor: number, known: ConditionWords, most = 6): Offer[] => {
  const before = text.slice(0, cursor);
  const phrases = phrasesAt(before, known);
  const begun = WORD.exec(before)?.[0] ?? '';
  const from = cursor - begun.length;
  const words = begun
    ? known.words
        .filter((word) => goesOn(word, begun) && !phrases.some((each) => each.from === from && each.text === word))
        .map((word) => ({ text: word, from }))
    : [];
  return [...phrases.slice(0, words.length ? most - 2 : most), ...words].slice(0, most);
};

const goesOn = (whole: string, begun: string): boolean =>
  whole !== begun && whole.toLowerCase().startsWith(begun.toLowerCase());

/** Phrases from the first place from which one goes on; behind `else` those that go on, then the others. */
const phrasesAt = (before: string, known: ConditionWords): Offer[] => {
  const places = [0, ...[...before.matchAll(BEFORE)].map((match) => match.index + match[0].length)];
  for (const place of places) {
    const from = place + (/^\s*/.exec(before.slice(place))?.[0].length ?? 0);
    const begun = before.slice(from);
    const isElse = ELSE.test(before.slice(0, from));
    if (!begun && !isElse) continue;
    const all = isElse
      ? known.phrases
          .filter((each) => !COMPOUND.test(each.phrase))
          .map((each) => ({ text: `${each.phrase} by ${known.inauguration}`, from, came: each.came }))
      : known.phrases.map((each) => ({ text: each.phrase, from, came: each.came }));
    const going = all.filter((each) => goesOn(each.text, begun));
    if (going.length) return isElse ? [...going, ...all.filter((each) => !going.includes(each))] : going;
  }
  return [];
};

/** How an offer goes on from what is written, to be shown behind it; nothing where it stands in the place of that. */
export const rest = (text: string, cursor: number, offer?: Offer): string => {
  const begun = text.slice(offer?.from, cursor);
  return offer && cursor === text.length && goesOn(offer.text, begun) ? offer.text.slice(begun.length) : '';
};

/** The text with an offer taken in the place of what was begun, and where the cursor is then. */
export const taken = (text: string, cursor: number, offer: Offer): [string, number] => {
  const before = text.slice(0, offer.from) + offer.text;
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
