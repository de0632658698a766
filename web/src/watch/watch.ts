import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { elections } from '../model/asking';
import type { Summary } from '../model/api';
import { dress } from '../model/dress';
import '../parts/masthead';
import { say } from '../words/words';
import './acknowledged';
import './composer';
import './opened';

/** What opens a watch stands behind the mark of its address, which no browser sends anywhere. */
const SECRET = /^#([A-Za-z0-9_-]{43})$/;

/** Watches: somebody's own meaning of official, written once; or one watch, opened by what its maker was told. */
@customElement('a-watch')
export class Watch extends LitElement {
  @state() private all: Summary[] = [];
  @state() private election = '';
  @state() private ready = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('chosen', this.dressed);
    addEventListener('hashchange', this.anew);
    void this.dressed().then(() => this.read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('chosen', this.dressed);
    removeEventListener('hashchange', this.anew);
  }

  private readonly anew = (): void => this.requestUpdate();

  private readonly dressed = async (): Promise<void> => {
    await dress();
    document.title = `${say('watch')} - Ascertain`;
    this.ready = true;
    this.requestUpdate();
    this.querySelectorAll<LitElement>('a-masthead, a-composer, a-opened, a-acknowledged').forEach((part) =>
      part.requestUpdate(),
    );
  };

  private async read(): Promise<void> {
    this.all = await elections();
    const wanted = new URLSearchParams(location.search).get('election');
    const found = this.all.find((each) => each.id === wanted || String(each.year) === wanted);
    this.election = (found ?? this.all.find((each) => each.live) ?? this.all.at(-1))?.id ?? '';
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.ready) return nothing;
    const secret = SECRET.exec(location.hash)?.[1];
    return html`<a-masthead></a-masthead><main aria-busy=${!secret && !this.all.length}>${
      secret ? html`<a-opened .secret=${secret} .all=${this.all}></a-opened>` : this.compose()
    }</main>`;
  }

  private compose(): TemplateResult {
    const grows = !!this.all.find((each) => each.id === this.election)?.live;
    return html`<section class="lead"><h1>${say('watch')} <span class="rest">${say('watch.what')}</span></h1>
        <label>${say('watch.election')}
          <select @change=${(event: Event) => (this.election = (event.target as HTMLSelectElement).value)}>${this.all
            .toReversed()
            .map(
              (each) => html`<option value=${each.id} ?selected=${each.id === this.election}>
                ${each.year}</option>`,
            )}</select></label></section>
      <a-composer .election=${this.election} .all=${this.all} .grows=${grows}></a-composer>
      <a-acknowledged .election=${this.election}></a-acknowledged>`;
  }
}
