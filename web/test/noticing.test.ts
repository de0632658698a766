import { expect, test } from 'vitest';
import { base64Of, leafHash } from '../src/model/proof';
import type { Notice } from '../src/watch/asked';
import { checked, noticeOf } from '../src/watch/noticing';

const lines = [0, 1].map((index) => `{"index":${index},"fact":"call","unit":"US","caller":"AP","for":"ann"}`);
const leaves = await Promise.all(lines.map((line) => leafHash(new TextEncoder().encode(line))));
const root = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([1, ...leaves[0], ...leaves[1]])));
const NOTICE: Notice = {
  type: 'ascertain.watch.on',
  timestamp: '2028-11-08T02:17:00-05:00',
  data: {
    election: 'us-president-2028',
    turn: 'first',
    seq: 1,
    condition: 'called by AP',
    candidate: 'ann',
    name: 'Ann',
    known: '2028-11-08T02:17:00-05:00',
    entries: [1],
    hashes: [base64Of(leaves[0])],
    proofs: [{ index: 1, entry: lines[1], proof: [0] }],
    checkpoint: `example.org/us-president-2028\n2\n${base64Of(root)}\n\n`,
  },
};

/** The notice with a part of its text changed. */
const altered = (from: string, to: string): Notice => {
  const text = JSON.stringify(NOTICE);
  expect(text).toContain(from);
  return noticeOf(text.replaceAll(from, to))!;
};

test('a notice whose entry leads to its checkpoint holds', async () => {
  const told = await checked(NOTICE);
  expect(told).toMatchObject({ right: true, fits: true, named: [] });
  expect(told.proved[0]).toMatchObject({ index: 1, right: true, root: base64Of(root) });
});

test.each([
  ['\\"for\\":\\"ann\\"', '\\"for\\":\\"bob\\"'],
  [base64Of(leaves[0]), base64Of(leaves[1])],
  [base64Of(root), base64Of(leaves[0])],
  ['example.org/us-president-2028', 'example.org/us-president-2032'],
  ['2028\\n2\\n', '2028\\n1\\n'],
  ['2028\\n2\\n', '2028\\n3\\n'],
  ['"index":1,"entry"', '"index":0,"entry"'],
  ['"proof":[0]', '"proof":[1]'],
  [base64Of(leaves[0]), 'no hash'],
])('of %s made %s it does not', async (from, to) => {
  expect((await checked(altered(from, to))).right).toBe(false);
});

test('a notice without a proof proves nothing, and names what it lacks', async () => {
  const bare = { ...NOTICE, data: { ...NOTICE.data, proofs: [] } };
  expect(await checked(bare)).toMatchObject({ right: false, named: [1] });
  const none = { ...NOTICE, data: { ...NOTICE.data, checkpoint: undefined } };
  expect((await checked(none)).right).toBe(false);
});

test.each(['', 'no JSON', '{}', 'null', '[]', '{"type":"ascertain.watch.test","data":{"challenge":"x"}}'])(
  'the text %s is no notice',
  (text) => expect(noticeOf(text)).toBeUndefined(),
);
