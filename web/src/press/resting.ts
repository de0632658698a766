import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Entry, Meta, Proven } from '../model/api';
import { ask, once } from '../model/asking';
import { asHere } from '../model/dress';
import { givenInFull } from '../model/moments';
import type { Scene } from '../model/scene';
import { entryTold } from '../parts/entrytext';
import { number, say, worded, wordedIn } from '../words/words';

const SHOWN = 6;

/** An entry, and where it corrects another whom and which places its election has. */
interface Told {
  proven: Proven;
  meta?: Meta;
}

async function tell(election: string, index: number): Promise<Told> {
  const proven = await once(`${election} ${index}`, () => ask<Proven>(election, `entries/${index}`));
  if (proven.entry.fact !== 'correction') return { proven };
  return { proven, meta: await once(election, () => ask<Meta>(election)) };
}

/** The entries of a record that a finding rests on, in words; by their numbers alone until these have come. */
@customElement('a-resting')
export class Resting extends LitElement {
  @property() election = '';
  @property({ attribute: false }) entries: number[] = [];
  @property({ attribute: false }) more = 0;
  @state() private told: Told[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('entries') || changed.has('election')) void this.ask(this.entries);
  }

  private async ask(asked: number[]): Promise<void> {
    this.told = [];
    try {
      const told = await Promise.all(asked.slice(0, SHOWN).map((index) => tell(this.election, index)));
      if (asked === this.entries) this.told = told;
    } catch {
      // the numbers lead there all the same
    }
  }

  override render(): TemplateResult {
    if (!this.entries.length) return html`<p>${say('press.none')}</p>`;
    const left = Math.max(0, this.entries.length - SHOWN) + this.more;
    return html`<ul class="resting">${this.entries.slice(0, SHOWN).map((n, place) => {
      const told = this.told[place];
      return html`<li><a class="under" href=${asHere(`/${this.election}/record?from=${n}`)}>${number(n)}</a>
        ${told ? this.inWords(told) : nothing}</li>`;
    })}</ul>
    ${left ? html`<p class="note">${say('press.more', { n: left })}</p>` : nothing}`;
  }

  /** Of a correction what holds since: that it corrects says nothing to a claim. */
  private inWords({ proven, meta }: Told): TemplateResult {
    const { entry, text, textEs } = proven;
    if (!meta)
      return html`<span><b>${givenInFull(entry.at)}</b>
        <span lang=${wordedIn(textEs)}>${worded(text, textEs)}</span></span>`;
    const now = entry.with as Entry;
    const scene = { election: this.election, meta } as Scene;
    return html`<span><b>${givenInFull(now.at)}</b> ${entryTold(scene, { ...now, index: entry.index })}
      <span class="note">${say('press.corrected')}</span></span>`;
  }
}
