import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Meta, Source } from '../model/api';
import { ask, once } from '../model/asking';
import type { Scene } from '../model/scene';
import { say } from '../words/words';

const GENERAL = 'general-knowledge';

let known: { election: string; sources: Map<string, Source> } | undefined;
let asking = '';

/** The sources of an election's record by id; they are asked for once, and the page is drawn again when they come. */
function sourcesOf(scene: Scene): Map<string, Source> {
  const { election } = scene;
  if (known?.election === election) return known.sources;
  if (asking !== election && election) {
    asking = election;
    void once(`${election} about`, () => ask<Meta>(election)).then(
      (meta) => {
        known = { election, sources: new Map((meta.sourceList ?? []).map((source) => [source.id, source])) };
        scene.changed();
      },
      () => undefined,
    );
  }
  return new Map();
}

/** A source as readers can follow it: publisher, title, date, with a link where it has an address. */
export function sourceNamed(source: Source): TemplateResult {
  const told = [source.publisher, source.title, source.date].filter((part, i, all) => part && all.indexOf(part) === i);
  const text = html`<span lang="en">${told.join(', ')}</span>`;
  return source.url && /^https?:/.test(source.url)
    ? html`<a class="under" href=${source.url} rel="noopener noreferrer" target="_blank">${text}</a>`
    : text;
}

/** Who says what an entry says; what rests on general knowledge has a badge. */
export function sourceTold(scene: Scene, entry: { source: Entry['source']; basis?: unknown }): TemplateResult {
  const id = typeof entry.source === 'string' ? entry.source : entry.source?.id;
  const found = sourcesOf(scene).get(id);
  const source = found ?? (typeof entry.source === 'string' ? undefined : entry.source);
  const badge =
    entry.basis === GENERAL || id === GENERAL ? html`<span class="badge">${say('basis.general')}</span> ` : nothing;
  const computed = entry.basis === 'computed' ? html`<span class="badge">${say('basis.computed')}</span> ` : nothing;
  return html`${badge}${computed}${source ? sourceNamed(source) : html`<span lang="en">${id ?? ''}</span>`}`;
}

/** A source that an explanation names by its title, with the link of the record's own. */
export function titleTold(scene: Scene, title: string): TemplateResult {
  for (const source of sourcesOf(scene).values()) if (source.title === title) return sourceNamed(source);
  return html`<span lang="en">${title}</span>`;
}

export const sourceTitle = (scene: Scene, id: string): string => sourcesOf(scene).get(id)?.title ?? id;
