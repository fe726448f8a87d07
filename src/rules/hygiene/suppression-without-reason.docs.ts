import type { RuleDocs } from '../rule-docs';

export const docs: RuleDocs = {
  problem: `Whoever reads the migration later cannot tell whether a hazard was accepted for a good reason or to make a check green.`,
  solution: `Say why, after a colon: \`-- pgfence allow drop-column: nothing has read it since March\`. The form \`-- pgfence-ignore\` of earlier versions still works and has no place for
a reason: write the new one.`,
  reported: [],
  accepted: [],
};
