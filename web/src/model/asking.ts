// How the page asks the server, or the files of a published copy.

import type { Entry, Glance, Standing, Summary } from './api';

/** The published page has no server behind it: its answers lie beside it as files. */
export const fromFiles = document.querySelector('meta[name="ascertain-data"]')?.getAttribute('content') === 'static';

export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

const FILES: Record<string, string> = {
  glance: 'glance.json',
  counties: 'counties.json',
  '': 'election.json',
  standing: 'standing.json',
  story: 'story.json',
  challenges: 'challenges.json',
  law: 'law.json',
  formats: 'formats.json',
  record: 'record.jsonl',
};

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

export async function ask<T>(
  election: string,
  what = '',
  query: Record<string, string | undefined> = {},
  signal?: AbortSignal,
): Promise<T> {
  return (await answer(address(election, what, query), signal)).json();
}

export async function elections(): Promise<Summary[]> {
  return (await (await answer(fromFiles ? '/data/elections.json' : '/api/elections')).json()).elections;
}

/**
 * The answer that the document itself has asked for already, if it is about this election and moment; else it is
 * asked for now.
 */
export async function glance(election: string, at?: string): Promise<Glance> {
  const link = document.querySelector<HTMLLinkElement>('link[data-election]');
  const asked = link && new URL(link.href).searchParams.get('at');
  link?.remove();
  if (link?.dataset.election === election && (asked ?? undefined) === at) return (await fetch(link.href)).json();
  return ask<Glance>(election, 'glance', { at });
}

/** Entries as the record holds them, and how many there are in all that fit the question. */
export async function entries(
  election: string,
  query: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<{ entries: Entry[]; total: number }> {
  const response = await fetch(address(election, 'record', query), { signal });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.detail || problem.title || String(response.status));
  }
  const lines = (await response.text()).split('\n').filter(Boolean);
  return {
    entries: lines.map((line) => JSON.parse(line)),
    total: Number(response.headers.get('X-Total') ?? lines.length),
  };
}

/** What was asked once for an address is not asked again while the page is open. */
export const once = (() => {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, get: () => Promise<T>): Promise<T> => {
    if (!kept.has(key))
      kept.set(
        key,
        get().catch((fault) => {
          kept.delete(key);
          throw fault;
        }),
      );
    return kept.get(key) as Promise<T>;
  };
})();

/** The moments of which a published copy has the standing, in milliseconds. */
export const standingsOf = (election: string): Promise<number[]> =>
  once(`${election} standings`, async () => (await answer(`/data/${election}/standings/moments.json`)).json());

export const standingAt = (election: string, ms: number): Promise<Standing> =>
  once(`${election} standing ${ms}`, async () => (await answer(`/data/${election}/standings/${ms}.json`)).json());
