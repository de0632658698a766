/** In how many ways the places that are open can fall to one of two, and to how many of them each has a majority. */
export interface Ways {
  all: bigint;
  left: bigint;
  right: bigint;
  neither: bigint;
}

/**
 * Counts every way, none weighed against another.
 *
 * @param open electors of each place that is open; each falls as a whole to one of the two
 * @param left electors that the one at the left has already, as `right` those of the other
 */
export function waysOf(open: number[], left: number, right: number, majority: number): Ways {
  const sum = open.reduce((a, b) => a + b, 0);
  // In how many ways the one at the left gets so many of them.
  const counts = new Array<bigint>(sum + 1).fill(0n);
  counts[0] = 1n;
  let most = 0;
  for (const n of open) {
    most += n;
    for (let at = most; at >= n; at--) counts[at] += counts[at - n];
  }
  const ways: Ways = { all: 1n << BigInt(open.length), left: 0n, right: 0n, neither: 0n };
  counts.forEach((n, got) => {
    if (left + got >= majority) ways.left += n;
    else if (right + sum - got >= majority) ways.right += n;
    else ways.neither += n;
  });
  return ways;
}

/** One way in which the places that are open can fall. */
export interface Way {
  /** Of each place, in their order, whether it falls to the first of the two. */
  toFirst: boolean[];
  electors: number;
  winner: 'first' | 'second' | 'neither';
}

/** Every way, those with most electors of the first before all others; for few places only. */
export function everyWay(open: number[], first: number, second: number, majority: number): Way[] {
  const sum = open.reduce((a, b) => a + b, 0);
  const ways = Array.from({ length: 2 ** open.length }, (_, way): Way => {
    const toFirst = open.map((_, i) => !((way >> (open.length - 1 - i)) & 1));
    const got = open.reduce((so, n, i) => so + (toFirst[i] ? n : 0), 0);
    const winner = first + got >= majority ? 'first' : second + sum - got >= majority ? 'second' : 'neither';
    return { toFirst, electors: first + got, winner };
  });
  return ways.sort((a, b) => b.electors - a.electors);
}
