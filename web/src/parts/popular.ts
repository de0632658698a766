import { html, type TemplateResult } from 'lit';
import { given } from '../model/moments';
import type { Scene } from '../model/scene';
import { number, say } from '../words/words';
import { nameOf } from './marks';
import { nationalCalls } from './meanings';
import { jurisdictionName, standingNow } from './reading';

export interface Counted {
  unit: string;
  n: number;
  certified: boolean;
}

/** What a ticket's popular vote is the sum of, the largest first; districts are counted in their states. */
export function popularOf(scene: Scene, ticket: string): Counted[] {
  const { tickets } = scene.meta!;
  const { slate } = tickets.find((each) => each.id === ticket) ?? {};
  const lines = slate ? tickets.filter((each) => each.slate === slate).map((each) => each.id) : [ticket];
  return (scene.standing?.units ?? [])
    .filter((row) => !row.unit.includes('-'))
    .map((row) => {
      // A certificate that does not name the ticket says nothing of it.
      const certified = lines.some((line) => row.certifiedVotes?.[line] !== undefined);
      const votes = certified ? row.certifiedVotes! : (row.votes ?? {});
      return { unit: row.unit, n: lines.reduce((sum, line) => sum + (votes[line] ?? 0), 0), certified };
    })
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

/**
 * Every newsroom of the record: when it called the election, and how many electors by states, where the record has all
 * of its calls; of some of them a sum would look like a result.
 */
export function callers(scene: Scene): TemplateResult | string {
  const rung = standingNow(scene)?.ladder.find((r) => r.stage === 'called');
  const national = new Map(nationalCalls(scene).map((call) => [call.caller, call]));
  const all = scene.meta!.callers.filter(({ id }) => national.has(id) || rung?.callers?.[id]);
  if (all.length < 2) return '';
  const shown = scene.sides!.order.slice(0, 2);
  const whole = (id: string) => {
    const known = rung?.unitCalls?.[id];
    return known ? known.known >= known.of : id === rung?.caller;
  };
  return html`<h3>${say('callers')} <span>${say('callers.record')}</span></h3>
    <table class="callers"><thead><tr><th scope="col">${say('caller')}</th><th scope="col">${say('callers.nation')}</th>
    ${shown.map((c) => html`<th scope="col" class="num">${scene.sides!.names[c]}</th>`)}</tr></thead><tbody>
    ${all.map(({ id, name }) => {
      const call = national.get(id);
      const electors = rung?.callers?.[id];
      return html`<tr><th scope="row">${name}${
        id === rung?.caller ? html` <span class="note">${say('callers.shown')}</span>` : ''
      }</th>
        <td>${call ? `${nameOf(scene, call.candidate)}, ${given(call.at, call.about)}` : '–'}</td>
        ${shown.map(
          (c) =>
            html`<td class="num">${
              electors && whole(id) ? number(electors[scene.story!.candidates[c]] ?? 0) : '–'
            }</td>`,
        )}</tr>`;
    })}</tbody></table>
    <p class="note">${say('callers.dash')}</p>`;
}
