import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../words/words';
import type { Proposal } from './answers';
import { act } from './asking';
import { sent, shown } from './fields';
import { fieldName, titleOf } from './naming';
import './scan';
import { Screen, typed } from './screen';
import { desk, type Key } from './store';

/** A third person, who typed neither, says what the paper says where two typings stay unlike. */
@customElement('a-deciding')
export class Deciding extends Screen {
  @property({ attribute: false }) paper!: Proposal;
  @state() private taken: Record<string, string> = {};
  @state() private at = 0;

  protected override keys(): Key[] {
    const side = (n: number) => () => this.take(n);
    return [
      { key: '1', says: say('decide.first', { who: String(this.paper.typists?.[0] ?? '') }), run: side(0) },
      { key: '2', says: say('decide.second', { who: String(this.paper.typists?.[1] ?? '') }), run: side(1) },
      {
        key: 't',
        says: say('decide.other'),
        run: () => this.querySelectorAll<HTMLElement>('.choice input')[this.at]?.focus(),
      },
      { key: 'Enter', says: say('decide.record'), run: () => void this.record() },
      { key: 'Esc', says: say('desk.back'), run: () => desk.go('papers') },
    ];
  }

  private paths(): string[] {
    return this.paper.paper!.fields.filter((path) => this.paper.differ!.includes(path));
  }

  private take(side: number): void {
    const path = this.paths()[this.at];
    const text = path && this.paper.sides?.[side]?.fields[path];
    if (path === undefined || text === undefined) return;
    this.taken = { ...this.taken, [path]: text };
    this.at = Math.min(this.at + 1, this.paths().length - 1);
  }

  override render(): TemplateResult {
    const paths = this.paths();
    const all = paths.every((path) => path in this.taken);
    return html`${this.heading(say('decide.head', { n: paths.length, what: titleOf(this.paper) }), say('decide.rest'))}
      <div class="c2"><section><h2>${say('decide.fields')} <em>${say('decide.open')}</em></h2>
        ${paths.map((path, i) => this.choice(path, i))}
        <p class="acts"><button type="button" class="act" ?disabled=${!all || !!this.busy} @click=${this.record}>
          <kbd>Enter</kbd>${say('decide.record')}</button></p>
        ${this.refused('decide')}${this.refusing()}</section>
      <section><a-scan .due=${this.paper.paper!.scan ?? ''}></a-scan></section></div>`;
  }

  private choice(path: string, place: number): TemplateResult {
    const { group, name } = fieldName(path);
    const sides = this.paper.sides ?? [];
    return html`<div class="choice" ?data-at=${place === this.at} role="group" aria-label="${group}: ${name}"
      @focusin=${() => (this.at = place)}><span><b>${name}</b><br /><small>${group}</small></span>
      ${sides.map((side, i) => {
        const text = side.fields[path] ?? '';
        const isTaken = this.taken[path] === text;
        return html`<span><small><kbd>${i + 1}</kbd>${say(i ? 'decide.second' : 'decide.first', {
          who: String(side.typist),
        })}</small>
          <button type="button" class="figure" aria-pressed=${isTaken} @click=${() => {
            this.at = place;
            this.take(i);
          }}>${shown(path, text) || say('decide.none')}</button>
          <small>${isTaken ? say('decide.chosen') : nothing} ${side.remark ?? nothing}</small></span>`;
      })}
      <label><small>${say('decide.other')}</small><br /><input autocomplete="off" @change=${(event: Event) => {
        const text = sent(path, (event.target as HTMLInputElement).value);
        this.taken = { ...this.taken, [path]: text };
      }} /></label></div>`;
  }

  private readonly record = async (): Promise<void> => {
    const fields = Object.fromEntries(this.paths().map((path) => [path, this.taken[path] ?? '']));
    if (!this.paths().every((path) => path in this.taken)) return;
    await this.act('decide', { fields });
  };

  private async act(word: string, body: Record<string, unknown>): Promise<void> {
    const { href, method } = this.paper.next.find((each) => each.act === word)!;
    await this.doing('decide', async () =>
      desk.put(await act<Proposal>(method, href!, { version: this.paper.version, ...body })),
    );
  }

  private refusing(): TemplateResult {
    return html`<form class="line" aria-label=${say('decide.refuse')} @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      void this.act('refuse', { reason: typed(event).reason });
    }}><label>${say('second.refuse.reason')} <input name="reason" required autocomplete="off" /></label>
      <button class="under">${say('decide.refuse')}</button></form>`;
  }
}
