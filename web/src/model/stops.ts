// What a desk lets stand still or looks into, as every reader is told.

import { address } from './asking';

export interface Frozen {
  frozen: boolean;
  since?: string;
  reason?: string;
}
export interface Held {
  entry: number;
  since: string;
  reason: string;
}
export interface Stops {
  freeze?: Frozen;
  holds: Held[];
}

const answered = async <T>(url: string): Promise<T | undefined> => {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  return response.ok ? response.json() : undefined;
};

/** What stands still and what is looked into; nothing where no desk works on the election. */
export async function stopsOf(election: string): Promise<Stops> {
  const [freeze, holds] = await Promise.all([
    answered<Frozen>(address(election, 'freeze')),
    answered<{ items: Held[] }>(address(election, 'holds')),
  ]);
  return { freeze, holds: holds?.items ?? [] };
}

/** A reason as a sentence of its own. */
export const sentence = (reason = ''): string => (/[.!?]$/.test(reason) ? reason : `${reason}.`);
