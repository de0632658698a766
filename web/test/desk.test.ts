import { describe, expect, it } from 'vitest';
import type { Draft } from '../src/desk/answers';
import { firstBroken } from '../src/desk/chain';
import { changedFact, valuesOf } from '../src/desk/facts';
import { feedsOf } from '../src/desk/feeds';
import { sent } from '../src/desk/fields';
import { moved, turns, type Prospect } from '../src/desk/prospect';

const line = async (id: number, before: string, act: string): Promise<{ text: string; leaf: string }> => {
  const plain = `{"id":${id},"at":"2028-11-07T20:00:00Z","account":2,"act":"${act}","object":"proposal 1","body":{}}`;
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${before}\n${plain}`));
  const leaf = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { text: `${plain.slice(0, -1)},"leaf":"${leaf}"}`, leaf };
};

describe('the trail', async () => {
  const first = await line(1, '0'.repeat(64), 'open');
  const second = await line(2, first.leaf, 'approve');
  const third = await line(3, second.leaf, 'open');

  it('is whole as it was sent', async () => {
    expect(await firstBroken([first.text, second.text, third.text])).toBeUndefined();
  });

  it('shows a line that was changed, and one that is missing', async () => {
    const changed = second.text.replace('approve', 'refuse');
    expect(await firstBroken([first.text, changed, third.text])).toBe(2);
    expect(await firstBroken([first.text, third.text])).toBe(2);
  });
});

describe('what is typed', () => {
  it('is a day of eight digits, a number without separators, and words as they are', () => {
    expect(sent('/at', '20281120')).toBe('2028-11-20');
    expect(sent('/at', '2028-11-20')).toBe('2028-11-20');
    expect(sent('/votes/a', '1,234,567')).toBe('1234567');
    expect(sent('/authority', ' Board of 7, upstairs ')).toBe('Board of 7, upstairs');
    expect(sent('/other', '')).toBe('');
  });
});

describe('a fact', () => {
  const call = { fact: 'call', index: 7, at: '2028-11-08', unit: 'GA', for: 'a', votes: { a: 1, b: 2 } } as Draft;

  it('is shown by its plain values, and not by what the record adds', () => {
    expect(valuesOf(call).map(([path]) => path)).toEqual(['/at', '/unit', '/for', '/votes/a', '/votes/b']);
  });

  it('keeps its numbers when others are put in their place, and loses what is emptied', () => {
    expect(changedFact(call, { '/for': 'b', '/votes/a': '12', '/votes/b': '' })).toEqual({
      fact: 'call',
      at: '2028-11-08',
      unit: 'GA',
      for: 'b',
      votes: { a: 12 },
    });
    expect(call.index).toBe(7);
  });
});

describe('a prospect', () => {
  const result = (a: number, b: number) => ({
    electors: { entitled: 538, asFarAsKnown: [], majority: 270 },
    ladder: [{ stage: 'called', callers: { AP: { a, b } } }],
  });
  const of = (before: [number, number], after: [number, number]): Prospect => ({
    before: result(...before),
    after: result(...after),
    watches: 0,
  });

  it('says whose electors move, and when a majority is made or taken away', () => {
    expect(moved(of([264, 214], [284, 214]))).toEqual([{ who: 'a', before: 264, after: 284 }]);
    expect(turns(of([264, 214], [284, 214]))).toEqual([{ who: 'a', before: 264, after: 284, makes: true }]);
    expect(turns(of([270, 214], [269, 214]))).toEqual([{ who: 'a', before: 270, after: 269, makes: false }]);
    expect(turns(of([200, 214], [220, 214]))).toEqual([]);
    expect(moved(of([200, 214], [200, 214]))).toEqual([]);
  });
});

describe('a feed', () => {
  const at = (minute: number) => ({ label: 'wire', received: new Date(minute * 60_000).toISOString() });

  it('is silent after more than three of its usual gaps, and never while it is too new to have one', () => {
    const signs = [at(0), at(2), at(4), at(6)];
    expect(feedsOf(signs, 12 * 60_000)[0]?.isSilent).toBe(false);
    expect(feedsOf(signs, 12 * 60_000 + 1)[0]?.isSilent).toBe(true);
    expect(feedsOf([at(0), at(1)], 1_000 * 60_000)[0]?.isSilent).toBe(false);
  });
});
