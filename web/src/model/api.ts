// What the server answers, as docs/interface.md and the API's own description say, and how to ask for it.

export interface Candidate { id: string; name: string; party?: string }
export type Electors = Record<string, number>;

export interface Meta {
  id: string; year: number; candidates: Candidate[]; tickets: { id: string; president: string; vicePresident?: string }[];
  callers: { id: string; name: string }[]; caller?: string;
  units: { id: string; jurisdiction: string; electors: number; name: string }[];
  jurisdictions: { id: string; name: string }[];
  firstMs?: number; lastMs?: number; entries: number; rehearsal?: boolean; live?: boolean;
}

export interface Rung {
  stage: string; electors?: Electors; unassigned?: number; implied?: string[]; caller?: string; president?: string;
  callers?: Record<string, Electors>; majority?: { candidate: string; since: string; entry: number };
}

export interface Outcome {
  verdict: 'determined' | 'alternatives' | 'not-yet' | 'no-rule'; candidate?: string; by?: string; stage?: string; why?: string;
  missing?: string[]; rules?: string[]; entries?: number[]; more?: number;
  alternatives?: { candidate: string; by?: string; why: string; rules?: string[]; entries?: number[] }[];
}

export interface UnitRow {
  unit: string; jurisdiction: string; electors: number; stage?: string; votes?: Electors; other?: number; total?: number;
  exact?: boolean; otherSources?: { source: string; votes: Electors; difference: Record<string, number>; entry: number }[];
  below?: { units: number; votes: Electors; residual?: Record<string, number> };
  certifiedVotes?: Electors; calls?: Record<string, string>;
  electorVotes?: { president?: Electors; vicePresident?: Electors; both?: Electors }; challenges?: string[];
  settled?: { verdict: string; outstandingAtMost?: number; margin?: number; why?: string }; entries?: number[]; more?: number;
}

export interface Challenge {
  id: string; kind: string; name: string; venue: string; units?: string[]; filed?: string; at?: string; atMs?: number; open?: boolean;
  entry: number; atStake?: string | number; note?: string;
  rulings: { at: string; atMs?: number; outcome: string; for?: string; final?: boolean; entry: number }[];
}

export interface Deadline {
  rule: string; due: string; dueMs?: number; what: string; citation?: string;
  met: string[]; missed: string[]; unknown: string[]; open: string[]; reasons?: Record<string, string>;
}

export interface Standing {
  election: string; law: number; at: string; atMs: number; known?: string; entries: number; checkpoint?: string;
  electors: {
    entitled: number; appointed: number; cast: number; counted: number; base?: number; majority?: number; rules?: string[];
    provisional?: boolean; alternatives?: { base: number; majority: number; why: string }[];
  };
  popularVote?: Record<string, number | boolean>; ladder: Rung[]; outcome: { president: Outcome; vicePresident: Outcome };
  units: UnitRow[]; deadlines: Deadline[]; challenges?: Challenge[]; problems: { index: number; code: string; sentence: string }[];
}

/** A change of the story: [moment, entry, unit or -1, votes by ticket or 0, stage or -1, electors by rung or 0]. */
export type Change = [number, number, number, number[] | 0, number, Record<string, number[]> | 0];

/** What an entry did, in parts, so that it can be said in any language. */
export interface Parts {
  fact?: string; unit?: string | null; candidate?: string | null; stage?: string; caller?: string; at?: string; about?: boolean;
}
export interface Majority extends Parts {
  stage: string; candidate: string; sinceMs: number; since: string; entry: number; by: string; implied?: boolean;
  untilMs?: number; undoneBy?: number; undoneText?: string;
}
export interface Mark extends Parts { ms: number; entry: number; kind: string; text: string }
export interface Story {
  /** Says that the changes are summed up at one moment, until the whole story comes. */
  brief?: boolean;
  entries: number;
  /** Electors of each candidate over the whole course: who stands where. */
  weight: number[];
  units: string[]; jurisdictions: string[]; candidates: string[]; tickets: string[]; stages: string[]; majority: number; entitled: number;
  changes: Change[]; majorities: Majority[]; declared: { ms: number; electors: number[] }[]; marks: Mark[];
}

