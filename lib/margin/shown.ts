/** What the panel can show. */
import type { DraftNoticeProps } from '../../components/DraftNotice.tsx';
import type { CardProps } from '../../components/card-props.ts';
import type { FlagFormProps } from '../../components/FlagForm.tsx';

export type Shown =
  | { kind: 'notice'; sentence: string }
  /** `key`: its place; a card's history belongs to the place where it was opened. */
  | { kind: 'card'; key: string; props: CardProps }
  | { kind: 'form'; key: string; props: FlagFormProps }
  | { kind: 'draft'; props: DraftNoticeProps };
