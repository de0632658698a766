import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Happening } from '../model/events';
import { brief, clock, given } from '../model/moments';
import { Part } from '../model/part';
import { CALLED } from '../model/stages';
import { say } from '../words/words';
import { gainsTold, happened, said } from './marks';
import { votesBy } from './meanings';
import { isEarly } from './reading';

const SHOWN = 14;
/** A new line stands under a black rule for so long, then under a grey one. */
const NEW = 8_000;

/** What changed last, the latest first: what came in one minute is told together, with what each side gained. */
@customElement('a-changes')
export class Changes extends Part {
  private readonly seen = new Map<Happening['mark']['entry'], number>();

  override render() {
    const { scene } = this;
    if (!scene.telling || scene.story!.brief) return nothing;
    const rows = scene.happened
      .filter((h) => h.ms <= scene.ms)
      .slice(-SHOWN)
      .reverse();
    return html`<section aria-label=${say('changes')}>
      <h2>${say('changes')} <em>${say('changes.order')}</em></h2>
      ${
        rows.length
          ? html`<ol class="changes ${
              isEarly(scene) && scene.zoom === 'night' ? 'night' : ''
            }">${rows.map((row) => this.row(row))}</ol>`
          : html`<p class="note">${say('changes.none')}</p>`
      }</section>`;
  }

  private row(happening: Happening): TemplateResult {
    const { scene } = this;
    const { mark, places, ms } = happening;
    const first = this.seen.get(mark.entry) ?? Date.now();
    this.seen.set(mark.entry, first);
    const fresh = scene.live && scene.following && Date.now() - first < NEW;
    const night = isEarly(scene) && scene.zoom === 'night';
    const moment = mark.at && places.length < 2 && !night ? given(mark.at, mark.about) : night ? clock(ms) : brief(ms);
    return html`<li class=${fresh ? 'fresh' : nothing}>
      <button type="button" class="at" @click=${() => scene.go(ms)}>${moment}</button>
      <span class="what" lang=${said(scene, mark)}>${
        places.length > 1 ? html`<b>${this.what(happening)}</b>` : this.what(happening)
      }${
        mark.kind === 'majority' && mark.stage === 'reported'
          ? html`<span class="note">${say('leads')}; ${votesBy(scene, ms)}</span>`
          : nothing
      }</span>
      <span class="gain">${this.gains(happening)}</span>${
        places.length > 1 ? html`<span class="note codes">${this.places(happening)}</span>` : nothing
      }</li>`;
  }

  /** The sentence without what stands at its right. */
  private what(happening: Happening): string {
    return happened(this.scene, { ...happening, gains: {} });
  }

  /** Codes of the places with their electors, one side after the other. */
  private places({ places }: Happening): string {
    const { sides, story } = this.scene;
    const rival = places.filter((p) => !p.candidate).map((p) => p.unit);
    const told = sides!.order
      .map((c) => places.filter((p) => p.candidate === story!.candidates[c]))
      .filter((side) => side.length)
      .map((side) =>
        side
          .sort((a, b) => b.electors - a.electors)
          .map((p) => `${p.unit} ${p.electors}`)
          .join(' '),
      );
    if (rival.length) told.push(say('changes.rival', { places: rival.join(' ') }));
    return told.join('; ');
  }

  private gains({ mark, gains }: Happening) {
    const { scene } = this;
    const { order, paints } = scene.sides!;
    if (mark.kind !== 'stage' && !(mark.kind === 'call')) return '';
    if (mark.kind === 'call') return html`<span class="note">${say('changes.stays')}</span>`;
    const told = order.map((c) => {
      const text = gainsTold(scene, { [scene.story!.candidates[c]]: gains[scene.story!.candidates[c]] ?? 0 });
      return text ? html`<b class="${paints[c]}-ink">${text}</b> ` : nothing;
    });
    return Object.keys(gains).length || mark.stage !== scene.story!.stages[CALLED] ? told : say('changes.stays');
  }
}
