import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { heldBy, onTodaysMap } from '../model/geography';
import { Part } from '../model/part';
import type { MapKind } from '../model/scene';
import { RUNGS } from '../model/stages';
import { number, say } from '../words/words';
import { beside, spokenArea } from './areas';
import { counties, without } from './counties';
import { counted, jurisdictionName } from './reading';
import { stateMap } from './statemap';
import { tiles } from './tiles';
import { tools } from './tools';

/** Where: the popular vote, and a map coloured by candidate and filled by stage. */
@customElement('a-where')
export class Where extends Part {
  private listed = false;

  override render() {
    const { scene } = this;
    if (!scene.telling) return nothing;
    const kinds: MapKind[] = onTodaysMap(scene) ? ['states', 'counties', 'electors'] : ['electors'];
    const kind = kinds.includes(scene.map) ? scene.map : kinds[0];
    const focus = scene.selected || scene.story!.jurisdictions.slice().sort()[0];
    const missing = kind === 'counties' ? without() : undefined;
    return html`<section aria-label=${say('where')}>
      <h2>${say('where')} <span class="tabs" role="group" aria-label=${say('mapKind')}>${kinds.map(
        (m) =>
          html`<button type="button" class="tab" aria-pressed=${m === kind} @click=${() =>
            scene.set({ map: m })}>${say(`map.${m}`)}</button>`,
      )}</span></h2>
      <p class="key"><span><svg width="22" height="10" aria-hidden="true">
        <rect width="22" height="10" class="t-fill"></rect></svg>${say('key.solid')}</span>
        <span><svg width="22" height="10" aria-hidden="true"><rect width="22" height="10" fill="url(#hk)"></rect>
          </svg>${say('key.hatch')}</span>
        <span><svg width="22" height="10" aria-hidden="true">
          <rect x=".5" y=".5" width="21" height="9" class="t-ink"></rect></svg>${say('key.outline')}</span></p>
      ${
        onTodaysMap(scene)
          ? nothing
          : html`<p class="note">${say('map.historic', { year: String(scene.meta!.year) })}</p>`
      }
      <div class="mapbox" role="group" aria-label=${say('map')} @keydown=${this.keyed}>
        ${
          this.wide
            ? kind === 'electors'
              ? tiles(scene, this.wide, this.choose, focus)
              : kind === 'counties'
                ? counties(scene, this.wide, this.choose)
                : stateMap(scene, this.wide, this.choose, focus)
            : nothing
        }
      </div>
      ${missing ? html`<p class="note">${say('map.missing', { n: missing })}</p>` : nothing}
      ${this.popular()}
      <details class="list" @toggle=${(e: Event) => {
        this.listed = (e.target as HTMLDetailsElement).open;
        this.requestUpdate();
      }}>
        <summary>${say('list')}</summary>${this.listed ? this.list() : nothing}
      </details>
      ${tools(scene, kind === 'electors' ? 'tiles' : 'map', () => this.querySelector('svg.map'))}
    </section>`;
  }

  private choose = (id: string) => {
    this.scene.set({ selected: id });
  };

  private keyed = (e: KeyboardEvent) => {
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

  private popular() {
    const { scene } = this;
    const { standing, story, sides, meta } = scene;
    const votes = counted(scene);
    const still = standing && Math.abs(standing.atMs - scene.ms) < 1000 ? standing.popularVote : undefined;
    const of = (t: string, i: number) => (still && typeof still[t] === 'number' ? (still[t] as number) : votes[i]);
    const rows = story!.tickets
      .map((t, i) => ({
        person: story!.candidates.indexOf(meta!.tickets.find((m) => m.id === t)?.president ?? ''),
        votes: of(t, i) ?? 0,
        ticket: t,
      }))
      .filter((r) => r.votes > 0)
      .sort((a, b) => b.votes - a.votes);
    if (!rows.length) return html`<p class="pv none">${say('pv.none')}</p>`;
    const shown = rows.slice(0, 4);
    // In the ladder's order; who has no elector comes after.
    const place = (person: number) => (sides!.order.includes(person) ? sides!.order.indexOf(person) : Infinity);
    shown.sort((a, b) => (place(a.person) === place(b.person) ? 0 : place(a.person) - place(b.person)));
    const certified = standing?.popularVoteFrom?.certified ?? 0,
      reported = standing?.popularVoteFrom?.reported ?? 0;
    return html`<div class="pv"><dl>
      ${shown.map(
        (r) =>
          html`<div><dt>${sides!.names[r.person] ?? ''}</dt><dd class=${
            sides!.order.includes(r.person) ? `${sides!.paints[r.person]}-ink` : nothing
          }><button type="button" class="figure" title=${say('why', { n: r.votes })} @click=${() =>
            scene.set({ figure: `popular(${r.ticket})` })}>${number(r.votes)}</button></dd></div>`,
      )}
      ${
        rows.length > 1
          ? html`<div><dt>${say('lead')}</dt><dd>${number(rows[0].votes - rows[1].votes)}</dd></div>`
          : nothing
      }
      </dl><p class="src">${say('pv.source')}<br><a class="under" href="/${scene.election}/record?fact=${
        certified && !reported ? 'certification' : 'returns'
      }">${still ? say('pv.of', { certified, reported }) : say('pv.tallies')}</a></p></div>`;
  }

  private list() {
    const { scene } = this;
    return html`<ul class="units">${scene
      .story!.jurisdictions.slice()
      .sort((a, b) => jurisdictionName(scene, a).localeCompare(jurisdictionName(scene, b)))
      .map((id) => {
        const held = heldBy(scene, id);
        return html`<li><button type="button" aria-pressed=${scene.selected === id} aria-label=${spokenArea(
          scene,
          id,
          held,
        )} @click=${() => this.choose(id)}>
        <svg width="14" height="10" aria-hidden="true"><rect x=".5" y=".5" width="13" height="9" class=${
          held.paint ? `p ${held.paint}-${held.fill}` : 'p nobody'
        }></rect></svg>
        ${jurisdictionName(scene, id)}<span class="note">${
          held.stage < 0 ? '' : say(`stage.${RUNGS[held.stage]}`)
        }</span></button></li>`;
      })}</ul>`;
  }
}
