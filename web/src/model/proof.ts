// Inclusion of an entry in the log (RFC 9162, section 2.1.3.2) and the signature of a checkpoint (C2SP signed-note),
// worked out by the browser itself from bytes, so that nobody's word is needed for it.

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

export const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

async function sha256(...parts: (Uint8Array | number[])[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

/** Hash of an entry's line without its line feed: of a zero byte and the line. */
export const leafHash = (line: Uint8Array): Promise<Uint8Array> => sha256([0], line);

/** The root to which a path leads from a leaf; nothing where the path does not fit its place in a tree of that size. */
export async function rootBy(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: string[],
): Promise<Uint8Array | undefined> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  const half = () => [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]; // prettier-ignore
  for (const step of path) {
    if (last === 0) return undefined;
    const sibling = bytesOf(step);
    if (node % 2 === 1 || node === last) {
      hash = await sha256([1], sibling, hash);
      while (node !== 0 && node % 2 === 0) half();
    } else hash = await sha256([1], hash, sibling);
    half();
  }
  return last === 0 ? hash : undefined;
}

export interface Note {
  origin: string;
  size: number;
  root: string;
  /** The text that is signed, with its last line feed. */
  text: string;
  signatures: { name: string; keyHash: string; signature: Uint8Array<ArrayBuffer> }[];
}

/** Reads a checkpoint: origin, size and root hash, a line each, an empty line, then signatures if there are any. */
export function noteOf(checkpoint: string): Note {
  const end = checkpoint.indexOf('\n\n') + 1;
  const text = checkpoint.slice(0, end);
  const [origin, size, root] = text.split('\n');
  const signatures = checkpoint
    .slice(end)
    .split('\n')
    .flatMap((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      if (!name) return [];
      const bytes = bytesOf(encoded);
      return [{ name, keyHash: hex(bytes.slice(0, 4)), signature: bytes.slice(4) }];
    });
  return { origin, size: Number(size), root, text, signatures };
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

const ED25519 = 1;

/** Whether a checkpoint is signed by the holder of a verifier key, as {@code name+hash+base64}. */
export async function signedBy(note: Note, key: string): Promise<'signed' | 'not signed' | 'no key' | 'cannot tell'> {
  const [, name, hash, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? [];
  const bytes = encoded ? bytesOf(encoded) : new Uint8Array();
  if (!name || bytes[0] !== ED25519 || bytes.length !== 33) return 'no key';
  const signature = note.signatures.find((s) => s.name === name && s.keyHash === hash);
  if (!signature) return 'not signed';
  try {
    const held = await crypto.subtle.importKey('raw', bytes.slice(1), { name: 'Ed25519' }, false, ['verify']);
    const text = new TextEncoder().encode(note.text);
    return (await crypto.subtle.verify({ name: 'Ed25519' }, held, signature.signature, text)) ? 'signed' : 'not signed';
  } catch {
    return 'cannot tell';
  }
}
