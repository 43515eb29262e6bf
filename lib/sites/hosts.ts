/** The curated hosts, as `hosts.yml` says them. */
import table from './hosts.yml';

export interface HostRow {
  country: 'de' | 'at' | 'ch';
  /** Absent: the whole host writes about technology. */
  sections?: readonly string[];
}

export const hosts = table as Readonly<Record<string, HostRow>>;

/** All curated host names, sorted. */
export const hostNames: readonly string[] = Object.keys(hosts);
