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

  it('everybody beside the two has a texture of his own', () => {
    const people = Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, name: `C${i}` }));
    const ids = people.map((p) => p.id);
    const sides = sidesOf(
      { candidates: people } as Meta,
      story([], { candidates: ids, order: people.map((_, i) => i) }),
    );
    expect(new Set(sides.paints).size).toBe(12);
  });
});
