import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { districtHeldBy, heldBy } from '../model/geography';
import { Part, printing } from '../model/part';
import { number, say } from '../words/words';
import { tallyOf } from './card';
import { momentInWords, unitName } from './reading';
import { impliedNote, undone } from './undone';

/** What a sheet of paper needs and a screen does not: notes, address, moment and source. */
@customElement('a-printed')
export class Printed extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief) return nothing;
    const { election } = scene;
    const n = scene.standing?.entries ?? scene.meta!.entries;
    return html`${printing() ? this.places() : nothing}<div class="printed">${undone(scene)}${impliedNote(scene)}
      <p>${say('printed', { moment: momentInWords(scene) })}
        ${say('cite.entries', { election, n, all: Math.max(n, scene.meta!.entries) })}
        ${`${location.origin}/${election}?${scene.query()}`}</p></div>`;
  }

  /** On a screen there is a table that can be sorted; a sheet has every place with its electors and the margin. */
  private places() {
    const { scene } = this;
    const units = scene.meta!.units.slice().sort((a, b) => unitName(scene, a.id).localeCompare(unitName(scene, b.id)));
    return html`<section class="electors"><h2>${say('printed.places')} <em>${say('printed.margin')}</em></h2>
      <ul>${units.map(({ id, electors }) => {
        const held = id.includes('-') ? districtHeldBy(scene, id) : heldBy(scene, id);
        const [first, second] = tallyOf(scene, id);
        const margin = second && first.votes > second.votes ? first.votes - second.votes : 0;
        return html`<li class=${margin ? nothing : 'bare'}><svg width="14" height="10" aria-hidden="true"><rect
            x=".5" y=".5" width="13" height="9"
            class=${held?.paint ? `p ${held.paint}-${held.fill}` : 't-none'}></rect></svg>
          <span>${unitName(scene, id)}</span><b>${electors}</b>
          <span class=${margin ? `${first.paint}-ink` : nothing}>${
            margin ? `${first.name} ${number(margin)}` : '–'
          }</span></li>`;
      })}</ul></section>`;
  }
}
