/** A claim about an operation, its statement and the catalog: true, false or unknown. Each has one answer in analysis/conditions. */
export type ConditionName = 'catalog-complete';
