import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { districtHeldBy, heldBy, type Held } from '../model/geography';
import { brief } from '../model/moments';
import { Part } from '../model/part';
import { CALLED, CERTIFIED, RUNGS, VOTED } from '../model/stages';
import { knows, number, say } from '../words/words';
import { countedIn, statusOf, tallyOf } from './card';
import { standingNow, unitName } from './reading';

interface Place {
  unit: string;
  name: string;
  electors: number;
  held?: Held;
  ahead: string;
  paint: string;
  margin?: number;
  /** The margin in thousandths of all votes counted that the record tells of. */
  share?: number;
  counted?: number;
  called?: number;
  certified?: number;
  settled?: string;
}

const COLUMNS = [
  'place',
  'electors',
  'status',
  'ahead',
  'margin',
  'counted',
  'called',
  'certified',
  'settled',
] as const;
type Column = (typeof COLUMNS)[number];
const NUMBERS = new Set<Column>(['electors', 'margin', 'counted']);

/** Every place in a table that can be sorted by each of its columns; closest first until somebody sorts it. */
@customElement('a-places')
export class Places extends Part {
  @state() private by: Column = 'margin';
  @state() private down = false;
  private open = false;

  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief) return nothing;
    return html`<details class="places" @toggle=${(e: Event) => {
      this.open = (e.target as HTMLDetailsElement).open;
      this.requestUpdate();
    }}><summary><h2>${say('places.all')} <em>${say('places.sorted', { by: say(`col.${this.by}`) })}</em></h2></summary>
      ${this.open ? this.table() : nothing}</details>`;
  }

  private table(): TemplateResult {
    const rows = this.places().sort((a, b) => this.compare(a, b));
    return html`<table class="all">
      <thead><tr>${COLUMNS.map((column) => this.head(column))}</tr></thead>
      <tbody>${rows.map((row) => this.row(row))}</tbody></table>
      <p class="note">${say('places.note')}</p>`;
  }

  private head(column: Column): TemplateResult {
    const sorted = column === this.by ? (this.down ? 'descending' : 'ascending') : 'none';
    return html`<th scope="col" aria-sort=${sorted} class=${NUMBERS.has(column) ? 'num' : nothing}>
      <button type="button" class=${column === this.by ? 'by' : ''} @click=${() => this.sort(column)}>
      ${say(`col.${column}`)}</button></th>`;
  }

  private sort(column: Column): void {
    this.down = column === this.by ? !this.down : column === 'electors' || column === 'counted';
    this.by = column;
  }

  private row(p: Place): TemplateResult {
    const { scene } = this;
    const cls = p.held?.paint ? `p ${p.held.paint}-${p.held.fill}` : 't-none';
    const share = p.share === undefined ? '' : ` ${number(Math.round(p.share) / 10)} %`;
    const dash = html`<span class="note">–</span>`;
    const place = p.unit.split('-')[0];
    return html`<tr><th scope="row"><button type="button" aria-pressed=${scene.selected === place}
        @click=${() => scene.set({ selected: place })}>
        <svg width="14" height="10" aria-hidden="true">
          <rect x=".5" y=".5" width="13" height="9" class=${cls}></rect></svg>
        ${p.name}</button></th>
      <td class="num">${p.electors}</td><td>${statusOf(scene, p.unit)}</td>
      <td class=${p.paint ? `${p.paint}-ink` : nothing}>${p.ahead || dash}</td>
      <td class="num">${
        p.margin === undefined ? dash : html`${number(p.margin)}<span class="note">${share}</span>`
      }</td>
      <td class="num">${p.counted ? number(p.counted) : dash}</td>
      <td>${p.called === undefined ? dash : brief(p.called)}</td>
      <td>${p.certified === undefined ? dash : this.certified(p)}</td>
      <td>${p.settled && knows(`verdict.${p.settled}`) ? say(`verdict.${p.settled}`) : dash}</td></tr>`;
  }

  /** A certificate that is only implied has no day of its own. */
  private certified({ certified, unit }: Place): string {
    const { telling, story, ms } = this.scene;
    const moment = telling!.at(ms);
    const j = story!.jurisdictions.indexOf(unit.split('-')[0]);
    const implied = moment.implied[CERTIFIED * story!.jurisdictions.length + j];
    return implied ? say('atLatest', { moment: brief(certified!) }) : brief(certified!);
  }

  private compare(a: Place, b: Place): number {
    const key = (p: Place): number | string | undefined => {
      switch (this.by) {
        case 'place':
          return p.name;
        case 'electors':
          return p.electors;
        case 'status':
          return p.held?.stage ?? -1;
        case 'ahead':
          return p.ahead || undefined;
        case 'margin':
          return p.share;
        case 'counted':
          return p.counted;
        case 'called':
          return p.called;
        case 'certified':
          return p.certified;
        default:
          return p.settled;
      }
    };
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.name.localeCompare(b.name);
    // What is not known comes last, whichever way it is sorted.
    if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
    const order = typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y);
    return this.down ? -order : order;
  }

  private places(): Place[] {
    const { scene } = this;
    const since = this.since();
    const rows = new Map((standingNow(scene)?.units ?? []).map((row) => [row.unit, row]));
    return scene.meta!.units.map(({ id, electors }) => {
      const tally = tallyOf(scene, id);
      const all = countedIn(scene, id);
      const margin = tally.length > 1 ? tally[0].votes - tally[1].votes : undefined;
      const place = id.split('-')[0];
      return {
        unit: id,
        name: unitName(scene, id),
        electors,
        held: id.includes('-') ? districtHeldBy(scene, id) : heldBy(scene, id),
        ahead: margin ? tally[0].name : '',
        paint: margin ? tally[0].paint : '',
        margin,
        share: margin === undefined || !all ? undefined : (margin * 1000) / all,
        counted: all || undefined,
        called: since[CALLED].get(place),
        certified: since[CERTIFIED].get(place),
        settled: rows.get(id)?.settled?.verdict,
      };
    });
  }

  /** By rung, since when each jurisdiction has had electors on it without a break. */
  private since(): Map<string, number>[] {
    const { story, ms } = this.scene;
    const since = RUNGS.slice(0, VOTED + 1).map(() => new Map<string, number>());
    for (const [at, , unit, , , rungs] of story!.changes) {
      if (at > ms) break;
      if (unit < 0 || !rungs) continue;
      const place = story!.units[unit].split('-')[0];
      for (const [rung, electors] of Object.entries(rungs)) {
        const of = since[Number(rung)];
        if (!of) continue;
        if (electors.every((n) => !n)) of.delete(place);
        else if (!of.has(place)) of.set(place, at);
      }
    }
    return since;
  }
}
