import { html, nothing, type TemplateResult } from 'lit';
import { districtHeldBy, heldBy } from '../model/geography';
import type { Scene } from '../model/scene';
import { CALLED, CERTIFIED, REPORTED, RUNGS } from '../model/stages';
import { number, say } from '../words/words';
import { electorsOf, unitName } from './reading';

export interface Row {
  name: string;
  paint: string;
  votes: number;
}

/** The tally of a unit at the moment, the most votes first; everybody whom the story names. */
export function tallyOf(scene: Scene, unit: string): Row[] {
  const { telling, story, meta, sides, ms } = scene;
  const votes = telling!.at(ms).votes[story!.units.indexOf(unit)];
  if (!votes) return [];
  return story!.tickets
    .map((ticket, t) => {
      const person = story!.candidates.indexOf(meta!.tickets.find((m) => m.id === ticket)?.president ?? ticket);
      return { name: sides!.names[person] ?? ticket, paint: sides!.paints[person] ?? '', votes: votes[t] };
    })
    .filter((row) => row.votes > 0)
    .sort((a, b) => b.votes - a.votes);
}

/** All votes of a unit's tally that the story tells of, those for others included where it tells them. */
export function countedIn(scene: Scene, unit: string): number {
  const { telling, story, ms } = scene;
  const votes = telling!.at(ms).votes[story!.units.indexOf(unit)];
  return votes ? votes.reduce((a, b) => a + Math.max(b, 0), 0) : 0;
}

/** In a word or two how official a place is, and for whom. */
export function statusOf(scene: Scene, unit: string): string {
  const held = unit.includes('-') ? districtHeldBy(scene, unit) : heldBy(scene, unit);
  if (!held || held.stage < 0) return say('card.nothing');
  if (held.stage === REPORTED) return say(scene.meta!.callers.length ? 'card.notCalled' : 'card.ahead');
  const people = scene.sides!.order.filter((c) => held.electors[c] > 0);
  const who =
    people.length > 1 && !unit.includes('-')
      ? people.map((c) => `${scene.sides!.names[c]} ${held.electors[c]}`).join(', ')
      : scene.sides!.names[held.who ?? -1];
  return say(`juris.${RUNGS[held.stage]}`, { who: who ?? say('tie') });
}

/** What is known of a place at the moment, in three lines. */
export function card(scene: Scene, unit: string): TemplateResult {
  const rows = tallyOf(scene, unit);
  const electors = unit.includes('-')
    ? (scene.meta!.units.find((u) => u.id === unit)?.electors ?? 1)
    : electorsOf(scene, unit);
  const held = heldBy(scene, unit.split('-')[0]);
  const lead = rows.length > 1 ? rows[0].votes - rows[1].votes : 0;
  const share = held.stage < CERTIFIED && rows.length ? say('card.share') : '';
  return html`<p><b>${unitName(scene, unit)}</b> ${electors}, ${statusOf(scene, unit)}</p>
    ${
      rows.length
        ? html`<dl>${rows.slice(0, 3).map(
            (row, i) => html`<dt>${row.name}</dt><dd class="num ${row.paint ? `${row.paint}-ink` : ''}">
              ${number(row.votes)}</dd><dd>${
                i === 0 && lead ? say('card.lead', { n: lead }) : i === 1 ? share : ''
              }</dd>`,
          )}</dl>`
        : held.stage >= CALLED
          ? nothing
          : html`<p class="note">${say('card.noTally')}</p>`
    }`;
}
