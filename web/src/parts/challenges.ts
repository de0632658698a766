import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Challenge, Challenges as Answer } from '../model/api';
import { ask } from '../model/asking';
import { effective, given, givenInFull } from '../model/moments';
import { say } from '../words/words';
import { AnswerPart } from './answerpart';
import { outcomeTold } from './cases';
import { jurisdictionName } from './reading';
import { asAnswered } from './inwords';

/** Every challenge with its rulings, as of the moment of the page. */
@customElement('a-challenges')
export class Challenges extends AnswerPart {
  @state() private all: Challenge[] = [];
  @state() private where = '';
  @state() private kind = '';
  @state() private which = '';
  @state() private text = new URLSearchParams(location.search).get('text') ?? '';
  private of = '';

  override render() {
    const { scene } = this;
    if (scene.election && this.of !== scene.election) {
      this.of = scene.election;
      this.learn(
        `${scene.election} challenges`,
        () => ask<Answer>(scene.election, 'challenges'),
        (r) => {
          this.all = r.challenges;
        },
      );
    }
    const rows = this.all
      .map((c) => ({
        c,
        filed: effective(c.filed),
        rulings: c.rulings.filter((r) => !scene.ms || effective(r.at) <= scene.ms),
      }))
      .filter(({ filed }) => !scene.ms || filed <= scene.ms)
      .map((r) => ({ ...r, open: !r.rulings.length }))
      .filter(
        ({ c, open }) =>
          (!this.where || c.units?.some((u) => u.split('-')[0] === this.where)) &&
          (!this.kind || c.kind === this.kind) &&
          (!this.which || (this.which === 'open') === open) &&
          (!this.text ||
            `${c.name} ${c.venue} ${c.rulings.map((r) => r.outcome).join(' ')}`
              .toLowerCase()
              .includes(this.text.toLowerCase())),
      )
      .sort((a, b) => a.filed - b.filed);
    const places = [...new Set(this.all.flatMap((c) => c.units ?? []).map((u) => u.split('-')[0]))].sort();
    const kinds = [...new Set(this.all.map((c) => c.kind))].sort();
    const pick = (
      label: string,
      value: string,
      options: string[],
      name: (o: string) => string,
      set: (v: string) => void,
    ) =>
      html`<label>${label} <select @change=${(e: Event) =>
        set((e.target as HTMLSelectElement).value)}><option value="">${say('all')}</option>${options.map(
        (o) => html`<option value=${o} ?selected=${o === value}>${name(o)}</option>`,
      )}</select></label>`;
    return html`<section class="room"><h1 class="word">${say('challenges')}</h1>
      <div class="filters">${pick(
        say('where').toLowerCase(),
        this.where,
        places,
        (p) => jurisdictionName(scene, p),
        (v) => {
          this.where = v;
        },
      )}${pick(
        say('kind'),
        this.kind,
        kinds,
        (k) => say(`kind.${k}`),
        (v) => {
          this.kind = v;
        },
      )}${pick(
        say('state'),
        this.which,
        ['open', 'decided'],
        (o) => say(o),
        (v) => {
          this.which = v;
        },
      )}
        <label>${say('search')} <input type="search" .value=${this.text} @input=${(e: Event) => {
          this.text = (e.target as HTMLInputElement).value;
        }}></label></div>
      <p class="note" role="status">${say('challenges.n', { n: rows.length, all: this.all.length })} ${
        scene.ms ? say('asOf', { moment: givenInFull(new Date(scene.ms).toISOString()) }) : ''
      }</p>
      ${this.refusal ? html`<p>${asAnswered(this.refusal)}</p>` : nothing}
      <table class="rows"><thead><tr><th scope="col">${say('filed')}</th><th scope="col">${say(
        'where',
      ).toLowerCase()}</th><th scope="col">${say('challenge')}</th><th scope="col">${say('rulings')}</th>
        </tr></thead><tbody>
      ${rows.map(
        ({ c, rulings, open }) => html`<tr><td class="when">${given(c.filed)}</td><td>${(c.units ?? []).join(' ')}</td>
        <td><b lang="en">${c.name}</b><br><span class="note"><span lang="en">${c.venue}</span>
          · ${say(`kind.${c.kind}`)} · <a class="under" href="/${scene.election}/record?from=${c.entry}">${say(
            'entry',
            { n: c.entry },
          )}</a></span></td>
        <td>${
          open
            ? html`<b>${say('open')}</b>`
            : rulings.map(
                (r) =>
                  html`<p>${given(r.at)}: ${outcomeTold(r)}${
                    r.for ? html` <span class="note">${say(`for.${r.for}`)}</span>` : nothing
                  }</p>`,
              )
        }</td></tr>`,
      )}
      </tbody></table></section>`;
  }
}
