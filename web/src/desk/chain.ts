// The trail's chain: each line's leaf is the SHA-256 of the leaf before, a line feed, and the line without its leaf.

const BEGIN = '0'.repeat(64);
const LEAF = /,"leaf":"([0-9a-f]{64})"\}$/;

/**
 * The number of the first line whose leaf is not what it should be, or that stands at another place than its number
 * says; none where all hold, or where the browser gives no sums.
 *
 * @param lines as they were sent, byte by byte
 */
export async function firstBroken(lines: readonly string[]): Promise<number | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  let before = BEGIN;
  for (const [place, line] of lines.entries()) {
    const leaf = LEAF.exec(line)?.[1] ?? '';
    const bytes = new TextEncoder().encode(`${before}\n${line.replace(LEAF, '}')}`);
    const sum = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
    const isSound = sum.map((byte) => byte.toString(16).padStart(2, '0')).join('') === leaf;
    if (!isSound || JSON.parse(line).id !== place + 1) return place + 1;
    before = leaf;
  }
  return undefined;
}
