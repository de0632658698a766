import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { number, say } from '../words/words';

/** While the page shows what was known then: what is known now of the same moment, wherever it differs. */
@customElement('a-then')
export class Then extends Part {
  override render() {
    const { knownThen, standing, since, sides, story } = this.scene;
    this.hidden = !knownThen || !standing || !since;
    document.body.classList.toggle('then', knownThen);
    if (!knownThen || !standing || !since || !sides || !story) return nothing;
    const rows = standing.ladder.flatMap((rung) => {
      const later = since.ladder.find((r) => r.stage === rung.stage);
      if (!rung.electors || !later?.electors) return [];
      const differ = sides.order.filter(
        (c) => (rung.electors![story.candidates[c]] ?? 0) !== (later.electors![story.candidates[c]] ?? 0),
      );
      return differ.length ? [{ stage: rung.stage, then: rung.electors, now: later.electors }] : [];
    });
    const unknown = since.entries - standing.entries;
    const told = (electors: Record<string, number>) =>
      sides.order
        .slice(0, 4)
        .map((c) => `${sides.names[c]} ${electors[story.candidates[c]] ?? 0}`)
        .join(', ');
    return html`<p><b>${say('then.title')}</b> ${
      unknown > 0 ? say('then.entries', { n: unknown, total: number(since.entries) }) : say('then.same')
    }</p>
      ${
        rows.length
          ? html`<table><thead><tr><th scope="col">${say('stage')}</th><th scope="col">${say('knownThen')}</th>
            <th scope="col">${say('knownNow')}</th></tr></thead>
        <tbody>${rows.map(
          (r) =>
            html`<tr><td>${say(`stage.${r.stage}`)}</td><td><b>${told(r.then)}</b></td><td>${told(r.now)}</td></tr>`,
        )}</tbody></table>`
          : unknown > 0
            ? html`<p class="note">${say('then.ladderSame')}</p>`
            : nothing
      }`;
  }
}
