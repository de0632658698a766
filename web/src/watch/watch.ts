import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { elections } from '../model/asking';
import type { Summary } from '../model/api';
import { dress } from '../model/dress';
import '../parts/masthead';
import { say } from '../words/words';
import './acknowledged';
import './composer';
import './noticed';
import './opened';

/** What opens a watch stands behind the mark of its address, which no browser sends anywhere. */
const SECRET = /^#([A-Za-z0-9_-]{43})$/;

/** A notice by its turn's id, or one in a file. */
const NOTICE = /^#notice(?:=([0-9a-v]{26}))?$/;

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

  /** What opens the watch that was looked at last: from its notice one goes back to it. */
  private opened = '';

  private readonly anew = (): void => this.requestUpdate();

  private readonly dressed = async (): Promise<void> => {
    await dress();
    document.title = `${say('watch')} - Ascertain`;
    this.ready = true;
    this.requestUpdate();
    this.querySelectorAll<LitElement>('a-masthead, a-composer, a-opened, a-noticed, a-acknowledged').forEach((part) =>
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
    return html`<a-masthead></a-masthead><main aria-busy=${!this.all.length}>${this.shown()}</main>`;
  }

  private shown(): TemplateResult | typeof nothing {
    const secret = SECRET.exec(location.hash)?.[1];
    if (secret) this.opened = secret;
    const notice = NOTICE.exec(location.hash);
    return secret
      ? html`<a-opened .secret=${secret} .all=${this.all}></a-opened>`
      : notice
        ? html`<a-noticed .turn=${notice[1] ?? ''} .watch=${this.opened} .all=${this.all}></a-noticed>`
        : this.compose();
  }

  /** Nothing can be asked before it is known of which election. */
  private compose(): TemplateResult | typeof nothing {
    if (!this.election) return nothing;
    const grows = !!this.all.find((each) => each.id === this.election)?.live;
    return html`<a-composer .election=${this.election} .all=${this.all} .grows=${grows}
        @elected=${(event: CustomEvent<string>) => (this.election = event.detail)}></a-composer>
      <a-acknowledged .election=${this.election}></a-acknowledged>
      <p class="acts"><a href="#notice">${say('notice.check')}</a></p>`;
  }
}
