import { expect, test } from 'vitest';
import { differing, wordings } from '../src/press/comparing';
import { bytesOf, question, readFile } from '../src/press/handed';

test('a sentence beside its copy differs in as few words as can be', () => {
  expect(differing('They met at noon in Atlanta.', 'They all met at one in Atlanta.')).toEqual([
    { words: 'They', of: 'both' },
    { words: 'all', of: 'other' },
    { words: 'met at', of: 'both' },
    { words: 'noon', of: 'one' },
    { words: 'one', of: 'other' },
    { words: 'in Atlanta.', of: 'both' },
  ]);
  expect(differing('', 'New.')).toEqual([{ words: 'New.', of: 'other' }]);
  expect(differing('Same.', 'Same.')).toEqual([{ words: 'Same.', of: 'both' }]);
});

test('what both have and what one has are the one, in their order', () => {
  const one = 'a b c a d e b';
  const other = 'b a c d d b e';
  const runs = differing(one, other);
  const of = (kind: string) =>
    runs
      .filter((run) => run.of === 'both' || run.of === kind)
      .map((run) => run.words)
      .join(' ');
  expect(of('one')).toBe(one);
  expect(of('other')).toBe(other);
});

test('a sentence of thousands of words is set beside the other whole', () => {
  const long = 'so '.repeat(5_000).trim();
  expect(differing(long, 'so')).toEqual([
    { words: long, of: 'one' },
    { words: 'so', of: 'other' },
  ]);
});

test('one message in several wordings is one group, copies together', () => {
  const shared = (a: string, b: string, one: string, other: string) => ({
    a,
    b,
    relation: 'shared' as const,
    shared: 0.1,
    changes: [{ a: one, b: other }],
  });
  const groups = wordings([
    { a: '1', b: '2', relation: 'same', shared: 0.9, changes: [{ a: 'x', b: 'y' }] },
    shared('1', '3', 'We can truly help.', 'We can really help.'),
    shared('1', '4', 'We can truly help.', 'that they could help'),
    shared('2', '3', '“We can truly help”', 'We can really help.'),
    shared('3', '4', 'Another thing.', 'Some other thing.'),
  ]);
  expect(groups).toEqual([
    [
      { texts: [1, 2], words: 'We can truly help.' },
      { texts: [3], words: 'We can really help.' },
      { texts: [4], words: 'that they could help' },
    ],
    [
      { texts: [3], words: 'Another thing.' },
      { texts: [4], words: 'Some other thing.' },
    ],
  ]);
});

test('two groups of which a third pair shows that they are one are joined', () => {
  const shared = (a: string, b: string) => ({ relation: 'shared' as const, shared: 0.1, a, b });
  expect(
    wordings([
      { ...shared('1', '2'), changes: [{ a: 'one', b: 'two' }] },
      { ...shared('3', '4'), changes: [{ a: 'three', b: 'four' }] },
      { ...shared('2', '3'), changes: [{ a: 'two', b: 'three' }] },
    ]),
  ).toEqual([
    [
      { texts: [1], words: 'one' },
      { texts: [2], words: 'two' },
      { texts: [3], words: 'three' },
      { texts: [4], words: 'four' },
    ],
  ]);
});

test('a file is read as text in UTF-8 and else not at all', async () => {
  expect(await readFile(new File(['Räte'], 'a.txt'))).toEqual({ text: 'Räte', file: 'a.txt' });
  expect(await readFile(new File(['\ufeffRäte'], 'a.txt'))).toEqual({ text: 'Räte', file: 'a.txt' });
  expect(await readFile(new File([new Uint8Array([0x52, 0xe4, 0x74])], 'a.txt'))).toBeUndefined();
  expect(await readFile(new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])], 'a.docx'))).toBeUndefined();
});

test('bytes are counted, and files are named only where they are wanted', () => {
  const texts = [
    { text: 'é', file: 'a.txt' },
    { text: 'b', file: '' },
  ];
  expect(bytesOf(texts)).toBe(3);
  expect(JSON.parse(question(texts, ''))).toEqual({ texts: [{ text: 'é' }, { text: 'b' }] });
  expect(JSON.parse(question(texts, '2020-12-15', true))).toEqual({
    texts: [{ text: 'é', file: 'a.txt' }, { text: 'b' }],
    asOf: '2020-12-15',
  });
});
