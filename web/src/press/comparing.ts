// What two texts have in common, and in what they differ.

import type { Pair } from './findings';

/** Words that two texts share, or that one of them has alone. */
export interface Run {
  words: string;
  of: 'both' | 'one' | 'other';
}

/** Longer sentences than any that somebody writes are set side by side whole. */
const MOST_WORDS = 600;

/** A sentence beside how another text has it, word by word: as few words as can be differ. */
export const differing = (one: string, other: string): Run[] => {
  const a = one.split(/\s+/).filter(Boolean);
  const b = other.split(/\s+/).filter(Boolean);
  const runs: Run[] = [];
  const add = (word: string, of: Run['of']): void => {
    const last = runs.at(-1);
    if (last?.of === of) last.words += ` ${word}`;
    else runs.push({ words: word, of });
  };
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    if (a.length) add(one, 'one');
    if (b.length) add(other, 'other');
    return runs;
  }
  // How many words are shared from each place on.
  const shared = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      shared[i]![j] = a[i] === b[j] ? shared[i + 1]![j + 1]! + 1 : Math.max(shared[i + 1]![j]!, shared[i]![j + 1]!);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length)
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(a[i++]!, 'both');
      j++;
    } else if (i < a.length && (j === b.length || shared[i + 1]![j]! >= shared[i]![j + 1]!)) add(a[i++]!, 'one');
    else add(b[j++]!, 'other');
  return runs;
};

/** How some of the texts put what others put otherwise. */
export interface Wording {
  texts: number[];
  words: string;
}

const key = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is one message in several wordings, over all pairs of texts that are no copies of each other. */
export const wordings = (pairs: readonly Pair[]): Wording[][] => {
  const groups: Map<string, Wording>[] = [];
  const put = (group: Map<string, Wording>, text: string, words: string): void => {
    const wording = group.get(key(words)) ?? { texts: [], words };
    if (!wording.texts.includes(Number(text))) wording.texts.push(Number(text));
    wording.texts.sort((one, other) => one - other);
    group.set(key(words), wording);
  };
  for (const pair of pairs.filter(({ relation }) => relation === 'shared'))
    for (const { a, b } of pair.changes ?? []) {
      const held = groups.filter((group) => group.has(key(a)) || group.has(key(b)));
      const group = held[0] ?? new Map<string, Wording>();
      if (!held.length) groups.push(group);
      for (const other of held.slice(1)) {
        for (const wording of other.values()) for (const text of wording.texts) put(group, String(text), wording.words);
        groups.splice(groups.indexOf(other), 1);
      }
      put(group, pair.a, a);
      put(group, pair.b, b);
    }
  return groups.map((group) => [...group.values()].sort((one, other) => one.texts[0]! - other.texts[0]!));
};
