import { describe, expect, it } from 'vitest';
import type { Scene } from '../src/model/scene';
import { addends } from '../src/parts/sum';
import { MINUTE, NIGHT, story } from './stories';

const at = (ms: number, changes = NIGHT) => ({ story: story(changes), ms }) as unknown as Scene;
const told = (scene: Scene, rung: string, who: string) =>
  addends(scene, rung, who).map((a) => [a.jurisdiction, a.n, a.to, a.implied]);

describe('what a figure is the sum of', () => {
  it('is each place once, in the order in which it came together', () => {
    expect(told(at(2 * MINUTE), 'reported', 'bob')).toEqual([['GA', 5, 5, false]]);
    expect(told(at(9 * MINUTE), 'reported', 'bob')).toEqual([
      ['GA', 5, 5, false],
      ['PA', 10, 15, false],
    ]);
  });

  it('leaves out a place that was lost again', () => {
    expect(told(at(2 * MINUTE), 'reported', 'ann')).toEqual([['PA', 10, 10, false]]);
    expect(told(at(3 * MINUTE), 'reported', 'ann')).toEqual([]);
  });

  it('says which part is only implied by the electors’ vote', () => {
    expect(told(at(5 * MINUTE), 'certified', 'ann')).toEqual([['GA', 5, 5, true]]);
    expect(told(at(5 * MINUTE), 'voted', 'ann')).toEqual([['GA', 5, 5, false]]);
  });

  it('a count that changes no elector does not move its place in the sum', () => {
    const again = [...NIGHT.slice(0, 2), [150_000, 9, 0, [20, 5], 0, { 0: [10, 0] }] as (typeof NIGHT)[number]];
    expect(addends(at(9 * MINUTE, again), 'reported', 'ann')[0].entry).toBe(1);
  });

  it('of what nobody asks for there is nothing', () => {
    expect(addends(at(9 * MINUTE), 'declared', 'bob')).toEqual([]);
    expect(addends(at(9 * MINUTE), 'voted', 'nobody')).toEqual([]);
  });
});
