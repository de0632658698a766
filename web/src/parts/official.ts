import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { When } from '../model/api';
import { ask, fromFiles } from '../model/asking';
import { effective, given } from '../model/moments';
import { Part } from '../model/part';
import { pieces, say, worded } from '../words/words';
import { nameOf } from './marks';
import { meanings, type Meaning } from './meanings';
import { standingNow } from './reading';
import { tools } from './tools';
import { asAnswered } from './inwords';

/** A moment with what is known of it: at the latest then, or at the earliest. */
const bounded = (moment: string, bound?: string | false): string => (bound ? `${moment}, ${bound}` : moment);

/** Every meaning of official with the moment at which it came true, and a box for the reader's own. */
@customElement('a-official')
export class Official extends Part {
  @state() private answer?: When;
  @state() private refusal = '';
  private of = '';
  private typing = 0;

  override render() {
    const { scene } = this;
    if (!scene.telling) return nothing;
    if (this.of !== scene.election) this.fetch(scene.election);
    const rows = meanings(scene);
    return html`<section aria-label=${say('official')}>
      <h2>${say('official')}</h2>
      <table class="meanings">
        <thead><tr><th scope="col">${say('official.means')}</th>
          <th scope="col">${say('official.since')}</th></tr></thead>
        <tbody>${rows.map((row, i) => this.row(row, rows[i - 1], rows[i + 1]))}</tbody></table>
      ${fromFiles ? nothing : this.own()}
      ${tools(scene, 'when', () => this.querySelector('.meanings'))}
    </section>`;
  }

  private row(row: Meaning, before?: Meaning, next?: Meaning): TemplateResult {
    const { scene } = this;
    const { text, who, met, go, figure } = row;
    const edge = !met && (!before || before.met);
    const what = who ? `${text}: ${who}` : text;
    const beside = row.beside || (met ? this.acted(row.ms, next?.met ? next.ms : scene.ms) : '');
    const why = () => {
      if (go !== undefined) scene.go(go);
      scene.set({ figure: figure! });
    };
    const button = html`<button type="button" class="quiet why" aria-label=${say('why.of', { what })} @click=${why}>
      ${say('whyWord')}</button>`;
    return html`<tr class="${met ? '' : 'no'} ${met && row.ms === scene.ms ? 'just' : ''} ${edge ? 'edge' : ''}">
      <td><span class="what">${what}${met && figure ? html` ${button}` : nothing}</span>${
        beside ? html`<span class="note">${beside}</span>` : nothing
      }</td>
      <td>${
        go === undefined ? row.when : html`<button type="button" @click=${() => scene.go(go)}>${row.when}</button>`
      }</td>
      </tr>`;
  }

  private fetch(election: string): void {
    this.of = election;
    this.answer = undefined;
    this.refusal = '';
  }

  /** How many in the record acted after this meaning came true and before the next did. */
  private acted(from: number, to: number): string | TemplateResult {
    const all = standingNow(this.scene)?.acknowledgements ?? [];
    const n = all.filter(({ at }) => effective(at) > from && effective(at) <= to).length;
    const href = `/${this.scene.election}/record?fact=acknowledgement`;
    return n ? html`<a class="under" href=${href}>${say('means.acted', { n })}</a>` : '';
  }

  private own() {
    const callers = this.scene.meta!.callers.map((c) => c.id);
    const example = callers.length > 2 ? `called by ${callers.slice(0, 3).join(' and ')}` : 'voted >= majority';
    return html`<form class="own" @submit=${(e: Event) => {
      e.preventDefault();
      void this.asked(e.target as HTMLFormElement);
    }}>
      <label for="condition">${say('own')}</label>
      <input id="condition" name="condition" class="mono" spellcheck="false"
        autocomplete="off" @input=${(e: Event) => {
          clearTimeout(this.typing);
          const form = (e.target as HTMLInputElement).form!;
          this.typing = setTimeout(() => void this.asked(form), 350) as unknown as number;
        }}>
      <output for="condition">${
        (this.refusal && asAnswered(this.refusal)) ||
        this.told() ||
        pieces<unknown>('own.hint', { example: html`<code>${example}</code>` })
      }</output>
    </form>`;
  }

  private async asked(form: HTMLFormElement): Promise<void> {
    const condition = String(new FormData(form).get('condition') ?? '').trim();
    this.refusal = '';
    if (!condition) {
      this.answer = undefined;
      return;
    }
    try {
      this.answer = await ask<When>(this.scene.election, 'when', { condition });
    } catch (fault) {
      this.answer = undefined;
      this.refusal = (fault as Error).message;
    }
  }

  private told() {
    if (!this.answer) return '';
    const missing = worded((this.answer.missing ?? []).join('; '), this.answer.missingEs?.join('; '));
    if (this.answer.answer === 'unknown') return say('own.unknown', { missing });
    if (!this.answer.turns.length) return say('own.never');
    const entry = (n: number) =>
      html`<a class="under" href="/${this.scene.election}/record?from=${n}">${say('entry', { n })}</a> `;
    return this.answer.turns.map((t) => {
      const blanks = {
        who: nameOf(this.scene, t.candidate),
        since: bounded(given(t.since, t.about), t.implied && say('implied')),
        until: t.until ? bounded(given(t.until, t.untilAbout), t.untilAtEarliest && say('own.earliest')) : '',
      };
      return html`<span>${say(t.until ? 'own.held' : 'own.holds', blanks)}
        ${(t.entries ?? []).slice(0, 2).map(entry)}</span>`;
    });
  }
}
