import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { say } from '../words/words';
import type { Proposal } from './answers';
import { act } from './asking';
import { fieldRows, sent, stepped } from './fields';
import { titleOf } from './naming';
import './scan';
import type { Scan } from './scan';
import { Screen } from './screen';
import { desk, type Key } from './store';

/** The fields in which two typings differ are typed again; nothing of either is shown. */
@customElement('a-differing')
export class Differing extends Screen {
  @property({ attribute: false }) paper!: Proposal;

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.field input')?.focus();
  }

  private scan(): Scan | null {
    return this.querySelector<Scan>('a-scan');
  }

  protected override keys(): Key[] {
    return [
      { key: '+', says: say('scan.larger'), run: () => this.scan()?.larger() },
      { key: '-', says: say('scan.smaller'), run: () => this.scan()?.smaller() },
      { key: 'Esc', says: say('desk.back'), run: () => desk.go('papers') },
    ];
  }

  /** In the order of the paper. */
  private paths(): string[] {
    return this.paper.paper!.fields.filter((path) => this.paper.differ!.includes(path));
  }

  override render(): TemplateResult {
    const paths = this.paths();
    const head = say('differ.head', { n: paths.length, what: titleOf(this.paper) });
    return html`${this.heading(head, say('differ.rest'))}
      <div class="c2"><section><h2>${say('differ.again')}</h2>
        <form @submit=${this.submit} @keydown=${(event: KeyboardEvent) => stepped(event, this.scan())}
          aria-label=${say('differ.again')}>${fieldRows(paths, {}, () => undefined)}
          <p class="acts"><button class="act" ?disabled=${!!this.busy}>${say('differ.done')}</button></p>
          ${this.refused('retype')}</form></section>
      <section><a-scan .due=${this.paper.paper!.scan ?? ''}></a-scan></section></div>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const fields = Object.fromEntries(this.paths().map((path) => [path, sent(path, String(form.get(path) ?? ''))]));
    const { href, method } = this.paper.next.find((each) => each.act === 'retype')!;
    void this.doing('retype', async () =>
      desk.put(await act<Proposal>(method, href!, { version: this.paper.version, fields })),
    );
  };
}
