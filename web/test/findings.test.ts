import { expect, test } from 'vitest';
import { pieces, summary, type Finding } from '../src/press/findings';

const claim = (start: number, end: number, verdict = 'supported'): Finding => ({
  start,
  end,
  verdict,
  election: 'us-president-2020',
  kind: 'score',
  form: 'score-of-both',
  claim: '',
  why: '',
  entries: [],
});

test('a text is cut at its claims, by code points', () => {
  expect(pieces('𝒜 Biden won. So.', [claim(2, 11)])).toEqual([
    { words: '𝒜 ', place: -1 },
    { words: 'Biden won', place: 0 },
    { words: '. So.', place: -1 },
  ]);
});

test('the pieces together are the text', () => {
  const text = 'One. Two. Three.';
  expect(
    pieces(text, [claim(0, 3), claim(5, 8)])
      .map((piece) => piece.words)
      .join(''),
  ).toBe(text);
});

test('the summary says how many are contradicted', () => {
  const checked = { language: 'en', sentences: { all: 3, withClaims: 2 } };
  expect(summary({ ...checked, findings: [claim(0, 1), claim(2, 3, 'contradicted')] })).toBe(
    '2 claims, 1 contradicted.',
  );
  expect(summary({ ...checked, findings: [] })).toBe('0 claims, none contradicted.');
});
