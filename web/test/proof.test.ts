import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Proven } from '../src/model/api';
import { base64Of, leafHash, noteOf, rootBy, signedBy } from '../src/model/proof';

const ENTRY = '../../answers/src/test/resources/org/ascertain/answers/kept/Entry-1800.json';
const PROVEN = JSON.parse(readFileSync(new URL(ENTRY, import.meta.url), 'utf8')) as Proven;
const SIZE = PROVEN.size!;
const LINE =
  '{"index":20,"recorded":"2026-11-22T00:00:00Z","recordedBy":"archive","fact":"elector-votes","at":"1800-12-03",' +
  '"learned":"1800-12-03","source":"electoral-votes","jurisdiction":"KY","both":{"burr":4,"jefferson":4}}';

const leaf = () => leafHash(new TextEncoder().encode(LINE));
const rootFor = async (index: number, size: number, path: string[]) => {
  const root = await rootBy(await leaf(), index, size, path);
  return root && base64Of(root);
};

/** A tree of so many leaves, and the path of one of them, by the definition (RFC 9162, 2.1.1 and 2.1.3.1). */
async function tree(leaves: Uint8Array[]): Promise<Uint8Array> {
  if (leaves.length === 1) return leaves[0];
  const k = split(leaves.length);
  return pair(await tree(leaves.slice(0, k)), await tree(leaves.slice(k)));
}
async function pathOf(index: number, leaves: Uint8Array[]): Promise<Uint8Array[]> {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k
    ? [...(await pathOf(index, leaves.slice(0, k))), await tree(leaves.slice(k))]
    : [...(await pathOf(index - k, leaves.slice(k))), await tree(leaves.slice(0, k))];
}
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));
const pair = async (a: Uint8Array, b: Uint8Array) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([1, ...a, ...b])));

describe('an inclusion proof', () => {
  it('leads from the bytes of an entry to the root of the checkpoint', async () => {
    expect(base64Of(await leaf())).toBe(PROVEN.leaf);
    expect(await rootFor(20, SIZE, PROVEN.proof!)).toBe(PROVEN.root);
    expect(noteOf(PROVEN.checkpoint!)).toMatchObject({ size: SIZE, root: PROVEN.root, signatures: [] });
  });

  it('of another place, another size or a path that is changed, shortened or longer does not', async () => {
    const path = PROVEN.proof!;
    const other = [path[1], path[0], ...path.slice(2)];
    for (const [index, size, steps] of [
      [21, SIZE, path],
      [20, 64, path],
      [20, SIZE, other],
      [20, SIZE, path.slice(1)],
      [20, SIZE, [...path, path[0]]],
      [-1, SIZE, path],
      [SIZE, SIZE, path],
    ] as [number, number, string[]][])
      expect(await rootFor(index, size, steps)).not.toBe(PROVEN.root);
  });

  it('holds for every leaf of trees of one to nine leaves', async () => {
    for (let size = 1; size <= 9; size++) {
      const leaves = await Promise.all(Array.from({ length: size }, (_, i) => leafHash(new Uint8Array([i]))));
      const root = base64Of(await tree(leaves));
      for (let index = 0; index < size; index++) {
        const path = (await pathOf(index, leaves)).map(base64Of);
        expect(base64Of((await rootBy(leaves[index], index, size, path))!)).toBe(root);
      }
    }
  });
});

describe('a signed checkpoint', () => {
  it('is known by the key that signed it and by no other', async () => {
    const keys = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
    const text = 'log.example\n3\ncm9vdA==\n';
    const signed = new Uint8Array(
      await crypto.subtle.sign({ name: 'Ed25519' }, keys.privateKey, new TextEncoder().encode(text)),
    );
    const note = noteOf(`${text}\n— log.example ${base64Of(new Uint8Array([1, 2, 3, 4, ...signed]))}\n`);
    const key = `log.example+01020304+${base64Of(new Uint8Array([1, ...raw]))}`;
    expect(await signedBy(note, key)).toBe('signed');
    expect(await signedBy({ ...note, text: text.replace('3', '4') }, key)).toBe('not signed');
    expect(await signedBy(note, key.replace('01020304', '01020305'))).toBe('not signed');
    expect(await signedBy(note, 'not a key')).toBe('no key');
  });
});
