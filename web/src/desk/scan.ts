import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../words/words';
import { fileAt, send } from './asking';
import { Screen } from './screen';
import { desk } from './store';

/** What a paper's picture may be. */
export const PICTURES = 'application/pdf,image/png,image/jpeg';

const STEP = 1.25;

/** What was fetched last stays beside the fields, from typing to typing again, as long as the page is open. */
let shown: { hash: string; url: string; isPdf: boolean } | undefined;

/** Keeps a picture at the desk; gives its SHA-256, by which it is known. */
export const keep = async (file: File): Promise<string> => (await send<{ scan: string }>(desk.at('scans'), file)).scan;

/** The paper beside what is typed, as it was handed in when it was laid out. */
@customElement('a-scan')
export class Scan extends Screen {
  /** The SHA-256 of the picture that was handed in; empty where none was. */
  @property() due = '';
  @state() private zoom = 1;
  private asked = '';

  /** The screen around it says what keys do. */
  protected override updated(): void {}

  protected override willUpdate(): void {
    if (!this.due || this.asked === this.due || shown?.hash === this.due) return;
    this.asked = this.due;
    void this.doing('scan', () => this.fetch(this.due));
  }

  private async fetch(hash: string): Promise<void> {
    const file = await fileAt(desk.at(`scans/${hash}`));
    if (shown) URL.revokeObjectURL(shown.url);
    shown = { hash, url: URL.createObjectURL(file), isPdf: file.type === 'application/pdf' };
    this.requestUpdate();
  }

  larger(): void {
    this.zoom *= STEP;
  }

  smaller(): void {
    this.zoom /= STEP;
  }

  override render(): TemplateResult {
    const picture = shown?.hash === this.due ? shown : undefined;
    return html`<h2>${say('scan')} <em>${say(this.due ? 'scan.rest' : 'scan.none')}</em></h2>
      ${
        picture && !picture.isPdf
          ? html`<p class="acts">
              <button type="button" class="under" @click=${this.larger}><kbd>+</kbd>${say('scan.larger')}</button>
              <button type="button" class="under" @click=${this.smaller}><kbd>-</kbd>${say('scan.smaller')}</button>
            </p>`
          : nothing
      }
      ${this.refused('scan')}
      ${
        picture
          ? html`<div class="scan" tabindex="0" role="group" aria-label=${say('scan')}>${
              picture.isPdf
                ? html`<iframe src=${picture.url} title=${say('scan')}></iframe>`
                : html`<img src=${picture.url} alt=${say('scan')} width=${Math.round(620 * this.zoom)} />`
            }</div>`
          : html`<div class="scan none" role="group" aria-label=${say('scan')}></div>`
      }`;
  }
}
