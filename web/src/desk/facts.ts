// A fact as fields that a person can change: each value that is no object or list, by its place.

import { html, type TemplateResult } from 'lit';
import type { Draft } from './answers';

/** What the record adds to a fact, and nobody changes. */
const OF_THE_RECORD = new Set(['index', 'recorded', 'recordedBy', 'fact', 'source']);

type Value = string | number | boolean;
type Placed = [path: string, value: Value];

/** Every plain value of a fact, by its place: /votes/biden. */
export function valuesOf(fact: Draft): Placed[] {
  const all: Placed[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    if (typeof value !== 'object') all.push([path, value as Value]);
    else for (const [name, inner] of Object.entries(value)) walk(inner, `${path}/${name}`);
  };
  for (const [name, value] of Object.entries(fact)) if (!OF_THE_RECORD.has(name)) walk(value, `/${name}`);
  return all;
}

/** The fact with other values at some places; numbers stay numbers, what is emptied goes. */
export function changedFact(fact: Draft, texts: Readonly<Record<string, string>>): Draft {
  const {
    index: _i,
    recorded: _r,
    recordedBy: _b,
    ...plain
  } = structuredClone(fact) as Draft & Record<string, unknown>;
  for (const [path, before] of valuesOf(fact)) {
    const text = texts[path];
    if (text === undefined || text === String(before)) continue;
    const steps = path.slice(1).split('/');
    const last = steps.pop()!;
    const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, plain);
    if (text === '') delete holder[last];
    else holder[last] = typeof before === 'number' && /^\d+$/.test(text) ? Number(text) : text;
  }
  return plain as Draft;
}

/** A line for each. */
export const factRows = (fact: Draft): TemplateResult =>
  html`${valuesOf(fact).map(
    ([path, value]) => html`<label><span class="mono">${path.slice(1)}</span>
      <input name=${path} .value=${String(value)} autocomplete="off" spellcheck="false" /></label>`,
  )}`;