/** What the page draws first. */
export interface Glance { atMs: number; about: Meta; story: Story; standing: Standing }

export interface Summary {
  id: string; year: number; title: string; candidates: Candidate[]; entries: number; electors: Standing['electors'];
  ladder: Rung[]; outcome: { president: Outcome; vicePresident: Outcome }; rehearsal?: boolean; live?: boolean;
}

export interface Entry { index: number; fact: string; at: string; source: string | { id: string; title: string }; [field: string]: unknown }
export interface Proven { index: number; entry: Entry; leaf?: string; size?: number; proof?: string[]; root?: string; checkpoint?: string }
export interface Why {
  text: string; rules?: (string | { id: string; text?: string; citation?: string })[];
  entries?: { index: number; at?: string; source?: string; note?: string; text?: string }[]; children?: Why[]; figure?: string;
  /** The same figure with one entry struck. */
  without?: Why;
}
export interface When {
  condition: string; understood: string; holds: boolean | string[]; missing?: string[];
  turns: { candidate: string; since: string; sinceMs?: number; until?: string; known?: string; entries?: number[] }[];
}

/** The published page has no server behind it: its answers lie beside it as files. */
export const fromFiles = document.querySelector('meta[name="ascertain-data"]')?.getAttribute('content') === 'static';

export class Refused extends Error {
  constructor(readonly status: number, detail: string) { super(detail); }
}

const FILES: Record<string, string> = { glance: 'glance.json', counties: 'counties.json', '': 'election.json', standing: 'standing.json', story: 'story.json', challenges: 'challenges.json', law: 'law.json', record: 'record.jsonl' };

export function address(election: string, what = '', ask: Record<string, string | undefined> = {}): string {
  if (fromFiles) return `/data/${election}/${FILES[what] ?? what}`;
  const given = Object.entries(ask).filter((pair): pair is [string, string] => !!pair[1]);
  const query = given.length ? '?' + new URLSearchParams(given) : '';
  return `/api/elections/${election}${what && '/' + what}${query}`;
}

async function answer(url: string, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: { Accept: 'application/json' }, signal });
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Refused(response.status, problem.detail || problem.title || String(response.status));
}

export async function ask<T>(election: string, what = '', query: Record<string, string | undefined> = {}, signal?: AbortSignal): Promise<T> {
  return (await answer(address(election, what, query), signal)).json();
}

export async function elections(): Promise<Summary[]> {
  return (await (await answer(fromFiles ? '/data/elections.json' : '/api/elections')).json()).elections;
}

/** The answer that the document itself has asked for already, if it is about this election and moment; else it is asked for now. */
export async function glance(election: string, at?: string): Promise<Glance> {
  const link = document.querySelector<HTMLLinkElement>('link[data-election]');
  const asked = link && new URL(link.href).searchParams.get('at');
  link?.remove();
  if (link?.dataset.election === election && (asked ?? undefined) === at) return (await fetch(link.href)).json();
  return ask<Glance>(election, 'glance', { at });
}

/** Entries as the record holds them, and how many there are in all that fit the question. */
export async function entries(election: string, query: Record<string, string | undefined>, signal?: AbortSignal): Promise<{ entries: Entry[]; total: number }> {
  const response = await fetch(address(election, 'record', query), { signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.detail || problem.title || String(response.status));
  }
  const lines = (await response.text()).split('\n').filter(Boolean);
  return { entries: lines.map((line) => JSON.parse(line)), total: Number(response.headers.get('X-Total') ?? lines.length) };
}

/** What was asked once for an address is not asked again while the page is open. */
export const once = (() => {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, get: () => Promise<T>): Promise<T> => {
    if (!kept.has(key)) kept.set(key, get().catch((fault) => { kept.delete(key); throw fault; }));
    return kept.get(key) as Promise<T>;
  };
})();
