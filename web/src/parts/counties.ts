import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Counties } from '../model/api';
import { ask, fromFiles, once } from '../model/asking';
import { MAP_HEIGHT, MAP_WIDTH, SHAPES } from '../model/geography';
import { asAsked } from '../model/moments';
import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { jurisdictionName } from './reading';

interface Outline {
  d: string;
  name: string;
}

export interface County {
  unit: string;
  name: string;
  votes: number[];
}

/** Leads in hundredths of a county's votes from which the next shade begins. */
const SHADES = [10, 30, 60];

let outlines: Record<string, Outline> | undefined;
let counted: { of: string; answer: Counties } | undefined;
let asking = '';

/**
 * Who leads in each county and by how much, from the returns of counties in the record. They are tallies, whatever the
 * stage of their state. Outlines and votes are fetched when first wanted; where the record has none, that is said.
 */
export function counties(scene: Scene, width: number, choose: (id: string) => void): TemplateResult {
  const at = fromFiles ? undefined : asAsked(scene.ms);
  const of = `${scene.election} ${at ?? ''}`;
  if (counted?.of !== of && asking !== of && !scene.playing) fetchFor(scene, of, at);
  const k = width / MAP_WIDTH;
  const height = MAP_HEIGHT * k;
  // The copy's counties are those of the record's end, so of an earlier moment they would be news from the future.
  const early = fromFiles && scene.ms < (scene.meta?.lastMs ?? 0);
  const some = !early && outlines && counted?.answer && Object.keys(counted.answer.units).length > 0;
  if (!some) {
    const comes = !early && !(counted && outlines);
    const text = early ? say('counties.copy') : comes ? say('waiting') : say('counties.none');
    return html`<p class="sentence ${comes ? 'room' : ''}">${text}</p>`;
  }
  const without = Object.keys(outlines!).filter((unit) => !counted!.answer.units[unit]).length;
  return html`<p class="key counties-key">${key(scene)}</p>
    <svg class="big map counties" width=${width} height=${height} viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}" role="img"
      aria-label=${say('map.counties')}>
      ${guard([counted, scene.sides], () => Object.entries(outlines!).map(([unit, o]) => one(scene, unit, o)))}
      ${borders(scene, choose)}
    </svg>
    ${without ? html`<p class="note">${say('map.missing', { n: without })}</p>` : nothing}`;
}

function fetchFor(scene: Scene, of: string, at?: string): void {
  asking = of;
  const shapes = once<Record<string, Outline>>('counties', () =>
    fetch('/maps/counties-2020.json').then((r) => r.json()),
  );
  void Promise.all([shapes, ask<Counties>(scene.election, 'counties', { at })])
    .then(
      ([found, answer]) => {
        outlines = found;
        if (asking === of) counted = { of, answer };
        scene.changed();
      },
      () => undefined,
    )
    .finally(() => {
      if (asking === of) asking = '';
    });
}

/** Whose a county is by its votes, and the place of its shade. */
function leadIn(scene: Scene, votes: number[]): { paint: string; shade: number } | undefined {
  const ranked = votes.map((n, t) => ({ n, t })).sort((a, b) => b.n - a.n);
  const [first, second] = ranked;
  if (!first || first.n <= 0 || first.n === second?.n) return undefined;
  const ticket = scene.meta!.tickets.find((m) => m.id === scene.story!.tickets[first.t]);
  const person = scene.story!.candidates.indexOf(ticket?.president ?? '');
  const all = votes.reduce((a, b) => a + Math.max(b, 0), 0);
  const share = ((first.n - Math.max(second?.n ?? 0, 0)) * 100) / all;
  return { paint: scene.sides!.paints[person] ?? '', shade: SHADES.filter((s) => share >= s).length };
}

function one(scene: Scene, unit: string, { d }: Outline): TemplateResult {
  const lead = leadIn(scene, counted!.answer.units[unit] ?? []);
  return svg`<path class="county ${lead ? `${lead.paint}-shade s${lead.shade}` : 'none-yet'}" d=${d}
    data-county=${unit}></path>`;
}

const borders = (scene: Scene, choose: (id: string) => void) =>
  scene
    .story!.jurisdictions.filter((id) => SHAPES[id])
    .map(
      (id) => svg`<path class="border ${scene.selected === id ? 'sel' : ''}" d=${SHAPES[id].d}
      @click=${() => choose(id)}></path>`,
    );

function key(scene: Scene): TemplateResult {
  const [first, second] = scene.sides!.order;
  const shades = (c: number, reverse: boolean) => {
    const places = [0, 1, 2, 3];
    if (reverse) places.reverse();
    return html`<svg width="72" height="10" aria-hidden="true">${places.map(
      (s, i) => svg`<rect class="${scene.sides!.paints[c]}-shade s${s}" x=${i * 18} width="18" height="10"></rect>`,
    )}</svg>`;
  };
  return html`<span>${scene.sides!.names[first]} ${shades(first, true)}</span>
    <span>${second === undefined ? nothing : html`${shades(second, false)} ${scene.sides!.names[second]}`}</span>
    <span>${say('counties.key')}</span>`;
}

export const county = (unit: string): County => ({
  unit,
  name: outlines?.[unit]?.name ?? unit,
  votes: counted?.answer.units[unit] ?? [],
});

export function countyCard(scene: Scene, { unit, name, votes }: County): TemplateResult {
  const rows = votes
    .map((n, t) => ({ n, ticket: scene.story!.tickets[t] }))
    .filter((row) => row.n > 0)
    .sort((a, b) => b.n - a.n);
  const nameOf = (ticket: string) => {
    const person = scene.story!.candidates.indexOf(scene.meta!.tickets.find((m) => m.id === ticket)?.president ?? '');
    return scene.sides!.names[person] ?? ticket;
  };
  return html`<p><b>${name}</b>, ${jurisdictionName(scene, unit.split('/')[0])}</p>
    ${
      rows.length
        ? html`<dl>${rows.slice(0, 3).map(
            (row, i) => html`<dt>${nameOf(row.ticket)}</dt><dd class="num">${number(row.n)}</dd>
              <dd>${i || rows.length < 2 ? '' : say('card.lead', { n: rows[0].n - rows[1].n })}</dd>`,
          )}</dl>`
        : html`<p class="note">${say('card.noTally')}</p>`
    }`;
}
