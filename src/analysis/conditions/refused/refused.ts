import type { RefusalClaim } from '../../../postgres/effects/refusal-claim';
import { COMPOSITE_REFUSALS } from './composite-types';
import { COLUMN_REFUSALS } from './columns';
import { DETAIL_REFUSALS } from './details';
import { DROP_REFUSALS } from './drops';
import { EXPRESSION_REFUSALS } from './expressions';
import { FUNCTION_REFUSALS } from './functions';
import { HEIR_REFUSALS } from './heirs';
import type { RefusalJudge } from './names';
import { KIND_REFUSALS } from './kinds';
import { MISSING_NAME_REFUSALS } from './missing-names';
import { NAME_REFUSALS } from './names';
import { ATTACHED_INDEX_REFUSALS } from './attached-index';
import { ATTACHMENT_REFUSALS } from './attachments';
import { CHECK_REFUSALS } from './checks';
import { NEW_TABLE_REFUSALS } from './new-tables';
import { MERGED_COLUMN_REFUSALS } from './merged-columns';
import { OBJECT_REFUSALS } from './objects';
import { OTHER_OBJECT_REFUSALS } from './other-objects';
import { PUBLICATION_REFUSALS } from './publications';
import { ROW_TYPE_REFUSALS } from './row-types';
import { ROWS_PLACED_REFUSALS } from './rows-placed';
import { SAID_TWICE_REFUSALS } from './said-twice';
import { SEVERAL_PARENTS_REFUSALS } from './several-parents';
import { STANDING_REFUSALS } from './standing';
import { TRIGGER_REFUSALS } from './triggers';
import { TYPE_REFUSALS } from './types';
import { USED_INDEX_REFUSALS } from './used-index';
import { VIEW_REFUSALS } from './views';
import { VIEW_WRITE_REFUSALS } from './view-writes';
import { WRITE_REFUSALS } from './writes';

/** The judge of every claim of the refusals. */
export const REFUSED: Readonly<Record<RefusalClaim, RefusalJudge>> = {
  ...ATTACHED_INDEX_REFUSALS,
  ...CHECK_REFUSALS,
  ...COLUMN_REFUSALS,
  ...COMPOSITE_REFUSALS,
  ...DETAIL_REFUSALS,
  ...DROP_REFUSALS,
  ...EXPRESSION_REFUSALS,
  ...FUNCTION_REFUSALS,
  ...HEIR_REFUSALS,
  ...KIND_REFUSALS,
  ...MISSING_NAME_REFUSALS,
  ...NAME_REFUSALS,
  ...NEW_TABLE_REFUSALS,
  ...MERGED_COLUMN_REFUSALS,
  ...OBJECT_REFUSALS,
  ...ATTACHMENT_REFUSALS,
  ...OTHER_OBJECT_REFUSALS,
  ...PUBLICATION_REFUSALS,
  ...ROW_TYPE_REFUSALS,
  ...ROWS_PLACED_REFUSALS,
  ...SAID_TWICE_REFUSALS,
  ...SEVERAL_PARENTS_REFUSALS,
  ...STANDING_REFUSALS,
  ...TRIGGER_REFUSALS,
  ...TYPE_REFUSALS,
  ...USED_INDEX_REFUSALS,
  ...VIEW_REFUSALS,
  ...VIEW_WRITE_REFUSALS,
  ...WRITE_REFUSALS,
};
