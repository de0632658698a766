import { describe, expect, it } from 'vitest';
import type { Change } from '../src/model/api';
import { Telling } from '../src/model/telling';
import { long, MINUTE, NIGHT, story } from './stories';

const rungs = (telling: Telling, ms: number) => [0, 1, 2, 3, 4].map((rung) => telling.rung(telling.at(ms), rung));

/** The same state, made by applying every change up to the moment in order. */
function applied(changes: Change[], ms: number): number[] {
  const latest = new Map<number, number[]>();
  for (const [at, , unit, , , electors] of changes)
    if (at <= ms && electors && electors[0]) latest.set(unit, electors[0]);
  return [...latest.values()].reduce((sum, e) => sum.map((n, c) => n + e[c]), [0, 0]);
}

describe('a story told at any moment', () => {
  it('has nothing before its first change and everything after its last', () => {
    const telling = new Telling(story(NIGHT));
    expect(rungs(telling, 0)).toEqual([[0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]); // prettier-ignore
    expect(rungs(telling, 9 * MINUTE)).toEqual([[0, 15], [0, 10], [5, 0], [5, 0], [5, 0]]); // prettier-ignore
  });

  it('a change counts from its own moment on, not a millisecond before', () => {
    const telling = new Telling(story(NIGHT));
    expect(telling.rung(telling.at(3 * MINUTE - 1), 0)).toEqual([10, 5]);
    expect(telling.rung(telling.at(3 * MINUTE), 0)).toEqual([0, 15]);
  });

  it('going back gives what going forward gave', () => {
    const changes = long(2_500);
    const telling = new Telling(story(changes));
    for (const minute of [2_499, 1, 1_200, 801, 400, 399, 2_000, 1_999, 0, 2_500]) {
      expect(telling.rung(telling.at(minute * MINUTE), 0)).toEqual(applied(changes, minute * MINUTE));
    }
  });

  it('a copy that is kept is not changed by playing on from it', () => {
    const changes = long(1_000);
    const telling = new Telling(story(changes));
    const before = telling.rung(telling.at(400 * MINUTE), 0);
    telling.at(799 * MINUTE);
    telling.at(1_000 * MINUTE);
    expect(telling.rung(telling.at(400 * MINUTE), 0)).toEqual(before);
  });

  it('votes and stage of a unit are those of its latest change', () => {
    const telling = new Telling(story(NIGHT));
    expect(telling.at(2 * MINUTE).votes[0]).toEqual([10, 5]);
    expect(telling.at(4 * MINUTE).votes[0]).toEqual([10, 15]);
    expect(telling.at(4 * MINUTE).stage[0]).toBe(1);
    expect(telling.at(4 * MINUTE).votes[2]).toBeUndefined();
  });

  it('a rung is implied where the change says so, and no other', () => {
    const telling = new Telling(story(NIGHT));
    const moment = telling.at(5 * MINUTE);
    expect([0, 1, 2, 3, 4].map((rung) => telling.impliedOf(moment, rung))).toEqual(
      [[0, 0], [0, 0], [5, 0], [5, 0], [0, 0]], // prettier-ignore
    );
  });

  it('a certificate that comes after what implied it is its own', () => {
    const later: Change = [6 * MINUTE, 6, 1, 0, 4, { 2: [5, 0] }];
    const telling = new Telling(story([...NIGHT, later]));
    expect(telling.impliedOf(telling.at(6 * MINUTE), 2)).toEqual([0, 0]);
    expect(telling.impliedOf(telling.at(6 * MINUTE), 3)).toEqual([5, 0]);
  });

  it('of a story in brief, the standing says what is implied', () => {
    const telling = new Telling(story(NIGHT, { brief: true }));
    expect(telling.impliedOf(telling.at(5 * MINUTE), 2, ['GA'])).toEqual([5, 0]);
    expect(telling.impliedOf(telling.at(5 * MINUTE), 2, [])).toEqual([0, 0]);
  });

  it('what is declared stands on the rung of its own', () => {
    const declared = [{ ms: 7 * MINUTE, electors: [5, 14] }];
    const telling = new Telling(story([...NIGHT, [7 * MINUTE, 7, -1, 0, -1, 0]], { declared }));
    expect(telling.rung(telling.at(6 * MINUTE), 6)).toEqual([0, 0]);
    expect(telling.rung(telling.at(7 * MINUTE), 6)).toEqual([5, 14]);
  });

  it('a majority stands from its moment until the moment at which it was undone', () => {
    const majorities = [
      { stage: 'reported', candidate: 'ann', sinceMs: 10, since: '', entry: 1, by: '', untilMs: 20 },
      { stage: 'reported', candidate: 'bob', sinceMs: 30, since: '', entry: 2, by: '' },
    ];
    const telling = new Telling(story(NIGHT, { majorities }));
    const holder = (ms: number) => telling.majorityAt('reported', ms)?.candidate;
    expect([9, 10, 19, 20, 29, 30].map(holder)).toEqual([undefined, 'ann', 'ann', undefined, undefined, 'bob']);
  });

  it('the steps of a rung are its figures after each change of it', () => {
    const telling = new Telling(story(NIGHT));
    expect(telling.steps(0)).toEqual([
      [1 * MINUTE, [10, 0]],
      [2 * MINUTE, [10, 5]],
      [3 * MINUTE, [0, 15]],
    ]);
    expect(telling.steps(1)).toEqual([[4 * MINUTE, [0, 10]]]);
  });
});

describe('a running story', () => {
  it('takes in what comes in order', () => {
    const telling = new Telling(story(NIGHT.slice(0, 2)));
    telling.take(NIGHT.slice(2));
    expect(rungs(telling, 9 * MINUTE)).toEqual(rungs(new Telling(story([...NIGHT])), 9 * MINUTE));
  });

  it('lets fall what a correction or a late fact takes back, whatever moment is shown', () => {
    const whole = new Telling(story([...NIGHT]));
    const telling = new Telling(story([NIGHT[0], NIGHT[2], NIGHT[3]]));
    telling.at(4 * MINUTE);
    telling.take(NIGHT.slice(1), 1);
    for (const minute of [1, 2, 3, 4, 5])
      expect(rungs(telling, minute * MINUTE)).toEqual(rungs(whole, minute * MINUTE));
  });

  it('a story that shrinks has its old figures again', () => {
    const telling = new Telling(story([...NIGHT]));
    telling.take([], 3);
    expect(telling.story.changes).toHaveLength(3);
    expect(rungs(telling, 9 * MINUTE)).toEqual(rungs(new Telling(story(NIGHT.slice(0, 3))), 9 * MINUTE));
  });

  it('what falls renews the kept copies behind it', () => {
    const changes = long(1_700);
    const third: Change = [150 * MINUTE + 1, 9_999, 2, 0, 0, { 0: [2, 0] }];
    const telling = new Telling(story([...changes]));
    const before = [100, 600, 1_600].map((m) => telling.rung(telling.at(m * MINUTE), 0));
    telling.take([third, ...changes.slice(150)], 150);
    const after = [100, 600, 1_600].map((m) => telling.rung(telling.at(m * MINUTE), 0));
    expect(after).toEqual([before[0], [before[1][0] + 2, before[1][1]], [before[2][0] + 2, before[2][1]]]);
  });

  it('changes that were missed leave no gap where they should stand', () => {
    const changes = long(20);
    const telling = new Telling(story(changes.slice(0, 10)));
    telling.take([changes[19]], 19);
    expect(telling.story.changes).toEqual([...changes.slice(0, 10), changes[19]]);
    expect(telling.at(20 * MINUTE).upTo).toBe(11);
  });

  it('steps that were read before are read again once a rung changes', () => {
    const telling = new Telling(story(NIGHT.slice(0, 3)));
    expect(telling.steps(1)).toEqual([]);
    telling.take([NIGHT[3]]);
    expect(telling.steps(1)).toEqual([[4 * MINUTE, [0, 10]]]);
  });

  it('says who holds a majority after the last change', () => {
    expect(new Telling(story([...NIGHT])).holders().slice(0, 3)).toEqual([1, 1, -1]);
  });
});
