import { html, type TemplateResult } from 'lit';
import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { jurisdictionName } from './reading';

export interface Counted {
  unit: string;
  n: number;
  certified: boolean;
}

/** What a ticket's popular vote is the sum of, the largest first; districts are counted in their states. */
export function popularOf(scene: Scene, ticket: string): Counted[] {
  return (scene.standing?.units ?? [])
    .filter((row) => !row.unit.includes('-'))
    .map((row) => ({
      unit: row.unit,
      n: (row.certifiedVotes ?? row.votes)?.[ticket] ?? 0,
      certified: !!row.certifiedVotes,
    }))
    .filter((row) => row.n > 0)
    .sort((a, b) => b.n - a.n);
}

/** Each jurisdiction's part, which opens its own evidence. */
export function popularRows(scene: Scene, ticket: string, parts: Counted[]): TemplateResult {
  let sum = 0;
  return html`<h3>${say('why.parts')} <span>${say('why.largest')}</span></h3>
    ${parts.map(
      (part) =>
        html`<div class="ent wide"><button type="button" class="under" @click=${() =>
          scene.set({
            figure: `votes(${part.unit},${ticket})`,
          })}>${jurisdictionName(
          scene,
          part.unit,
        )}</button><span class="num"><b>+${number(part.n)}</b></span><span class="num">${number(
          (sum += part.n),
        )}</span><span class="src">${say(part.certified ? 'juris.certificate' : 'juris.tally')}</span></div>`,
    )}`;
}

/** Every newsroom behind the called rung: how many electors each has called by the record. */
export function callers(scene: Scene): TemplateResult | string {
  const rung = scene.standing?.ladder.find((r) => r.stage === 'called');
  const all = Object.entries(rung?.callers ?? {});
  if (all.length < 2) return '';
  const shown = scene
    .sides!.order.filter((c) => all.some(([, electors]) => electors[scene.story!.candidates[c]]))
    .slice(0, 4);
  return html`<h3>${say('callers')} <span>${say('callers.record')}</span></h3>
    <table class="callers"><thead><tr><th scope="col">${say('caller')}</th>${shown.map(
      (c) => html`<th scope="col" class="num">${scene.sides!.names[c]}</th>`,
    )}</tr></thead><tbody>
    ${all.map(
      ([id, electors]) =>
        html`<tr><th scope="row">${scene.meta!.callers.find((c) => c.id === id)?.name ?? id}${
          id === rung!.caller ? html` <span class="note">${say('callers.shown')}</span>` : ''
        }</th>${shown.map(
          (c) => html`<td class="num">${number(electors[scene.story!.candidates[c]] ?? 0)}</td>`,
        )}</tr>`,
    )}</tbody></table>`;
}
