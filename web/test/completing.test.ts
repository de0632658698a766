import { expect, test } from 'vitest';
import { completions, daysAfter, place, taken } from '../src/watch/completing';

const WORDS = ['called by', 'called(', 'certified', 'voted', 'PA', 'AP'];

test('a word that is begun is completed, whatever its case', () => {
  expect(completions('cal', 3, WORDS)).toEqual(['called by', 'called(']);
  expect(completions('voted and p', 11, WORDS)).toEqual(['PA']);
});

test('nothing is offered where no word is begun or the word is complete', () => {
  expect(completions('voted >= ', 9, WORDS)).toEqual([]);
  expect(completions('voted', 5, WORDS)).toEqual([]);
});

test('a word that is taken stands in the place of what was begun', () => {
  expect(taken('not cal x', 7, 'called by')).toEqual(['not called by x', 13]);
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
