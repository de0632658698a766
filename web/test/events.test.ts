import { describe, expect, it } from 'vitest';
import type { Change, Story } from '../src/model/api';
import { happenings } from '../src/model/events';
import { explained, marksOf } from '../src/model/turning';
import { MINUTE, NIGHT, story } from './stories';

const AT_ONCE: Change[] = [
  [5 * MINUTE, 1, 0, 0, 1, { 1: [10, 0] }],
  [5 * MINUTE, 2, 1, 0, 1, { 1: [0, 5] }],
  [5 * MINUTE + 30_000, 3, 2, 0, 1, { 1: [2, 0] }],
  [7 * MINUTE, 4, 4, 0, 1, { 1: [2, 1] }],
];
const of = (changes: Change[]) => {
  const told = story(changes);
  return happenings(told, marksOf(told));
};

describe('happenings', () => {
  it('calls of one minute are told as one, with what each side gained', () => {
    const [first, second] = of(AT_ONCE);
    expect(first.places.map((p) => p.unit)).toEqual(['PA', 'GA', 'ME']);
    expect(first.gains).toEqual({ ann: 12, bob: 5 });
    expect(second.places).toEqual([{ unit: 'ME-2', candidate: 'bob', electors: 1 }]);
    expect(second.gains).toEqual({ bob: 1 });
  });

  it('a call that is withdrawn is a loss', () => {
    const [, back] = of([AT_ONCE[0], [9 * MINUTE, 8, 0, 0, -1, { 1: [0, 0] }]]);
    expect(back.gains).toEqual({ ann: -10 });
  });

  it('of rival returns the second leaves the place open, and a later day takes one', () => {
    const returns: Change[] = [
      [5 * MINUTE, 1, 0, 0, 4, { 4: [10, 0] }],
      [5 * MINUTE, 2, 1, 0, 4, { 4: [0, 5] }],
      [5 * MINUTE, 3, 1, 0, 4, { 4: [0, 0] }],
      [90 * MINUTE, 9, 1, 0, 4, { 4: [5, 0] }],
    ];
    const [first, then] = of(returns);
    expect(first.gains).toEqual({ ann: 10 });
    expect(first.places).toEqual([
      { unit: 'PA', candidate: 'ann', electors: 10 },
      { unit: 'GA', candidate: undefined, electors: 0 },
    ]);
    expect(then.mark.fact).toBe('decided');
    expect(then.gains).toEqual({ ann: 5 });
  });

  it('different kinds of fact are told apart, also in one minute', () => {
    const both = of([AT_ONCE[0], [5 * MINUTE, 9, 1, 0, 2, { 2: [0, 5] }]]);
    expect(both.map((h) => h.mark.fact)).toEqual(['call', 'certification']);
  });

  it('a majority that is lost names what took it away', () => {
    const majorities = [
      {
        stage: 'reported',
        candidate: 'ann',
        sinceMs: MINUTE,
        since: '',
        entry: 1,
        by: '',
        untilMs: 3 * MINUTE,
        undoneBy: 3,
      },
    ];
    const told = story(NIGHT, { majorities });
    told.majorities = explained(told);
    const undone = marksOf(told).find((m) => m.kind === 'undone');
    expect(undone).toMatchObject({ unit: 'PA', fact: 'returns', candidate: 'ann' });
  });

  it('an announcement that passes the line is told once', () => {
    const announced = { ms: 9 * MINUTE, entry: 9, kind: 'declared', fact: 'declared', text: '', textEs: '' };
    const turn = {
      stage: 'declared',
      candidate: 'ann',
      sinceMs: 9 * MINUTE,
      since: '',
      entry: 9,
      by: '',
      fact: 'declared',
    };
    const kinds = (told: Partial<Story>) => {
      const all = story(NIGHT, { marks: [announced], ...told });
      return happenings(all, marksOf(all))
        .filter((h) => h.mark.fact === 'declared')
        .map((h) => h.kind);
    };
    expect(kinds({ majorities: [turn] })).toEqual(['majority']);
    expect(kinds({})).toEqual(['declared']);
  });

  it('a majority that a later fact implies is marked so', () => {
    const turn = { stage: 'certified', candidate: 'ann', sinceMs: 5 * MINUTE, since: '2020-12-14', entry: 5, by: '' };
    const majority = (implied?: boolean) =>
      marksOf(story(NIGHT, { majorities: [{ ...turn, implied }] })).find((m) => m.kind === 'majority');
    expect(majority(true)?.implied).toBe(true);
    expect(majority()?.implied).toBeUndefined();
  });
});
