import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { heldBy, onTodaysMap } from '../model/geography';
import { narrow, Part } from '../model/part';
import type { MapKind } from '../model/scene';
import { RUNGS } from '../model/stages';
import { number, say } from '../words/words';
import { beside } from './areas';
import { card } from './card';
import { counties, county, countyCard } from './counties';
import { counted, isEarly, standingNow } from './reading';
import { stateMap } from './statemap';
import { tiles } from './tiles';
import { tools } from './tools';

const MOST_SHOWN = 4;

/** Where: a map coloured by candidate and filled by stage, and the popular vote. */
@customElement('a-where')
export class Where extends Part {
  /** The place or county under the pointer, the finger or the keyboard's focus. */
  @state() private near = '';

  override render() {
    const { scene } = this;
    if (!scene.telling) return nothing;
    const kinds: MapKind[] = onTodaysMap(scene) ? ['states', 'counties', 'electors'] : ['electors'];
    const kind = kinds.includes(scene.map) ? scene.map : kinds[0];
    const focus = scene.selected || scene.story!.jurisdictions.slice().sort()[0];
    return html`<section aria-label=${say('where')}>
      <h2>${say('where')} <span class="tabs" role="group" aria-label=${say('mapKind')}>${kinds.map(
        (m) => html`<button type="button" class="tab" aria-pressed=${m === kind}
          @click=${() => scene.set({ map: m })}>${say(`map.${m}`)}</button>`,
      )}</span></h2>
      ${kind === 'counties' ? nothing : this.key()}
      ${
        onTodaysMap(scene)
          ? nothing
          : html`<p class="note">${say('map.historic', { year: String(scene.meta!.year) })}</p>`
      }
      <div class="mapbox" role="group" aria-label=${say('map')} @keydown=${this.keyed} @pointerover=${this.over}
        @pointerleave=${() => this.show('')} @focusin=${this.over} @focusout=${() => this.show('')}>
        ${this.wide ? this.map(kind, focus) : nothing}
        ${this.near && !narrow() ? html`<div class="card">${this.told()}</div>` : nothing}
      </div>
      ${this.popular()}
      ${tools(scene, kind === 'electors' ? 'tiles' : 'map', () => this.querySelector('svg.map'))}
    </section>`;
  }

  private map(kind: MapKind, focus: string): TemplateResult {
    const { scene, wide } = this;
    if (kind === 'electors') return tiles(scene, wide, this.choose, focus);
    if (kind === 'counties') return counties(scene, wide, this.choose);
    return stateMap(scene, wide, this.choose, focus);
  }

  /** How official each fill is. Before any certificate: called, and merely ahead in the count. */
  private key(): TemplateResult {
    const { scene } = this;
    const { order, names } = scene.sides!;
    const sample = (cls: string, text: string) => html`<span><svg width="22" height="10" aria-hidden="true">
      <rect x=".5" y=".5" width="21" height="9" class=${cls}></rect></svg>${text}</span>`;
    if (!isEarly(scene))
      return html`<p class="key">${sample('t-fill', say('key.solid'))} ${sample('k-hatch', say('key.hatch'))}
        ${sample('t-ink', say('key.called'))} ${sample('t-tinted', say('key.ahead'))}
        ${this.hasNone() ? sample('t-none', say('key.nobody')) : nothing}</p>`;
    const [first, second] = order;
    const sides = second === undefined ? '' : `◂ ${names[first]}  ${names[second]} ▸`;
    const caller = scene.meta?.caller;
    return html`<p class="key">${
      scene.meta!.callers.length
        ? sample('t-ink', caller ? `${say('key.called')}, ${caller}` : say('key.called'))
        : nothing
    } ${sample(
      't-tinted',
      say('key.ahead'),
    )} ${sample('t-none', say('key.none'))}<span class="sides">${sides}</span></p>`;
  }

  /** Whether a place stands empty: it appointed nobody, or this record does not tell of it. */
  private hasNone(): boolean {
    const { scene } = this;
    return scene.story!.jurisdictions.some((id) => heldBy(scene, id).stage < 0);
  }

  private choose = (id: string) => {
    this.scene.touched = narrow() ? id : '';
    this.scene.set({ selected: id });
  };

  private over = (e: Event) => {
    const at = (e.target as Element).closest<SVGElement>('[data-unit],[data-county]');
    this.show(at?.dataset.county ?? at?.dataset.unit ?? '');
  };

