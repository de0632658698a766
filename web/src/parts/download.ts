import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ElectionFormats } from '../model/api';
import { address, ask, fromFiles, once } from '../model/asking';
import { asAsked } from '../model/moments';
import { Part } from '../model/part';
import { number, say } from '../words/words';

/** Everything to take away, each as it is asked for. */
@customElement('a-download')
export class Download extends Part {
  @state() private formats?: ElectionFormats;
  private asked = '';

  /** A published copy has its files as of the end alone. */
  private at(): string | undefined {
    return this.scene.ms && !fromFiles ? asAsked(this.scene.ms) : undefined;
  }

  override updated(): void {
    const { election } = this.scene;
    const question = `${election} formats ${this.at() ?? ''}`;
    if (!election || question === this.asked) return;
    this.asked = question;
    void once(question, () => ask<ElectionFormats>(election, 'formats', { at: this.at() }))
      .then((formats) => {
        if (question === this.asked) this.formats = formats;
      })
      .catch(() => {
        if (question === this.asked) this.formats = undefined;
      });
  }

  /** The files of each format that others speak, and how many facts have no place in it. */
  private others(id: string) {
    const at = this.at();
    const place = (format: ElectionFormats['formats'][number], part: string, name: string) =>
      fromFiles
        ? `/data/${id}/formats/${format.id}/${name}`
        : `/api/elections/${id}.${format.address}?${new URLSearchParams({ part, ...(at ? { at } : {}) })}`;
    const given = this.formats?.formats.filter((format) => format.files.length) ?? [];
    return html`<h2 class="word">${say('download.others')}</h2>
      <table class="rows"><tbody>${given.map(
        (format) =>
          html`<tr><td>${say(`download.format.${format.id}`)}</td><td>${format.files.map(
            ({ part, name }) =>
              html`<a class="under mono" href=${place(format, part, name)} download=${name}>${
                format.files.length > 1 ? part : name
              }</a> `,
          )}</td><td class="quiet">${
            format.leftOut.facts
              ? say('download.leftOut', { count: number(format.leftOut.facts) })
              : say('download.whole')
          }</td></tr>`,
      )}</tbody></table>
      <p class="note"><a class="under" href=${address(id, 'formats', { at })}>${say('download.which')}</a></p>`;
  }

  override render() {
    const { scene } = this;
    const id = scene.election;
    const at = this.at();
    const rows: [string, string][] = [
      ['record', address(id, 'record', { from: '0', to: String(scene.meta?.entries ?? 0) })],
      ['standing', address(id, 'standing', { at })],
      ...(fromFiles
        ? []
        : ([
            ['csv', `/api/elections/${id}/standing.csv${at ? `?at=${encodeURIComponent(at)}` : ''}`],
            ['feed', `/api/elections/${id}/feed.atom`],
            ['openapi', '/openapi'],
          ] as [string, string][])),
      ['story', address(id, 'story')],
      ['challenges', address(id, 'challenges')],
      ['law', address(id, 'law')],
      ['log', `/log/${id}/checkpoint`],
    ];
    return html`<section class="room"><h1 class="word">${say('download')}</h1>
      <table class="rows"><tbody>${rows.map(
        ([name, url]) =>
          html`<tr><td>${say(`download.${name}`)}</td><td><a class="under mono" href=${url}>${url}</a></td></tr>`,
      )}</tbody></table>
      ${this.formats ? this.others(id) : nothing}
      ${
        fromFiles
          ? nothing
          : html`<p class="note">${say('download.publish', { year: String(scene.meta?.year ?? '') })}</p>`
      }</section>`;
  }
}
