/** The words of `noise.yml`, typed once. */
import table from './noise.yml';

export const words = table as Readonly<
  Record<
    'authors' | 'beside' | 'channels' | 'dropped' | 'invitations' | 'labels' | 'lead' | 'names' | 'never' | 'notices' | 'openings' | 'stems' | 'unseen',
    readonly string[]
  >
>;
