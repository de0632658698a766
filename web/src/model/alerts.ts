/** What waits, is disputed or is outstanding that could change who wins a unit, or the nation. */
export interface Alert {
  unit: string;
  cleared?: string;
  margin?: number;
  kept: number;
  outstanding?: number;
  atStake?: number;
  allAtStake?: true;
  could: 'change' | 'not change' | 'unknown';
  rows: number[];
}

/** What a check of the desk found. */
export interface Found {
  code: string;
  severity: string;
  says: string;
}

/** Entries that a check doubts and that were recorded all the same. */
export interface Unexplained {
  items: { entry: number; findings: Found[] }[];
}

/** Takes a stream of events piece by piece, and tells the list that each event brings. */
export function alertsIn(tell: (alerts: Alert[]) => void): (piece: string) => void {
  let waiting = '';
  return (piece) => {
    const events = (waiting + piece).split('\n\n');
    waiting = events.pop()!;
    for (const event of events) {
      const data = event
        .split('\n')
        .find((line) => line.startsWith('data: '))
        ?.slice('data: '.length);
      if (data) tell(JSON.parse(data).items);
    }
  };
}
