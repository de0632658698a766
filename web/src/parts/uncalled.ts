import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Part } from '../model/part';
import { CALLED } from '../model/stages';
import { number, say } from '../words/words';
import { countedIn, tallyOf } from './card';
import { openPlaces } from './open';
import { isEarly, lacking, unitName } from './reading';

const SHOWN = 12;

/** On the night: the places that nobody has called, the closest first, those without a tally in one line below. */
@customElement('a-uncalled')
export class Uncalled extends Part {
  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief || !isEarly(scene) || lacking(scene, CALLED)) return nothing;
    if (!scene.meta!.callers.length) return nothing;
    const open = openPlaces(scene);
    const electors = open.reduce((sum, place) => sum + place.electors, 0);
    const rows = open
      .filter((place) => place.lead !== undefined)
      .sort((a, b) => Math.abs(a.lead!) - Math.abs(b.lead!))
      .slice(0, SHOWN);
    if (!rows.length) return nothing;
    const silent = open.filter((place) => place.lead === undefined);
    return html`<section class="uncalled" aria-label=${say('uncalled')}>
      <h2>${say('uncalled')} <em>${say('uncalled.order', { n: electors })}</em></h2>
      <table><thead><tr><th scope="col">${say('col.place')}</th><th scope="col" class="num">${say('col.ahead')}</th>
        <th scope="col" class="num">${say('uncalled.share')}</th>
        <th scope="col" class="num">${say('col.counted')}</th></tr></thead>
      <tbody>${rows.map((place) => this.row(place.unit, place.electors))}</tbody></table>
      ${
        silent.length
          ? html`<p class="note">${say('uncalled.silent')} ${silent
              .map(({ unit, electors: n }) => `${unitName(scene, unit)} ${n}`)
              .join(', ')}.</p>`
          : nothing
      }</section>`;
  }

  private row(unit: string, electors: number) {
    const { scene } = this;
    const [first, second] = tallyOf(scene, unit);
    const all = countedIn(scene, unit);
    const margin = (first?.votes ?? 0) - (second?.votes ?? 0);
    const place = unit.split('-')[0];
    return html`<tr><th scope="row"><button type="button" aria-pressed=${scene.selected === place}
        @click=${() => scene.set({ selected: place })}>${unitName(scene, unit)}</button> ${electors}</th>
      <td class="num ${margin ? `${first.paint}-ink` : ''}">${
        margin ? html`${first.name} <b>${number(margin)}</b>` : say('even')
      }</td>
      <td class="num">${number(Math.round((margin * 1000) / all) / 10)} %</td>
      <td class="num">${number(all)}</td></tr>`;
  }
}
