import { describe, expect, it } from 'vitest';
import type { Meta } from '../src/model/api';
import { shortName, sidesOf } from '../src/model/people';
import { story } from './stories';

describe('people', () => {
  it.each([
    ['van-buren', 'Martin Van Buren', 'Van Buren'],
    ['biden', 'Joseph R. Biden Jr.', 'Biden'],
    ['bush', 'George H. W. Bush', 'Bush'],
    ['roosevelt', 'Franklin D. Roosevelt', 'Roosevelt'],
  ])('%s is %s, in short %s', (id, name, short) => {
    expect(shortName({ id, name })).toBe(short);
  });

  const candidates = (first?: string, second?: string) => [
    { id: 'ann', name: 'Ann', party: first },
    { id: 'bob', name: 'Bob', party: second },
  ];
  const meta = (first?: string, second?: string) => ({ candidates: candidates(first, second) }) as Meta;

  it('the Democratic candidate stands at the left, whoever has more', () => {
    expect(sidesOf(meta('Republican', 'Democratic'), story([])).order).toEqual([1, 0]);
    expect(sidesOf(meta('Democratic', 'Republican'), story([], { weight: [7, 12] })).order).toEqual([0, 1]);
  });

  it('without parties the first of the record stands at the left', () => {
    expect(sidesOf(meta(), story([], { weight: [7, 12] })).order).toEqual([0, 1]);
  });

  it('everybody beside the two has a texture of his own', () => {
    const people = Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, name: `C${i}` }));
    const ids = people.map((p) => p.id);
    const sides = sidesOf(
      { candidates: people } as Meta,
      story([], { candidates: ids, weight: people.map((_, i) => 12 - i) }),
    );
    expect(new Set(sides.paints).size).toBe(12);
  });
});
