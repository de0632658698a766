import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { dayAndYear, givenInFull } from '../model/moments';
import { say } from '../words/words';
import type { Token } from './answers';
import { act, look } from './asking';
import { again, chosen, passwordAgain, Screen, typed } from './screen';
import { desk, type Key } from './store';

/** What a feed hands in, most often. */
const KINDS = ['returns', 'ranked-returns', 'call', 'call-withdrawn', 'challenge', 'ruling', 'statement'];

/** The tokens by which programs hand in: made, told once, taken back. */
@customElement('a-tokens')
export class Tokens extends Screen {
  @state() private tokens: Token[] = [];
  @state() private made?: Token;
  @state() private leaving = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing('tokens', () => this.fetch());
  }

  /** The screen around it says what keys do. */
  protected override updated(): void {}

  protected override keys(): Key[] {
    return [];
  }

  private async fetch(): Promise<void> {
    this.tokens = (await look<{ tokens: Token[] }>('/api/tokens')).tokens;
  }

  override render(): TemplateResult {
    return html`<h2>${say('tokens')} <em>${say('tokens.rest')}</em></h2>${this.refused('tokens')}
      ${
        this.tokens.length
          ? html`<table><thead><tr><th>${say('tokens.label')}</th><th>${say('tokens.send')}</th>
              <th>${say('tokens.used')}</th><th>${say('tokens.ends')}</th><th></th></tr></thead>
              <tbody>${this.tokens.map((each) => this.row(each))}</tbody></table>`
          : html`<p class="note">${say('tokens.none')}</p>`
      }${this.making()}`;
  }

  private row(token: Token): TemplateResult {
    const { id, label, scope, policy, good, revoked, expires, lastUsed } = token;
    const parts = ['facts', 'callers', 'units', 'sources', 'elections'].flatMap((part) => scope[part] ?? []);
    return html`<tr class=${good ? '' : 'soft'}><td><b>${label}</b></td>
      <td>${parts.join(', ')} <small>${say(`tokens.${policy}`)}</small></td>
      <td>${lastUsed ? givenInFull(lastUsed) : say('tokens.never')}</td>
      <td>${revoked ? say('tokens.revoked', { day: givenInFull(revoked) }) : dayAndYear(Date.parse(expires))}</td>
      <td class="num">${good ? this.leave(id, label) : nothing}</td></tr>`;
  }

  private leave(id: number, label: string): TemplateResult {
    if (this.leaving !== id)
      return html`<button type="button" class="under" aria-label=${say('tokens.revoke.of', { label })} @click=${() => {
        this.leaving = id;
      }}>${say('tokens.revoke')}</button>`;
    return html`<button type="button" class="act" @click=${() =>
      void this.doing('tokens', async () => {
        await act('DELETE', `/api/tokens/${id}`);
        this.leaving = 0;
        await this.fetch();
      })}>${say('tokens.revoke.sure')}</button>`;
  }

  private making(): TemplateResult {
    const make = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const { label, callers, policy, days, elections } = typed(event);
      const body = {
        label,
        elections: words(elections!),
        facts: chosen(event, 'fact'),
        ...(callers ? { callers: words(callers) } : {}),
        policy,
        days: Number(days),
        ...again(event),
      };
      void this.doing('make', async () => {
        this.made = await act<Token>('POST', '/api/tokens', body);
        form.reset();
        await this.fetch();
      });
    };
    return html`<h2>${say('tokens.new')} <em>${say('tokens.new.rest')}</em></h2>
      <form class="line" @submit=${make} aria-label=${say('tokens.new')}>
        <label>${say('tokens.label')} <input name="label" required maxlength="64" autocomplete="off" /></label>
        <label>${say('desk.election')} <input name="elections" required .value=${desk.elections.join(', ')} /></label>
        <fieldset><legend class="quietly">${say('tokens.send')}</legend>${KINDS.map(
          (kind) => html`<label><input type="checkbox" name="fact" value=${kind} ?checked=${kind === 'returns'} />
            ${say(`kind.${kind}`)}</label>`,
        )}</fieldset>
        <label>${say('tokens.callers')} <input name="callers" autocomplete="off" placeholder="AP" /></label>
        <label>${say('tokens.policy')} <select name="policy"><option value="aside">${say('tokens.aside')}</option>
          <option value="flag">${say('tokens.flag')}</option></select></label>
        <label>${say('tokens.days')} <input name="days" type="number" min="1" max="400" value="90" required /></label>
        ${passwordAgain()} <button class="act">${say('tokens.make')}</button>${this.refused('make')}</form>
      ${
        this.made
          ? html`<p class="once" role="status">${say('tokens.once', { label: this.made.label })}
              <output class="mono">${this.made.token}</output></p>`
          : nothing
      }`;
  }
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
