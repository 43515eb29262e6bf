/** Where Randnotiz may read: the sites built in, those granted besides, those where it is off or shows less. */
import { useState } from 'preact/hooks';
import { KindChoices } from '../KindChoices.tsx';
import { useTexts } from '../texts.tsx';
import type { OptionsProps, OptionsSites } from './options-props.ts';
import { Section } from './Section.tsx';
import { useAct } from './use-act.ts';

type SitesProps = Pick<OptionsProps, 'onAllow' | 'onAllowBuiltIn' | 'onWithdraw' | 'onTurnOn' | 'onHidden'> & { sites: OptionsSites };

export function Sites({ sites, onAllow, onAllowBuiltIn, onWithdraw, onTurnOn, onHidden }: SitesProps) {
  const { t, number } = useTexts();
  const { said, busy, run } = useAct();
  const [typed, setTyped] = useState('');
  const { all, granted } = sites.builtIn;
  return (
    <Section id="sites" title={t('options.sites')} line={t('options.sites_line')} said={said}>
      <p>{t('options.built_in', [number(granted), number(all)])}</p>
      {granted < all && <p><button type="button" class="second" disabled={busy} onClick={() => run(() => onAllowBuiltIn())}>{t('options.allow_built_in')}</button></p>}
      <form
        class="line-form"
        onSubmit={(event) => {
          event.preventDefault();
          run(() => onAllow(typed), t('options.allowed', [typed]));
        }}
      >
        <label class="field"><span>{t('options.add_site')}</span><input type="text" inputMode="url" autocomplete="off" spellcheck={false} placeholder="example.org" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} /></label>
        <button type="submit" class="second" disabled={busy || typed.trim() === ''}>{t('options.allow')}</button>
      </form>
      <Rows title={t('options.granted')} empty={t('options.granted_none')} rows={sites.granted.map((site) => ({
        name: site ?? t('options.all_sites'), action: t('options.withdraw'), onClick: () => run(() => onWithdraw(site), t('options.withdrawn', [site ?? t('options.all_sites')])),
      }))} />
      {sites.off.length > 0 && <Rows title={t('options.off')} rows={sites.off.map((site) => ({ name: site, action: t('popup.turn_on'), onClick: () => run(() => onTurnOn(site)) }))} />}
      {Object.entries(sites.hidden).map(([site, hidden]) => (
        <KindChoices key={site} site={site} hidden={hidden} onHidden={(now) => run(() => onHidden({ site, hidden: now }))} />
      ))}
    </Section>
  );
}

interface Row {
  name: string;
  action: string;
  onClick: () => void;
}

/** Names with one thing to do about each. */
function Rows({ title, rows, empty }: { title: string; rows: readonly Row[]; empty?: string }) {
  return (
    <>
      <h3>{title}</h3>
      {rows.length === 0 && empty && <p class="soft">{empty}</p>}
      <ul class="lines">
        {rows.map(({ name, action, onClick }) => (
          <li key={name}><span>{name}</span><button type="button" class="link" onClick={onClick}>{action}<span class="hidden"> {name}</span></button></li>
        ))}
      </ul>
    </>
  );
}
