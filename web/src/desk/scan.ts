import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { say } from '../words/words';
import { Screen } from './screen';

/** The SHA-256 of a file, in hexadecimal digits; none where the browser gives no such sums, as over plain http. */
export async function hashOf(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const sum = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const STEP = 1.25;

/** What was chosen last stays beside the fields, from typing to typing again, as long as the page is open. */
let chosen: { file: File; url: string; hash?: string } | undefined;

/** The paper beside what is typed: shown from its reader's own disk, and held against what was laid out. */
@customElement('a-scan')
export class Scan extends Screen {
  /** The SHA-256 of the file that was laid out. */
  @property() due = '';
  @state() private zoom = 1;

  /** The screen around it says what keys do. */
  protected override updated(): void {}

  larger(): void {
    this.zoom *= STEP;
  }

  smaller(): void {
    this.zoom /= STEP;
  }

  override render(): TemplateResult {
    return html`<h2>${say('scan')} <em>${say('scan.rest')}</em></h2>
      <p class="acts"><label>${say('scan.choose')}
        <input type="file" accept="image/*,application/pdf" @change=${this.choose} /></label>
        <button type="button" class="under" @click=${this.larger}><kbd>+</kbd>${say('scan.larger')}</button>
        <button type="button" class="under" @click=${this.smaller}><kbd>-</kbd>${say('scan.smaller')}</button></p>
      ${chosen && this.due && chosen.hash ? this.compared(chosen.hash) : nothing}
      <div class="scan ${chosen ? '' : 'none'}" tabindex="0" role="group" aria-label=${say('scan')}>
        ${this.picture()}</div>`;
  }

  private compared(hash: string): TemplateResult {
    return hash === this.due
      ? html`<p class="note" role="status">${say('scan.same')}</p>`
      : html`<p class="refusal" role="alert">${say('scan.other')}</p>`;
  }

  private picture(): unknown {
    if (!chosen) return nothing;
    const { file, url } = chosen;
    return file.type === 'application/pdf'
      ? html`<iframe src=${url} title=${file.name}></iframe>`
      : html`<img src=${url} alt=${file.name} width=${Math.round(620 * this.zoom)} />`;
  }

  private readonly choose = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    if (chosen) URL.revokeObjectURL(chosen.url);
    chosen = { file, url: URL.createObjectURL(file), hash: await hashOf(file) };
    this.requestUpdate();
  };
}
