// Whether what a notice rests on stands in the record, worked out from the notice alone.

import { base64Of, leafHash, noteOf, rootBy, type Note } from '../model/proof';
import type { Notice } from './asked';

/** An entry of a notice: its own bytes, and whether they lead to the checkpoint's root. */
export interface Proved {
  index: number;
  line: string;
  leaf: string;
  path: readonly string[];
  root: string;
  right: boolean;
}

export interface Checked {
  proved: Proved[];
  /** Entries that the notice names without a proof. */
  named: number[];
  note?: Note;
  /** Whether the checkpoint is of the election that the notice speaks of. */
  fits: boolean;
  /** Whether all of it holds: there is a proof, and each of them leads to a checkpoint that fits. */
  right: boolean;
}

/** A text as the notice that it is; nothing where it is none. */
export function noticeOf(text: string): Notice | undefined {
  try {
    const notice = JSON.parse(text) as Notice | undefined;
    const isTurn = /^ascertain\.watch\.(on|off)$/.test(notice?.type ?? '');
    return isTurn && typeof notice?.data?.condition === 'string' && typeof notice.data.name === 'string'
      ? notice
      : undefined;
  } catch {
    return undefined;
  }
}

/** Checks each proof of a notice against its checkpoint. */
export async function checked({ data }: Notice): Promise<Checked> {
  const note = data.checkpoint ? noteOf(data.checkpoint) : undefined;
  const fits = !!note && Number.isSafeInteger(note.size) && note.origin.split('/').at(-1) === data.election;
  const proved: Proved[] = [];
  for (const { index, entry, proof } of data.proofs ?? []) {
    const leaf = await leafHash(new TextEncoder().encode(entry));
    const path = proof.map((place) => data.hashes?.[place] ?? '');
    const root = await rootBy(leaf, index, note?.size ?? 0, path).catch(() => undefined);
    const found = root ? base64Of(root) : '';
    const right = fits && found === note.root && entry.startsWith(`{"index":${index},`);
    proved.push({ index, line: entry, leaf: base64Of(leaf), path, root: found, right });
  }
  const named = (data.entries ?? []).filter((index) => !proved.some((each) => each.index === index));
  return { proved, named, note, fits, right: proved.length > 0 && proved.every((each) => each.right) };
}
