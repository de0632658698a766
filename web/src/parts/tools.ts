import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../model/scene';
import { fromFiles } from '../model/asking';
import { say } from '../words/words';
import { savePng, saveSvg, type Caption } from './export';
import { jurisdictionName, momentInWords } from './reading';
import { title } from './title';

/** How high each view is in a frame of 600 pixels. */
const HEIGHTS: Record<string, number> = {
  headline: 190,
  ladder: 620,
  strips: 470,
  map: 560,
  tiles: 600,
  when: 760,
  jurisdiction: 620,
};

/** Below a chart or map: take it elsewhere, as a picture or as a view in another page. */
export function tools(
  scene: Scene,
  view: string,
  chart: () => Element | null,
  place = '',
): TemplateResult | typeof nothing {
  if (scene.room === 'embed') return nothing;
  const source = `${location.origin}/embed/${scene.election}/${view}?${scene.query()}`;
  const size = `width="600" height="${HEIGHTS[view] ?? 440}"`;
  const snippet = `<iframe src="${source}" ${size} title="${caption(scene, place).title}" loading="lazy"></iframe>`;
  const name = `${scene.election}-${place ? place.toLowerCase() : view}`;
  const take = (how: typeof saveSvg) => {
    const part = chart();
    if (part) void how(part, name, caption(scene, place));
  };
  const select = (e: Event) => (e.target as HTMLTextAreaElement).select();
  return html`<details class="elsewhere"><summary>${say('elsewhere')}</summary>
    <p><button type="button" class="under" @click=${() => take(saveSvg)}>${say('svg')}</button>
      <button type="button" class="under" @click=${() => take(savePng)}>${say('png')}</button></p>
    ${
      fromFiles
        ? nothing
        : html`<label>${say('snippet')}<textarea class="mono" readonly rows="3" .value=${snippet}
            @focus=${select}></textarea></label>`
    }
  </details>`;
}

/** The title, the moment and the source that go with a picture. */
function caption(scene: Scene, place: string): Caption {
  const headline = title(scene).replace(/ – Ascertain$/, '');
  const { election } = scene;
  return {
    title: place ? `${jurisdictionName(scene, place)}, ${scene.meta?.year ?? ''}` : headline,
    moment: `${momentInWords(scene)} (${say('washington')})`,
    source: say('picture.source', { election, url: `${location.host}/${election}` }),
  };
}
