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
