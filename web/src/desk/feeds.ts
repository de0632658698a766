// When each feed gave its last sign, and whether it has been silent for longer than is usual for it.

/** What was handed in, as far as it tells of its feed: by whose account, and as what the sender called it. */
export interface Sign {
  account?: string;
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
  const bySender = new Map<string, Sign[]>();
  for (const sign of signs) {
    const sender = sign.account ?? sign.label;
    bySender.set(sender, [...(bySender.get(sender) ?? []), sign]);
  }
  return [...bySender.values()]
    .map((all) => {
      const newest = all.reduce((a, b) => (a.received < b.received ? b : a));
      const moments = all.map(({ received }) => Date.parse(received));
      const sorted = moments.sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((at, i) => at - sorted[i]!);
      const last = sorted.at(-1)!;
      const usual = sorted.length < FEWEST ? undefined : gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
      const { label } = newest;
      return { label, last, usual, isSilent: usual !== undefined && now - last > TIMES * Math.max(usual, 1) };
    })
    .sort((a, b) => a.last - b.last);
}
