/** How loud a rule is, or that it is off. */
export type ConfiguredSeverity = 'off' | 'notice' | 'warning' | 'error';
/** What a user may write in `pgfence.config.json`, `.yaml` or `.ts`. */
export interface Config {
    /** The JSON schema of this file. */
    $schema?: string | undefined;
    /** Per rule id: its severity, or an object with `severity` and the parameters of the rule. */
    rules?: {
        [id: string]: ConfiguredSeverity | {
            [parameter: string]: unknown;
            severity?: ConfiguredSeverity | undefined;
        };
    } | undefined;
    /** The version of the server, oldest in use: 16 or "14.2". 11 to 18. */
    postgres?: number | string | undefined;
    /** Globs of the migrations, relative to this file; with ! in front they exclude. */
    paths?: string[] | undefined;
    /** The tool that runs the migrations, where it is not recognised. */
    tool?: string | undefined;
    /** What the runner puts into one transaction, where it is not known. */
    transaction?: 'file' | 'call' | 'all' | 'none' | undefined;
    /** The lowest risk that fails. Default: high. */
    failOn?: 'low' | 'medium' | 'high' | 'critical' | 'never' | undefined;
    lockTimeout?: {
        /** Who sets lock_timeout: each migration, or the role, the runner, the connection string. */
        setBy?: 'migration' | 'elsewhere' | undefined;
        /** A lock_timeout above it is too long: milliseconds, or "5s". Default: 5s. */
        limit?: number | string | undefined;
    } | undefined;
    /** Schemas or tables whose rows may be lost: "staging", "public.tmp_orders", with * in them. */
    staging?: string[] | undefined;
    /** Tables that are published outside of the migrations; "*" for all. */
    publications?: string[] | undefined;
    /** A JSON file with the sizes of tables, relative to this file: {"orders": {"rows": 1200000}}. */
    statistics?: string | undefined;
}
/** Gives an object literal its type in `pgfence.config.ts`. That file is read, never run. */
export declare function defineConfig(config: Config): Config;
