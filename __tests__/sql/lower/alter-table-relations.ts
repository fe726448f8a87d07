import type { CommandCase } from './alter-table-values';

/** Subcommands about the whole relation. */
export const RELATION_COMMANDS: readonly CommandCase[] = [
  ['AT_ChangeOwner', 'OWNER TO CURRENT_USER', { kind: 'change-owner', owner: 'current_user' }],
  ['AT_ClusterOn', 'CLUSTER ON orders_pkey', { kind: 'cluster-on', index: 'orders_pkey' }],
  ['AT_DropCluster', 'SET WITHOUT CLUSTER', { kind: 'set-without-cluster' }],
  ['AT_SetLogged', 'SET LOGGED', { kind: 'set-logged', logged: true }],
  ['AT_SetUnLogged', 'SET UNLOGGED', { kind: 'set-logged', logged: false }],
  ['AT_DropOids', 'SET WITHOUT OIDS', { kind: 'set-without-oids' }],
  ['AT_SetAccessMethod', 'SET ACCESS METHOD heap', { kind: 'set-access-method', method: 'heap' }],
  ['AT_SetAccessMethod', 'SET ACCESS METHOD DEFAULT', { kind: 'set-access-method', method: null }],
  ['AT_SetTableSpace', 'SET TABLESPACE fast', { kind: 'set-tablespace', tablespace: 'fast' }],
  [
    'AT_SetRelOptions',
    'SET (FillFactor = 70, toast.autovacuum_enabled = off)',
    {
      kind: 'set-options',
      options: { fillfactor: '70', 'toast.autovacuum_enabled': 'off' },
      reset: false,
    },
  ],
  [
    'AT_ResetRelOptions',
    'RESET (fillfactor)',
    { kind: 'set-options', options: { fillfactor: 'true' }, reset: true },
  ],
  [
    'AT_EnableTrig',
    'ENABLE TRIGGER touch',
    { kind: 'enable-trigger', enable: 'enable', trigger: 'touch', which: 'named' },
  ],
  [
    'AT_EnableAlwaysTrig',
    'ENABLE ALWAYS TRIGGER touch',
    { kind: 'enable-trigger', enable: 'always', trigger: 'touch', which: 'named' },
  ],
  [
    'AT_EnableReplicaTrig',
    'ENABLE REPLICA TRIGGER touch',
    { kind: 'enable-trigger', enable: 'replica', trigger: 'touch', which: 'named' },
  ],
  [
    'AT_DisableTrig',
    'DISABLE TRIGGER touch',
    { kind: 'enable-trigger', enable: 'disable', trigger: 'touch', which: 'named' },
  ],
  [
    'AT_EnableTrigAll',
    'ENABLE TRIGGER ALL',
    { kind: 'enable-trigger', enable: 'enable', trigger: null, which: 'all' },
  ],
  [
    'AT_DisableTrigAll',
    'DISABLE TRIGGER ALL',
    { kind: 'enable-trigger', enable: 'disable', trigger: null, which: 'all' },
  ],
  [
    'AT_EnableTrigUser',
    'ENABLE TRIGGER USER',
    { kind: 'enable-trigger', enable: 'enable', trigger: null, which: 'user' },
  ],
  [
    'AT_DisableTrigUser',
    'DISABLE TRIGGER USER',
    { kind: 'enable-trigger', enable: 'disable', trigger: null, which: 'user' },
  ],
  ['AT_EnableRule', 'ENABLE RULE r', { kind: 'enable-rule', enable: 'enable', rule: 'r' }],
  ['AT_EnableAlwaysRule', 'ENABLE ALWAYS RULE r', { kind: 'enable-rule', enable: 'always', rule: 'r' }],
  ['AT_EnableReplicaRule', 'ENABLE REPLICA RULE r', { kind: 'enable-rule', enable: 'replica', rule: 'r' }],
  ['AT_DisableRule', 'DISABLE RULE r', { kind: 'enable-rule', enable: 'disable', rule: 'r' }],
  ['AT_AddInherit', 'INHERIT shop.sales', { kind: 'add-inherit', parent: { schema: 'shop', name: 'sales' } }],
  ['AT_DropInherit', 'NO INHERIT sales', { kind: 'drop-inherit', parent: { schema: null, name: 'sales' } }],
  ['AT_AddOf', 'OF shop.sale', { kind: 'add-of-type', type: { schema: 'shop', name: 'sale' } }],
  ['AT_DropOf', 'NOT OF', { kind: 'drop-of-type' }],
  [
    'AT_ReplicaIdentity',
    'REPLICA IDENTITY USING INDEX orders_code',
    { kind: 'replica-identity', to: 'index', index: 'orders_code' },
  ],
  ['AT_ReplicaIdentity', 'REPLICA IDENTITY FULL', { kind: 'replica-identity', to: 'full', index: null }],
  [
    'AT_ReplicaIdentity',
    'REPLICA IDENTITY NOTHING',
    { kind: 'replica-identity', to: 'nothing', index: null },
  ],
  [
    'AT_ReplicaIdentity',
    'REPLICA IDENTITY DEFAULT',
    { kind: 'replica-identity', to: 'default', index: null },
  ],
  ['AT_EnableRowSecurity', 'ENABLE ROW LEVEL SECURITY', { kind: 'row-security', change: 'enable' }],
  ['AT_DisableRowSecurity', 'DISABLE ROW LEVEL SECURITY', { kind: 'row-security', change: 'disable' }],
  ['AT_ForceRowSecurity', 'FORCE ROW LEVEL SECURITY', { kind: 'row-security', change: 'force' }],
  ['AT_NoForceRowSecurity', 'NO FORCE ROW LEVEL SECURITY', { kind: 'row-security', change: 'no-force' }],
  ['AT_GenericOptions', "OPTIONS (SET a 'b')", { kind: 'set-foreign-options' }],
  [
    'AT_AttachPartition',
    "ATTACH PARTITION orders_2024 FOR VALUES FROM (MINVALUE) TO ('2025-01-01')",
    {
      kind: 'attach-partition',
      partition: { schema: null, name: 'orders_2024' },
      bound: {
        kind: 'range',
        from: [{ kind: 'constant', value: null, text: 'MINVALUE' }],
        to: [{ kind: 'constant', value: '2025-01-01', text: "'2025-01-01'" }],
      },
    },
  ],
  [
    'AT_AttachPartition',
    'ATTACH PARTITION rest DEFAULT',
    { kind: 'attach-partition', partition: { schema: null, name: 'rest' }, bound: { kind: 'default' } },
  ],
  [
    'AT_DetachPartition',
    'DETACH PARTITION rest CONCURRENTLY',
    {
      kind: 'detach-partition',
      partition: { schema: null, name: 'rest' },
      concurrently: true,
      finalize: false,
    },
  ],
  [
    'AT_DetachPartitionFinalize',
    'DETACH PARTITION rest FINALIZE',
    {
      kind: 'detach-partition',
      partition: { schema: null, name: 'rest' },
      concurrently: false,
      finalize: true,
    },
  ],
];
