import { expect, test } from 'vitest';
import { daysAfter, offers, place, rest, taken } from '../src/watch/completing';

const came = [{ election: 'us-president-2020', since: '2020-12-14T17:30:00-05:00', about: true }];
const KNOWN = {
  meanings: [],
  phrases: [
    { phrase: 'voted >= majority', came },
    { phrase: 'called by AP and Fox else in-office by 2029-01-20', came: [] },
    { phrase: 'called by AP', came: [] },
    { phrase: 'in-office', came: [] },
    { phrase: 'conceded or voted >= majority', came: [] },
  ],
  words: ['called by', 'called(', 'certified', 'voted', 'in-office', 'PA', 'AP'],
  inauguration: '2029-01-20',
};
const offered = (text: string, cursor = text.length): string[] => offers(text, cursor, KNOWN).map((each) => each.text);

test('phrases are offered before words, each with when it came true', () => {
  expect(offers('vot', 3, KNOWN)).toEqual([
    { text: 'voted >= majority', from: 0, came },
    { text: 'voted', from: 0 },
  ]);
  expect(offered('cal')).toEqual([
    'called by AP and Fox else in-office by 2029-01-20',
    'called by AP',
    'called by',
    'called(',
  ]);
});

test('a phrase goes on over several words, and may begin behind another condition', () => {
  expect(offered('voted >= ma')).toEqual(['voted >= majority']);
  expect(offered('called by AP and Fo')).toEqual(['called by AP and Fox else in-office by 2029-01-20']);
  expect(offered('PA and (vot')).toEqual(['voted >= majority', 'voted']);
  expect(offered('voted and p')).toEqual(['PA']);
});

test('behind else a day follows, and whatever else might is offered too', () => {
  const all = ['in-office', 'voted >= majority', 'called by AP'].map((each) => `${each} by 2029-01-20`);
  expect(offered('called by AP else in')).toEqual([...all, 'in-office']);
  expect(offered('called by AP else ')).toEqual(
    ['voted >= majority', 'called by AP', 'in-office'].map((each) => `${each} by 2029-01-20`),
  );
});

test('nothing is offered where nothing is begun or the word is complete', () => {
  expect(offered('')).toEqual([]);
  expect(offered('PA and ')).toEqual([]);
  expect(offered('stage(PA')).toEqual([]);
});

test('behind what is written stands how it goes on, where it does and is at its end', () => {
  expect(rest('voted >= ma', 11, { text: 'voted >= majority', from: 0 })).toBe('jority');
  expect(rest('PA and Vo', 9, { text: 'voted', from: 7 })).toBe('ted');
  expect(rest('voted >= ma or', 11, { text: 'voted >= majority', from: 0 })).toBe('');
  expect(rest('called by AP else in', 20, { text: 'declared by 2029-01-20', from: 18 })).toBe('');
  expect(rest('vo', 2, undefined)).toBe('');
});

test('what is taken stands in the place of what was begun', () => {
  expect(taken('not cal x', 7, { text: 'called by', from: 4 })).toEqual(['not called by x', 13]);
  expect(taken('voted >= ma', 11, { text: 'voted >= majority', from: 0 })).toEqual(['voted >= majority', 17]);
});

test('days are counted from the election’s own Tuesday', () => {
  expect(daysAfter(2020, Date.parse('2020-11-03T00:00:00-05:00'))).toBe(0);
  expect(daysAfter(2016, Date.parse('2016-11-09T00:00:00-05:00'))).toBe(1);
  expect(daysAfter(2022, Date.parse('2022-11-08T00:00:00-05:00'))).toBe(0);
});

test('the scale is stretched at its beginning and ends at its end', () => {
  expect(place(0)).toBe(0);
  expect(place(80)).toBe(1);
  expect(place(20)).toBe(0.5);
  expect(place(-3)).toBe(0);
  expect(place(500)).toBe(1);
});
