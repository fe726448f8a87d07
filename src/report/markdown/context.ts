import type { Place } from '../../sql/line-map';
import type { ReportContext } from '../reporter';

/** What the comment and the job summary depend on beside the report. */
export interface MarkdownContext extends ReportContext {
  /** What a rule is about, in a clause; the id of one that is not known. */
  ruleTitle(rule: string): string;
  /** Whether the harm that a rule speaks of is a lock. */
  isAboutLocks(rule: string): boolean;
  /** The page of some lines at the head commit; null where there is nothing to link to. */
  lineUrl(path: string, place: Place): string | null;
  /** Short commit, run number and the run's page. */
  readonly commit: string | null;
  readonly run: { readonly number: string; readonly url: string } | null;
  /** A comment that later runs edit, or a page that stays as it is. */
  readonly updated: boolean;
  /** Findings that an earlier comment had and that are gone. */
  readonly resolved: number;
  /** Why the diff was not to be had; null with a change set. */
  readonly noDiff: string | null;
  /** Whether anything can fail the run. */
  readonly gates: boolean;
}
