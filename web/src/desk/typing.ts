import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { clock } from '../model/moments';
import { narrow } from '../model/part';
import { number, say } from '../words/words';
import type { Proposal } from './answers';
import { act } from './asking';
import { fieldRows, stepped, type Left } from './fields';
import { titleOf } from './naming';
import type { Scan } from './scan';
import './scan';
import { Screen, typed } from './screen';
import { desk, type Key } from './store';

/** One person types a paper, alone; each field is saved as it is left. */
@customElement('a-typing')
export class Typing extends Screen {
  @property({ attribute: false }) paper!: Proposal;
  /** What is not saved yet. */
  private waiting: Record<string, string> = {};
  private saving: Promise<unknown> = Promise.resolve();
  @state() private texts: Record<string, string> = {};
  @state() private isSaving = false;
  private version = 0;
  private of = 0;

  protected override willUpdate(): void {
    if (this.of !== this.paper.id) {
      this.of = this.paper.id;
      this.texts = { ...(this.paper.typed ?? {}) };
      this.version = 0;
    }
    this.version = Math.max(this.version, this.paper.version);
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.field input')?.focus();
  }

  private scan(): Scan | null {
    return this.querySelector<Scan>('a-scan');
  }

  protected override keys(): Key[] {
    const field = () => this.querySelector<HTMLElement>('.field input')?.focus();
    return [
      { key: 'Enter', says: say('typing.key.next'), run: field },
      { key: 'Shift+Enter', says: say('typing.key.back'), run: field },
      { key: '+', says: say('scan.larger'), run: () => this.scan()?.larger() },
      { key: '-', says: say('scan.smaller'), run: () => this.scan()?.smaller() },
      { key: 'Esc', says: say('desk.back'), run: () => desk.go('papers') },
    ];
  }

  override render(): TemplateResult {
    const { paper } = this;
    const what = titleOf(paper);
    const fields = paper.paper!.fields;
    const isFirst = paper.state === 'first-typing';
    const filled = fields.filter((path) => this.texts[path] !== undefined).length;
    return html`${this.heading(say(isFirst ? 'typing.first' : 'typing.second', { what }), say('typing.rest'))}
      ${narrow() ? html`<p class="note">${say('typing.phone')}</p>` : nothing}
      <div class="c2"><section><h2>${say('typing.says')}
        <em>${say('typing.place', { n: Math.min(filled + 1, fields.length), of: fields.length })}</em></h2>
        <form @submit=${this.submit} @keydown=${(event: KeyboardEvent) => stepped(event, this.scan())}
          aria-label=${say('typing.says')}>
          ${fieldRows(fields, this.texts, this.left)}
          ${fields.some((path) => path.startsWith('/votes/')) ? this.sum() : nothing}
          ${this.refused('done')}
          ${
            this.refusalAt('done')?.code
              ? html`<label>${say('typing.remark')} <input name="remark" autocomplete="off" /></label>`
              : nothing
          }
          <p class="acts"><button class="act" ?disabled=${this.busy === 'done'}>${say(
            this.refusalAt('done')?.code ? 'typing.again' : 'typing.done',
          )}</button>
          <span class="note" role="status">${this.isSaving ? say('typing.saving') : this.saved()}</span></p>
          ${this.refused('save')}
          <p class="note">${say('typing.shown')}</p></form></section>
      <section><a-scan .due=${paper.paper!.scan ?? ''}></a-scan></section></div>`;
  }

  private saved(): string {
    return this.paper.until ? say('typing.saved', { clock: clock(Date.parse(this.paper.until)) }) : '';
  }

  /** The sum of the votes, beside a total that is typed like any other field. */
  private sum(): TemplateResult {
    const paths = this.paper.paper!.fields.filter((path) => path.startsWith('/votes/') || path === '/other');
    const sum = paths.reduce((all, path) => all + (Number(this.texts[path]) || 0), 0);
    return html`<p class="field"><span class="note">${say('typing.sum')}</span><b class="num">${number(sum)}</b></p>`;
  }

  private readonly left = ({ path, text }: Left): void => {
    if (this.texts[path] === text) return;
    this.texts = { ...this.texts, [path]: text };
    this.waiting = { ...this.waiting, [path]: text };
    void this.save();
  };

  /** One request at a time, for each names the version that the one before made. */
  private save(): Promise<unknown> {
    this.saving = this.saving.then(async () => {
      const fields = this.waiting;
      if (!Object.keys(fields).length) return;
      this.waiting = {};
      this.isSaving = true;
      const isDone = await this.doing('save', () => this.put('save', { fields }));
      if (!isDone) this.waiting = { ...fields, ...this.waiting };
      this.isSaving = false;
    });
    return this.saving;
  }

  private async put(word: string, body: Record<string, unknown>): Promise<void> {
    // Where the claim is over it is not offered any more; then the server says so.
    const href = this.paper.next.find((each) => each.act === word)?.href;
    const url = href ?? desk.at(`proposals/${this.paper.id}/${word}`);
    const now = await act<Proposal>('POST', url, { version: this.version, ...body });
    this.version = now.version;
    desk.put(now);
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { remark } = typed(event);
    // A field that was passed over says that the paper has none.
    for (const path of this.paper.paper!.fields) if (this.texts[path] === undefined) this.left({ path, text: '' });
    await this.save();
    if (Object.keys(this.waiting).length) return;
    const isDone = await this.doing('done', () => this.put('done', remark ? { remark } : {}));
    if (isDone) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[name=remark]')?.focus(); // a check asks: why it stands is typed at once
  };
}
