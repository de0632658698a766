// When each feed gave its last sign, and whether it has been silent for longer than is usual for it.

/** What was handed in, as far as it tells of its feed. */
export interface Sign {
  label: string;
  received: string;
}
export interface Feed {
  label: string;
  last: number;
  /** The median of its gaps, in milliseconds; unknown of fewer than three signs. */
  usual?: number;
  isSilent: boolean;
}

const FEWEST = 3;
const TIMES = 3;

/** The feeds, the longest silent first. */
export function feedsOf(signs: readonly Sign[], now: number): Feed[] {
  const moments = new Map<string, number[]>();
  for (const { label, received } of signs) moments.set(label, [...(moments.get(label) ?? []), Date.parse(received)]);
  return [...moments]
    .map(([label, all]) => {
      const sorted = [...all].sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((at, i) => at - sorted[i]!);
      const last = sorted.at(-1)!;
      const usual = sorted.length < FEWEST ? undefined : gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
      return { label, last, usual, isSilent: usual !== undefined && now - last > TIMES * Math.max(usual, 1) };
    })
    .sort((a, b) => a.last - b.last);
}
