import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Proven } from '../model/api';
import { address } from '../model/asking';
import { base64Of, leafHash, noteOf, rootBy, signedBy, type Note } from '../model/proof';
import { Part } from '../model/part';
import { number, say } from '../words/words';

interface Step {
  text: string;
  hash?: string;
  right: boolean;
}

/** Checks in the reader's own browser that an entry is in the log, shows each step, and says what that leaves. */
@customElement('a-check')
export class Check extends Part {
  @property({ attribute: false }) proven!: Proven;
  @state() private steps: Step[] = [];
  @state() private note?: Note;
  @state() private answer = '';
  @state() private busy = false;
  private of?: Proven;

  override render() {
    if (this.of !== this.proven) {
      this.of = this.proven;
      this.steps = [];
      this.note = undefined;
      this.answer = '';
    }
    const all = this.steps.length > 0 && this.steps.every((s) => s.right);
    return html`<p><button type="button" class="under" ?disabled=${this.busy} @click=${() => void this.check()}>
        ${say('check')}</button></p>
      ${
        this.steps.length
          ? html`<ol class="steps" role="status">${this.steps.map((s) => this.step(s))}</ol>
              <p><b>${say(all ? 'check.right' : 'check.wrong')}</b> ${say('check.leaves')}</p>${this.signature()}`
          : nothing
      }`;
  }

  private step({ text, hash, right }: Step): TemplateResult {
    return html`<li><b>${say(right ? 'check.yes' : 'check.no')}</b> ${text}${
      hash ? html`<br><code class="mono">${hash}</code>` : nothing
    }</li>`;
  }

  /** A key that the reader has from elsewhere says who signed; the page has none to offer. */
  private signature() {
    const signed = this.note?.signatures ?? [];
    if (!signed.length) return html`<p class="note">${say('check.unsigned')}</p>`;
    return html`<label class="note">${say('check.key', { names: signed.map((s) => s.name).join(', ') })}
        <input class="mono key-of" spellcheck="false" autocomplete="off" @change=${async (e: Event) => {
          const found = await signedBy(this.note!, (e.target as HTMLInputElement).value);
          this.answer = say(`check.${found.replace(/ /g, '-')}`);
        }}></label><p role="status">${this.answer}</p>`;
  }

  private async check(): Promise<void> {
    const { proven, scene } = this;
    const { index, size = 0, proof = [], root = '', leaf = '', checkpoint = '' } = proven;
    this.busy = true;
    try {
      const query = { from: String(index), to: String(index + 1) };
      const line = (await (await fetch(address(scene.election, 'record', query))).text()).replace(/\n$/, '');
      const hash = await leafHash(new TextEncoder().encode(line));
      const found = await rootBy(hash, index, size, proof);
      const note = noteOf(checkpoint);
      const told = found ? base64Of(found) : '';
      this.note = note;
      this.steps = [
        { text: say('check.bytes', { n: index, bytes: line.length }), right: line.startsWith(`{"index":${index},`) },
        { text: say('check.leaf'), hash: base64Of(hash), right: base64Of(hash) === leaf },
        { text: say('check.path', { n: proof.length }), hash: told, right: told !== '' && told === root },
        {
          text: say('check.checkpoint', { size: number(note.size), origin: note.origin }),
          hash: note.root,
          right: note.root === told && note.size === size,
        },
      ];
    } catch (fault) {
      this.steps = [{ text: (fault as Error).message, right: false }];
    }
    this.busy = false;
  }
}
