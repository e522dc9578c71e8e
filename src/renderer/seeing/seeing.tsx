import { ChartColumn, Download, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { type PartyKind, partyKinds, type Survey } from '#contract/survey.ts';
import { formatNumber, plural } from '#i18n/locale.ts';
import { sentenceOf, useSeeingWords, useSettings, useWords } from '../api/words.tsx';
import { colourOf } from '../library/tag-chip.tsx';
import { pictures, type View } from '../library/use-view.ts';
import { Choice } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { Name } from '../ui/name.tsx';
import { saveFile } from '../ui/save-file.ts';
import ui from '../ui/ui.module.css';
import type { Ink, Spot } from './drawing.ts';
import { kindInks, partyMap } from './party-map.ts';
import { Picture } from './picture.tsx';
import { isPicked, toggle, toggleAll } from './picks.ts';
import css from './seeing.module.css';
import { speechOf } from './speech.ts';
import { SurveyTable } from './survey-table.tsx';
import { svgFile } from './svg-file.ts';
import { partyRows, tagRows, timelineRows } from './table-rows.ts';
import { tagsOverTime } from './tags-over-time.ts';
import { inksFor, othersIn, othersInk, timeline } from './timeline.ts';
import { useSurvey } from './use-survey.ts';
import { useWidth } from './use-width.ts';

const HEIGHT = 340;
/** Less is scrolled. */
const NARROWEST = 360;

const hasNothing = (survey: Survey, see: (typeof pictures)[number]): boolean =>
  see === 'map' ? survey.links.length === 0 : survey.spans.length === 0 || (see === 'tags' && survey.tags.length === 0);

/** The whole result as a picture, beside the list that it narrows. */
export function Seeing({ view, see }: { view: View; see: (typeof pictures)[number] }) {
  const s = useSettings();
  const w = useWords();
  const g = useSeeingWords();
  const { data: survey, error } = useSurvey(view);
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [kinds, setKinds] = useState<ReadonlySet<PartyKind>>(new Set(partyKinds));
  const [told, setTold] = useState<Spot>();
  const [given, setGiven] = useState<ReturnType<typeof inksFor>>(new Map());
  const inks = survey ? inksFor(survey.sources, given) : given;
  if (inks !== given) setGiven(inks);
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(NARROWEST, useWidth(box) ?? 0);
  const speech = useMemo(() => speechOf(s, w.items), [s, w]);
  const drawn = useMemo(() => {
    if (!survey) return undefined;
    const articles = plural(survey.total, w.items, s);
    const [from, to] = [survey.spans[0]?.at, survey.spans.at(-1)?.at];
    const about =
      from === undefined || to === undefined
        ? articles
        : g.about
            .replace('{articles}', articles)
            .replace('{from}', speech.span(from, survey.unit))
            .replace('{to}', speech.span(to, survey.unit));
    const colour = (tag: string) => colourOf(tag, s.shelf.colours);
    const said = { description: `${about} ${see === 'map' ? g.aboutMap : g.within[survey.unit]}` };
    if (see === 'timeline')
      return timeline(survey, { width, height: HEIGHT }, { title: g.timeTitle, others: g.others, ...said }, inks, speech);
    if (see === 'tags') return tagsOverTime(survey, { width }, { title: g.tagsTitle, ...said }, speech, colour);
    return partyMap(survey, kinds, { width }, { title: g.mapTitle, kinds: g.kind, together: g.together, ...said }, speech, colour);
  }, [survey, see, width, kinds, inks, s, w, g, speech]);

  const legend = useMemo((): { name: string; ink: Ink; source?: string }[] => {
    if (!survey || see !== 'timeline') return [];
    const sources = survey.sources.map(({ value }) => ({ name: value, ink: inks.get(value)!, source: value }));
    return survey.spans.some((_, n) => othersIn(survey, n) > 0) ? [...sources, { name: g.others, ink: othersInk }] : sources;
  }, [survey, see, inks, g]);

  const pick = (what: Parameters<typeof toggle>[1]) => view.put((p) => toggle(p, what));
  const nothing = survey && hasNothing(survey, see);
  const empty = { timeline: g.noTime, tags: g.noTags, map: g.noMap }[see];
  const apart =
    survey && see !== 'map'
      ? (
          [
            [survey.undated, g.undated],
            [survey.yearOnly, g.yearOnly],
          ] as const
        ).filter(([count]) => count > 0)
      : [];
  const rows =
    survey && form === 'table'
      ? see === 'timeline'
        ? timelineRows(survey, g, speech)
        : see === 'tags'
          ? tagRows(survey, g, speech)
          : partyRows(survey, kinds, g)
      : undefined;
  const names = { timeline: g.timeline, tags: g.tags, map: g.map };
  const save = () => {
    if (!drawn) return;
    const kindKey =
      see === 'map' ? partyKinds.filter((kind) => kinds.has(kind)).map((kind) => ({ name: g.kinds[kind], ink: kindInks[kind] })) : [];
    const text = svgFile(drawn, s.language, [...legend, ...kindKey]);
    saveFile(new Blob([text], { type: 'image/svg+xml' }), `warraq-${see}.svg`);
  };
  return (
    <section id="see" className={css.seeing} aria-label={g.seen}>
      <header className={css.head}>
        <h2>{drawn?.title ?? names[see]}</h2>
        <button type="button" className={ui.button} disabled={!drawn || nothing || form === 'table'} onClick={save}>
          <Download size={16} aria-hidden />
          {g.save}
        </button>
        <button type="button" className={ui.quiet} aria-label={g.close} onClick={() => view.look(undefined)}>
          <X size={18} aria-hidden />
        </button>
      </header>
      <div className={css.ways}>
        <Choice label={g.pictures} value={see} options={pictures.map((one) => [one, names[one]])} onChange={(one) => view.look(one)} />
        <Choice
          label={g.form}
          value={form}
          options={[
            ['chart', g.chart],
            ['table', g.table],
          ]}
          onChange={setForm}
        />
      </div>
      <p className={css.count}>
        {error
          ? sentenceOf(error, s.language)
          : survey
            ? [plural(survey.total, w.items, s), ...apart.map(([count, forms]) => plural(count, forms, s))].join(' · ')
            : g.loading}
      </p>
      <div ref={box} className={css.box}>
        {survey && nothing && <Empty icon={ChartColumn} text={empty} />}
        {!nothing && rows && (
          <SurveyTable rows={rows} label={drawn?.title ?? ''} isPicked={(what) => isPicked(view.url, what)} onPick={pick} />
        )}
        {!nothing && !rows && drawn && (
          <Picture
            drawing={drawn}
            isPicked={({ picks }) => picks.every((one) => isPicked(view.url, one))}
            onPick={({ picks }) => view.put((p) => toggleAll(p, picks))}
            onTold={setTold}
          />
        )}
      </div>
      {!nothing && see === 'map' && (
        <fieldset className={css.key}>
          <legend>{g.shown}</legend>
          {partyKinds
            .filter((kind) => survey?.parties.some((party) => party.kind === kind))
            .map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={kinds.has(kind)}
                  onChange={(e) => setKinds(new Set(partyKinds.filter((one) => (one === kind ? e.target.checked : kinds.has(one)))))}
                />
                <span className={css.dot} data-kind={kind} data-colour={kindInks[kind]} aria-hidden />
                {g.kinds[kind]}
              </label>
            ))}
        </fieldset>
      )}
      {!nothing && form === 'chart' && legend.length > 0 && (
        <ul className={css.key} aria-label={w.sources}>
          {legend.map(({ name, ink, source }) => (
            <li key={name}>
              <button
                type="button"
                disabled={source === undefined}
                aria-pressed={source === undefined ? undefined : view.url.has('source', source)}
                onClick={() => source !== undefined && pick({ source })}
              >
                <span className={css.dot} data-colour={ink} aria-hidden />
                <Name text={name} />
                {source !== undefined && <small>{formatNumber(survey!.sources.find(({ value }) => value === source)!.count, s)}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!nothing && drawn && form === 'chart' && (
        <p className={css.told} aria-hidden={told !== undefined}>
          {told?.name ?? g.hint}
        </p>
      )}
    </section>
  );
}
