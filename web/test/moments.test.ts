import { describe, expect, it } from 'vitest';
import { asAsked, brief, effective, endOfDay, given, givenInFull, isEndOfDay, parseAsked } from '../src/model/moments';

const utc = Date.UTC;

describe('moments', () => {
  it.each([
    ['2020-11-03T22:00:12-05:00', utc(2020, 10, 4, 3, 0, 12)],
    ['2020-12-14', utc(2020, 11, 15, 5) - 1],
    ['2020-07-04', utc(2020, 6, 5, 4) - 1],
    ['2020-12-14T15:00:00-05:00/2020-12-14T16:20:00-05:00', utc(2020, 11, 14, 21, 20)],
    ['2020-12-01/2020-12-14', utc(2020, 11, 15, 5) - 1],
    ['1800-12-03', utc(1800, 11, 4, 5) - 1],
  ])('%s counts from its effective moment', (at, ms) => {
    expect(effective(at)).toBe(ms);
  });

  it('a day ends in Washington: by standard time from 18 November 1883, five hours behind Greenwich before', () => {
    expect(endOfDay('1883-11-17')).toBe(utc(1883, 10, 18, 5) - 1);
    expect(endOfDay('1884-07-04')).toBe(utc(1884, 6, 5, 5) - 1);
    expect(endOfDay('2020-11-01')).toBe(utc(2020, 10, 2, 5) - 1);
    expect(isEndOfDay(endOfDay('2020-11-24'))).toBe(true);
    expect(isEndOfDay(endOfDay('2020-11-24') - 1000)).toBe(false);
  });

  it('a time is told in the words of its source', () => {
    expect(given('2020-12-14T17:30:00-05:00', true)).toBe('14 Dec ~17:30');
    expect(given('2020-12-04')).toBe('4 Dec');
    expect(given('2020-12-14T15:00:00-05:00/2020-12-14T16:20:00-05:00')).toBe('by 14 Dec 16:20');
    expect(givenInFull('1801-02-17')).toBe('17 Feb 1801');
    expect(brief(endOfDay('2020-11-24'))).toBe('24 Nov');
  });

  it.each([endOfDay('2020-11-24'), utc(2020, 11, 14, 22, 30), endOfDay('1801-02-17')])(
    'an address carries a moment there and back',
    (ms) => {
      expect(parseAsked(asAsked(ms))).toBe(ms);
    },
  );

  it.each(['', 'yesterday', '2020-13-45T00:00Z', '2020-1-1'])(
    'an address that names no moment is no moment: %s',
    (at) => {
      expect(parseAsked(at)).toBeUndefined();
    },
  );
});
