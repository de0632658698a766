import { expect, test } from 'vitest';
import { counted, headline, pieces, sum, summary, type CheckedTexts, type Finding } from '../src/press/findings';
import { isMarkup, withoutMarkup } from '../src/press/markup';

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

const all: CheckedTexts = {
  texts: [1, 2, 3, 4].map(() => ({ language: 'en', sentences: { all: 3, withClaims: 2 }, findings: [] })),
  copies: [],
  sources: [{ texts: [1, 2] }, { texts: [3] }, { texts: [4] }],
  claims: [
    { claim: 'a', election: 'e', verdict: 'supported', texts: [1, 2], sources: 1 },
    { claim: 'b', election: 'e', verdict: 'supported', texts: [1, 2, 3], sources: 2 },
    { claim: 'c', election: 'e', verdict: 'contradicted', texts: [4], sources: 1 },
  ],
};

test('of several texts a claim counts once for a text and its copies', () => {
  expect(counted(all)).toBe(4);
  expect(counted(all, 'supported')).toBe(3);
  expect(counted(all, 'imprecise')).toBe(0);
  expect(sum(all)).toBe('4 texts, 3 sources: 4 claims, 1 contradicted. A claim of a text and its copy counts once.');
});

test('the headline says which texts are copies', () => {
  expect(headline(all)).toBe('Texts 1 and 2 are one text in 2 copies.');
  expect(headline({ ...all, sources: [{ texts: [1] }, { texts: [2] }] })).toBe(
    'None of these texts is a copy of another.',
  );
});

test('HTML is shown as its words, and its claims stay where they are', () => {
  const html =
    '<!doctype html><html><head><title>x</title></head><body>\n<p>Biden <b>defeated</b>\n' +
    'Trump 306&ndash;232.</p><script>alert(1)</script><p>A &lt;b&gt; &#8212; &unknown;</p></body></html>';
  expect(isMarkup(html)).toBe(true);
  expect(isMarkup('1 < 2 and 3 > 2, <b>so</b>')).toBe(false);
  const start = html.indexOf('Biden');
  const cut = pieces(html, [claim(start, html.indexOf('.</p>'))]).map(({ words }) => withoutMarkup(words));
  expect(cut[1]).toBe('Biden defeated Trump 306–232');
  expect(cut.join('').trim()).toBe('Biden defeated Trump 306–232.\n\nA <b> — &unknown;');
});
