import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask } from '../model/asking';
import type { Law } from '../model/api';
import { say } from '../words/words';
import { AnswerPart } from './answerpart';
import { asAnswered, inWords } from './inwords';

/** The rules in force for an election, each with its citation. */
@customElement('a-law')
export class LawRoom extends AnswerPart {
  @state() private law?: Law;
  private of = '';

  override render() {
    const { scene } = this;
    if (scene.election && this.of !== scene.election) {
      this.of = scene.election;
      this.learn(
        `${scene.election} law`,
        () => ask<Law>(scene.election, 'law'),
        (l) => {
          this.law = l;
        },
      );
    }
    return html`<section class="room"><h1 class="word">${say('law.of', {
      year: String(this.law?.law ?? scene.meta?.year ?? ''),
    })}</h1>${this.refusal ? html`<p>${asAnswered(this.refusal)}</p>` : nothing}
      <table class="rows"><thead><tr><th scope="col">${say('law.rule')}</th><th scope="col">${say('law.text')}</th>
        <th scope="col">${say('law.citation')}</th></tr></thead><tbody>
      ${(this.law?.rules ?? []).map(
        (r) =>
          html`<tr><td><code class="mono">${r.id}</code></td><td>${inWords(r.text, r.textEs)}</td>
            <td lang="en" class="note">${r.citation}</td></tr>`,
      )}</tbody></table></section>`;
  }
}
