import type { Place } from '../../sql/line-map';
import type { ReportContext } from '../reporter';

/** What the comment and the job summary depend on beside the report. */
export interface MarkdownContext extends ReportContext {
  /** The page of some lines at the head commit; null where there is nothing to link to. */
  lineUrl(path: string, place: Place): string | null;
  /** Short commit, run number and the run's page. */
  readonly commit: string | null;
  readonly run: { readonly number: string; readonly url: string } | null;
  /** Findings that an earlier comment had and that are gone; null for the summary. */
  readonly resolved: number | null;
  /** Why the diff was not to be had; null with a change set. */
  readonly noDiff: string | null;
}
