import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../model/scene';
import { fromFiles } from '../model/asking';
import { say } from '../words/words';
import { saveSvg } from './export';

/** Below a chart or map: take it elsewhere, as a picture or as a view in another page. */
export function tools(scene: Scene, view: string, chart: () => Element | null): TemplateResult | typeof nothing {
  if (scene.room === 'embed') return nothing;
  const source = `${location.origin}/embed/${scene.election}/${view}?${scene.query()}`;
  const snippet = `<iframe src="${source}" width="600" height="440" title="${scene.election}" loading="lazy"></iframe>`;
  return html`<details class="elsewhere"><summary>${say('elsewhere')}</summary>
    <p><button type="button" class="under" @click=${() => {
      const part = chart();
      if (part) saveSvg(part, `${scene.election}-${view}`);
    }}>${say('svg')}</button></p>
    ${
      fromFiles
        ? ''
        : html`<label>${say('snippet')}<textarea class="mono" readonly rows="3" .value=${snippet} @focus=${(e: Event) =>
            (e.target as HTMLTextAreaElement).select()}></textarea></label>`
    }
  </details>`;
}