  private show(near: string): void {
    this.near = near;
  }

  private told(): TemplateResult {
    return this.near.includes('/') ? countyCard(this.scene, county(this.near)) : card(this.scene, this.near);
  }

  private keyed = (e: KeyboardEvent) => {
    if (e.key === 'Escape') this.show('');
    const id = (e.target as Element).getAttribute('data-id');
    if (!id) return;
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.choose(id);
    }
    const direction = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key] as 1 | -1 | undefined;
    if (!direction) return;
    e.preventDefault();
    e.stopPropagation();
    this.querySelector<SVGElement>(`[data-id="${beside(this.scene, id, direction)}"]`)?.focus();
  };

  /**
   * Votes of the whole nation. They are shown of the moment's own standing; while that is on its way, as tallies, as
   * long as no certificate could say otherwise; else not at all.
   */
  private popular() {
    const { scene } = this;
    const { story, sides, meta } = scene;
    const tallies = counted(scene);
    const moment = scene.telling!.at(scene.ms);
    const certified = scene.telling!.rung(moment, RUNGS.indexOf('certified')).some((n) => n > 0);
    // While it runs, a standing is some seconds old; before any certificate the story tells the same, and newer.
    const still = scene.following && !certified ? undefined : standingNow(scene)?.popularVote;
    if (!still && certified) return html`<p class="pv none">${say('pv.waiting')}</p>`;
    const of = (ticket: string, t: number) => {
      const told = still?.[ticket];
      return typeof told === 'number' ? told : still ? 0 : tallies.tickets[t];
    };
    const rows = story!.tickets
      .map((ticket, t) => {
        const president = meta!.tickets.find((m) => m.id === ticket)?.president ?? '';
        return { person: story!.candidates.indexOf(president), votes: of(ticket, t), ticket };
      })
      .filter((row) => row.votes > 0)
      .sort((a, b) => b.votes - a.votes);
    if (!rows.length) return html`<p class="pv none">${say('pv.none')}</p>`;
    // In the ladder's order; who has no elector comes after.
    const place = (person: number) => (sides!.order.includes(person) ? sides!.order.indexOf(person) : Infinity);
    const shown = rows.slice(0, MOST_SHOWN).sort((a, b) => place(a.person) - place(b.person) || b.votes - a.votes);
    const others = still ? (typeof still.other === 'number' ? still.other : undefined) : tallies.others;
    return html`<div class="pv"><dl>
      ${shown.map(
        ({ person, votes, ticket }) => html`<div><dt>${sides!.names[person] ?? ''}</dt>
          <dd class=${sides!.order.includes(person) ? `${sides!.paints[person]}-ink` : nothing}>
          <button type="button" class="figure" title=${say('why', { n: votes })}
            @click=${() => scene.set({ figure: `popularVote(${ticket})` })}>${number(votes)}</button></dd></div>`,
      )}
      ${
        others
          ? html`<div><dt>${say('pv.others')}</dt><dd><button type="button" class="figure"
            title=${say('why', { n: others })}
            @click=${() => scene.set({ figure: 'popularVote(other)' })}>${number(others)}</button></dd></div>`
          : nothing
      }
      </dl>${
        rows.length > 1
          ? html`<dl><div><dt>${say('lead')}</dt><dd>
              <button type="button" class="figure lead" title=${say('why', { n: rows[0].votes - rows[1].votes })}
                @click=${() => scene.set({ figure: `popular(${rows[0].ticket})` })}>
                ${number(rows[0].votes - rows[1].votes)}</button></dd></div></dl>`
          : nothing
      }<p class="src">${this.grounds(still)}</p></div>`;
  }

  /** What the popular vote rests on: certificates, tallies, and whether its figures are exact. */
  private grounds(still?: Record<string, unknown>) {
    const { scene } = this;
    const { certified = 0, reported = 0, sums = 0 } = standingNow(scene)?.popularVoteFrom ?? {};
    const further = [
      sums ? say('pv.sums', { n: sums }) : '',
      still?.exact === false ? say('pv.notExact') : '',
      still?.shareOf === 'named' ? say('pv.named') : '',
    ].filter(Boolean);
    const kind = certified && !reported ? 'certification' : 'returns';
    const what = still ? say('pv.of', { certified, reported }) : say('pv.tallies');
    const href = `/${scene.election}/record?fact=${kind}`;
    return html`<a class="under" href=${href}>${what}</a>${further.map((text) => `; ${text}`)}`;
  }
}
