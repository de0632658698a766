import type { Candidate, Meta, Story } from './api';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** The part of a name that the id was made from: "Van Buren" of Martin Van Buren, "Bush" of George H. W. Bush. */
export function shortName({ id, name }: Candidate): string {
  const words = name.split(' ');
  const wanted = plain(id);
  for (let from = 0; from < words.length; from++)
    for (let to = words.length; to > from; to--)
      if (plain(words[to - 1]) && plain(words.slice(from, to).join('')) === wanted)
        return words.slice(from, to).join(' ');
  const whole = words.filter((w) => !/^(Jr|Sr|I+|IV)\.?,?$/.test(w));
  return wanted.length > plain(whole.at(-1)!).length ? `${whole[0][0]}. ${whole.at(-1)}` : (whole.at(-1) ?? id);
}

/**
 * Who stands where: the first from the left rail, the second from the right, further ones between them, each with a
 * texture.
 */
export interface Sides {
  /** Places in the story's candidates, in drawing order, which the server decides. */
  order: number[];
  names: string[];
  /** "b", "r", then "c2", "c3", ... by candidate. */
  paints: string[];
}

export const TEXTURES = 10;

export function sidesOf(meta: Meta, story: Story): Sides {
  const people = story.candidates.map((id) => meta.candidates.find((c) => c.id === id) ?? { id, name: id });
  const { order } = story;
  const paints = people.map(() => 'c0');
  order.forEach((c, place) => {
    paints[c] = place === 0 ? 'b' : place === 1 ? 'r' : `c${2 + ((place - 2) % TEXTURES)}`;
  });
  return { order, names: people.map(shortName), paints };
}
