import type { Change, Story } from '../src/model/api';

/** Two candidates and three places of 10, 5 and 4 electors, two of the last a district's each. */
export const story = (changes: Change[], more: Partial<Story> = {}): Story => ({
  entries: changes.length + 1,
  order: [0, 1],
  units: ['PA', 'GA', 'ME', 'ME-1', 'ME-2'],
  jurisdictions: ['PA', 'GA', 'ME'],
  candidates: ['ann', 'bob'],
  tickets: ['ann', 'bob'],
  stages: ['reported', 'called', 'certified', 'ascertained', 'voted', 'counted', 'declared', 'in-office'],
  majority: 10,
  entitled: 19,
  changes,
  majorities: [],
  declared: [],
  marks: [],
  ...more,
});

export const MINUTE = 60_000;

/** A night: Ann leads in Pennsylvania, then Bob; he is called there; Georgia's electors vote before any certificate. */
export const NIGHT: Change[] = [
  [1 * MINUTE, 1, 0, [10, 5], 0, { 0: [10, 0] }],
  [2 * MINUTE, 2, 1, [3, 4], 0, { 0: [0, 5] }],
  [3 * MINUTE, 3, 0, [10, 15], 0, { 0: [0, 10] }],
  [4 * MINUTE, 4, 0, 0, 1, { 1: [0, 10] }],
  [5 * MINUTE, 5, 1, 0, 4, { 2: [5, 0], 3: [5, 0], 4: [5, 0] }, [2, 3]],
];

/** Many small counts in turn, so that kept copies of the state come into play. */
export const long = (n: number): Change[] =>
  Array.from({ length: n }, (_, i): Change => {
    const unit = i % 2;
    const electors = unit ? 5 : 10;
    return [(i + 1) * MINUTE, i + 1, unit, [i, i + 1], 0, { 0: i % 3 ? [electors, 0] : [0, electors] }];
  });
