import { describe, expect, it } from 'vitest';
import { everyWay, waysOf } from '../src/model/ways';

/** The same, way by way. */
function oneByOne(open: number[], left: number, right: number, majority: number) {
  const ways = { all: 0n, left: 0n, right: 0n, neither: 0n };
  for (let way = 0; way < 1 << open.length; way++) {
    const got = open.reduce((sum, n, i) => sum + ((way >> i) & 1 ? n : 0), 0);
    const rest = open.reduce((a, b) => a + b, 0) - got;
    ways.all++;
    if (left + got >= majority) ways.left++;
    else if (right + rest >= majority) ways.right++;
    else ways.neither++;
  }
  return ways;
}

describe('ways to a majority', () => {
  it('are those of 4 November 2020, 00:27', () => {
    const open = [11, 29, 16, 2, 1, 1, 16, 1, 1, 1, 6, 15, 20, 38, 10, 3];
    expect(open.reduce((a, b) => a + b, 0)).toBe(171);
    expect(waysOf(open, 223, 144, 270)).toEqual({ all: 65_536n, left: 58_552n, right: 6_595n, neither: 389n });
  });

  it.each([
    [[3, 3, 4, 10], 5, 8, 17],
    [[1, 1, 1, 1, 1, 1], 0, 0, 4],
    [[7], 0, 0, 4],
    [[], 9, 3, 7],
  ])('of %j are as many as one by one', (open, left, right, majority) => {
    expect(waysOf(open, left, right, majority)).toEqual(oneByOne(open, left, right, majority));
  });

  it('of a whole country do not end in rounding', () => {
    const { all, left, right, neither } = waysOf(new Array<number>(56).fill(10), 0, 0, 290);
    expect(left + right + neither).toBe(all);
    expect(left).toBe(right);
    expect(all).toBe(72_057_594_037_927_936n);
  });

  it('of 6 November 2020, 20:00, lead to Biden but for two', () => {
    const ways = everyWay([20, 16, 15, 6, 3], 264, 214, 270);
    expect(ways).toHaveLength(32);
    expect(ways.map((way) => way.winner).join()).toBe('first,'.repeat(30) + 'second,second');
    expect(ways.map((way) => way.electors)).toEqual(ways.map((way) => way.electors).sort((a, b) => b - a));
    expect(ways[0]).toEqual({ toFirst: [true, true, true, true, true], electors: 324, winner: 'first' });
    expect(ways[30].toFirst).toEqual([false, false, false, false, true]);
    expect(new Set(ways.map((way) => way.toFirst.join())).size).toBe(32);
  });

  it('name who has a majority as the count of ways does', () => {
    const [open, left, right, majority] = [[3, 3, 4, 10], 5, 8, 17] as const;
    const ways = everyWay([...open], left, right, majority);
    const { left: first, right: second, neither } = waysOf([...open], left, right, majority);
    const number = (winner: string) => BigInt(ways.filter((way) => way.winner === winner).length);
    expect([number('first'), number('second'), number('neither')]).toEqual([first, second, neither]);
  });
});
