import { useEffect, useState } from 'preact/hooks';
import type { Flag } from '../../lib/model.ts';
import { Skeleton } from '../Notice.tsx';
import { useTexts } from '../texts.tsx';
import { WordingChange } from '../WordingChange.tsx';
import type { NotebookActions, VersionLine } from './notebook-props.ts';

/** Version watch: flagged sentences that have changed since on their page, with both wordings. */
export function VersionsView({ flags, actions }: { flags: readonly Flag[]; actions: NotebookActions }) {
  const { t, date } = useTexts();
  const [versions, setVersions] = useState<readonly VersionLine[]>();
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const found = await actions.versions();
      if (!gone) setVersions(found);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [flags]);
  if (!versions) return <Skeleton lines={4} label={t('notebook.loading')} />;
  const byId = new Map(flags.map((flag) => [flag.id, flag]));
  const shown = versions.flatMap((version) => {
    const flag = byId.get(version.flag);
    return flag ? [{ flag, version }] : [];
  });
  if (shown.length === 0) return <p class="notice">{t('notebook.none_changed')}</p>;
  return (
    <>
      <p class="soft">{t('notebook.versions_line')}</p>
      <ul class="differing">
        {shown.map(({ flag, version }) => (
          <li key={flag.id}>
            <p class="small"><a href={flag.page.url} rel="noreferrer noopener" target="_blank">{flag.page.title || flag.page.site}</a> · {t('flag.made', [date(flag.created)])} · {t(version.state === 'lost' ? 'notebook.gone_on' : 'notebook.changed_on', [date(version.at)])}</p>
            <WordingChange was={flag.quote.exact} now={version.now} />
          </li>
        ))}
      </ul>
    </>
  );
}
