// What the page asks the server about watches, and what it is answered.

/** A turn of a condition in some election. */
export interface Turn {
  candidate: string;
  since: string;
  until?: string;
  about?: boolean;
  implied?: boolean;
}

/** What became of a condition in one election. */
export interface Past {
  election: string;
  /** The condition as it is written there. */
  understood?: string;
  answer: 'held' | 'never' | 'unknown' | 'inapplicable';
  turns?: Turn[];
}

/** A condition as it was understood. */
export interface Understood {
  election: string;
  condition: string;
  understood: string;
  plain: string;
  plainEs: string;
  canBeUndone: string;
  canBeUndoneEs: string;
  past: Past[];
}

/** A condition that one may go on with, and when it came true in the last elections. */
export interface Phrase {
  phrase: string;
  came: { election: string; since: string; about?: boolean; implied?: boolean }[];
}

/** Meanings that have a name, phrases and words of conditions, and how many watches there are of those one may have. */
export interface ConditionWords {
  meanings: { name: string; title: string; condition: string; source: string }[];
  phrases: Phrase[];
  words: string[];
  /** The day on which the term begins. */
  inauguration: string;
  watches?: number;
  mostWatches?: number;
}

/** A watch that was made; what opens it is told once. */
export interface MadeWatch {
  id: string;
  understood: string;
  kind: 'webhook' | 'mail' | 'none';
  state: string;
  why?: string;
  secret?: string;
  opens: string;
  manage: string;
}

/** How a watch stands. */
export interface WatchState {
  id: string;
  election: string;
  condition: string;
  kind: 'webhook' | 'mail' | 'none';
  state: 'unconfirmed' | 'live' | 'disabled' | 'ended';
  address?: string;
  turns: number;
  holds: string[];
  seen?: number;
  entries: number;
  frozen: boolean;
  failures: number;
  told?: string;
}

/** A notice as it is sent. */
export interface Notice {
  type: string;
  timestamp: string;
  data: {
    election: string;
    turn: string;
    seq: number;
    condition: string;
    candidate: string;
    name: string;
    since?: string;
    /** Whether `since` is approximate; `known` has its own. */
    about?: boolean;
    known: string;
    knownAbout?: boolean;
    alreadyTrue?: boolean;
    entries: number[];
    /** How many more it rests on that are not named. */
    more?: number;
    by?: number;
    byText?: string;
    byClock?: string;
    undoneBy?: number;
    undoneByText?: string;
    undoneByClock?: string;
    canBeUndone?: string;
    canBeUndoneEs?: string;
    rehearsal?: boolean;
    hashes?: string[];
    /** Entries, each with the places in `hashes` of those that lead from its leaf to the root. */
    proofs?: { index: number; entry: string; proof: number[] }[];
    checkpoint?: string;
  };
}

/** A turn in the log of what was told. */
export interface Logged {
  turn: string;
  seq: number;
  state: 'due' | 'delivered' | 'given-up';
  due?: string;
  attempts: { at: string; status?: number; millis: number; answer: string; asked?: number }[];
}

/** Asks; a refusal is thrown with the server's own sentence. */
export async function asked<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Ascertain': '1' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error((told as { detail?: string }).detail ?? String(answer.status));
  return told as T;
}
