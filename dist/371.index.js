"use strict";
exports.id = 371;
exports.ids = [371];
exports.modules = {

/***/ 371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RULE_DOCS: () => (/* binding */ RULE_DOCS)
});

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-check-without-not-valid.docs.js
const add_check_without_not_valid_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const docs = {
    problem: `PostgreSQL reads every row to see whether it meets the condition, and while it does nobody can read or write the table. On a partitioned table all partitions are closed at once.`,
    solution: `Add it as \`NOT VALID\`: new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration reads the old rows while clients go on.`,
    reported: [
        {
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0);',
            message: 'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CHECK (quantity > 0), ADD COLUMN total numeric;',
            transaction: 'none',
            message: 'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_short CHECK (char_length(note) < 80) NO INHERIT;',
            message: 'This CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note;',
            message: 'This NOT NULL constraint stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
            sql: 'ALTER TABLE events ADD CONSTRAINT events_id_check CHECK (id >= 0);',
            message: 'This CHECK stops reads and writes of "events_1" and "events_2" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: add_check_without_not_valid_docs_history,
            sql: 'CREATE TABLE carts (quantity integer);\nALTER TABLE carts ADD CHECK (quantity > 0);',
        },
        {
            why: 'NOT VALID reads no old row',
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        },
        {
            why: 'NOT ENFORCED reads none either',
            history: add_check_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
        },
        {
            why: 'A valid CHECK proves NOT NULL',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CHECK (note IS NOT NULL);',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note;',
        },
        {
            why: 'Every partition has an equal valid CHECK',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD CONSTRAINT events_id_check CHECK (id >= 0);\nALTER TABLE events_2 ADD CONSTRAINT events_id_check CHECK (id >= 0);',
            sql: 'ALTER TABLE events ADD CONSTRAINT events_id_check CHECK (id >= 0);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-constrained-domain.docs.js
const add_column_constrained_domain_docs_history = "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS varchar(50);";
const add_column_constrained_domain_docs_docs = {
    problem: `A domain with a CHECK or NOT NULL has to be checked for every row, even where the new column is empty. PostgreSQL does it by writing the whole table and all its indexes again; until that
is done nobody can read or write the table.`,
    solution: `Add the column with the type that the domain stands on, and give it the conditions of the domain as a CHECK that is added as NOT VALID and validated in the next migration.`,
    reported: [
        {
            history: add_column_constrained_domain_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN contact email;',
            message: 'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "email" has constraints',
        },
        {
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS varchar(50);\nCREATE DOMAIN work_email AS email;",
            sql: 'ALTER TABLE orders ADD COLUMN contact work_email;',
            message: 'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "work_email" has constraints',
        },
        {
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN email AS text;\nALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
            sql: "ALTER TABLE orders ADD COLUMN contact email DEFAULT 'a@b';",
            message: 'Adding "contact" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its domain "email" has constraints',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: add_column_constrained_domain_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN contact email;',
        },
        { why: 'The domain has no constraint', history: add_column_constrained_domain_docs_history, sql: 'ALTER TABLE orders ADD COLUMN title label;' },
        {
            why: 'An array of the domain is not checked',
            history: add_column_constrained_domain_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN contacts email[];',
        },
        {
            why: 'Nothing says that the type is a domain',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);',
            sql: 'ALTER TABLE orders ADD COLUMN contact contact_address;',
            completeHistory: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-identity.docs.js
const add_column_identity_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_identity_docs_docs = {
    problem: `An identity column numbers the rows that are there, just as serial does: PostgreSQL writes the whole table and all its indexes again, and until that is done nobody can read or write the table.`,
    solution: `Add a plain integer column with a helper sequence as its default, number the old rows in batches, make it NOT NULL, and turn it into an identity at the end.`,
    reported: [
        {
            history: add_column_identity_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;',
            message: 'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
        },
        {
            history: add_column_identity_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number integer GENERATED BY DEFAULT AS IDENTITY;',
            message: 'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;',
        },
        {
            why: 'An existing column that becomes an identity is not written',
            history: add_column_identity_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 100000);',
        },
        {
            why: '`add-column-inline-primary-key` speaks of it',
            history: 'CREATE TABLE orders (total numeric);',
            sql: 'ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-if-not-exists-repeats-constraint.docs.js
const add_column_if_not_exists_repeats_constraint_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_if_not_exists_repeats_constraint_docs_docs = {
    problem: `On PostgreSQL 11 and 12, \`ADD COLUMN IF NOT EXISTS\` passes over a column that exists, but not over what is written beside it: the check, the index, the foreign key or the sequence is made once
more with every run, under another name.`,
    solution: `Add the column alone with \`IF NOT EXISTS\`, and the constraint in a statement of its own, only where it is missing. From PostgreSQL 13 on nothing of it is repeated.`,
    reported: [
        {
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
            postgres: 12,
            completeHistory: false,
            message: 'If "ref" is in "orders" already, this server passes over the column and still adds its index, once more with every run',
        },
        {
            history: add_column_if_not_exists_repeats_constraint_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric CHECK (total > 0);',
            postgres: 11,
            message: 'If "total" is in "orders" already, this server passes over the column and still adds its CHECK, once more with every run',
        },
        {
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS number serial;',
            postgres: 12,
            completeHistory: false,
            message: 'If "number" is in "orders" already, this server passes over the column and still adds its sequence, once more with every run',
        },
    ],
    accepted: [
        {
            why: 'From 13 on nothing is repeated',
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
            postgres: 13,
            completeHistory: false,
        },
        {
            why: 'The column is certainly absent',
            history: add_column_if_not_exists_repeats_constraint_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text UNIQUE;',
            postgres: 12,
        },
        {
            why: 'Nothing is written beside the column',
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS ref text;',
            postgres: 12,
            completeHistory: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-inline-check.docs.js
const add_column_inline_check_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_inline_check_docs_docs = {
    problem: `A CHECK that is written at a new column makes PostgreSQL read every row, though the column is empty in all of them. ADD COLUMN has closed the table before that: nobody can read or write it meanwhile.`,
    solution: `Add the column and, apart, the constraint as \`NOT VALID\`: new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration reads the old rows while clients go on.`,
    reported: [
        {
            history: add_column_inline_check_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN quantity integer CHECK (quantity > 0);',
            message: 'Adding "quantity" with CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: add_column_inline_check_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN quantity integer CONSTRAINT orders_quantity_positive CHECK (quantity > 0) DEFAULT 1;',
            message: 'Adding "quantity" with CHECK stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: add_column_inline_check_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) VIRTUAL NOT NULL;',
            message: 'Adding "gross" with NOT NULL stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN quantity integer CHECK (quantity > 0);',
        },
        {
            why: 'The constraint is added apart, as NOT VALID',
            history: add_column_inline_check_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN quantity integer, ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        },
        {
            why: '`add-check-without-not-valid` speaks of a constraint of the table',
            history: add_column_inline_check_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN quantity integer, ADD CHECK (quantity > 0);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-inline-foreign-key.docs.js
const add_column_inline_foreign_key_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);\nCREATE TABLE users (id bigint PRIMARY KEY);';
const add_column_inline_foreign_key_docs_docs = {
    problem: `A new column that refers to another table reads no rows, since it is empty. But it locks both tables: nobody can read or write the one, nobody can write the other, from this statement to the end
of the transaction. With anything else in the transaction, that can be long.`,
    solution: `Keep it alone in its transaction, with a short \`lock_timeout\`. Or add the column first, and the foreign key later as \`NOT VALID\`, to be validated in a third migration: then the first
table stays readable.`,
    reported: [
        {
            history: add_column_inline_foreign_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users;',
            message: 'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) for a moment; no row is read',
        },
        {
            history: add_column_inline_foreign_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users (id) ON DELETE SET NULL;\nALTER TABLE orders ADD COLUMN note text;',
            message: 'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits; no row is read',
        },
        {
            history: add_column_inline_foreign_key_docs_history,
            sql: "SET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN user_id bigint CONSTRAINT orders_user_fk REFERENCES users;",
            message: 'Adding "user_id" with REFERENCES stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) for a moment; no row is read',
        },
    ],
    accepted: [
        {
            why: 'Both tables are new',
            history: add_column_inline_foreign_key_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (id bigint);\nALTER TABLE items ADD COLUMN cart_id bigint REFERENCES carts;',
        },
        {
            why: 'The table refers to itself',
            history: add_column_inline_foreign_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN parent_id bigint REFERENCES orders;',
        },
        {
            why: 'With a default all rows are checked: `add-foreign-key-without-not-valid` speaks',
            history: add_column_inline_foreign_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN user_id bigint DEFAULT 1 REFERENCES users;',
        },
        {
            why: 'Only the referenced table is locked: `add-foreign-key-locks-referenced` speaks',
            history: add_column_inline_foreign_key_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN user_id bigint REFERENCES users;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-inline-primary-key.docs.js
const add_column_inline_primary_key_docs_history = 'CREATE TABLE orders (total numeric);';
const add_column_inline_primary_key_docs_docs = {
    problem: `A new column that is the primary key needs a different value in every row. A plain one has none, so the statement fails as soon as there is a row. With serial, identity or a default PostgreSQL
writes the whole table again and builds the index, and nobody can read or write the table until both are done.`,
    solution: `Add a plain column with a sequence as the default, fill the old rows in batches, make the column NOT NULL with the help of a validated constraint, build the unique index with
\`CONCURRENTLY\`, and make the primary key of it.`,
    reported: [
        {
            history: add_column_inline_primary_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN id bigserial PRIMARY KEY;',
            message: 'Adding "id" as the primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew and the index is built',
        },
        {
            history: add_column_inline_primary_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;',
            message: 'Adding "id" as the primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew and the index is built',
        },
        {
            history: add_column_inline_primary_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN id bigint PRIMARY KEY;',
            message: 'This fails (23502) if "orders" has a row, because the key "id" has no value for it, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) meanwhile',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (total numeric);\nALTER TABLE carts ADD COLUMN id bigserial PRIMARY KEY;',
        },
        {
            why: '`add-primary-key-without-index` speaks of a constraint of the table',
            history: add_column_inline_primary_key_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN id bigint NOT NULL DEFAULT 0, ADD PRIMARY KEY (id);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-inline-unique.docs.js
const add_column_inline_unique_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_inline_unique_docs_docs = {
    problem: `\`UNIQUE\` on a new column builds an index over the whole table, and ADD COLUMN has closed the table before that: nobody can read or write it until the index is done.`,
    solution: `Three steps: the plain column, the unique index with \`CONCURRENTLY\`, then a constraint that takes that index over in a moment.`,
    reported: [
        {
            history: add_column_inline_unique_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref text UNIQUE;',
            message: 'Adding "ref" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
        },
        {
            history: add_column_inline_unique_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref text CONSTRAINT orders_ref_once UNIQUE, ADD COLUMN note text;',
            message: 'Adding "ref" with UNIQUE stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the index is built',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN ref text UNIQUE;',
        },
        { why: 'The column alone costs nothing', history: add_column_inline_unique_docs_history, sql: 'ALTER TABLE orders ADD COLUMN ref text;' },
        {
            why: '`add-unique-without-index` speaks of a constraint of the table',
            history: add_column_inline_unique_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref text, ADD UNIQUE (ref);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-not-null-no-default.docs.js
const add_column_not_null_no_default_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_not_null_no_default_docs_docs = {
    problem: `A NOT NULL column needs a value in every row. Without a default there is none for the rows that exist, and the statement fails with an error as soon as the table has one row. On an empty table it
goes through, and then every client that still runs the old version and does not know the column fails to insert.`,
    solution: `Give the column a default: since PostgreSQL 11 a constant costs nothing, however large the table. Once all writers name the column, drop the default. Or add the column nullable, fill it,
and make it NOT NULL afterwards.`,
    reported: [
        {
            history: add_column_not_null_no_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN state text NOT NULL;',
            message: 'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
        },
        {
            history: add_column_not_null_no_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT NULL;',
            message: 'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
        },
        {
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS state text NOT NULL;',
            completeHistory: false,
            message: 'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on, unless the column is there already',
        },
        {
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN label AS text DEFAULT 'x';",
            sql: 'ALTER TABLE orders ADD COLUMN state label NOT NULL;',
            postgres: 12,
            message: 'This fails (23502) if "orders" has a row, because "state" has no value for it; on an empty table, clients that do not name "state" fail from then on',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN state text NOT NULL;',
        },
        {
            why: 'The table comes from an earlier migration of the same change set and holds no rows yet',
            sql: ['CREATE TABLE carts (id bigint);', 'ALTER TABLE carts ADD COLUMN state text NOT NULL;'],
        },
        {
            why: 'The default is the value of the old rows',
            history: add_column_not_null_no_default_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';",
        },
        {
            why: 'Serial and identity give each row a value',
            history: add_column_not_null_no_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN a serial NOT NULL, ADD COLUMN b bigint NOT NULL GENERATED ALWAYS AS IDENTITY;',
        },
        {
            why: 'A generated column has a value',
            history: add_column_not_null_no_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric NOT NULL GENERATED ALWAYS AS (1.2) STORED;',
        },
        {
            why: 'The domain has a default (13 and later)',
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE DOMAIN label AS text DEFAULT 'x';",
            sql: 'ALTER TABLE orders ADD COLUMN state label NOT NULL;',
        },
        { why: 'A nullable column needs none', history: add_column_not_null_no_default_docs_history, sql: 'ALTER TABLE orders ADD COLUMN state text;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-serial.docs.js
const add_column_serial_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_serial_docs_docs = {
    problem: `A serial column numbers the rows that are there: PostgreSQL writes the whole table and all its indexes again, and until that is done nobody can read or write the table.`,
    solution: `Add a plain integer column, create the sequence, make it the default (only new rows get it), and number the old rows in batches.`,
    reported: [
        {
            history: add_column_serial_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number serial;',
            message: 'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
        },
        {
            history: add_column_serial_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number bigserial UNIQUE;',
            message: 'Adding "number" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because each gets its own number',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN number serial;',
        },
        {
            why: 'A plain integer column costs nothing',
            history: add_column_serial_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number bigint;',
        },
        {
            why: '`add-column-inline-primary-key` speaks of it',
            history: 'CREATE TABLE orders (total numeric);',
            sql: 'ALTER TABLE orders ADD COLUMN number serial PRIMARY KEY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-stored-generated.docs.js
const add_column_stored_generated_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_stored_generated_docs_docs = {
    problem: `The value of a stored generated column is computed for every row when the column is added: PostgreSQL writes the whole table and all its indexes again, and until that is done nobody can
read or write the table.`,
    solution: `From PostgreSQL 18 on a \`VIRTUAL\` column is computed when it is read and costs nothing to add. Otherwise use a plain column: a trigger fills it for new rows, a backfill for the old ones.`,
    reported: [
        {
            history: add_column_stored_generated_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
            message: 'Adding "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its value is computed for each of them',
        },
        {
            history: add_column_stored_generated_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric NOT NULL GENERATED ALWAYS AS (total * 1.2) STORED;',
            postgres: 12,
            message: 'Adding "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its value is computed for each of them',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (total numeric);\nALTER TABLE carts ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
        },
        {
            why: 'A VIRTUAL column is computed when it is read',
            history: add_column_stored_generated_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) VIRTUAL;',
        },
        {
            why: 'Without a keyword it is VIRTUAL on 18',
            history: add_column_stored_generated_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/adding-columns/add-column-volatile-default.docs.js
const add_column_volatile_default_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const add_column_volatile_default_docs_docs = {
    problem: `A default is usually noted once and costs nothing. If it gives every row another value (a random id, the clock at that very moment, a number of a sequence),
PostgreSQL has to write the whole table and all its indexes again, and until that is done nobody can read or write the table. Sessions with an older snapshot see the table empty afterwards.`,
    solution: `Add the column without a value, set the default in the same statement (only new rows get it), then fill the old rows in batches. Many defaults need none of this: constants, \`now()\`
and every other function that gives one value in a transaction are noted once.`,
    reported: [
        {
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT gen_random_uuid();',
            message: 'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        },
        {
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN note text;',
            message: 'Adding "ref" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        },
        {
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN token text DEFAULT md5(random()::text);',
            message: 'Adding "token" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        },
        {
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT next_code();',
            completeHistory: false,
            message: 'Adding "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them, unless next_code() is not volatile',
        },
        {
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION next_code() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'x'; END $$;",
            sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT next_code();',
            message: 'Adding "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        },
        {
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN taken_at timestamptz DEFAULT clock_timestamp();',
            postgres: 12,
            message: 'Adding "taken_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, because its default is computed for each of them',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN ref uuid DEFAULT gen_random_uuid();',
        },
        {
            why: 'A constant is noted once',
            history: add_column_volatile_default_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'open';",
        },
        {
            why: 'So are arrays and JSON',
            history: add_column_volatile_default_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN tags text[] DEFAULT ARRAY['a'], ADD COLUMN data jsonb DEFAULT jsonb_build_object('a', 1);",
        },
        {
            why: 'now() has one value in a transaction',
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();',
        },
        {
            why: 'So have its kin',
            history: add_column_volatile_default_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN day date DEFAULT CURRENT_DATE, ADD COLUMN tenant text DEFAULT current_setting('app.tenant', true), ADD COLUMN tx bigint DEFAULT txid_current();",
        },
        {
            why: 'A STABLE function of users is called once',
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION house_code() RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN 'x'; END $$;",
            sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT house_code();',
        },
        {
            why: 'An SQL function is replaced by its body, which is not volatile',
            history: "CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE FUNCTION house_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;",
            sql: 'ALTER TABLE orders ADD COLUMN code text DEFAULT house_code();',
        },
        {
            why: '`add-column-inline-primary-key` speaks of it',
            history: 'CREATE TABLE orders (total numeric);',
            sql: 'ALTER TABLE orders ADD COLUMN ref uuid DEFAULT gen_random_uuid() PRIMARY KEY;',
        },
        {
            why: 'SET DEFAULT gives old rows nothing',
            history: add_column_volatile_default_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN ref uuid, ALTER COLUMN ref SET DEFAULT gen_random_uuid();',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-exclusion-constraint.docs.js
const add_exclusion_constraint_docs_history = 'CREATE TABLE bookings (room integer, during tsrange);';
const add_exclusion_constraint_docs_docs = {
    problem: `An exclusion constraint builds an index over the whole table, and until it is done nobody can read or write the table. There is no \`CONCURRENTLY\` and no \`NOT VALID\` for it.`,
    solution: `Create it together with a new table and move the rows over, or keep overlaps out with a trigger until there is a quiet hour.`,
    reported: [
        {
            history: add_exclusion_constraint_docs_history,
            sql: 'ALTER TABLE bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&);',
            message: 'This exclusion constraint stops reads and writes of "bookings" (ACCESS EXCLUSIVE lock) until its index is built; it has no form that lets clients go on',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: add_exclusion_constraint_docs_history,
            sql: 'CREATE TABLE stays (during tsrange);\nALTER TABLE stays ADD EXCLUDE USING gist (during WITH &&);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-foreign-key-locks-referenced.docs.js
const add_foreign_key_locks_referenced_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const add_foreign_key_locks_referenced_docs_docs = {
    problem: `A new foreign key also locks the table that it refers to, even with \`NOT VALID\`, even if the referring table is new. Nobody can write to that table until the transaction commits, however long the rest of it takes.`,
    solution: `Make the foreign key the last statement, or put it into a short transaction of its own with a \`lock_timeout\`.`,
    reported: [
        {
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nCREATE INDEX orders_note_idx ON orders (note);',
            message: 'The new foreign key stops writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits, through all that follows in it',
        },
        {
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);\nALTER TABLE orders ADD COLUMN cart_id bigint;',
            message: 'The new foreign key stops writes to "users" (SHARE ROW EXCLUSIVE lock) until the transaction commits, through all that follows in it',
        },
    ],
    accepted: [
        {
            why: 'The referenced table is new',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (cart_id bigint REFERENCES carts);\nALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'The table refers to itself',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_parent_fk FOREIGN KEY (user_id) REFERENCES orders NOT VALID;\nALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'It is alone in its transaction',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: "SET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;",
        },
        {
            why: 'What follows concerns only new tables',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);\nCREATE INDEX carts_user_id_idx ON carts (user_id);',
        },
        {
            why: 'Without a transaction the lock is gone at once',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nALTER TABLE orders ADD COLUMN total numeric;',
            transaction: 'none',
        },
        {
            why: '`add-foreign-key-without-not-valid` speaks of both tables',
            history: add_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;\nALTER TABLE orders ADD COLUMN total numeric;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-foreign-key-without-not-valid.docs.js
const add_foreign_key_without_not_valid_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const add_foreign_key_without_not_valid_docs_docs = {
    problem: `PostgreSQL checks that every row refers to one that exists, and until all are checked nobody can write to either table: not the one with the key, and not the one it refers to.`,
    solution: `Add the key as \`NOT VALID\`: both tables are closed for a moment only, and new rows are checked from then on. \`VALIDATE CONSTRAINT\` in the next migration checks the old rows while clients go on. For a new column that is still empty, \`REFERENCES\` at the
column itself reads nothing. Partitioned tables take \`NOT VALID\` from PostgreSQL 18 on; before, give each partition its own key first.`,
    reported: [
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint, ADD CONSTRAINT orders_owner_fk FOREIGN KEY (owner_id) REFERENCES users;',
            message: 'This foreign key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked, although the new column holds nothing yet',
        },
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;',
            message: 'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;',
            message: 'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);',
            transaction: 'none',
            message: 'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint DEFAULT 1 REFERENCES users;',
            message: 'This foreign key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
        {
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint;\nALTER TABLE orders ADD CONSTRAINT orders_owner_fk FOREIGN KEY (owner_id) REFERENCES users;',
            message: 'This foreign key stops writes to "orders" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked, although the new column holds nothing yet',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
            sql: 'ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            postgres: 16,
            message: 'This foreign key stops writes to "events" and "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;',
            message: 'This foreign key stops reads and writes of "orders" and "users" (ACCESS EXCLUSIVE lock) until every row has been checked',
        },
    ],
    accepted: [
        {
            why: 'The referencing table is new: it has no rows to check',
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint);\nALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users;',
        },
        {
            why: 'NOT VALID checks no old row',
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
        },
        {
            why: 'NOT ENFORCED checks nothing',
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;',
        },
        {
            why: 'The new column is empty, and the key stands at it',
            history: add_foreign_key_without_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN owner_id bigint REFERENCES users;',
        },
        {
            why: 'Every partition has an equal valid key, which is taken over',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;\nALTER TABLE events_2 ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            sql: 'ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            postgres: 16,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-primary-key-using-index-nullable.docs.js
const add_primary_key_using_index_nullable_docs_history = 'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);';
const add_primary_key_using_index_nullable_docs_docs = {
    problem: `A primary key with \`USING INDEX\` takes a moment, if its columns are NOT NULL. If one is not, PostgreSQL reads the whole table for NULL, and nobody can read or write the table meanwhile.`,
    solution: `Make the columns NOT NULL first, with the help of a constraint that is validated apart.`,
    reported: [
        {
            history: add_primary_key_using_index_nullable_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
            message: 'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in "id"',
        },
        {
            history: 'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);\nALTER TABLE orders ADD CHECK (id IS NOT NULL);',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
            postgres: 11,
            message: 'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL in "id"',
        },
    ],
    accepted: [
        {
            why: 'The column is NOT NULL',
            history: add_primary_key_using_index_nullable_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_code;',
        },
        {
            why: 'A valid CHECK proves it (12 and later)',
            history: 'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_id ON orders (id);\nCREATE UNIQUE INDEX orders_code ON orders (code);\nALTER TABLE orders ADD CHECK (id IS NOT NULL);',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_id;',
            postgres: 16,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-primary-key-without-index.docs.js
const add_primary_key_without_index_docs_history = 'CREATE TABLE orders (id bigint, code bigint NOT NULL);';
const add_primary_key_without_index_docs_docs = {
    problem: `A primary key builds an index over the whole table, and first reads every row if a column may be NULL. Until both are done nobody can read or write the table.`,
    solution: `Make the columns NOT NULL with the help of a constraint that is validated apart, build the index with \`CREATE UNIQUE INDEX CONCURRENTLY\`, then add the key with \`USING INDEX\`, which takes a moment.`,
    reported: [
        {
            history: add_primary_key_without_index_docs_history,
            sql: 'ALTER TABLE orders ADD PRIMARY KEY (code);',
            message: 'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until its index is built',
        },
        {
            history: add_primary_key_without_index_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);',
            message: 'This primary key stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read for NULL and the index is built',
        },
        {
            history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL);',
            sql: 'ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY (email);',
            message: 'This primary key stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: add_primary_key_without_index_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD PRIMARY KEY (id);',
        },
        {
            why: 'The key takes an index over',
            history: 'CREATE TABLE orders (id bigint, code bigint NOT NULL);\nCREATE UNIQUE INDEX orders_code ON orders (code);',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_code;',
        },
        {
            why: '`add-column-inline-primary-key` speaks',
            history: add_primary_key_without_index_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN number bigserial PRIMARY KEY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/add-unique-without-index.docs.js
const add_unique_without_index_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const add_unique_without_index_docs_docs = {
    problem: `A UNIQUE constraint builds an index over the whole table, and until it is done nobody can read or write the table.`,
    solution: `Build the index with \`CREATE UNIQUE INDEX CONCURRENTLY\`, then let the constraint take it over with \`USING INDEX\`, which takes a moment. On a partitioned table do so for each partition; the parent's constraint then takes theirs.`,
    reported: [
        {
            history: add_unique_without_index_docs_history,
            sql: 'ALTER TABLE users ADD UNIQUE (email);',
            message: 'This UNIQUE constraint stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
        },
        {
            history: add_unique_without_index_docs_history,
            sql: 'ALTER TABLE users ADD CONSTRAINT users_email_once UNIQUE NULLS NOT DISTINCT (email) INCLUDE (id) DEFERRABLE;',
            message: 'This UNIQUE constraint stops reads and writes of "users" (ACCESS EXCLUSIVE lock) until its index is built',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);',
            sql: 'ALTER TABLE events ADD UNIQUE (id);',
            message: 'This UNIQUE constraint stops reads and writes of "events_1" and "events_2" (ACCESS EXCLUSIVE lock) until its index is built',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: add_unique_without_index_docs_history,
            sql: 'CREATE TABLE carts (email text);\nALTER TABLE carts ADD UNIQUE (email);',
        },
        {
            why: 'The constraint takes an index over',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE UNIQUE INDEX users_email_key ON users (email);',
            sql: 'ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;',
        },
        {
            why: 'Every partition has an equal constraint',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events_1 ADD UNIQUE (id);\nALTER TABLE events_2 ADD UNIQUE (id);',
            sql: 'ALTER TABLE events ADD UNIQUE (id);',
        },
        {
            why: '`add-column-inline-unique` speaks',
            history: add_unique_without_index_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN ref text UNIQUE;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-dependent-objects.docs.js
const alter_column_dependent_objects_docs_docs = {
    problem: `A view, rule, policy, trigger, publication filter, function or generated column that uses a column holds on to it: PostgreSQL refuses to change its type or to drop it, and the migration stops here.`,
    solution: `Drop what uses the column, change the column, and create it again, all in one transaction. Remember its grants.`,
    reported: [
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
            sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(100);',
            message: 'The migration fails here (0A000): ALTER COLUMN … TYPE of "note" is refused, because a view, trigger, policy, publication or function uses the column',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
            sql: 'ALTER TABLE orders DROP COLUMN note;',
            message: 'The migration fails here (2BP01): DROP COLUMN of "note" is refused, because something depends on it',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD COLUMN gross numeric GENERATED ALWAYS AS (total * 1.2) STORED;',
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
            message: 'The migration fails here (0A000): ALTER COLUMN … TYPE of "total" is refused, because a generated column uses it',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE POLICY own ON orders USING (note = current_user);',
            sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(100);',
            message: 'The migration fails here (0A000): ALTER COLUMN … TYPE of "note" is refused, because a view, trigger, policy, publication or function uses the column',
        },
    ],
    accepted: [
        {
            why: 'The view was dropped before',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
            sql: 'DROP VIEW order_notes;\nALTER TABLE orders ALTER COLUMN note TYPE varchar(100);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
        },
        {
            why: 'With CASCADE the view goes along: `drop-cascade` speaks',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
            sql: 'ALTER TABLE orders DROP COLUMN note CASCADE;',
        },
        {
            why: 'The view does not use the column',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE VIEW order_notes AS SELECT id, note FROM orders;',
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-type.docs.js
const alter_column_type_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const alter_column_type_docs_docs = {
    problem: `Most type changes make PostgreSQL write the whole table and all its indexes again; some build only the indexes of the column again, or check every row. Meanwhile nobody can read or write the table.
After a rewrite, sessions with an older snapshot see the table empty.`,
    solution: `Add a second column of the new type, keep it in step with a trigger, fill the old rows in batches, let the clients move over, and drop the first column. A text that shall be longer, or of any length, and a
number with more digits need none of this: \`varchar(50)\` to \`varchar(100)\` or \`text\` is done in a moment.`,
    reported: [
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
            message: 'Changing the type of "id" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
            message: 'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(10, 3);',
            message: 'Changing the type of "total" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN note TYPE jsonb USING note::jsonb;',
            message: 'Changing the type of "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text USING lower(code);',
            message: 'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
            message: 'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the session\'s time zone is UTC',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_code_idx ON orders (code) WHERE note IS NULL;',
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
            message: 'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
        },
        {
            history: "CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (code <> '');",
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
            message: 'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been checked again',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_code_idx ON orders (code);',
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text COLLATE "C";',
            message: 'Changing the type of "code" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
        },
        {
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
            completeHistory: false,
            message: 'Changing the type of "id" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew, unless the column is stored like int8 already',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE INDEX orders_placed_idx ON orders (placed_at);',
            sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
            message: 'Changing the type of "placed_at" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the indexes on it are built anew',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN id TYPE bigint;',
        },
        { why: 'A longer varchar', history: alter_column_type_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);' },
        {
            why: 'varchar to text and back without a length',
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text, ALTER COLUMN note TYPE varchar;',
        },
        {
            why: 'A plain index on the column is kept',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nCREATE UNIQUE INDEX orders_code_idx ON orders (code) INCLUDE (id);',
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text;',
        },
        {
            why: 'More digits at the same scale, or any number of them',
            history: alter_column_type_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);\nALTER TABLE orders ALTER COLUMN total TYPE numeric;',
        },
        {
            why: 'More precise times',
            history: 'CREATE TABLE orders (seen_at timestamptz(3), took interval(3));',
            sql: 'ALTER TABLE orders ALTER COLUMN seen_at TYPE timestamptz(6), ALTER COLUMN took TYPE interval;',
        },
        {
            why: 'cidr to inet, xml to text, a longer bit string',
            history: 'CREATE TABLE hosts (net cidr, page xml, flags varbit(8));',
            sql: 'ALTER TABLE hosts ALTER COLUMN net TYPE inet, ALTER COLUMN page TYPE text, ALTER COLUMN flags TYPE varbit(16);',
        },
        {
            why: 'A constrained domain to its base type, and a base type to a plain domain',
            history: "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE DOMAIN label AS text;\nCREATE TABLE hosts (a email, b text);",
            sql: 'ALTER TABLE hosts ALTER COLUMN a TYPE text, ALTER COLUMN b TYPE label;',
        },
        { why: 'The type stays', history: alter_column_type_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN note TYPE text;' },
        {
            why: 'In UTC the rows stay, and there is no index on the column',
            history: alter_column_type_docs_history,
            sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
        },
        {
            why: 'A VIRTUAL column holds no values',
            history: 'CREATE TABLE orders (id integer, double integer GENERATED ALWAYS AS (id * 2) VIRTUAL);',
            sql: 'ALTER TABLE orders ALTER COLUMN double TYPE bigint;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-type-breaks-prepared.docs.js
const alter_column_type_breaks_prepared_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const alter_column_type_breaks_prepared_docs_docs = {
    problem: `Drivers and ORMs prepare statements and use them again. If a column that such a statement returns gets another type, the statement fails with "cached plan must not change result type", and takes its transaction along,
again and again until the session prepares it anew. A longer varchar or more digits are enough.`,
    solution: `Reconnect the clients after the migration (a restart does), or put the new type into a column with a new name. If no client keeps prepared statements, say so with the parameter \`prepared\`: false.`,
    reported: [
        {
            history: alter_column_type_breaks_prepared_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
            message: 'Every prepared statement that returns "code" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
        },
        {
            history: alter_column_type_breaks_prepared_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric;',
            message: 'Every prepared statement that returns "total" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
        },
        {
            history: alter_column_type_breaks_prepared_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN id_new bigint;\nALTER TABLE orders RENAME COLUMN id TO id_old;\nALTER TABLE orders RENAME COLUMN id_new TO id;',
            message: 'Every prepared statement that returns "id" of "orders" fails from here on (0A000, "cached plan must not change result type") until its session prepares it again',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code TYPE varchar(100);',
        },
        { why: 'The type stays', history: alter_column_type_breaks_prepared_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN note TYPE text;' },
        { why: 'The name is new', history: alter_column_type_breaks_prepared_docs_history, sql: 'ALTER TABLE orders RENAME COLUMN note TO remark;' },
        {
            why: 'Configuration says that no client keeps prepared statements',
            history: alter_column_type_breaks_prepared_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(100);',
            options: { rules: { 'alter-column-type-breaks-prepared': { prepared: false } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-type-by-timezone.docs.js
const alter_column_type_by_timezone_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const alter_column_type_by_timezone_docs_docs = {
    problem: `A \`timestamp\` says nothing about its time zone; a \`timestamptz\` does. Between the two PostgreSQL takes the time zone of the session that runs the migration. If that is another one than the application wrote in,
every value is shifted by hours, without an error.`,
    solution: `Say \`SET LOCAL timezone = 'UTC'\` (or whichever zone the values are in) before it, in the same transaction. From PostgreSQL 12 on the rows need not even be written then, if the zone is UTC. \`USING placed_at AT TIME ZONE 'UTC'\` is
right too, but always writes every row.`,
    reported: [
        {
            history: alter_column_type_by_timezone_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
            message: 'The time zone of the session decides what the values of "placed_at" become: in another zone than the one they were written for, every row is shifted',
        },
        {
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;',
            transaction: 'none',
            completeHistory: false,
            message: 'The time zone of the session decides what the values of "placed_at" become: in another zone than the one they were written for, every row is shifted, unless the column is timestamptz already',
        },
    ],
    accepted: [
        {
            why: 'The time zone is set in the same session',
            history: alter_column_type_by_timezone_docs_history,
            sql: "SET LOCAL timezone = 'UTC';\nALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz;",
        },
        {
            why: 'USING names the zone',
            history: alter_column_type_by_timezone_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamptz USING placed_at AT TIME ZONE 'UTC';",
        },
        {
            why: 'Both know their zone',
            history: 'CREATE TABLE orders (seen_at timestamptz);',
            sql: 'ALTER TABLE orders ALTER COLUMN seen_at TYPE timestamptz(3);',
        },
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN placed_at TYPE timestamptz;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-type-locks-other-table.docs.js
const alter_column_type_locks_other_table_docs_history = 'CREATE TABLE users (id integer PRIMARY KEY, code varchar(20) UNIQUE);\nCREATE TABLE orders (id integer PRIMARY KEY, user_id integer CONSTRAINT orders_user_fk REFERENCES users, user_code varchar(20) REFERENCES users (code), parent_id integer REFERENCES orders);';
const alter_column_type_locks_other_table_docs_docs = {
    problem: `A column that refers to another table, or is referred to, ties the two together: changing its type closes the other table as well, even where nothing has to be written. If rows are written, the foreign key
is checked again, and both tables stay closed for that long.`,
    solution: `Let second columns take over at both ends, or do it in a quiet hour with a short \`lock_timeout\`.`,
    reported: [
        {
            history: alter_column_type_locks_other_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN user_id TYPE bigint;',
            message: 'Changing the type of "user_id" also stops reads and writes of "users" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_fk", until all of it is done',
        },
        {
            history: alter_column_type_locks_other_table_docs_history,
            sql: 'ALTER TABLE users ALTER COLUMN id TYPE bigint;',
            message: 'Changing the type of "id" also stops reads and writes of "orders" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_fk", until all of it is done',
        },
        {
            history: alter_column_type_locks_other_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN user_code TYPE varchar(40);',
            transaction: 'none',
            message: 'Changing the type of "user_code" also stops reads and writes of "users" (ACCESS EXCLUSIVE lock), the other end of the foreign key "orders_user_code_fkey", for a moment',
        },
    ],
    accepted: [
        {
            why: 'The table refers to itself',
            history: alter_column_type_locks_other_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN parent_id TYPE bigint;',
        },
        {
            why: 'Both are new',
            sql: 'CREATE TABLE a (id integer PRIMARY KEY);\nCREATE TABLE b (a_id integer REFERENCES a);\nALTER TABLE b ALTER COLUMN a_id TYPE bigint;',
        },
        {
            why: 'The column is in no foreign key',
            history: 'CREATE TABLE notes (body varchar(20));',
            sql: 'ALTER TABLE notes ALTER COLUMN body TYPE text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/alter-column-type-narrowing.docs.js
const alter_column_type_narrowing_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const alter_column_type_narrowing_docs_docs = {
    problem: `If a value does not fit the new type, the statement fails when it comes to that row, after all the time that the table was closed. Digits behind the point and fractions of a second are worse: they are rounded
without an error.`,
    solution: `Keep the wide type and limit the values with a CHECK, such as \`CHECK (char_length(code) <= 20)\`, that is added as \`NOT VALID\` and validated later. The limit can be changed later without a rewrite.`,
    reported: [
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
            message: 'The change of "code" from varchar(50) to varchar(20) fails half-way at the first value that does not fit (22001), after all the time that it took',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(8, 2);',
            message: 'The change of "total" from numeric(10, 2) to numeric(8, 2) fails half-way at the first value that does not fit (22003), after all the time that it took',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE numeric(10, 1);',
            message: 'The change of "total" from numeric(10, 2) to numeric(10, 1) rounds every value that does not fit, without an error',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE timestamp(0);',
            message: 'The change of "placed_at" from timestamp to timestamp(0) rounds every value that does not fit, without an error',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at TYPE date;',
            message: 'The change of "placed_at" from timestamp to date rounds every value that does not fit, without an error',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE smallint;',
            message: 'The change of "id" from integer to smallint fails half-way at the first value that does not fit (22003), after all the time that it took',
        },
        {
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN note TYPE varchar(10) USING note::varchar(10);',
            message: 'The cast in USING cuts every value of "note" that does not fit, without an error',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code TYPE varchar(20);',
        },
        {
            why: 'A valid CHECK proves the limit',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (char_length(code) <= 20);',
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
        },
        {
            why: 'The new type holds more',
            history: alter_column_type_narrowing_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE text, ALTER COLUMN id TYPE bigint, ALTER COLUMN total TYPE numeric(12, 2);',
        },
        { why: 'Every integer fits', history: alter_column_type_narrowing_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN id TYPE numeric(10);' },
        {
            why: 'The old type is not known',
            sql: 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);',
            completeHistory: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/alter-composite-type.docs.js
const alter_composite_type_docs_history = `CREATE TYPE address AS (street text, city text);
CREATE TABLE customers (id bigint, home address);
CREATE TYPE row_of_log AS (id bigint, line text);
CREATE TABLE logs OF row_of_log;`;
const alter_composite_type_docs_docs = {
    problem: `Clients take a composite value apart by the number and types of its attributes. After the change they read something else than they expect. Tables that were made OF the
type change with it: they are closed meanwhile, and another type of an attribute writes each of them anew.`,
    solution: `Make a second type with the attributes that are wanted, and move columns and clients to it as for any other change of a type.`,
    reported: [
        {
            history: alter_composite_type_docs_history,
            sql: 'ALTER TYPE address ADD ATTRIBUTE zip text;',
            message: 'Clients that unpack "address" meet an attribute more, from the commit on',
        },
        {
            history: alter_composite_type_docs_history,
            sql: 'ALTER TYPE row_of_log ADD ATTRIBUTE at timestamptz CASCADE;',
            message: 'Reads and writes of "logs" wait for the ACCESS EXCLUSIVE lock until the transaction commits. Clients that unpack "row_of_log" meet an attribute more',
        },
        {
            history: alter_composite_type_docs_history,
            sql: 'ALTER TYPE row_of_log ALTER ATTRIBUTE id TYPE text CASCADE;',
            message: 'Writing every row of "logs" anew stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done. Clients that unpack "row_of_log" meet an attribute of another type',
        },
    ],
    accepted: [
        {
            why: 'The type was created by the same migration',
            sql: 'CREATE TYPE address AS (street text);\nALTER TYPE address ADD ATTRIBUTE zip text;',
        },
        {
            why: 'The server refuses it: a column has the type',
            history: alter_composite_type_docs_history,
            sql: 'ALTER TYPE address ALTER ATTRIBUTE street TYPE varchar(100);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/alter-domain-scans-tables.docs.js
const alter_domain_scans_tables_docs_history = 'CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);';
const alter_domain_scans_tables_docs_docs = {
    problem: `A new condition of a domain is checked in every row of every table that has a column of it. PostgreSQL locks all those tables at once, and nobody can write to any of them until the last is read. \`VALIDATE CONSTRAINT\` of a domain is no better.`,
    solution: `Add the condition as \`NOT VALID\`: no table is locked, and new values are checked. Validate it in a quiet hour, or put the condition on each table as a CHECK, which can be validated one by one without stopping anybody.`,
    reported: [
        {
            history: alter_domain_scans_tables_docs_history,
            sql: "ALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%');",
            message: 'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
        },
        {
            history: alter_domain_scans_tables_docs_history,
            sql: 'ALTER DOMAIN email SET NOT NULL;',
            message: 'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
        },
        {
            history: "CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);\nALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
            sql: 'ALTER DOMAIN email VALIDATE CONSTRAINT email_has_at;',
            message: 'This stops writes to "users" and "orders" (SHARE lock) together until all their rows have been read',
        },
        {
            sql: "ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%');",
            completeHistory: false,
            message: 'This stops writes to every table with a column of "email" (SHARE lock) until all their rows have been read, unless no table has one',
        },
    ],
    accepted: [
        {
            why: 'NOT VALID locks no table',
            history: alter_domain_scans_tables_docs_history,
            sql: "ALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
        },
        {
            why: 'No table uses it',
            history: 'CREATE DOMAIN label AS text;',
            sql: "ALTER DOMAIN label ADD CHECK (VALUE <> '');",
        },
        {
            why: 'Dropping a condition checks nothing',
            history: "CREATE DOMAIN email AS text;\nCREATE TABLE users (id bigint, email email);\nCREATE TABLE orders (id bigint, contact email);\nALTER DOMAIN email ADD CONSTRAINT email_has_at CHECK (VALUE LIKE '%@%') NOT VALID;",
            sql: 'ALTER DOMAIN email DROP CONSTRAINT email_has_at;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/alter-sequence-blocks-inserts.docs.js
const alter_sequence_blocks_inserts_docs_history = `CREATE TABLE orders (id bigserial PRIMARY KEY, note text);
CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name text);`;
const alter_sequence_blocks_inserts_docs_docs = {
    problem: `ALTER SEQUENCE locks the sequence until the transaction commits. Every INSERT that draws its id from it waits for that. If the migration goes on with something long,
nobody can insert meanwhile.`,
    solution: `Give ALTER SEQUENCE a transaction of its own. If only the next value shall change, \`setval()\` does it without stopping anybody.`,
    reported: [
        {
            history: alter_sequence_blocks_inserts_docs_history,
            sql: "ALTER SEQUENCE orders_id_seq INCREMENT 10;\nUPDATE orders SET note = '' WHERE note IS NULL;",
            message: 'nextval() of "orders_id_seq" waits for this SHARE ROW EXCLUSIVE lock until the transaction commits, and with it every INSERT that draws from it; the transaction goes on with other work',
        },
        {
            history: alter_sequence_blocks_inserts_docs_history,
            sql: 'ALTER TABLE users ALTER COLUMN id SET INCREMENT 10;\nALTER TABLE orders ADD COLUMN total numeric;',
            message: 'nextval() of "users_id_seq" waits for this SHARE ROW EXCLUSIVE lock until the transaction commits, and with it every INSERT that draws from it; the transaction goes on with other work',
        },
    ],
    accepted: [
        {
            why: 'The sequence is new',
            history: alter_sequence_blocks_inserts_docs_history,
            sql: "CREATE SEQUENCE tickets;\nALTER SEQUENCE tickets INCREMENT 10;\nUPDATE orders SET note = '' WHERE note IS NULL;",
        },
        {
            why: 'setval() stops nobody',
            history: alter_sequence_blocks_inserts_docs_history,
            sql: "SELECT setval('orders_id_seq', 1000);\nUPDATE orders SET note = '' WHERE note IS NULL;",
        },
        {
            why: 'It is alone in its transaction, with a lock_timeout',
            history: alter_sequence_blocks_inserts_docs_history,
            sql: "SET LOCAL lock_timeout = '1s';\nALTER SEQUENCE orders_id_seq INCREMENT 10;",
        },
        {
            why: 'Without a transaction the lock is gone at once',
            history: alter_sequence_blocks_inserts_docs_history,
            sql: "ALTER SEQUENCE orders_id_seq INCREMENT 10;\nUPDATE orders SET note = '' WHERE note IS NULL;",
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/analyze-after-change.docs.js
const analyze_after_change_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text, email text);';
const analyze_after_change_docs_docs = {
    problem: `PostgreSQL chooses how to run a query by statistics of the table. After a change of many rows or of a type, or for the expression of a new index, they are missing or wrong until autovacuum
comes by: queries may take a bad way in the meantime.`,
    solution: `Run \`ANALYZE\` on the table afterwards. It reads a sample and stops neither reads nor writes.`,
    reported: [
        {
            history: analyze_after_change_docs_history,
            sql: "UPDATE orders SET state = 'new';",
            message: 'This UPDATE changes many rows, and until the next ANALYZE the plans of queries on "orders" rest on what was there before',
        },
        {
            history: analyze_after_change_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (lower(email));',
            transaction: 'none',
            message: 'There are no statistics yet for the expression of this index, and until the next ANALYZE the plans of queries on "orders" rest on what was there before',
        },
    ],
    accepted: [
        { why: 'ANALYZE follows', history: analyze_after_change_docs_history, sql: "UPDATE orders SET state = 'new';\nANALYZE orders;" },
        { why: 'Few rows change', history: analyze_after_change_docs_history, sql: "UPDATE orders SET state = 'new' WHERE id = 1;" },
        {
            why: 'Statistics of plain columns are there',
            history: analyze_after_change_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/attach-partition-builds-index.docs.js
const attach_partition_builds_index_docs_history = `CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY RANGE (id);
CREATE INDEX events_kind_idx ON events (kind);
CREATE TABLE old_events (id bigint NOT NULL CHECK (id >= 10 AND id < 20), kind text);`;
const attach = 'ALTER TABLE events ATTACH PARTITION old_events FOR VALUES FROM (10) TO (20);';
const attach_partition_builds_index_docs_docs = {
    problem: `Each partition has the indexes of its parent. If the table that is attached lacks one, PostgreSQL builds it there and then, and nobody can use the table until it is
built.`,
    solution: `Build the indexes on the table with CREATE INDEX CONCURRENTLY before. ATTACH PARTITION finds them and adopts them.`,
    reported: [
        {
            history: attach_partition_builds_index_docs_history,
            sql: attach,
            message: 'Building the indexes of "events" that "old_events" lacks stops reads and writes of "old_events" (ACCESS EXCLUSIVE lock) until they are built',
        },
    ],
    accepted: [
        {
            why: 'The table has a valid index like it',
            history: `${attach_partition_builds_index_docs_history}\nCREATE INDEX old_events_kind_idx ON old_events (kind);`,
            sql: attach,
        },
        {
            why: 'The table is new and empty',
            history: attach_partition_builds_index_docs_history,
            sql: 'CREATE TABLE events_20 (id bigint NOT NULL, kind text);\nALTER TABLE events ATTACH PARTITION events_20 FOR VALUES FROM (20) TO (30);',
        },
        { why: 'It is not known which indexes the tables have', sql: attach, completeHistory: false },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/attach-partition-locks-referenced.docs.js
const attach_partition_locks_referenced_docs_history = `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint NOT NULL, shop_id bigint CONSTRAINT visits_shop_fk REFERENCES shops) PARTITION BY RANGE (id);
CREATE TABLE old_visits (id bigint NOT NULL CHECK (id >= 10 AND id < 20), shop_id bigint);
CREATE TABLE keyed_visits (id bigint NOT NULL CHECK (id >= 20 AND id < 30), shop_id bigint CONSTRAINT visits_shop_fk REFERENCES shops);
CREATE TABLE events (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE old_events (id bigint PRIMARY KEY CHECK (id >= 10 AND id < 20));`;
const attach_partition_locks_referenced_docs_docs = {
    problem: `A partition takes over the foreign keys of its parent. To attach one, PostgreSQL also locks the table that the key refers to, or the table that refers to the parent, until
the transaction commits; a key that is new for the partition is checked for all its rows meanwhile. If the partition brings the key along, nothing is checked, but the
referenced table is closed for readers too.`,
    solution: `Attach in a transaction of its own, with a short lock_timeout and nothing after it.`,
    reported: [
        {
            history: attach_partition_locks_referenced_docs_history,
            sql: 'ALTER TABLE visits ATTACH PARTITION old_visits FOR VALUES FROM (10) TO (20);',
            message: 'A foreign key leads from the parent or to it: writes of "shops" wait for the SHARE ROW EXCLUSIVE lock while the foreign key is checked for every row, and until the transaction commits',
        },
        {
            history: attach_partition_locks_referenced_docs_history,
            sql: 'ALTER TABLE visits ATTACH PARTITION keyed_visits FOR VALUES FROM (20) TO (30);',
            message: 'A foreign key leads from the parent or to it: reads and writes of "shops" wait for the ACCESS EXCLUSIVE lock until the transaction commits',
        },
    ],
    accepted: [
        {
            why: 'No foreign key leads from the parent or to it',
            history: attach_partition_locks_referenced_docs_history,
            sql: 'ALTER TABLE events ATTACH PARTITION old_events FOR VALUES FROM (10) TO (20);',
        },
        {
            why: 'The referenced table is new',
            sql: `CREATE TABLE depots (id bigint PRIMARY KEY);
CREATE TABLE stock (id bigint NOT NULL, depot_id bigint REFERENCES depots) PARTITION BY RANGE (id);
CREATE TABLE stock_10 (id bigint NOT NULL, depot_id bigint);
ALTER TABLE stock ATTACH PARTITION stock_10 FOR VALUES FROM (10) TO (20);`,
        },
        {
            why: 'Up to PostgreSQL 11 the referenced table goes on',
            history: `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE visits (id bigint NOT NULL, shop_id bigint REFERENCES shops) PARTITION BY RANGE (id);
CREATE TABLE old_visits (id bigint NOT NULL, shop_id bigint);`,
            sql: 'ALTER TABLE visits ATTACH PARTITION old_visits FOR VALUES FROM (10) TO (20);',
            postgres: 11,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/attach-partition-scan.docs.js
const attach_partition_scan_docs_history = `CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE old_events (id bigint NOT NULL);
CREATE TABLE proved (id bigint NOT NULL CONSTRAINT proved_bound CHECK (id >= 10 AND id < 20));
CREATE TABLE unproved (id bigint NOT NULL);
ALTER TABLE unproved ADD CONSTRAINT unproved_bound CHECK (id >= 10 AND id < 20) NOT VALID;`;
const attach_partition_scan_docs_attach = (table) => `ALTER TABLE events ATTACH PARTITION ${table} FOR VALUES FROM (10) TO (20);`;
const message = (table) => `Checking every row of "${table}" against the bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done`;
const attach_partition_scan_docs_docs = {
    problem: `When a table becomes a partition, PostgreSQL has to know that every row lies within the bound. It reads the whole table to find out, and nobody can use the table
meanwhile; up to PostgreSQL 11 nobody can use the partitioned table either.`,
    solution: `Add a CHECK that says the same as the bound, NOT VALID first, then VALIDATE it: that reads the rows while everybody goes on. With a valid CHECK, ATTACH reads nothing. A
column of the key that allows NULL needs IS NOT NULL in the CHECK. Drop the CHECK afterwards.`,
    reported: [
        { history: attach_partition_scan_docs_history, sql: attach_partition_scan_docs_attach('old_events'), message: message('old_events') },
        {
            history: attach_partition_scan_docs_history,
            sql: attach_partition_scan_docs_attach('unproved'),
            message: message('unproved'),
        },
        {
            history: attach_partition_scan_docs_history,
            sql: attach_partition_scan_docs_attach('old_events'),
            postgres: 11,
            message: 'Checking every row of "old_events" against the bound stops reads and writes of it, and of "events" (ACCESS EXCLUSIVE lock) until it is done',
        },
    ],
    accepted: [
        { why: 'A valid CHECK says the same', history: attach_partition_scan_docs_history, sql: attach_partition_scan_docs_attach('proved') },
        {
            why: 'A valid CHECK is narrower',
            history: `${attach_partition_scan_docs_history}\nCREATE TABLE narrow (id bigint NOT NULL CHECK (id BETWEEN 12 AND 15));`,
            sql: attach_partition_scan_docs_attach('narrow'),
        },
        {
            why: 'The table is new and empty',
            history: attach_partition_scan_docs_history,
            sql: `CREATE TABLE events_10 (id bigint NOT NULL);\n${attach_partition_scan_docs_attach('events_10')}`,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/autocommit-only-in-transaction.docs.js
const autocommit_only_in_transaction_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);';
const autocommit_only_in_transaction_docs_docs = {
    problem: `A few commands manage their own transactions and refuse to run inside of one: everything with CONCURRENTLY on an index, VACUUM, ALTER SYSTEM, CREATE
DATABASE and others. Most migration runners open a transaction round each file, and several statements sent in one call are one transaction too. The
migration fails with SQLSTATE 25001.`,
    solution: `Give the command a migration of its own and use the runner's switch for "no transaction". Where the runner sends a file as one call, nothing else may
stand in that file.`,
    reported: [
        {
            history: 'CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;',
            sql: 'CALL tidy();',
            message: 'The migration fails here: CALL cannot run here: it ends its transaction (2D000)',
        },
        {
            history: autocommit_only_in_transaction_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'file',
            message: 'The migration fails here: CREATE INDEX CONCURRENTLY cannot run in the transaction that the runner opens (25001)',
        },
        {
            history: autocommit_only_in_transaction_docs_history,
            sql: 'SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'call',
            message: 'The migration fails here: CREATE INDEX CONCURRENTLY cannot run in one call with other statements, which is one transaction (25001)',
        },
        {
            history: autocommit_only_in_transaction_docs_history,
            sql: 'BEGIN;\nVACUUM orders;\nCOMMIT;',
            transaction: 'none',
            message: 'The migration fails here: VACUUM cannot run in a transaction block (25001)',
        },
        {
            history: autocommit_only_in_transaction_docs_history,
            sql: "DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email)'; END $$;",
            transaction: 'none',
            message: 'The migration fails here: CREATE INDEX CONCURRENTLY cannot run inside a function or DO block (25001)',
        },
        {
            history: "CREATE TYPE mood AS ENUM ('ok');",
            sql: "ALTER TYPE mood ADD VALUE 'calm';",
            postgres: 11,
            message: 'The migration fails here: ALTER TYPE … ADD VALUE cannot run in the transaction that the runner opens (25001)',
        },
    ],
    accepted: [
        {
            why: 'The procedure commits, and nothing is open around it',
            history: 'CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$;',
            sql: 'CALL tidy();',
            transaction: 'none',
        },
        {
            why: 'The runner sends each statement by itself',
            history: autocommit_only_in_transaction_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'none',
        },
        {
            why: 'A call with one statement is no transaction',
            history: autocommit_only_in_transaction_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'call',
        },
        { why: 'REINDEX TABLE of a plain table may run in a transaction', history: autocommit_only_in_transaction_docs_history, sql: 'REINDEX TABLE orders;' },
        {
            why: 'REFRESH … CONCURRENTLY may run in a transaction',
            history: `${autocommit_only_in_transaction_docs_history}\nCREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;\nCREATE UNIQUE INDEX totals_id ON totals (id);`,
            sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
        },
        {
            why: 'From 12 on ADD VALUE may run in a transaction',
            history: "CREATE TYPE mood AS ENUM ('ok');",
            sql: "ALTER TYPE mood ADD VALUE 'calm';",
            postgres: 12,
        },
        {
            why: 'The runner is not known: what refuses a transaction is taken to run outside of one',
            history: autocommit_only_in_transaction_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_idx ON orders (email);',
            transaction: 'unknown',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/backfill-fires-triggers.docs.js
const backfill_fires_triggers_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, state text, total numeric);
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_audit AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
CREATE TRIGGER orders_total AFTER UPDATE OF total ON orders FOR EACH ROW EXECUTE FUNCTION audit();`;
const backfill_fires_triggers_docs_docs = {
    problem: `A row trigger runs once for every row. What costs nothing with one order costs minutes with a million, and writes a million rows of audit.`,
    solution: `Write in batches. Or let the trigger pass over such rows by a condition in its \`WHEN\`. Disabling it stops writers and lets clients' changes through unseen.`,
    reported: [
        {
            history: backfill_fires_triggers_docs_history,
            sql: "UPDATE orders SET state = 'new';",
            message: 'The trigger "orders_audit" of "orders" runs for every row that this UPDATE writes, within its transaction',
        },
        {
            history: backfill_fires_triggers_docs_history,
            sql: 'UPDATE orders SET total = 0 WHERE total IS NULL;',
            message: 'The triggers "orders_audit" and "orders_total" of "orders" run for every row that this UPDATE writes, within its transaction',
        },
    ],
    accepted: [
        { why: 'A key bounds it', history: backfill_fires_triggers_docs_history, sql: "UPDATE orders SET state = 'new' WHERE id = 1;" },
        { why: 'No trigger looks at it', history: backfill_fires_triggers_docs_history, sql: 'DELETE FROM orders WHERE state IS NULL;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/backfill-skip-locked.docs.js
const backfill_skip_locked_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);';
const backfill_skip_locked_docs_docs = {
    problem: `\`SKIP LOCKED\` lets a batch pass over rows that a client has locked at the moment. A loop that ends when an UPDATE finds "0 rows" ends with those rows unfilled, and nobody is told.`,
    solution: `Go by ranges of the key, which reach every row once. Or finish with a pass without \`SKIP LOCKED\`, and count what is left.`,
    reported: [
        {
            history: backfill_skip_locked_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED);",
            message: 'Rows of "orders" that a client has locked are skipped: a loop that ends when nothing is left to do leaves them as they were, without an error',
        },
    ],
    accepted: [
        {
            why: 'A last pass without it follows',
            history: backfill_skip_locked_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED);\nUPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000);",
        },
        {
            why: 'It waits for locked rows',
            history: backfill_skip_locked_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000 FOR UPDATE);",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/backfill-under-lock.docs.js
const backfill_under_lock_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE TABLE users (id bigint PRIMARY KEY);`;
const backfill_under_lock_docs_docs = {
    problem: `ALTER TABLE closes the table until its transaction commits. An UPDATE of all rows in the same transaction keeps it closed for the whole UPDATE, which grows
with the table.`,
    solution: `Ship the ALTER TABLE alone. Fill the rows afterwards in batches, outside of any migration's transaction.`,
    reported: [
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
            sql: 'CREATE TABLE buyers (user_id bigint REFERENCES users);\nINSERT INTO buyers (user_id) SELECT user_id FROM orders;',
            message: 'While this INSERT runs through "buyers", writes to "users" wait for the SHARE ROW EXCLUSIVE lock that this transaction took before, until it commits',
        },
        {
            history: backfill_under_lock_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open';",
            message: 'While this UPDATE runs through "orders", reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
        },
        {
            history: backfill_under_lock_docs_history,
            sql: 'CREATE INDEX users_id_idx ON users (id);\nINSERT INTO orders (id) SELECT id FROM users;',
            message: 'While this INSERT runs through "orders", writes to "users" wait for the SHARE lock that this transaction took before, until it commits',
        },
    ],
    accepted: [
        {
            why: 'The table is new, and nothing else is held',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
            sql: 'CREATE TABLE buyers (user_id bigint);\nINSERT INTO buyers (user_id) SELECT user_id FROM orders;',
        },
        {
            why: 'Catalogs of the system are small, whatever one thinks of writing them',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);',
            sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE pg_index SET indisready = false WHERE indrelid = (SELECT oid FROM pg_class WHERE relname = 'orders');",
        },
        {
            why: 'Bounded by literal keys',
            history: backfill_under_lock_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open' WHERE id IN (1, 2, 3);",
        },
        {
            why: 'Without a transaction the lock is gone at once',
            history: backfill_under_lock_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN state text;\nUPDATE orders SET state = 'open';",
            transaction: 'none',
        },
        {
            why: 'The table is new and nothing else is held',
            history: backfill_under_lock_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nINSERT INTO carts (id) SELECT id FROM users;',
        },
        {
            why: 'A few literal rows',
            history: backfill_under_lock_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN state text;\nINSERT INTO orders (id, total) VALUES (1, 2);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/blocking-advisory-lock.docs.js
const blocking_advisory_lock_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const blocking_advisory_lock_docs_docs = {
    problem: `An advisory lock keeps two runners apart. But a statement that waits in \`pg_advisory_lock()\` holds a snapshot, and the \`CONCURRENTLY\` forms wait for every older snapshot.
So the first runner waits for the second, which waits for the first: PostgreSQL kills one, and an \`INVALID\` index stays.`,
    solution: `Poll: \`SELECT pg_try_advisory_lock(…)\` gives up at once, and nothing is held in the pause before the next try.`,
    reported: [
        {
            history: blocking_advisory_lock_docs_history,
            sql: 'SELECT pg_advisory_lock(42);\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
            transaction: 'none',
            message: 'A second runner that waits in pg_advisory_lock() holds a snapshot, for which CREATE INDEX CONCURRENTLY of the first one waits: it is killed (40P01) and leaves an INVALID index',
        },
    ],
    accepted: [
        {
            why: 'It does not wait',
            history: blocking_advisory_lock_docs_history,
            sql: 'SELECT pg_try_advisory_lock(42);\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
            transaction: 'none',
        },
        {
            why: 'Nothing is done CONCURRENTLY',
            history: blocking_advisory_lock_docs_history,
            sql: 'SELECT pg_advisory_xact_lock(42);\nALTER TABLE orders ADD COLUMN total numeric;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/broad-grant.docs.js
const broad_grant_docs_history = 'CREATE TABLE orders (id bigint);';
const broad_grant_docs_docs = {
    problem: `\`GRANT ALL\` gives TRUNCATE and TRIGGER along with what was meant; \`TO PUBLIC\` gives it to every role that will ever be; \`ON ALL TABLES IN SCHEMA\` to tables that nobody thought of.`,
    solution: `Name the privileges, the objects and the roles.`,
    reported: [
        {
            history: broad_grant_docs_history,
            sql: 'GRANT ALL ON orders TO app;',
            message: 'This grants more than one may mean: all privileges',
        },
        {
            history: broad_grant_docs_history,
            sql: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
            message: 'This grants more than one may mean: to everybody (PUBLIC), on everything in a schema',
        },
    ],
    accepted: [
        { why: 'It names all three', history: broad_grant_docs_history, sql: 'GRANT SELECT, INSERT ON orders TO app;' },
        { why: 'REVOKE takes away', history: broad_grant_docs_history, sql: 'REVOKE ALL ON orders FROM PUBLIC;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/check-before-backfill.docs.js
const check_before_backfill_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const check_before_backfill_docs_docs = {
    problem: `A constraint that is not valid yet still checks every row that is written. An old row that violates it cannot be updated any more, not even in another column, until somebody has filled it.`,
    solution: `Fill the old rows first, then add the constraint, then fill what came in between, then validate.`,
    reported: [
        {
            history: check_before_backfill_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
                "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
            ],
            message: 'From here until "note" is filled, every UPDATE of an old row of "orders" fails (23514), even one that does not touch it',
        },
        {
            history: check_before_backfill_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID;',
                "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
            ],
            message: 'From here until "note" is filled, every UPDATE of an old row of "orders" fails (23502), even one that does not touch it',
        },
    ],
    accepted: [
        {
            why: 'Nothing is filled in this change set',
            history: check_before_backfill_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        },
        {
            why: 'The rows are filled first',
            history: check_before_backfill_docs_history,
            sql: [
                "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
                'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
            ],
        },
        {
            why: 'The column has had a default since it was made',
            history: check_before_backfill_docs_history,
            sql: [
                "ALTER TABLE orders ADD COLUMN state text DEFAULT 'open';",
                'ALTER TABLE orders ADD CONSTRAINT orders_state_nn CHECK (state IS NOT NULL) NOT VALID;',
                "UPDATE orders SET state = 'closed' WHERE id < 1000;",
            ],
        },
        {
            why: 'A foreign key is checked only where the key changes',
            history: check_before_backfill_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
                'UPDATE orders SET user_id = 1 WHERE id < 1000;',
            ],
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/check-detour-to-not-null.docs.js
const check_detour_to_not_null_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const check_detour_to_not_null_docs_docs = {
    problem: `Up to PostgreSQL 17 a helper CHECK was the way to NOT NULL without closing the table. From 18 on the NOT NULL constraint can itself be added as \`NOT VALID\`, which needs fewer steps.`,
    solution: `\`ALTER TABLE orders ADD CONSTRAINT orders_note_not_null NOT NULL note NOT VALID\`, and \`VALIDATE CONSTRAINT\` in the next migration.`,
    reported: [
        {
            history: check_detour_to_not_null_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
                'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
                'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            ],
            message: 'From 18 on "note" needs no helper CHECK: a NOT NULL constraint can itself be added as NOT VALID',
        },
    ],
    accepted: [
        {
            why: 'Below 18 there is no other way',
            history: check_detour_to_not_null_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
                'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            ],
            postgres: 17,
        },
        {
            why: 'The CHECK is not on the way to NOT NULL',
            history: check_detour_to_not_null_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/check-not-immutable.docs.js
const check_not_immutable_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const check_not_immutable_docs_docs = {
    problem: `PostgreSQL checks a CHECK when a row is written, and never again. If it depends on the time or on another table, a row that was right yesterday may be wrong today, and a dump that holds it cannot be restored.`,
    solution: `Check it in a trigger, or store what it depends on in a column of the row.`,
    reported: [
        {
            history: check_not_immutable_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN due date, ADD CONSTRAINT orders_due CHECK (due > CURRENT_DATE) NOT VALID;',
            message: 'This CHECK calls CURRENT_DATE, which gives another value each time: it holds only at the moment a row is written, and restoring a dump can fail',
        },
        {
            history: check_not_immutable_docs_history,
            sql: 'CREATE TABLE carts (expires_at timestamptz CHECK (expires_at > now()));',
            message: 'This CHECK calls now(), which gives another value each time: it holds only at the moment a row is written, and restoring a dump can fail',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE FUNCTION is_known(bigint) RETURNS boolean LANGUAGE sql AS $$ SELECT EXISTS (SELECT FROM users WHERE id = $1) $$;',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_known CHECK (is_known(user_id)) NOT VALID;',
            message: 'This CHECK calls is_known(), which reads a table: it holds only at the moment a row is written, and restoring a dump can fail',
        },
    ],
    accepted: [
        {
            why: 'The same row always gives the same answer',
            history: check_not_immutable_docs_history,
            sql: 'CREATE TABLE carts (code text CHECK (length(trim(code)) > 0));',
        },
        {
            why: 'The function reads no table',
            history: "CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE FUNCTION is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> '' $$;",
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_fine CHECK (is_fine(note)) NOT VALID;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/cluster.docs.js
const cluster_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const cluster_docs_docs = {
    problem: `CLUSTER writes every row into a new file in the order of an index, and builds all indexes anew. Nobody can read or write the table until that is done.`,
    solution: `PostgreSQL has no online form. Extensions that repack tables do the same while everybody goes on; otherwise choose a quiet hour.`,
    reported: [
        {
            history: cluster_docs_history,
            sql: 'CLUSTER orders USING orders_pkey;',
            message: 'Writing every row anew in the order of an index stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCLUSTER carts USING carts_pkey;',
        },
        {
            why: 'ALTER TABLE … CLUSTER ON only notes the index',
            history: cluster_docs_history,
            sql: 'ALTER TABLE orders CLUSTER ON orders_pkey;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/column-change-breaks-select-star.docs.js
const column_change_breaks_select_star_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE VIEW order_list AS SELECT id FROM orders;`;
const column_change_breaks_select_star_docs_docs = {
    problem: `A statement that a client prepared remembers the columns of its result. When \`SELECT *\` or \`RETURNING *\` gives other columns than before, the next execution fails
with "cached plan must not change result type", and the transaction around it is aborted. Drivers and ORMs prepare statements without being asked.`,
    solution: `Name the columns in queries. Then only a column that is dropped or renamed breaks them.`,
    reported: [
        {
            history: column_change_breaks_select_star_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric, ADD COLUMN tax numeric;',
            message: '"orders" gains a column: prepared SELECT * and RETURNING * on it fail (0A000) once in each session, and abort its transaction',
        },
        {
            history: column_change_breaks_select_star_docs_history,
            sql: 'CREATE OR REPLACE VIEW order_list AS SELECT id, note FROM orders;',
            message: '"order_list" gains a column: prepared SELECT * and RETURNING * on it fail (0A000) once in each session, and abort its transaction',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
        },
        {
            why: 'A view over the table keeps its columns when it is replaced by the same',
            history: column_change_breaks_select_star_docs_history,
            sql: 'CREATE OR REPLACE VIEW order_list AS SELECT id FROM orders WHERE id > 0;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/concurrent-index-if-not-exists.docs.js
const concurrent_index_if_not_exists_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const concurrent_index_if_not_exists_docs_docs = {
    problem: `A build with \`CONCURRENTLY\` that fails leaves an \`INVALID\` index behind. \`IF NOT EXISTS\` only looks at the name: the next run finds the invalid index, reports success and builds nothing. No query ever
uses that index; a unique one may refuse writes all the same.`,
    solution: `Begin with \`DROP INDEX CONCURRENTLY IF EXISTS\`, and leave \`IF NOT EXISTS\` out: then the migration can be run again as often as it needs. If your runner removes invalid indexes by itself,
say so with the parameter \`healed\`.`,
    reported: [
        {
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
            transaction: 'none',
            message: 'If an earlier build of "orders_total_idx" failed, it left an INVALID index of that name: this then reports success and builds nothing, and no query ever uses the index',
        },
        {
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_total_key ON orders (total);',
            transaction: 'unknown',
            message: 'If an earlier build of "orders_total_key" failed, it left an INVALID index of that name: this then reports success and builds nothing, and no query ever uses the index, and it may refuse writes all the same',
        },
    ],
    accepted: [
        {
            why: 'What a failed build left is dropped before it',
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'DROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'A plain build that fails leaves nothing',
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);',
        },
        {
            why: 'Without IF NOT EXISTS the second run stops',
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'Configuration says that the runner removes invalid indexes',
            history: concurrent_index_if_not_exists_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx ON orders (total);',
            transaction: 'none',
            options: { rules: { 'concurrent-index-if-not-exists': { healed: true } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/concurrent-index-without-cleanup.docs.js
const concurrent_index_without_cleanup_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const concurrent_index_without_cleanup_docs_docs = {
    problem: `A build with \`CONCURRENTLY\` that fails leaves an \`INVALID\` index behind. The next run of the migration stops there, since the name is taken, and somebody has to drop the index by hand.`,
    solution: `Begin with \`DROP INDEX CONCURRENTLY IF EXISTS\`: it does nothing the first time, and clears the way after a failure.`,
    reported: [
        {
            history: concurrent_index_without_cleanup_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
            message: 'If this build fails, it leaves an INVALID index "orders_total_idx", and the next run stops there (42P07)',
        },
    ],
    accepted: [
        {
            why: 'What a failed build left is dropped before it',
            history: concurrent_index_without_cleanup_docs_history,
            sql: 'DROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'A plain build that fails leaves nothing',
            history: concurrent_index_without_cleanup_docs_history,
            sql: 'CREATE INDEX orders_total_idx ON orders (total);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/constraint-left-not-valid.docs.js
const constraint_left_not_valid_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const constraint_left_not_valid_docs_docs = {
    problem: `\`NOT VALID\` is meant to be for a while. As long as nobody validates the constraint, old rows may violate it, and PostgreSQL relies on it for nothing: not for \`SET NOT NULL\`, not for \`ATTACH PARTITION\`, not for plans.`,
    solution: `\`VALIDATE CONSTRAINT\` in the next migration. If your team validates in a later release, set the parameter \`validate\` to \`later\`.`,
    reported: [
        {
            history: constraint_left_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
            message: 'Nothing validates "orders_quantity_positive" of "orders": old rows may violate it, and neither SET NOT NULL nor ATTACH PARTITION nor the planner can rely on it',
        },
        {
            history: constraint_left_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
            message: 'Nothing validates "orders_user_fk" of "orders": old rows may violate it, and neither SET NOT NULL nor ATTACH PARTITION nor the planner can rely on it',
        },
    ],
    accepted: [
        {
            why: 'It is validated in the same change set',
            history: constraint_left_not_valid_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
                'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
            ],
        },
        {
            why: 'Configuration says that it is validated in a later release',
            history: constraint_left_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
            options: { rules: { 'constraint-left-not-valid': { validate: 'later' } } },
        },
        {
            why: 'It is dropped again',
            history: constraint_left_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders DROP CONSTRAINT orders_quantity_positive;',
        },
        {
            why: '`constraint-not-enforced` speaks',
            history: constraint_left_not_valid_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/constraint-not-enforced.docs.js
const constraint_not_enforced_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const constraint_not_enforced_docs_docs = {
    problem: `A constraint that is \`NOT ENFORCED\` stands in the schema like any other, but PostgreSQL checks no row against it, neither old nor new.`,
    solution: `Add it as \`NOT VALID\`: new rows are checked. Validate it later.`,
    reported: [
        {
            history: constraint_not_enforced_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT ENFORCED;',
            message: 'The constraint "orders_quantity_positive" is NOT ENFORCED: no row is ever checked, and nothing relies on it',
        },
        {
            history: constraint_not_enforced_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users NOT ENFORCED);',
            message: 'This constraint is NOT ENFORCED: no row is ever checked, and nothing relies on it',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk NOT ENFORCED;',
            message: 'The constraint "orders_user_fk" is NOT ENFORCED: no row is ever checked, and nothing relies on it',
        },
    ],
    accepted: [
        {
            why: 'NOT VALID checks new rows',
            history: constraint_not_enforced_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/constraint-unnamed.docs.js
const constraint_unnamed_docs_history = 'CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY, total numeric);';
const constraint_unnamed_docs_docs = {
    problem: `Without a name the server makes one up of the names of table and column, and another one where that is taken. A later migration that drops the constraint has to guess it, and it is not
the same in every database.`,
    solution: `Name it: \`CONSTRAINT orders_total_check CHECK (total > 0)\`.`,
    reported: [
        {
            history: constraint_unnamed_docs_history,
            sql: 'ALTER TABLE orders ADD CHECK (total > 0) NOT VALID;',
            message: 'The server makes up the name of the CHECK constraint of "orders": whoever drops it later has to guess',
        },
        {
            sql: 'CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);',
            message: 'The server makes up the name of the PRIMARY KEY, UNIQUE constraint of "users": whoever drops it later has to guess',
        },
    ],
    accepted: [
        {
            why: 'It has a name',
            history: constraint_unnamed_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;',
        },
        { why: 'NOT NULL is dropped by its column', sql: 'CREATE TABLE users (email text NOT NULL);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/create-constrained-domain.docs.js
const create_constrained_domain_docs_docs = {
    problem: `A domain with a condition is convenient on the day it is made. Later, adding a column of it to a table writes the whole table anew, and changing the condition reads every table that uses it.`,
    solution: `Put the condition on the columns as a CHECK.`,
    reported: [
        {
            sql: "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');",
            message: 'Adding a column of "email" to a table rewrites the table, and every later change of its conditions reads all tables that use it',
        },
        {
            sql: 'CREATE DOMAIN code AS text NOT NULL;',
            message: 'Adding a column of "code" to a table rewrites the table, and every later change of its conditions reads all tables that use it',
        },
    ],
    accepted: [{ why: 'A domain without a condition is only a name', sql: 'CREATE DOMAIN email AS text;' }],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/create-default-partition.docs.js
const create_default_partition_docs_history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`;
const create_default_partition_docs_message = 'From here on each new partition of "events" closes this one (ACCESS EXCLUSIVE lock) and reads all its rows, and DETACH PARTITION … CONCURRENTLY is refused (55000)';
const create_default_partition_docs_docs = {
    problem: `A DEFAULT partition takes the rows that fit nowhere else. Its price: whenever a partition is added, PostgreSQL closes the DEFAULT partition and reads it for rows that
belong to the new one, and partitions cannot be detached while everybody goes on.`,
    solution: `Make the partitions ahead of time, with a job that notices when it fails. Then rows that fit nowhere are errors that somebody sees.`,
    reported: [
        { history: create_default_partition_docs_history, sql: 'CREATE TABLE events_rest PARTITION OF events DEFAULT;', message: create_default_partition_docs_message },
        {
            history: `${create_default_partition_docs_history}\nCREATE TABLE rest (id bigint, at date);`,
            sql: 'ALTER TABLE events ATTACH PARTITION rest DEFAULT;',
            message: create_default_partition_docs_message,
        },
    ],
    accepted: [
        {
            why: 'The parent is new',
            sql: 'CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_rest PARTITION OF logs DEFAULT;',
        },
        {
            why: 'It is a partition for values of its own',
            history: create_default_partition_docs_history,
            sql: "CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/create-enum.docs.js
const create_enum_docs_docs = {
    problem: `An enum is compact and easy to write, but its values can only be added and renamed. To remove one, the type has to be replaced and every table that uses it rewritten.`,
    solution: `A \`text\` column with a CHECK can be changed without a rewrite; a table of values carries more than a name.`,
    reported: [
        {
            sql: "CREATE TYPE state AS ENUM ('new', 'paid');",
            message: 'A value of "state" can be added and renamed later, but not removed: for that every column of the type has to be rewritten',
        },
    ],
    accepted: [
        {
            why: 'A CHECK can be changed',
            sql: "CREATE TABLE orders (state text CHECK (state IN ('new', 'paid')));",
        },
        { why: 'Other types are not meant', sql: 'CREATE TYPE point3d AS (x float8, y float8, z float8);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/create-index-not-concurrent.docs.js
const create_index_not_concurrent_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const create_index_not_concurrent_docs_docs = {
    problem: `PostgreSQL reads the whole table to build an index. Without \`CONCURRENTLY\` every INSERT, UPDATE and DELETE on the table
waits until the build is done; reading goes on. On a table with many rows that is minutes.`,
    solution: `\`CREATE INDEX CONCURRENTLY\` builds the index while clients go on writing. It takes longer, must not run in a transaction, and
leaves an \`INVALID\` index behind if it fails: drop that and try again.`,
    reported: [
        {
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE INDEX orders_total_idx ON orders (total);',
            message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
        },
        {
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE UNIQUE INDEX orders_email_key ON orders (lower(email)) WHERE email IS NOT NULL;',
            message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
        },
        {
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE MATERIALIZED VIEW totals AS SELECT total FROM orders;',
            sql: 'CREATE INDEX totals_total_idx ON totals (total);',
            message: 'Building this index keeps every REFRESH of "totals" waiting (SHARE lock) until it is done',
        },
        {
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders USING hash (total);',
            transaction: 'none',
            message: 'Building this index stops writes to "orders" (SHARE lock) until it is done',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, email text);\nCREATE INDEX carts_email_idx ON carts (email);',
        },
        {
            why: 'CONCURRENTLY lets writers go on',
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'On a partitioned table CONCURRENTLY is refused, and `index-on-partitioned-parent` speaks',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            sql: 'CREATE INDEX events_at_idx ON events (at);',
        },
        {
            why: 'ON ONLY builds nothing',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            sql: 'CREATE INDEX events_at_idx ON ONLY events (at);',
        },
        {
            why: 'The index exists, so that nothing is built: `no-op-still-locks` speaks',
            history: create_index_not_concurrent_docs_history,
            sql: 'CREATE INDEX IF NOT EXISTS orders_email_idx ON orders (email);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/create-partition-of-locks-parent.docs.js
const create_partition_of_locks_parent_docs_history = `CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, at date, shop_id bigint) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE visits (id bigint, at date, shop_id bigint REFERENCES shops) PARTITION BY RANGE (at);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;`;
const create_partition_of_locks_parent_docs_docs = {
    problem: `To make a partition in one statement PostgreSQL takes the strongest lock on the parent: every query that goes through the parent waits, and the statement itself waits
for the longest running one, with everybody else behind it.`,
    solution: `From PostgreSQL 12 on, create a plain table like the parent and attach it: ATTACH PARTITION lets reads and writes of the parent go on. It is empty, so nothing has to be
checked.`,
    reported: [
        {
            history: create_partition_of_locks_parent_docs_history,
            sql: "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            message: 'Reads and writes of "events" wait for this ACCESS EXCLUSIVE lock until the transaction commits',
        },
        {
            history: create_partition_of_locks_parent_docs_history,
            sql: "CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            message: 'Reads and writes of "visits" wait for this ACCESS EXCLUSIVE lock until the transaction commits, those of its DEFAULT partition "visits_rest" too, and writes to "shops" for its SHARE ROW EXCLUSIVE lock',
        },
    ],
    accepted: [
        {
            why: 'The parent is new',
            sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
        },
        {
            why: 'A plain table is attached',
            history: create_partition_of_locks_parent_docs_history,
            sql: "CREATE TABLE events_2026 (LIKE events INCLUDING DEFAULTS);\nALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
        },
        {
            why: 'It exists already: nothing is locked',
            history: create_partition_of_locks_parent_docs_history,
            sql: "CREATE TABLE IF NOT EXISTS events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/create-table-as.docs.js
const create_table_as_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const create_table_as_docs_docs = {
    problem: `CREATE TABLE AS and CREATE MATERIALIZED VIEW run their query to the end. For as long the transaction keeps every lock that it took before, and its snapshot keeps
VACUUM from removing dead rows in the whole database. A table made so has no primary key, no defaults, no constraints and no indexes.`,
    solution: `Give it a migration of its own. For a table, \`CREATE TABLE … (LIKE … INCLUDING ALL)\` copies the definition too; fill it in batches.`,
    reported: [
        {
            history: create_table_as_docs_history,
            sql: 'CREATE TABLE order_copies AS SELECT * FROM orders;',
            message: 'Filling "order_copies" reads all of "orders" in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction; the copy has no keys, defaults or indexes',
        },
        {
            history: create_table_as_docs_history,
            sql: 'CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;',
            message: 'Filling "totals" reads all of "orders" in one statement: until it is done it keeps a snapshot, which holds up cleaning everywhere, and every lock of its transaction',
        },
    ],
    accepted: [
        {
            why: 'WITH NO DATA runs no query',
            history: create_table_as_docs_history,
            sql: 'CREATE TABLE order_copies AS SELECT * FROM orders WITH NO DATA;',
        },
        {
            why: 'A temporary table',
            history: create_table_as_docs_history,
            sql: 'CREATE TEMPORARY TABLE order_copies AS SELECT * FROM orders;',
        },
        {
            why: 'The query is bounded',
            history: create_table_as_docs_history,
            sql: 'CREATE TABLE order_copies AS SELECT * FROM orders WHERE id < 1000;',
        },
        {
            why: 'It reads a new table',
            sql: 'CREATE TABLE carts (id bigint);\nCREATE TABLE cart_copies AS SELECT * FROM carts;',
        },
        {
            why: 'Under a strong lock `work-under-held-lock` speaks',
            history: create_table_as_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;\nCREATE TABLE order_copies AS SELECT * FROM orders;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/create-trigger.docs.js
const create_trigger_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`;
const create_trigger_docs_docs = {
    problem: `CREATE TRIGGER waits for every transaction that writes to the table, and keeps writers out until its own transaction commits. On a partitioned table a row trigger does so
on all partitions. Later each write is as much slower as the function takes.`,
    solution: `Create it in a transaction of its own with a short lock_timeout, and try again when it strikes.`,
    reported: [
        {
            history: create_trigger_docs_history,
            sql: 'CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
            message: 'Writes to "orders" wait for this SHARE ROW EXCLUSIVE lock until the transaction commits; from then on the trigger runs for each row',
        },
        {
            history: create_trigger_docs_history,
            sql: 'CREATE TRIGGER events_touch AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();',
            message: 'Writes to "events" and "events_10" wait for this SHARE ROW EXCLUSIVE lock until the transaction commits; from then on the trigger runs for each row',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            history: create_trigger_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();',
        },
        {
            why: 'Said once a table and transaction, at the first trigger',
            history: `${create_trigger_docs_history}\nCREATE TABLE notes (id bigint);\n`,
            sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();\nCREATE TRIGGER carts_log AFTER UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();',
        },
        {
            why: 'It is alone in its transaction, with a lock_timeout',
            history: create_trigger_docs_history,
            sql: "SET LOCAL lock_timeout = '1s';\nCREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/create-unlogged-table.docs.js
const create_unlogged_table_docs_docs = {
    problem: `What is written to an unlogged table is not in the write-ahead log. After a crash the table is empty. Standbys cannot read it, and after a failover it is empty too.`,
    solution: `It is right for caches and staging tables that can be filled again. For everything else make a plain table.`,
    reported: [
        {
            sql: 'CREATE UNLOGGED TABLE sessions (id uuid PRIMARY KEY);',
            message: 'A crash of the server empties "sessions"; standbys and logical replication do not have it',
        },
    ],
    accepted: [
        { why: 'A plain table is logged', sql: 'CREATE TABLE sessions (id uuid PRIMARY KEY);' },
        {
            why: 'A temporary table ends with its session anyway',
            sql: 'CREATE TEMPORARY TABLE sessions (id uuid);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/data-change-in-migration.docs.js
const data_change_in_migration_docs_history = 'CREATE TABLE orders (id bigint, state text);';
const data_change_in_migration_docs_docs = {
    problem: `Changes of the schema are quick and hold strong locks; changes of rows take long. In one migration the one waits for the other, and what fails in the data holds up the deploy.`,
    solution: `Change rows by a job of its own, in batches that can be stopped and taken up again.`,
    reported: [
        {
            history: data_change_in_migration_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id = 1;",
            message: 'This UPDATE changes rows of "orders" within a migration, which is to change the schema alone',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: "CREATE TABLE roles (name text);\nINSERT INTO roles (name) VALUES ('admin');",
        },
        { why: 'Nothing is written', history: data_change_in_migration_docs_history, sql: 'SELECT count(*) FROM orders;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/deadlock-prone-lock-order.docs.js
const deadlock_prone_lock_order_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE products (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);';
const deadlock_prone_lock_order_docs_docs = {
    problem: `A foreign key makes everyday statements use two tables: an INSERT into \`orders\` looks at \`users\`, a DELETE on \`users\` looks at \`orders\`. If a transaction locks one of
them and later the other, a client that stands between holds what the migration wants and wants what it holds. PostgreSQL kills one of the two, often the client.`,
    solution: `Change one table a transaction. With a short \`lock_timeout\` the migration gives up before the deadlock is noticed, and can be tried again.`,
    reported: [
        {
            history: deadlock_prone_lock_order_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders ADD COLUMN note text;',
            message: 'This transaction holds "users" and now asks for "orders", which refers to it: a client that has written to "orders" waits for "users" to check its key, and one of the two is killed (40P01)',
        },
        {
            history: deadlock_prone_lock_order_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;\nALTER TABLE users ADD COLUMN name text;',
            message: 'This transaction holds "orders" and now asks for "users", to which it refers: a client that deletes from "users" waits for "orders", and one of the two is killed (40P01)',
        },
        {
            history: deadlock_prone_lock_order_docs_history,
            sql: [
                'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
                'ALTER TABLE products ADD COLUMN note text;\nALTER TABLE users ADD COLUMN note text;',
            ],
            message: 'This transaction holds "products" and now asks for "users", and an earlier migration of this change set locks them the other way round: of two runners, or a client that follows either order, one is killed (40P01)',
        },
    ],
    accepted: [
        {
            why: 'A table that the transaction creates is closed to nobody',
            history: deadlock_prone_lock_order_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);\nALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users;',
        },
        {
            why: 'One statement that needs both cannot do otherwise',
            history: deadlock_prone_lock_order_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN author_id bigint REFERENCES users;',
        },
        {
            why: 'Each has a transaction of its own',
            history: deadlock_prone_lock_order_docs_history,
            sql: ['ALTER TABLE users ADD COLUMN name text;', 'ALTER TABLE orders ADD COLUMN note text;'],
        },
        {
            why: 'No foreign key joins them',
            history: deadlock_prone_lock_order_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/default-partition-scan.docs.js
const default_partition_scan_docs_history = `CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE visits (id bigint NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
ALTER TABLE visits_rest ADD CONSTRAINT visits_rest_check CHECK (id < 10 OR id >= 20);
CREATE TABLE logs (id bigint NOT NULL) PARTITION BY RANGE (id);`;
const default_partition_scan_docs_message = 'Looking through the DEFAULT partition "events_rest" for rows of the new bound stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done';
const default_partition_scan_docs_docs = {
    problem: `Rows that fit no partition lie in the DEFAULT partition. When a partition is added, PostgreSQL reads the whole DEFAULT partition to see that none of them belongs to the new
one, and nobody can use it meanwhile.`,
    solution: `Add a CHECK to the DEFAULT partition that excludes the new bound, NOT VALID first, then VALIDATE it. With a valid CHECK nothing is read.`,
    reported: [
        { history: default_partition_scan_docs_history, sql: 'CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);', message: default_partition_scan_docs_message },
        {
            history: default_partition_scan_docs_history,
            sql: 'CREATE TABLE events_10 (id bigint NOT NULL);\nALTER TABLE events ATTACH PARTITION events_10 FOR VALUES FROM (10) TO (20);',
            message: default_partition_scan_docs_message,
        },
    ],
    accepted: [
        {
            why: 'A valid CHECK excludes the bound',
            history: default_partition_scan_docs_history,
            sql: 'CREATE TABLE visits_10 PARTITION OF visits FOR VALUES FROM (10) TO (20);',
        },
        {
            why: 'There is no DEFAULT partition',
            history: default_partition_scan_docs_history,
            sql: 'CREATE TABLE logs_10 PARTITION OF logs FOR VALUES FROM (10) TO (20);',
        },
        {
            why: 'The DEFAULT partition is new',
            sql: 'CREATE TABLE carts (id bigint) PARTITION BY RANGE (id);\nCREATE TABLE carts_rest PARTITION OF carts DEFAULT;\nCREATE TABLE carts_10 PARTITION OF carts FOR VALUES FROM (10) TO (20);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/delete-cascades.docs.js
const delete_cascades_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, state text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users ON DELETE CASCADE);';
const delete_cascades_docs_docs = {
    problem: `A foreign key with \`ON DELETE CASCADE\` or \`SET NULL\` makes a DELETE reach into other tables: their rows go, or change, in the same transaction. For each deleted row PostgreSQL looks
for those that refer to it; without an index on the referring column it reads the whole table each time.`,
    solution: `Remove the rows of the referring tables first, in batches, and see that there is an index on the column.`,
    reported: [
        {
            history: delete_cascades_docs_history,
            sql: 'DELETE FROM users WHERE state IS NULL;',
            message: 'With each row of "users" this changes the rows of "orders" that refer to it, in the same transaction; where no index leads to them, it reads the whole table for each',
        },
    ],
    accepted: [
        { why: 'A key bounds it', history: delete_cascades_docs_history, sql: 'DELETE FROM users WHERE id = 1;' },
        { why: 'Nothing refers to the table', history: delete_cascades_docs_history, sql: 'DELETE FROM orders WHERE user_id IS NULL;' },
        {
            why: 'The key refuses instead of acting',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, state text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
            sql: 'DELETE FROM users WHERE state IS NULL;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/delete-without-where.docs.js
const delete_without_where_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);\nCREATE SCHEMA staging;\nCREATE TABLE staging.imports (id bigint);';
const delete_without_where_docs_docs = {
    problem: `A DELETE without WHERE empties the table. It does so row by row, locks each until the commit, fires triggers and writes each of them into the log.`,
    solution: `If all rows are meant, \`TRUNCATE\` is done at once, under a strong lock. If some are meant, say which, in batches. Tables whose rows may be lost can be named in the configuration
(\`staging\`).`,
    reported: [
        {
            history: delete_without_where_docs_history,
            sql: 'DELETE FROM orders;',
            message: 'All rows of "orders" are gone after this, removed one by one: clients that write one of them wait until the transaction commits',
        },
        {
            history: delete_without_where_docs_history,
            sql: 'DELETE FROM orders WHERE 1 = 1;',
            message: 'All rows of "orders" are gone after this, removed one by one: clients that write one of them wait until the transaction commits',
        },
    ],
    accepted: [
        { why: 'It says which rows', history: delete_without_where_docs_history, sql: "DELETE FROM orders WHERE state = 'test';" },
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nDELETE FROM carts;' },
        {
            why: 'Configuration says that the rows may be lost',
            history: delete_without_where_docs_history,
            sql: 'DELETE FROM staging.imports;',
            options: { staging: ['staging'] },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/detach-partition-not-concurrent.docs.js
const detach_partition_not_concurrent_docs_history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`;
const detach = 'ALTER TABLE events DETACH PARTITION events_2024;';
const detach_partition_not_concurrent_docs_docs = {
    problem: `DETACH PARTITION takes the strongest lock on the parent and on the partition: every query that goes through the parent waits, also those that never look at that partition.`,
    solution: `From PostgreSQL 14 on, \`DETACH PARTITION … CONCURRENTLY\` lets reads and writes go on. It must not run in a transaction, and is refused while there is a DEFAULT
partition.`,
    reported: [
        {
            history: detach_partition_not_concurrent_docs_history,
            sql: detach,
            message: 'Reads and writes of "events" and of "events_2024" wait for this ACCESS EXCLUSIVE lock until the transaction commits',
        },
    ],
    accepted: [
        {
            why: 'CONCURRENTLY',
            history: detach_partition_not_concurrent_docs_history,
            sql: 'ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY;',
            transaction: 'none',
        },
        { why: 'Up to PostgreSQL 13 there is no other form', history: detach_partition_not_concurrent_docs_history, sql: detach, postgres: 13 },
        {
            why: 'With a DEFAULT partition there is no other form',
            history: `${detach_partition_not_concurrent_docs_history}\nCREATE TABLE events_rest PARTITION OF events DEFAULT;`,
            sql: detach,
        },
        {
            why: 'The parent is new',
            sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nALTER TABLE logs DETACH PARTITION logs_2024;",
        },
        {
            why: 'Where a foreign key leads to the parent, `detach-referenced-partition` speaks',
            history: `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE items_10 PARTITION OF items FOR VALUES FROM (10) TO (20);
CREATE TABLE lines (item_id bigint REFERENCES items);`,
            sql: 'ALTER TABLE items DETACH PARTITION items_10;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/detach-referenced-partition.docs.js
const detach_referenced_partition_docs_history = `CREATE TABLE items (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE items_10 PARTITION OF items FOR VALUES FROM (10) TO (20);
CREATE TABLE lines (item_id bigint REFERENCES items);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);`;
const detach_referenced_partition_docs_message = 'To see that no row of "lines" refers to the partition, every row of both is read while writes to "lines" wait (SHARE lock); at the end reads and writes of "lines" and "items_10" wait for ACCESS EXCLUSIVE until the transaction commits';
const detach_referenced_partition_docs_docs = {
    problem: `If another table has a foreign key to the partitioned table, a partition may only go if no row refers into it. PostgreSQL reads the partition and the referring table to
find out, and nobody can write to the referring table meanwhile. CONCURRENTLY does the same.`,
    solution: `There is no form that lets writes go on. Choose a quiet hour and a transaction of its own with a short lock_timeout.`,
    reported: [
        { history: detach_referenced_partition_docs_history, sql: 'ALTER TABLE items DETACH PARTITION items_10;', message: detach_referenced_partition_docs_message },
        {
            history: detach_referenced_partition_docs_history,
            sql: 'ALTER TABLE items DETACH PARTITION items_10 CONCURRENTLY;',
            transaction: 'none',
            message: detach_referenced_partition_docs_message,
        },
    ],
    accepted: [
        {
            why: 'No foreign key leads to the parent',
            history: detach_referenced_partition_docs_history,
            sql: 'ALTER TABLE events DETACH PARTITION events_10;',
        },
        {
            why: 'The tables are new',
            sql: `CREATE TABLE parts (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE parts_10 PARTITION OF parts FOR VALUES FROM (10) TO (20);
CREATE TABLE part_lines (part_id bigint REFERENCES parts);
ALTER TABLE parts DETACH PARTITION parts_10;`,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/disable-autovacuum.docs.js
const disable_autovacuum_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const disable_autovacuum_docs_docs = {
    problem: `Rows that were changed or deleted stay in the file until a vacuum removes them. Without autovacuum the table and its indexes grow and get slower, and in the end the
server starts a vacuum by itself, at the worst time, because it runs out of transaction numbers.`,
    solution: `If autovacuum is in the way of a bulk load, switch it on again in the same change. Otherwise tune its thresholds for the table.`,
    reported: [
        {
            history: disable_autovacuum_docs_history,
            sql: 'ALTER TABLE orders SET (autovacuum_enabled = false);',
            message: 'Dead rows of "orders" are not cleaned up from here on: the table grows, and when transaction numbers run short a vacuum starts that cannot be put off',
        },
        {
            history: disable_autovacuum_docs_history,
            sql: 'ALTER TABLE orders SET (toast.autovacuum_enabled = off);',
            message: 'Dead rows of "orders" are not cleaned up from here on: the table grows, and when transaction numbers run short a vacuum starts that cannot be put off',
        },
    ],
    accepted: [
        {
            why: 'It is switched on again later',
            history: disable_autovacuum_docs_history,
            sql: 'ALTER TABLE orders SET (autovacuum_enabled = false);\nUPDATE orders SET id = id WHERE id < 100;\nALTER TABLE orders RESET (autovacuum_enabled);',
        },
        {
            why: 'A new staging table, says configuration',
            sql: 'CREATE SCHEMA staging;\nCREATE TABLE staging.imports (id bigint) WITH (autovacuum_enabled = false);',
            options: { staging: ['staging.*'] },
        },
        { why: 'Switched on', history: disable_autovacuum_docs_history, sql: 'ALTER TABLE orders SET (autovacuum_enabled = true);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/disable-row-security.docs.js
const disable_row_security_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE notes (id bigint);`;
const disable_row_security_docs_docs = {
    problem: `Policies hold only while row security is enabled. When it is switched off, everybody who may read the table sees all rows, those of other tenants too. NO FORCE lifts it for the
owner, which often is the role of the application.`,
    solution: `Write a policy for what shall be visible. If a migration has to see all rows, use a role with BYPASSRLS.`,
    reported: [
        {
            history: disable_row_security_docs_history,
            sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;',
            message: 'From the commit on everybody who may read "orders" sees all its rows, whatever its policies hide',
        },
        {
            history: disable_row_security_docs_history,
            sql: 'ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;',
            message: 'From the commit on the owner of "orders" sees all its rows, whatever its policies hide',
        },
    ],
    accepted: [
        {
            why: 'The table is dropped later in the change',
            history: disable_row_security_docs_history,
            sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;\nDROP TABLE orders;',
        },
        { why: 'It was not enabled', history: disable_row_security_docs_history, sql: 'ALTER TABLE notes DISABLE ROW LEVEL SECURITY;' },
        {
            why: 'It is enabled again before the transaction ends',
            history: disable_row_security_docs_history,
            sql: 'ALTER TABLE orders DISABLE ROW LEVEL SECURITY;\nUPDATE orders SET tenant = 1 WHERE id = 1;\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/disable-trigger.docs.js
const disable_trigger_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`;
const disable_trigger_docs_docs = {
    problem: `Foreign keys are checked by triggers that the server made. DISABLE TRIGGER ALL switches these off too: rows that refer to nothing get in, and nothing looks for them later,
because the constraint counts as valid all the time. Disabling a trigger of users stops what it did, for every session. Writers wait until the transaction commits.`,
    solution: `Give the trigger a condition (\`WHEN\`, or a setting that its function reads) so that the migration's own writes pass it by. If it must be disabled, name it or say USER, and
enable it again in the same transaction.`,
    reported: [
        {
            history: disable_trigger_docs_history,
            sql: 'ALTER TABLE orders DISABLE TRIGGER ALL;',
            message: 'From here on foreign keys of "orders" are not checked: rows without a partner get in, no later VALIDATE finds them, and the constraint counts as valid; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
        },
        {
            history: disable_trigger_docs_history,
            sql: 'ALTER TABLE orders DISABLE TRIGGER USER;',
            message: 'All triggers of users on "orders" do nothing from here on, for anybody; foreign keys are still checked; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
        },
        {
            history: disable_trigger_docs_history,
            sql: 'ALTER TABLE orders DISABLE TRIGGER orders_touch;',
            message: 'Trigger "orders_touch" on "orders" does nothing from here on, for anybody; writes to "orders" wait for the SHARE ROW EXCLUSIVE lock until the transaction commits',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts DISABLE TRIGGER ALL;',
        },
        { why: 'A trigger is enabled', history: disable_trigger_docs_history, sql: 'ALTER TABLE orders ENABLE TRIGGER orders_touch;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-and-recreate.docs.js
const drop_and_recreate_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, amount integer, note text);';
const drop_and_recreate_docs_docs = {
    problem: `Tools that generate migrations often change a column's type by dropping the column and adding it again. The schema ends as wanted, and every old value is lost.
The same happens to a table that is dropped and created.`,
    solution: `Change the type with ALTER COLUMN … TYPE, or add a column under a new name, copy the values, let the application move, and drop the old one in a later release.`,
    reported: [
        {
            history: drop_and_recreate_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN amount bigint;',
            message: 'Column "amount" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
        },
        {
            history: drop_and_recreate_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN amount bigint, DROP COLUMN note, ADD COLUMN note integer;',
            message: 'Columns "amount" and "note" of "orders" are dropped and added again under the same names: all their values are lost, though the names live on',
        },
        {
            history: drop_and_recreate_docs_history,
            sql: ['ALTER TABLE orders DROP COLUMN amount;', 'ALTER TABLE orders ADD COLUMN amount bigint;'],
            message: 'Column "amount" of "orders" is dropped and added again under the same name: all its values are lost, though the name lives on',
        },
        {
            history: drop_and_recreate_docs_history,
            sql: 'DROP TABLE orders;\nCREATE TABLE orders (id bigint PRIMARY KEY, amount bigint);',
            message: '"orders" is dropped and created again under the same name: all its rows are lost, though the name lives on',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint, note text);\nALTER TABLE carts DROP COLUMN note;\nALTER TABLE carts ADD COLUMN note integer;',
        },
        {
            why: 'The values were copied before',
            history: drop_and_recreate_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN amount_kept bigint;\nUPDATE orders SET amount_kept = amount;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount bigint;\nUPDATE orders SET amount = amount_kept;',
        },
        {
            why: 'The rows were copied before',
            history: drop_and_recreate_docs_history,
            sql: 'CREATE TABLE orders_kept AS SELECT * FROM orders;\nDROP TABLE orders;\nCREATE TABLE orders (id bigint PRIMARY KEY, amount bigint);\nINSERT INTO orders SELECT id, amount FROM orders_kept;',
        },
        {
            why: 'The rows are computed from other tables, and are computed again',
            history: `${drop_and_recreate_docs_history}\nCREATE TABLE order_counts AS SELECT count(*) AS n FROM orders;`,
            sql: 'DROP TABLE order_counts;\nCREATE TABLE order_counts AS SELECT count(*) AS n, sum(amount) AS sum FROM orders;',
        },
        {
            why: 'The table was emptied before: `truncate` speaks',
            history: drop_and_recreate_docs_history,
            sql: 'TRUNCATE orders;\nALTER TABLE orders DROP COLUMN amount;\nALTER TABLE orders ADD COLUMN amount bigint;',
        },
        {
            why: 'The two migrations do not ship together',
            history: drop_and_recreate_docs_history,
            sql: ['DROP TABLE orders;', 'CREATE TABLE orders (id bigint);'],
            knownChangeSet: false,
        },
        {
            why: 'The column comes back under another name',
            history: drop_and_recreate_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN amount, ADD COLUMN cents bigint;',
        },
        {
            why: 'IF EXISTS, and the column does not exist',
            history: drop_and_recreate_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;\nALTER TABLE orders ADD COLUMN tax numeric;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-cascade.docs.js
const drop_cascade_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users);
CREATE VIEW buyers AS SELECT id FROM users;
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE notes (id bigint, mood mood);
CREATE TABLE carts (id bigint);`;
const drop_cascade_docs_docs = {
    problem: `CASCADE drops everything that depends on the object: views, foreign keys of other tables, defaults, policies, even columns. The migration names none of
them, so neither its author nor its reviewer sees what is lost, and the answer can differ from one database to the next. Every table that loses a part is
closed until the transaction commits.`,
    solution: `Leave CASCADE out. The server then lists in its error what depends on the object: drop each of these by name before it.`,
    reported: [
        {
            history: drop_cascade_docs_history,
            sql: 'DROP TABLE users CASCADE;',
            message: 'CASCADE also drops constraint "orders_user_fk" on "orders" and view "buyers"; each of their tables is closed (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
        {
            history: drop_cascade_docs_history,
            sql: 'DROP TYPE mood CASCADE;',
            message: 'CASCADE also drops column "mood" of "notes"; each of their tables is closed (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
        {
            sql: 'DROP TABLE users CASCADE;',
            completeHistory: false,
            message: 'CASCADE also drops whatever depends on this (views, foreign keys of other tables, defaults), unless nothing does',
        },
    ],
    accepted: [
        {
            why: 'All of the database is known, and nothing depends on the table',
            history: drop_cascade_docs_history,
            sql: 'DROP TABLE carts CASCADE;',
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nCREATE VIEW full_carts AS SELECT id FROM carts;\nDROP TABLE carts CASCADE;',
        },
        { why: 'IF EXISTS, and no such table exists', history: drop_cascade_docs_history, sql: 'DROP TABLE IF EXISTS baskets CASCADE;' },
        {
            why: 'What goes is named before',
            history: drop_cascade_docs_history,
            sql: 'DROP VIEW buyers;\nALTER TABLE orders DROP CONSTRAINT orders_user_fk;\nDROP TABLE users CASCADE;',
        },
        { why: 'Without CASCADE', history: drop_cascade_docs_history, sql: 'DROP VIEW buyers;' },
        {
            why: 'For the triggers of a function `drop-trigger` speaks',
            history: `${drop_cascade_docs_history}
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`,
            sql: 'DROP FUNCTION touch() CASCADE;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-column.docs.js
const drop_column_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, total numeric NOT NULL);';
const drop_column_docs_docs = {
    problem: `The values are gone, and only a backup brings them back. While the migration runs, the old version of the application is still running: each of its queries
that names the column fails from that moment on, and so does a prepared \`SELECT *\`.`,
    solution: `Let a release go out that does not name the column any more, also not in the column list that an ORM writes by itself, and drop the column in a later one.
A NOT NULL column without a default needs DROP NOT NULL before that release, so that its INSERTs may leave the column out.`,
    reported: [
        {
            history: drop_column_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN note;',
            message: 'Dropping column "note" of "orders" loses all values, and clients that still name it fail (42703), prepared SELECT * too (0A000)',
        },
        {
            history: drop_column_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN note, DROP COLUMN IF EXISTS total;',
            message: 'Dropping columns "note" and "total" of "orders" loses all values, and clients that still name them fail (42703), prepared SELECT * too (0A000)',
        },
    ],
    accepted: [
        {
            why: 'The column is added by an earlier migration that ships together with this one',
            history: drop_column_docs_history,
            sql: ['ALTER TABLE orders ADD COLUMN tax numeric;', 'ALTER TABLE orders DROP COLUMN tax;'],
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint, note text);\nALTER TABLE carts DROP COLUMN note;',
        },
        {
            why: 'IF EXISTS, and the table has no such column',
            history: drop_column_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;',
        },
        {
            why: 'Where a column of the name is added again, `drop-and-recreate` speaks',
            history: drop_column_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN note;\nALTER TABLE orders ADD COLUMN note integer;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-column-drops-constraint.docs.js
const drop_column_drops_constraint_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users, shop_id bigint, number integer, note text, closed boolean,
  CONSTRAINT orders_shop_number_key UNIQUE (shop_id, number),
  CONSTRAINT orders_number_check CHECK (closed OR number > 0));
CREATE INDEX orders_user_idx ON orders (user_id) WHERE NOT closed;
CREATE INDEX orders_note_idx ON orders (note);`;
const drop_column_drops_constraint_docs_docs = {
    problem: `When a column is dropped, PostgreSQL also drops every index, unique or check constraint and statistics object in which it has a part, and says nothing. A
uniqueness over two columns is gone, a query over the other column loses its index, and \`ON CONFLICT\` on them fails.`,
    solution: `Look at what stands on the column. Build the index or constraint that shall take its place first, then drop the old one by name, so that the migration says what
goes.`,
    reported: [
        {
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN shop_id;',
            message: 'With column "shop_id" of "orders" goes constraint "orders_shop_number_key" without a word, though other columns have a part in it',
        },
        {
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN closed;',
            message: 'With column "closed" of "orders" go constraint "orders_number_check" and index "orders_user_idx" without a word, though other columns have a part in them',
        },
        {
            history: 'CREATE TABLE carts (price numeric, gross numeric GENERATED ALWAYS AS (price * 1.2) STORED);',
            sql: 'ALTER TABLE carts DROP COLUMN price;',
            postgres: 14,
            message: 'With column "price" of "carts" goes generated column "gross" without a word, though other columns have a part in it',
        },
    ],
    accepted: [
        {
            why: 'An index on that column alone is of no use without it',
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN note;',
        },
        {
            why: 'They were dropped before it',
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_shop_number_key;\nALTER TABLE orders DROP COLUMN shop_id;',
        },
        {
            why: 'A foreign key of that column alone goes with it as meant: `drop-foreign-key-locks-referenced` speaks of its locks',
            history: `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users CHECK (user_id > 0));`,
            sql: 'ALTER TABLE orders DROP COLUMN user_id;',
        },
        {
            why: 'The other column goes in the same statement',
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_number_check, DROP COLUMN shop_id, DROP COLUMN number;',
        },
        {
            why: 'An index of the same name is built again in the same transaction',
            history: drop_column_drops_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN closed, DROP CONSTRAINT orders_number_check, ADD COLUMN closed text;\nCREATE INDEX orders_user_idx ON orders (user_id);',
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (a int, b int, UNIQUE (a, b));\nALTER TABLE carts DROP COLUMN a;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/drop-constraint.docs.js
const drop_constraint_docs_history = 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);';
const drop_constraint_docs_docs = {
    problem: `Code was written with the constraint in mind: it counts on it and does not check again. \`ON CONFLICT\` even names it, by its columns or by its name, and fails without it.`,
    solution: `If another constraint takes its place, add that first.`,
    reported: [
        {
            history: drop_constraint_docs_history,
            sql: 'ALTER TABLE users DROP CONSTRAINT users_age_check;',
            message: 'Without "users_age_check" of "users", rows that it refused are taken from here on',
        },
        {
            history: drop_constraint_docs_history,
            sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;',
            message: 'Without "users_email_key" of "users", duplicates are taken, and ON CONFLICT that relied on it fails (by columns 42P10, by name 42704) from here on',
        },
        {
            history: drop_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
            message: 'Without "orders_user_fk" of "orders", rows may refer to nothing from here on',
        },
        {
            history: 'CREATE TABLE bookings (room integer, during tsrange);\nALTER TABLE bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (during WITH &&);',
            sql: 'ALTER TABLE bookings DROP CONSTRAINT bookings_apart;',
            message: 'Without "bookings_apart" of "bookings", overlapping rows are taken, and ON CONFLICT ON CONSTRAINT fails (42704) from here on',
        },
        {
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_rule;',
            completeHistory: false,
            message: 'From here on nobody keeps to "orders_rule" of "orders" any more, and ON CONFLICT that relied on it fails',
        },
    ],
    accepted: [
        {
            why: 'It helped on the way to NOT NULL',
            history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL);',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
        },
        {
            why: 'It helped on the way to a partition',
            history: 'CREATE TABLE events (id bigint NOT NULL) PARTITION BY RANGE (id);\nCREATE TABLE events_2 (id bigint NOT NULL CONSTRAINT events_2_bound CHECK (id >= 100 AND id < 200));',
            sql: 'ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (100) TO (200);\nALTER TABLE events_2 DROP CONSTRAINT events_2_bound;',
        },
        {
            why: 'An equal one stays',
            history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE users ADD UNIQUE (email);',
            sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;',
        },
        {
            why: 'An equal one comes in the same transaction',
            history: drop_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;',
        },
        { why: '`drop-primary-key` speaks', history: drop_constraint_docs_history, sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;' },
        {
            why: 'Its column goes in the same change set',
            history: drop_constraint_docs_history,
            sql: ['ALTER TABLE users DROP CONSTRAINT users_age_check;', 'ALTER TABLE users DROP COLUMN age;'],
        },
        {
            why: 'The table is new',
            history: drop_constraint_docs_history,
            sql: 'CREATE TABLE carts (n integer CONSTRAINT carts_n CHECK (n > 0));\nALTER TABLE carts DROP CONSTRAINT carts_n;',
        },
        {
            why: 'There is no such constraint',
            history: drop_constraint_docs_history,
            sql: 'ALTER TABLE users DROP CONSTRAINT IF EXISTS users_name_check;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-database.docs.js
const drop_database_docs_docs = {
    problem: `Every schema, table and row of the database is gone, without a way back but a backup. The command cannot be rolled back.`,
    solution: `A migration changes one database and has no business to drop another. Do it by hand, after a backup.`,
    reported: [
        {
            sql: 'DROP DATABASE shop;',
            transaction: 'none',
            message: 'All that is in database "shop" is gone with this, and only a backup brings it back',
        },
    ],
    accepted: [{ why: 'Another database is made', sql: 'CREATE DATABASE shop_copy;', transaction: 'none' }],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/drop-default.docs.js
const drop_default_docs_history = "CREATE TABLE orders (id bigint GENERATED BY DEFAULT AS IDENTITY, state text NOT NULL DEFAULT 'open', note text DEFAULT '');";
const drop_default_docs_docs = {
    problem: `Clients that still run the old version do not name the column and rely on its default. Without it, and with NOT NULL, their INSERTs fail.`,
    solution: `Drop the default in a later release, once every writer names the column.`,
    reported: [
        {
            history: drop_default_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;',
            message: 'Without its default, every INSERT into "orders" that does not name "state" fails from here on (23502)',
        },
        {
            history: drop_default_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id DROP IDENTITY;',
            message: 'Without its identity, every INSERT into "orders" that does not name "id" fails from here on (23502)',
        },
        {
            history: drop_default_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN kind text NOT NULL DEFAULT 'web';\nALTER TABLE orders ALTER COLUMN kind DROP DEFAULT;",
            message: 'Without its default, every INSERT into "orders" that does not name "kind" fails from here on (23502)',
        },
        {
            sql: 'ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;',
            completeHistory: false,
            message: 'Without its default, every INSERT into "orders" that does not name "state" fails from here on (23502), unless the column is nullable',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: "CREATE TABLE carts (state text NOT NULL DEFAULT 'open');\nALTER TABLE carts ALTER COLUMN state DROP DEFAULT;",
        },
        { why: 'The column is nullable', history: drop_default_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN note DROP DEFAULT;' },
        {
            why: 'A new default follows in the same transaction',
            history: drop_default_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;\nALTER TABLE orders ALTER COLUMN state TYPE varchar(20);\nALTER TABLE orders ALTER COLUMN state SET DEFAULT 'open';",
        },
        {
            why: 'An identity follows in the same transaction',
            history: 'CREATE TABLE orders (number serial);',
            sql: 'ALTER TABLE orders ALTER COLUMN number DROP DEFAULT;\nALTER TABLE orders ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY;',
        },
        {
            why: 'It had none',
            history: 'CREATE TABLE orders (state text NOT NULL);',
            sql: 'ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;',
        },
        {
            why: 'The column goes in the same change set',
            history: drop_default_docs_history,
            sql: ['ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;', 'ALTER TABLE orders DROP COLUMN state;'],
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/drop-foreign-key-locks-referenced.docs.js
const drop_foreign_key_locks_referenced_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;';
const drop_foreign_key_locks_referenced_docs_docs = {
    problem: `A foreign key hangs on both tables. When it goes, by itself, with its column or with its table, PostgreSQL closes the table at the other end as well: nobody can read or write it until the transaction commits.`,
    solution: `Drop the foreign key first, alone in a transaction with a short \`lock_timeout\`. Then the column or table can be dropped without a lock on the other one.`,
    reported: [
        {
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk;',
            message: 'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
        },
        {
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN user_id;',
            message: 'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
        },
        {
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'DROP TABLE orders;',
            message: 'Dropping the foreign key "orders_user_fk" stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
        },
        {
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'DROP TABLE users CASCADE;',
            transaction: 'none',
            message: 'Dropping the foreign key "orders_user_fk" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock), at the other end, for a moment',
        },
        {
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk NOT ENFORCED;',
            message: 'This change of a foreign key stops reads and writes of "users" (ACCESS EXCLUSIVE lock), at the other end, until the transaction commits',
        },
    ],
    accepted: [
        {
            why: 'Both tables are new',
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nCREATE TABLE items (cart_id bigint CONSTRAINT items_cart_fk REFERENCES carts);\nALTER TABLE items DROP CONSTRAINT items_cart_fk;',
        },
        {
            why: 'The table refers to itself',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_parent_fk FOREIGN KEY (user_id) REFERENCES orders;',
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_parent_fk;',
        },
        { why: 'TRUNCATE of the referencing table drops no key', history: drop_foreign_key_locks_referenced_docs_history, sql: 'TRUNCATE orders;' },
        { why: 'The column is in no key', history: drop_foreign_key_locks_referenced_docs_history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
        {
            why: 'Dropping an attached partition locks its parent instead',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nCREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (100) TO (200);\nALTER TABLE events ADD FOREIGN KEY (user_id) REFERENCES users;',
            sql: 'DROP TABLE events_1;',
        },
        {
            why: 'The key comes back in the same statement: `add-foreign-key-without-not-valid` speaks',
            history: drop_foreign_key_locks_referenced_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_user_fk, ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/drop-index-backing-constraint.docs.js
const drop_index_backing_constraint_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text UNIQUE);';
const drop_index_backing_constraint_docs_docs = {
    problem: `An index that belongs to a PRIMARY KEY, UNIQUE or EXCLUDE constraint cannot be dropped by itself: PostgreSQL refuses, and the migration stops here.`,
    solution: `Drop the constraint: its index goes along.`,
    reported: [
        {
            history: drop_index_backing_constraint_docs_history,
            sql: 'DROP INDEX orders_email_key;',
            message: 'The migration fails here (2BP01): the constraint "orders_email_key" of "orders" needs the index "orders_email_key"',
        },
        {
            history: drop_index_backing_constraint_docs_history,
            sql: 'DROP INDEX CONCURRENTLY orders_pkey;',
            transaction: 'none',
            message: 'The migration fails here (2BP01): the constraint "orders_pkey" of "orders" needs the index "orders_pkey"',
        },
    ],
    accepted: [
        {
            why: 'The constraint was dropped before, and its index with it',
            history: drop_index_backing_constraint_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_email_key;\nDROP INDEX IF EXISTS orders_email_key;',
        },
        {
            why: 'It belongs to no constraint',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);',
            sql: 'DROP INDEX orders_email_idx;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/drop-index-not-concurrent.docs.js
const drop_index_not_concurrent_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const drop_index_not_concurrent_docs_docs = {
    problem: `Dropping an index takes a moment. But before that the statement waits until every running query of the table is done, even those that do not use the index, and while it waits all later queries wait
behind it.`,
    solution: `\`DROP INDEX CONCURRENTLY\` waits without holding anybody up. It takes one index at a time, no \`CASCADE\`, and must not run in a transaction.`,
    reported: [
        {
            history: drop_index_not_concurrent_docs_history,
            sql: 'DROP INDEX orders_email_idx;',
            message: 'Dropping the index waits for every query of the table, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
        {
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_total_idx ON orders (total);',
            sql: 'DROP INDEX IF EXISTS orders_email_idx, orders_total_idx;',
            transaction: 'none',
            message: 'Dropping the index waits for every query of the table, and stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) for a moment',
        },
        {
            sql: 'DROP INDEX orders_email_idx;',
            completeHistory: false,
            transaction: 'none',
            message: 'Dropping "orders_email_idx" waits for every query of its table, and stops reads and writes of the table (ACCESS EXCLUSIVE lock) for a moment',
        },
    ],
    accepted: [
        {
            why: 'CONCURRENTLY holds nobody up',
            history: drop_index_not_concurrent_docs_history,
            sql: 'DROP INDEX CONCURRENTLY orders_email_idx;',
            transaction: 'none',
        },
        {
            why: 'The table is new: nobody else can use it yet',
            history: drop_index_not_concurrent_docs_history,
            sql: 'CREATE TABLE carts (id bigint, email text);\nCREATE INDEX carts_email_idx ON carts (email);\nDROP INDEX carts_email_idx;',
        },
        {
            why: 'For a partitioned index CONCURRENTLY is refused',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_at_idx ON events (at);",
            sql: 'DROP INDEX events_at_idx;',
        },
        {
            why: 'There is no such index, and nothing is locked',
            history: drop_index_not_concurrent_docs_history,
            sql: 'DROP INDEX IF EXISTS orders_note_idx;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/drop-not-null.docs.js
const drop_not_null_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const drop_not_null_docs_docs = {
    problem: `Code that reads the column was written when it always had a value. It may not be ready for NULL.`,
    solution: `Deploy readers that can take NULL first.`,
    reported: [
        {
            history: drop_not_null_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;',
            message: 'From here on clients that read "code" of "orders" may meet NULL where they always met a value',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN code DROP NOT NULL;',
        },
        {
            why: 'The column goes later in the change set',
            history: drop_not_null_docs_history,
            sql: ['ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;', 'ALTER TABLE orders DROP COLUMN code;'],
        },
        {
            why: 'It is renamed away',
            history: drop_not_null_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN code DROP NOT NULL;\nALTER TABLE orders RENAME COLUMN code TO code_old;',
        },
        { why: 'It was nullable before', history: drop_not_null_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN note DROP NOT NULL;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-object.docs.js
const drop_object_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW big_orders AS SELECT id FROM orders WHERE total > 100;
CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint, mood mood);
CREATE SEQUENCE ticket_numbers;
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';
CREATE EXTENSION pg_trgm;`;
const drop_object_docs_docs = {
    problem: `While the migration runs, the old version of the application is still running. Each of its queries that reads the view, calls the function, draws from the
sequence or casts to the type fails from that moment on.`,
    solution: `Let a release go out that does not use the object any more, and drop it in a later one. To change a view or a function, replace it instead.`,
    reported: [
        {
            history: drop_object_docs_history,
            sql: 'DROP VIEW big_orders;',
            message: 'Clients that still use view "big_orders" fail from here on',
        },
        {
            history: drop_object_docs_history,
            sql: 'DROP FUNCTION IF EXISTS tax(numeric);',
            message: 'Clients that still use function "tax" fail from here on',
        },
        {
            history: drop_object_docs_history,
            sql: 'DROP SEQUENCE ticket_numbers;',
            message: 'Clients that still use sequence "ticket_numbers" fail from here on',
        },
        {
            history: drop_object_docs_history,
            sql: 'DROP EXTENSION pg_trgm;',
            message: 'Clients that still use extension "pg_trgm" fail from here on',
        },
        {
            history: drop_object_docs_history,
            sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders;',
            transaction: 'none',
            message: 'Clients that still use view "big_orders" fail from here on',
        },
    ],
    accepted: [
        {
            why: 'It was created by the same migration',
            history: drop_object_docs_history,
            sql: 'CREATE VIEW small_orders AS SELECT id FROM orders WHERE total < 10;\nDROP VIEW small_orders;',
        },
        {
            why: 'It is made again in the same transaction: nobody sees it missing',
            history: drop_object_docs_history,
            sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders WHERE total > 200;',
        },
        { why: 'IF EXISTS, and there is no such view', history: drop_object_docs_history, sql: 'DROP VIEW IF EXISTS small_orders;' },
        {
            why: 'The enum swap that ORMs generate: the type lives on under its name, only the old one goes',
            history: drop_object_docs_history,
            sql: `CREATE TYPE mood_new AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood_new USING (mood::text::mood_new);
ALTER TYPE mood RENAME TO mood_old;
ALTER TYPE mood_new RENAME TO mood;
DROP TYPE mood_old;`,
        },
        {
            why: 'No client calls a trigger function',
            history: `${drop_object_docs_history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
            sql: 'DROP FUNCTION touch();',
        },
        {
            why: 'A sequence that a column owns is drawn from by its default',
            history: `${drop_object_docs_history}\nCREATE TABLE carts (id serial);`,
            sql: 'ALTER TABLE carts ALTER COLUMN id DROP DEFAULT;\nDROP SEQUENCE carts_id_seq;',
        },
        {
            why: 'The columns of the type go before it: `drop-column` and `drop-table` speak',
            history: drop_object_docs_history,
            sql: 'ALTER TABLE notes DROP COLUMN mood;\nDROP TYPE mood;',
        },
        { why: 'For tables `drop-table` speaks', history: drop_object_docs_history, sql: 'DROP TABLE notes;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-owned.docs.js
const drop_owned_docs_docs = {
    problem: `DROP OWNED reads as if it took a role's rights away. It also drops every table, view, type and function that the role owns in this database, with all
rows, and without naming any of them.`,
    solution: `REASSIGN OWNED BY … TO gives the objects to another role. After it DROP OWNED finds nothing but grants.`,
    reported: [
        {
            sql: 'DROP OWNED BY reporting;',
            message: 'This drops every table, view and function that "reporting" owns, with all rows, not only the grants',
        },
    ],
    accepted: [
        {
            why: 'The role is new and owns nothing',
            sql: 'CREATE ROLE reporting;\nGRANT USAGE ON SCHEMA public TO reporting;\nDROP OWNED BY reporting;',
        },
        {
            why: 'Its objects were given away just before: only grants are left',
            sql: 'REASSIGN OWNED BY reporting TO app;\nDROP OWNED BY reporting;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/drop-partition-locks-parent.docs.js
const drop_partition_locks_parent_docs_history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;`;
const drop_partition_locks_parent_docs_docs = {
    problem: `Dropping a partition changes what its parent consists of, so PostgreSQL takes the strongest lock on the parent: every query that goes through the parent waits, also
those that never look at that partition.`,
    solution: `From PostgreSQL 14 on, \`DETACH PARTITION … CONCURRENTLY\` takes the partition out while everybody goes on; then its DROP concerns nobody. With a DEFAULT partition that
form is refused: detach in a short transaction with a lock_timeout.`,
    reported: [
        {
            history: drop_partition_locks_parent_docs_history,
            sql: 'DROP TABLE events_2024;',
            message: 'Reads and writes of "events" wait for the ACCESS EXCLUSIVE lock until the transaction commits; the rows of "events_2024" are gone',
        },
        {
            history: drop_partition_locks_parent_docs_history,
            sql: 'DROP TABLE visits_2024;',
            message: 'Reads and writes of "visits" and its DEFAULT partition "visits_rest" wait for the ACCESS EXCLUSIVE lock until the transaction commits; the rows of "visits_2024" are gone',
        },
    ],
    accepted: [
        {
            why: 'It was detached before',
            history: drop_partition_locks_parent_docs_history,
            sql: 'ALTER TABLE events DETACH PARTITION events_2024 CONCURRENTLY;\nDROP TABLE events_2024;',
            transaction: 'none',
        },
        {
            why: 'The parent is new',
            sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nDROP TABLE logs_2024;",
        },
        { why: 'The parent goes too: `drop-table` speaks', history: drop_partition_locks_parent_docs_history, sql: 'DROP TABLE events, events_2024;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/drop-policy.docs.js
const drop_policy_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 0);
CREATE TABLE notes (id bigint);
CREATE POLICY own_notes ON notes USING (true);`;
const drop_policy_docs_docs = {
    problem: `A permissive policy shows rows, a restrictive one hides some of them. If the last permissive one goes, nobody but the owner sees any row. If a restrictive one goes, clients
see rows that were hidden from them.`,
    solution: `Create the policy that shall take its place in the same transaction, or change it with ALTER POLICY.`,
    reported: [
        {
            history: drop_policy_docs_history,
            sql: 'DROP POLICY own_orders ON orders;',
            message: 'With "own_orders" the last policy of "orders" that lets anybody in goes: everybody but the owner reads no rows, and writes fail (42501)',
        },
        {
            history: drop_policy_docs_history,
            sql: 'DROP POLICY not_deleted ON orders;',
            message: 'Rows that "not_deleted" hides of "orders" are visible from the commit on',
        },
        {
            sql: 'DROP POLICY own_orders ON orders;',
            completeHistory: false,
            message: 'From the commit on "own_orders" of "orders" neither shows nor hides any rows: fewer rows are seen if it is permissive, more if it is restrictive',
        },
    ],
    accepted: [
        {
            why: 'It is replaced in the same transaction',
            history: drop_policy_docs_history,
            sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
        },
        { why: 'Row security is disabled for the table', history: drop_policy_docs_history, sql: 'DROP POLICY own_notes ON notes;' },
        { why: 'The table goes too', history: drop_policy_docs_history, sql: 'DROP POLICY own_orders ON orders;\nDROP TABLE orders;' },
        {
            why: 'IF EXISTS, and there is no such policy',
            history: drop_policy_docs_history,
            sql: 'DROP POLICY IF EXISTS all_orders ON orders;',
        },
        {
            why: 'Where another transaction creates it again `policy-replace-gap` speaks',
            history: drop_policy_docs_history,
            sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/drop-primary-key.docs.js
const drop_primary_key_docs_history = 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);';
const drop_primary_key_docs_docs = {
    problem: `Without a primary key, \`ON CONFLICT\` and foreign keys have nothing to refer to, and logical replication cannot tell rows apart: on a published table every UPDATE and DELETE fails.`,
    solution: `Build the new unique index first, with \`CONCURRENTLY\`, and swap in one statement: \`DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_new\`.`,
    reported: [
        {
            history: drop_primary_key_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
            message: '"orders" has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000)',
        },
        {
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
            completeHistory: false,
            message: '"orders" has no primary key from here on: ON CONFLICT that relied on it fails (42P10), and replication of UPDATE and DELETE stops (55000), unless "orders_pkey" is no primary key',
        },
    ],
    accepted: [
        {
            why: 'The statement adds another',
            history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nCREATE UNIQUE INDEX orders_new ON orders (id);',
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_new;',
        },
        {
            why: 'The transaction adds another',
            history: 'CREATE TABLE users (id bigint CONSTRAINT users_pkey PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user_fk REFERENCES users, note text);\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;\nALTER TABLE orders ADD PRIMARY KEY (note);',
        },
        {
            why: 'The table is new',
            history: drop_primary_key_docs_history,
            sql: 'CREATE TABLE carts (id bigint CONSTRAINT carts_pkey PRIMARY KEY);\nALTER TABLE carts DROP CONSTRAINT carts_pkey;',
        },
        { why: '`drop-constraint` speaks', history: drop_primary_key_docs_history, sql: 'ALTER TABLE users DROP CONSTRAINT users_email_key;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/drop-publication.docs.js
const drop_publication_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);\nCREATE TABLE users (id bigint PRIMARY KEY);\nCREATE PUBLICATION audit FOR TABLE orders, users;';
const drop_publication_docs_docs = {
    problem: `A subscriber reads a publication by its name. Up to PostgreSQL 17 it stops with the next change once the publication is gone; its slot makes the publisher keep all of its log, until the disk
is full, and a publication of the same name does not bring it back. From 18 on rows are skipped in silence. A table that is taken out of a publication stops being sent, in silence too.`,
    solution: `Drop or change the subscription on the subscriber first, then the publication.`,
    reported: [
        {
            history: drop_publication_docs_history,
            sql: 'DROP PUBLICATION audit;',
            postgres: 17,
            message: 'Every subscriber of "audit" stops at the next change, and its slot keeps the log of this server until the disk is full; making it again does not help',
        },
        {
            history: drop_publication_docs_history,
            sql: 'DROP PUBLICATION audit;',
            message: 'Subscribers of "audit" are sent nothing more, without an error: what changes until it is made again is missing for good',
        },
        {
            history: drop_publication_docs_history,
            sql: 'ALTER PUBLICATION audit DROP TABLE users;',
            message: 'Subscribers of "audit" are sent nothing more of "users", without an error: what changes there is missing for good',
        },
        {
            history: drop_publication_docs_history,
            sql: 'ALTER PUBLICATION audit SET TABLE orders;',
            message: 'Subscribers of "audit" are sent nothing more of tables that are not in the new list, without an error: what changes there is missing for good',
        },
    ],
    accepted: [
        {
            why: 'A table more is sent',
            history: `${drop_publication_docs_history}\nCREATE TABLE carts (id bigint PRIMARY KEY);`,
            sql: 'ALTER PUBLICATION audit ADD TABLE carts;',
        },
        {
            why: 'It was created in the change set',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
            sql: 'CREATE PUBLICATION audit FOR TABLE orders;\nDROP PUBLICATION audit;',
        },
        {
            why: 'It is certainly not there',
            history: 'CREATE TABLE orders (id bigint);',
            sql: 'DROP PUBLICATION IF EXISTS audit;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-schema.docs.js
const drop_schema_docs_history = `CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY);
CREATE TABLE billing.payments (id bigint);
CREATE SCHEMA reports;`;
const drop_schema_docs_docs = {
    problem: `A schema holds tables, views, types and functions. With CASCADE all of them go, with their rows, and the migration names none; tables of other schemas
that refer to them are closed meanwhile and lose their foreign keys. Without CASCADE the server refuses as long as anything is in the schema.`,
    solution: `Drop the objects by name, as migrations of their own where clients used them, and then the empty schema without CASCADE.`,
    reported: [
        {
            history: drop_schema_docs_history,
            sql: 'DROP SCHEMA billing CASCADE;',
            message: 'Dropping schema "billing" drops all that is in it: "invoices" and "payments"; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
        {
            sql: 'DROP SCHEMA billing CASCADE;',
            completeHistory: false,
            message: 'Dropping schema "billing" drops all that is in it; tables outside that refer into it are closed (ACCESS EXCLUSIVE lock) until the transaction commits, unless it is empty',
        },
        {
            sql: 'DROP SCHEMA billing;',
            completeHistory: false,
            message: 'Clients that use schema "billing" fail, and the migration too if anything is left in it (2BP01)',
        },
    ],
    accepted: [
        {
            why: 'The schema was created by the same migration',
            sql: 'CREATE SCHEMA billing;\nDROP SCHEMA billing CASCADE;',
        },
        { why: 'The schema is certainly empty', history: drop_schema_docs_history, sql: 'DROP SCHEMA reports;' },
        { why: 'IF EXISTS, and no such schema exists', history: drop_schema_docs_history, sql: 'DROP SCHEMA IF EXISTS audit CASCADE;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/drop-table.docs.js
const drop_table_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);`;
const drop_table_docs_docs = {
    problem: `The rows are gone, and only a backup brings them back. While the migration runs, the old version of the application is still running: each of its queries
on the table fails from that moment on.`,
    solution: `Let a release go out that does not name the table any more, and drop it in a later one. Foreign keys of the table lock the tables that they refer to:
drop those first, each by itself.`,
    reported: [
        {
            history: drop_table_docs_history,
            sql: 'DROP TABLE orders;',
            message: 'Dropping "orders" loses all rows, and clients that still use the table fail (42P01)',
        },
        {
            history: drop_table_docs_history,
            sql: 'DROP TABLE IF EXISTS orders, users;',
            message: 'Dropping "orders" and "users" loses all rows, and clients that still use them fail (42P01)',
        },
    ],
    accepted: [
        {
            why: 'The table was created by the same migration',
            sql: 'CREATE TABLE carts (id bigint);\nDROP TABLE carts;',
        },
        {
            why: 'Temporary tables are nobody else’s',
            sql: 'CREATE TEMPORARY TABLE carts (id bigint);\nDROP TABLE carts;',
        },
        {
            why: 'The table was created by an earlier migration that ships together with this one',
            sql: ['CREATE TABLE carts (id bigint);', 'DROP TABLE carts;'],
        },
        { why: 'IF EXISTS, and no such table exists', history: drop_table_docs_history, sql: 'DROP TABLE IF EXISTS carts;' },
        {
            why: 'For a partition `drop-partition-locks-parent` speaks',
            history: `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`,
            sql: 'DROP TABLE events_2024;',
        },
        {
            why: 'Configuration calls it a staging table',
            history: 'CREATE SCHEMA staging;\nCREATE TABLE staging.orders (id bigint);',
            sql: 'DROP TABLE staging.orders;',
            options: { staging: ['staging'] },
        },
        {
            why: 'Where a table of the name is created again, `drop-and-recreate` speaks',
            history: drop_table_docs_history,
            sql: 'DROP TABLE orders;\nCREATE TABLE orders (id bigint);',
        },
        {
            why: 'Another table with the rows takes its place in the same transaction',
            history: drop_table_docs_history,
            sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, user_id bigint);\nINSERT INTO orders_new SELECT * FROM orders;\nDROP TABLE orders;\nALTER TABLE orders_new RENAME TO orders;',
        },
        {
            why: 'It was renamed out of the way and copied, and another table goes by its name',
            history: drop_table_docs_history,
            sql: 'ALTER TABLE orders RENAME TO orders_old;\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);\nINSERT INTO orders SELECT * FROM orders_old;\nDROP TABLE orders_old;',
        },
        {
            why: 'The same in one DO block',
            history: drop_table_docs_history,
            sql: 'DO $$ BEGIN\n  ALTER TABLE orders RENAME TO orders_old;\n  CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);\n  INSERT INTO orders SELECT * FROM orders_old;\n  DROP TABLE orders_old;\nEND $$;',
        },
        {
            why: 'The drop is rolled back',
            history: drop_table_docs_history,
            sql: 'BEGIN;\nDROP TABLE orders;\nROLLBACK;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/drop-trigger.docs.js
const drop_trigger_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();`;
const drop_trigger_docs_message = 'Reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock until the transaction commits; what trigger "orders_touch" did is not done any more';
const drop_trigger_docs_docs = {
    problem: `DROP TRIGGER takes the strongest lock: it waits for every running query of the table, with everybody else behind it. From the commit on, what the trigger did, such as
keeping two columns alike, is not done any more, also not for the old version of the application that is still running.`,
    solution: `Drop it in a transaction of its own with a short lock_timeout, when nothing relies on it any more.`,
    reported: [
        { history: drop_trigger_docs_history, sql: 'DROP TRIGGER orders_touch ON orders;', message: drop_trigger_docs_message },
        { history: drop_trigger_docs_history, sql: 'DROP FUNCTION touch() CASCADE;', message: drop_trigger_docs_message },
    ],
    accepted: [
        {
            why: 'The table is new',
            history: drop_trigger_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nCREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();\nDROP TRIGGER carts_touch ON carts;',
        },
        {
            why: 'It is made again in the same transaction',
            history: drop_trigger_docs_history,
            sql: 'DROP TRIGGER orders_touch ON orders;\nCREATE TRIGGER orders_touch BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
        },
        {
            why: 'IF EXISTS, and there is no such trigger',
            history: drop_trigger_docs_history,
            sql: 'DROP TRIGGER IF EXISTS orders_log ON orders;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/drop-unique-index.docs.js
const drop_unique_index_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);';
const drop_unique_index_docs_docs = {
    problem: `With the index goes the guarantee that no two rows have the same values. And every running statement with \`ON CONFLICT (…)\` that relied on the index fails, because the server finds no index that fits.`,
    solution: `If another index is to take its place, build that first: with two of them \`ON CONFLICT\` goes on without a gap. If the uniqueness is to go, remove \`ON CONFLICT\` from all clients first.`,
    reported: [
        {
            history: drop_unique_index_docs_history,
            sql: 'DROP INDEX orders_email_once;',
            message: 'Nothing keeps (email) unique from here on, and every running INSERT with ON CONFLICT (email) that relied on "orders_email_once" fails (42P10)',
        },
        {
            history: drop_unique_index_docs_history,
            sql: 'DROP INDEX CONCURRENTLY orders_email_once;',
            transaction: 'none',
            message: 'Nothing keeps (email) unique from here on, and every running INSERT with ON CONFLICT (email) that relied on "orders_email_once" fails (42P10)',
        },
    ],
    accepted: [
        {
            why: 'An equal unique index stays',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);\nCREATE UNIQUE INDEX orders_email_new ON orders (email);',
            sql: 'DROP INDEX orders_email_once;',
        },
        {
            why: 'An equal constraint stays',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX orders_email_once ON orders (email);\nALTER TABLE orders ADD UNIQUE (email);',
            sql: 'DROP INDEX orders_email_once;',
        },
        {
            why: 'It is not unique',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);',
            sql: 'DROP INDEX orders_email_idx;',
        },
        {
            why: 'The table is new',
            history: drop_unique_index_docs_history,
            sql: 'CREATE TABLE carts (email text);\nCREATE UNIQUE INDEX carts_email_once ON carts (email);\nDROP INDEX carts_email_once;',
        },
        { why: 'Nothing is known of the index', sql: 'DROP INDEX orders_email_once;', completeHistory: false },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/duplicate-migration-version.docs.js
const duplicate_migration_version_docs_docs = {
    problem: `The runner keeps a list of the versions that it has run. With two migrations of one version it stops with an error, or takes the second for done. That happens when two branches
choose the next number at the same time.`,
    solution: `Give one of them the next free version, or use time stamps. Tools that know a migration by its whole name (Prisma, Knex, Sequelize, Kysely, Drizzle, TypeORM) are not concerned.`,
    reported: [
        {
            sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
            files: ['007_carts.sql', '007_coupons.sql'],
            message: 'The version 007 is that of "migrations/007_carts.sql" too: the runner refuses them, or runs only one of the two',
        },
        {
            history: 'CREATE TABLE carts (id bigint);',
            historyFile: '007_carts.sql',
            sql: 'CREATE TABLE coupons (id bigint);',
            files: ['007_coupons.sql'],
            message: 'The version 007 is that of "migrations/007_carts.sql" too: the runner refuses them, or runs only one of the two',
        },
    ],
    accepted: [
        {
            why: 'Each has its own',
            sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
            files: ['007_carts.sql', '008_coupons.sql'],
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/edited-migration.docs.js
const edited_migration_docs_docs = {
    problem: `Whoever has run the migration already (a colleague, the staging system, production) will not run it again. From then on there are two kinds of databases, and a later migration that
works on one fails on the other. Many runners compare checksums and refuse to go on.`,
    solution: `Leave a migration alone once it is merged, and write a new one that makes the change. If it has not reached any database yet, accept the finding and say so.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);',
            before: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
            message: 'This migration exists at the base and is changed here: databases that have run it keep what it did then, those that have not get something else',
        },
        {
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
            files: ['002_orders.sql'],
            previously: '001_orders.sql',
            message: 'This migration is called "migrations/001_orders.sql" at the base: databases that have run it may run it again, or refuse to go on',
        },
    ],
    accepted: [
        {
            why: 'Only comments and white space are changed',
            sql: '-- Orders of the shop.\nCREATE TABLE orders (\n  id bigint PRIMARY KEY\n);',
            before: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
        },
        { why: 'It is new', sql: 'CREATE TABLE orders (id bigint PRIMARY KEY);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/enforce-foreign-key.docs.js
const enforce_foreign_key_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const enforce_foreign_key_docs_docs = {
    problem: `Enforcing a key that was not enforced checks every row at once. Nobody can read or write the table meanwhile, and nobody can write to the one that it refers to.`,
    solution: `Add a second, equal key as \`NOT VALID\`, validate it in the next migration, then drop the one that is not enforced.`,
    reported: [
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;',
            sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk ENFORCED;',
            message: 'Enforcing "orders_user_fk" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) and writes to "users" (SHARE ROW EXCLUSIVE lock) until every row has been checked',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: enforce_foreign_key_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint CONSTRAINT carts_user_fk REFERENCES users NOT ENFORCED);\nALTER TABLE carts ALTER CONSTRAINT carts_user_fk ENFORCED;',
        },
        {
            why: 'Only the time of the check changes',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;',
            sql: 'ALTER TABLE orders ALTER CONSTRAINT orders_user_fk DEFERRABLE INITIALLY DEFERRED;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/enum-rename-value.docs.js
const enum_rename_value_docs_docs = {
    problem: `The running application writes and compares the old word. From the moment the rename commits each such statement fails with "invalid input value for enum", and what it
reads is a word that it does not know. The rename takes no lock on the tables, so nothing holds it back.`,
    solution: `Add the new value, release code that understands both and writes the new one, then change the rows in batches.`,
    reported: [
        {
            history: "CREATE TYPE mood AS ENUM ('ok', 'good');\nCREATE TABLE notes (id bigint PRIMARY KEY, mood mood);",
            sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
            message: 'From the commit on, clients that name value "ok" of "mood" fail (22P02) until they know it as "fine", and reads give them a value they do not know',
        },
    ],
    accepted: [
        {
            why: 'The type was created by the same migration',
            sql: "CREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/enum-value-ordering.docs.js
const enum_value_ordering_docs_history = "CREATE TYPE size AS ENUM ('small', 'large');";
const enum_value_ordering_docs_docs = {
    problem: `Values of an enum are sorted in the order in which they were declared. A value that is added later comes last, though it may belong in the middle, and cannot be moved.`,
    solution: `Say where it belongs: \`ADD VALUE 'medium' BEFORE 'large'\`.`,
    reported: [
        {
            history: enum_value_ordering_docs_history,
            sql: "ALTER TYPE size ADD VALUE 'medium';",
            message: `'medium' sorts after all other values of "size", in ORDER BY and in comparisons, and that cannot be changed later`,
        },
    ],
    accepted: [
        { why: 'It says where it belongs', history: enum_value_ordering_docs_history, sql: "ALTER TYPE size ADD VALUE 'medium' BEFORE 'large';" },
        {
            why: 'A new type has the order it is written in',
            sql: "CREATE TYPE size AS ENUM ('small', 'medium', 'large');",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/enum-value-used-in-transaction.docs.js
const enum_value_used_in_transaction_docs_history = `CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint PRIMARY KEY, mood mood, label text);`;
const add = "ALTER TYPE mood ADD VALUE 'calm';";
const enum_value_used_in_transaction_docs_message = 'The migration fails here: value "calm" of "mood" is used in the transaction that adds it (55P04)';
const enum_value_used_in_transaction_docs_docs = {
    problem: `A value that is added to an enum can be used only after the transaction has committed. Most runners open a transaction round each file, so an UPDATE, a default or a CHECK
with the new value in the same file fails.`,
    solution: `Add the value in one migration and use it in the next.`,
    reported: [
        { history: enum_value_used_in_transaction_docs_history, sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`, message: enum_value_used_in_transaction_docs_message },
        { history: enum_value_used_in_transaction_docs_history, sql: `${add}\nINSERT INTO notes VALUES (1, 'calm', 'x');`, message: enum_value_used_in_transaction_docs_message },
        { history: enum_value_used_in_transaction_docs_history, sql: `${add}\nDELETE FROM notes WHERE mood = 'calm';`, message: enum_value_used_in_transaction_docs_message },
        { history: enum_value_used_in_transaction_docs_history, sql: `${add}\nALTER TABLE notes ALTER COLUMN mood SET DEFAULT 'calm';`, message: enum_value_used_in_transaction_docs_message },
        {
            history: enum_value_used_in_transaction_docs_history,
            sql: `${add}\nALTER TABLE notes ADD CONSTRAINT notes_calm CHECK (mood <> 'calm') NOT VALID;`,
            message: enum_value_used_in_transaction_docs_message,
        },
        { history: enum_value_used_in_transaction_docs_history, sql: `${add}\nCREATE VIEW calm_notes AS SELECT id FROM notes WHERE mood = 'calm';`, message: enum_value_used_in_transaction_docs_message },
        {
            sql: "CREATE TYPE level AS ENUM ('low');\nALTER TYPE level ADD VALUE 'high';\nCREATE TABLE alarms (level level DEFAULT 'high');",
            postgres: 16,
            message: 'The migration fails here: value "high" of "level" is used in the transaction that adds it (55P04)',
        },
        {
            sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`,
            completeHistory: false,
            message: `${enum_value_used_in_transaction_docs_message}, unless it stands for text here`,
        },
        { sql: `${add}\nINSERT INTO notes (mood) VALUES ('calm'::mood);`, completeHistory: false, message: enum_value_used_in_transaction_docs_message },
    ],
    accepted: [
        {
            why: 'Each migration has a transaction of its own',
            history: enum_value_used_in_transaction_docs_history,
            sql: [add, "UPDATE notes SET mood = 'calm' WHERE id = 1;"],
        },
        {
            why: 'The value is compared as text',
            history: enum_value_used_in_transaction_docs_history,
            sql: `${add}\nDELETE FROM notes WHERE mood::text = 'calm';`,
        },
        {
            why: 'The same letters in a text column',
            history: enum_value_used_in_transaction_docs_history,
            sql: `${add}\nUPDATE notes SET label = 'calm' WHERE id = 1;`,
        },
        {
            why: 'The body of a PL/pgSQL function is not looked into before it runs',
            history: enum_value_used_in_transaction_docs_history,
            sql: `${add}\nCREATE FUNCTION calm() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE notes SET mood = 'calm'; END $$;`,
        },
        {
            why: 'From PostgreSQL 17 on a type that the transaction itself makes is no matter',
            sql: "CREATE TYPE level AS ENUM ('low');\nALTER TYPE level ADD VALUE 'high';\nCREATE TABLE alarms (level level DEFAULT 'high');",
            postgres: 17,
        },
        {
            why: 'Up to PostgreSQL 11 `autocommit-only-in-transaction` speaks',
            history: enum_value_used_in_transaction_docs_history,
            sql: `${add}\nUPDATE notes SET mood = 'calm' WHERE id = 1;`,
            postgres: 11,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/explicit-lock-table.docs.js
const explicit_lock_table_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const explicit_lock_table_docs_docs = {
    problem: `LOCK TABLE takes the lock at once and keeps it until the transaction commits. Without a mode it takes ACCESS EXCLUSIVE, the strongest one: nobody can read
the table meanwhile. Of a view it locks the tables behind it.`,
    solution: `Every statement takes the lock that it needs by itself. Where rows must not change while something is read, name the weakest mode that does.`,
    reported: [
        {
            history: explicit_lock_table_docs_history,
            sql: 'LOCK TABLE orders;\nUPDATE orders SET total = 0 WHERE id = 1;',
            message: 'From here until the transaction commits, reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock',
        },
        {
            history: explicit_lock_table_docs_history,
            sql: 'LOCK TABLE orders IN SHARE ROW EXCLUSIVE MODE;\nUPDATE orders SET total = 0 WHERE id = 1;',
            message: 'From here until the transaction commits, writes of "orders" wait for this SHARE ROW EXCLUSIVE lock',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nLOCK TABLE carts;' },
        {
            why: 'NOWAIT, and the next statement takes that lock anyway',
            history: explicit_lock_table_docs_history,
            sql: 'LOCK TABLE orders IN ACCESS EXCLUSIVE MODE NOWAIT;\nALTER TABLE orders ADD COLUMN note text;',
        },
        {
            why: 'ROW EXCLUSIVE is the lock of any UPDATE',
            history: explicit_lock_table_docs_history,
            sql: 'LOCK TABLE orders IN ROW EXCLUSIVE MODE;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/extension-without-version.docs.js
const extension_without_version_docs_docs = {
    problem: `Without a version CREATE EXTENSION takes the newest that is installed on the server. Functions and types differ between versions, so that a migration works on one server and fails on
another.`,
    solution: `Name the version, and update it by a migration of its own.`,
    reported: [
        {
            sql: 'CREATE EXTENSION citext;',
            message: '"citext" is created in the version that the server happens to have: another server gets another one',
        },
    ],
    accepted: [{ why: 'It names the version', sql: "CREATE EXTENSION citext VERSION '1.6';" }],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/forbidden-type.docs.js
const forbidden_type_docs_docs = {
    problem: `Some types surprise: \`char(n)\` pads with blanks, \`varchar(n)\` is rewritten to get shorter, \`money\` depends on a setting of the server, \`json\` has no equality, \`timestamp\` forgets the time zone.`,
    solution: `Use \`text\`, \`numeric\`, \`jsonb\`, \`timestamptz\`. The list is the parameter \`types\`.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigint, code char(3), at timestamp);',
            message: [
                'The column "code" of "orders" is char(3), which the configuration does not want',
                'The column "at" of "orders" is timestamp, which the configuration does not want',
            ],
        },
        {
            history: 'CREATE TABLE orders (id bigint, data jsonb);',
            sql: 'ALTER TABLE orders ADD COLUMN total double precision;',
            options: { rules: { 'forbidden-type': { types: ['float'] } } },
            message: 'The column "total" of "orders" is double precision, which the configuration does not want',
        },
        {
            history: 'CREATE TABLE orders (id bigint, at timestamptz);',
            sql: 'ALTER TABLE orders ALTER COLUMN at TYPE timestamptz(0);',
            options: { rules: { 'forbidden-type': { types: ['timestamp(0) with time zone'] } } },
            message: 'The column "at" of "orders" is timestamptz(0), which the configuration does not want',
        },
    ],
    accepted: [
        {
            why: 'These types are wanted',
            sql: 'CREATE TABLE orders (id bigint, code text, at timestamptz, name varchar);',
        },
        {
            why: 'A column that is there is not changed',
            history: 'CREATE TABLE orders (id bigint, code char(3));',
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
        },
        {
            why: 'The list is another',
            sql: 'CREATE TABLE orders (id bigint, data json);',
            options: { rules: { 'forbidden-type': { types: ['money'] } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/foreign-key-missing-index.docs.js
const foreign_key_missing_index_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const foreign_key_missing_index_docs_docs = {
    problem: `When a row of the referenced table is deleted, or its key changes, PostgreSQL looks for rows that refer to it. Without an index that begins with the columns of the key, it reads the whole referring table, and does so again for each deleted row.`,
    solution: `Build an index on the columns of the key with \`CREATE INDEX CONCURRENTLY\`, before the key. If rows of the referenced table are never deleted, name the table in the parameter \`permanent\`.`,
    reported: [
        {
            history: foreign_key_missing_index_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
            message: 'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "orders", row by row',
        },
        {
            history: foreign_key_missing_index_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users, owner_id bigint REFERENCES users);',
            message: 'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "carts", row by row; so it is with 1 other key of the table',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;\nCREATE INDEX orders_user_idx ON orders (user_id);',
            sql: 'DROP INDEX orders_user_idx;',
            message: 'No index begins with "user_id": each DELETE or change of a key in "users" reads the whole of "orders", row by row',
        },
    ],
    accepted: [
        {
            why: 'An index follows in the same change set',
            history: foreign_key_missing_index_docs_history,
            sql: [
                'CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
                'CREATE INDEX carts_user_idx ON carts (user_id);',
            ],
        },
        {
            why: 'There is one',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nCREATE INDEX orders_user_idx ON orders (user_id, note);',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
        },
        {
            why: 'The primary key begins with the column',
            history: foreign_key_missing_index_docs_history,
            sql: 'CREATE TABLE memberships (user_id bigint REFERENCES users, cart bigint, PRIMARY KEY (user_id, cart));',
        },
        {
            why: 'A partial index that leaves out only NULL is used',
            history: foreign_key_missing_index_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);\nCREATE INDEX carts_user_idx ON carts (user_id) WHERE user_id IS NOT NULL;',
        },
        {
            why: 'Its columns may stand in any order',
            history: 'CREATE TABLE pairs (x bigint, y bigint, PRIMARY KEY (x, y));',
            sql: 'CREATE TABLE lines (a bigint, b bigint, FOREIGN KEY (a, b) REFERENCES pairs (x, y));\nCREATE INDEX lines_idx ON lines (b, a);',
        },
        {
            why: 'Rows of the referenced table are never deleted',
            history: foreign_key_missing_index_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
            options: { rules: { 'foreign-key-missing-index': { permanent: ['users'] } } },
        },
        {
            why: 'The history of the table is not known',
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
            completeHistory: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/foreign-key-policy.docs.js
const foreign_key_policy_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);';
const policy = (parameters) => ({
    rules: { 'foreign-key-policy': parameters },
});
const foreign_key_policy_docs_docs = {
    problem: `Teams agree on what a foreign key does: whether a DELETE may reach into other tables, whether the check may wait for the commit, whether there are foreign keys at all. One that is
otherwise surprises.`,
    solution: `Say what is agreed in the parameters \`allowed\`, \`onDelete\`, \`deferrable\` and \`nullable\`, and write foreign keys so.`,
    reported: [
        {
            history: foreign_key_policy_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;',
            options: policy({ onDelete: ['restrict', 'no action'] }),
            message: 'The foreign key on column "user_id" of "orders" is against the configuration: ON DELETE CASCADE is not among restrict, no action',
        },
        {
            history: foreign_key_policy_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
            options: policy({ deferrable: 'required' }),
            message: 'The foreign key on column "user_id" of "orders" is against the configuration: it is not DEFERRABLE',
        },
        {
            history: foreign_key_policy_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
            options: policy({ nullable: false }),
            message: 'The foreign key on column "user_id" of "carts" is against the configuration: it may be NULL',
        },
        {
            history: foreign_key_policy_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);',
            options: policy({ allowed: false }),
            message: 'The foreign key on column "user_id" of "carts" is against the configuration: there are to be none',
        },
    ],
    accepted: [
        {
            why: 'It is as agreed',
            history: foreign_key_policy_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint NOT NULL REFERENCES users ON DELETE RESTRICT);',
            options: policy({ onDelete: ['restrict'], nullable: false, deferrable: 'forbidden' }),
        },
        {
            why: 'Nothing is configured',
            history: foreign_key_policy_docs_history,
            sql: 'CREATE TABLE carts (user_id bigint REFERENCES users ON DELETE CASCADE);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/foreign-key-type-mismatch.docs.js
const foreign_key_type_mismatch_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const foreign_key_type_mismatch_docs_docs = {
    problem: `If the column is \`integer\` and the key it refers to \`bigint\`, the day comes on which a row exists that the column cannot name. Until then every comparison needs a cast, which can keep an index from being used.`,
    solution: `Give both columns the same type.`,
    reported: [
        {
            history: foreign_key_type_mismatch_docs_history,
            sql: 'CREATE TABLE carts (user_id integer REFERENCES users);',
            message: '"user_id" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
        },
        {
            history: foreign_key_type_mismatch_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (quantity) REFERENCES users NOT VALID;',
            message: '"quantity" is integer and refers to "id", which is bigint: comparing them needs a cast, and the narrower one ends first',
        },
    ],
    accepted: [
        { why: 'The types are equal', history: foreign_key_type_mismatch_docs_history, sql: 'CREATE TABLE carts (user_id bigint REFERENCES users);' },
        {
            why: 'text and varchar hold the same',
            history: 'CREATE TABLE codes (code text PRIMARY KEY);',
            sql: 'CREATE TABLE carts (user_code varchar(10) REFERENCES codes);',
        },
        {
            why: 'serial is an integer',
            history: 'CREATE TABLE people (id serial PRIMARY KEY);',
            sql: 'CREATE TABLE carts (user_id integer REFERENCES people);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/frozen-time-literal.docs.js
const frozen_time_literal_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const frozen_time_literal_docs_docs = {
    problem: `\`'now'\` is a string that PostgreSQL turns into a time, and in a default it does so once: when the migration runs. Every row that is inserted later gets that moment.`,
    solution: `Write \`now()\`, \`CURRENT_DATE\` or another function: it is called at each INSERT.`,
    reported: [
        {
            history: frozen_time_literal_docs_history,
            sql: "CREATE TABLE carts (id bigint, created_at timestamptz DEFAULT 'now');",
            message: '\'now\' is read once, when this migration runs: every later row gets that moment in "created_at", not the moment of its INSERT',
        },
        {
            history: frozen_time_literal_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN created_on date DEFAULT 'today'::date;",
            message: '\'today\' is read once, when this migration runs: every later row gets that moment in "created_on", not the moment of its INSERT',
        },
        {
            history: frozen_time_literal_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT 'now()';",
            message: '\'now()\' is read once, when this migration runs: every later row gets that moment in "placed_at", not the moment of its INSERT',
        },
    ],
    accepted: [
        {
            why: 'now() is called at each INSERT',
            history: frozen_time_literal_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT now();',
        },
        {
            why: 'So are CURRENT_DATE and its kin',
            history: frozen_time_literal_docs_history,
            sql: 'CREATE TABLE carts (d date DEFAULT CURRENT_DATE, t timestamp DEFAULT LOCALTIMESTAMP);',
        },
        {
            why: 'A cast through text is read at each INSERT',
            history: frozen_time_literal_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN created_on date DEFAULT ('now'::text)::date;",
        },
        {
            why: 'In a text column it is only a word',
            history: frozen_time_literal_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'now';",
        },
        {
            why: 'Any other moment is meant',
            history: frozen_time_literal_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN placed_at SET DEFAULT '1970-01-01';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/function-body-left-behind.docs.js
const function_body_left_behind_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, changed timestamptz);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION order_total(which bigint) RETURNS numeric LANGUAGE sql AS 'SELECT total FROM orders WHERE id = which';
CREATE FUNCTION close_all() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE orders SET total = 0 WHERE total IS NULL; END $$;`;
const function_body_left_behind_docs_docs = {
    problem: `PostgreSQL keeps the body of a function as text and looks into it only when it runs. Dropping or renaming a column or table that the text names succeeds; the next
call fails. If the function is a trigger, every write to the table fails.`,
    solution: `Replace the function in the same transaction, with a text that does not name the old column or table.`,
    reported: [
        {
            history: function_body_left_behind_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN changed;',
            message: 'The text of function "touch" still names column "changed" of "orders": the next call fails (42703); as a trigger it then fails every write to "orders"',
        },
        {
            history: function_body_left_behind_docs_history,
            sql: 'ALTER TABLE orders RENAME COLUMN total TO amount;',
            message: 'The text of functions "close_all" and "order_total" still names column "total" of "orders": the next call fails (42703)',
        },
        {
            history: function_body_left_behind_docs_history,
            sql: 'DROP TABLE orders;',
            message: 'The text of functions "close_all" and "order_total" still names "orders": the next call fails (42P01)',
        },
    ],
    accepted: [
        {
            why: 'The body was replaced before it',
            history: function_body_left_behind_docs_history,
            sql: 'CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;\nALTER TABLE orders DROP COLUMN changed;',
        },
        {
            why: 'The body is replaced in the same transaction',
            history: function_body_left_behind_docs_history,
            sql: 'ALTER TABLE orders RENAME COLUMN changed TO changed_at;\nCREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at := now(); RETURN NEW; END $$;',
        },
        {
            why: 'The function goes too',
            history: function_body_left_behind_docs_history,
            sql: 'DROP TRIGGER orders_touch ON orders;\nDROP FUNCTION touch();\nALTER TABLE orders DROP COLUMN changed;',
        },
        {
            why: 'The trigger that calls the function goes in the same transaction',
            history: function_body_left_behind_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN changed;\nDROP TRIGGER orders_touch ON orders;',
        },
        { why: 'No function names the table', history: function_body_left_behind_docs_history, sql: 'DROP TABLE users;' },
        {
            why: 'A body of BEGIN ATOMIC is kept in step by the server',
            history: 'CREATE TABLE carts (id bigint, total numeric);\nCREATE FUNCTION cart_total() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT total FROM carts; END;',
            sql: 'ALTER TABLE carts RENAME COLUMN total TO amount;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/function-overload-left-behind.docs.js
const function_overload_left_behind_docs_history = `CREATE FUNCTION tax(amount integer) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;
const function_overload_left_behind_docs_docs = {
    problem: `A function is known by its name and the types of its parameters. CREATE OR REPLACE with other types makes a second function. Calls that fit the old one go on to the
old code; calls that fit both fail as ambiguous.`,
    solution: `Drop the old signature: in the same migration if no running client calls it, else in a later release.`,
    reported: [
        {
            history: function_overload_left_behind_docs_history,
            sql: "CREATE OR REPLACE FUNCTION tax(amount integer, rate numeric DEFAULT 0.2) RETURNS numeric LANGUAGE sql AS 'SELECT amount * rate';",
            message: '"tax" (int4, numeric) does not replace "tax" (int4), but stands beside it: calls go on to the old one, or become ambiguous (42725)',
        },
    ],
    accepted: [
        {
            why: 'The old signature is dropped in the same migration',
            history: function_overload_left_behind_docs_history,
            sql: "CREATE OR REPLACE FUNCTION tax(amount bigint) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';\nDROP FUNCTION tax(integer);",
        },
        {
            why: 'The parameter types are the same',
            history: function_overload_left_behind_docs_history,
            sql: "CREATE OR REPLACE FUNCTION tax(amount int) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.19';",
        },
        {
            why: 'History has several of the name: overloads are meant',
            history: `${function_overload_left_behind_docs_history}\nCREATE FUNCTION tax(amount text) RETURNS numeric LANGUAGE sql AS 'SELECT 0';`,
            sql: "CREATE OR REPLACE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/half-applied-migration.docs.js
const half_applied_migration_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const half_applied_migration_docs_docs = {
    problem: `Without a transaction each statement is committed by itself. If the third one fails, the first two stay, and the next run of the file stops at the first: it exists already.
Somebody has to repair the database by hand.`,
    solution: `Put each statement that needs to run outside of a transaction (\`CONCURRENTLY\`) into a migration of its own. Where several must stand together, make them repeatable:
\`IF NOT EXISTS\`, \`IF EXISTS\`, \`CREATE OR REPLACE\`.`,
    reported: [
        {
            history: half_applied_migration_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
            message: 'If this fails, what stands before it is done and is not taken back, for no transaction is open; run again, the migration stops there: 2 of its statements can be run only once',
        },
    ],
    accepted: [
        {
            why: 'In a transaction all is taken back',
            history: half_applied_migration_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;',
        },
        {
            why: 'One such statement is nothing to repair',
            history: half_applied_migration_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
            transaction: 'none',
        },
        {
            why: 'The others can be repeated',
            history: half_applied_migration_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;\nDROP INDEX CONCURRENTLY IF EXISTS orders_total_idx;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'The file opens a transaction of its own',
            history: half_applied_migration_docs_history,
            sql: 'BEGIN;\nALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;\nCOMMIT;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/identifier-too-long.docs.js
const identifier_too_long_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const identifier_too_long_docs_docs = {
    problem: `PostgreSQL keeps 63 bytes of a name and cuts the rest, with a notice that nobody reads. A later statement that uses the full name finds it, for it is cut too; but a tool that looks
it up in the catalog does not, and two long names that begin alike become one.`,
    solution: `Choose a shorter name. Names that a tool makes up of table and column names are the usual case: give the index or constraint a name of your own.`,
    reported: [
        {
            history: identifier_too_long_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_characters CHECK (length(note) < 256) NOT VALID;',
            message: 'The name "orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_characters" has 73 bytes: the server cuts it to "orders_note_must_not_be_longer_than_two_hundred_and_fifty_five_" without an error, and another name that begins alike collides with it',
        },
        {
            sql: 'CREATE TABLE "Größenänderungsverlaufsprotokollübersichtsänderungenfürbestellungen" (id bigint);',
            message: 'The name "Größenänderungsverlaufsprotokollübersichtsänderungenfürbestellungen" has 73 bytes: the server cuts it to "Größenänderungsverlaufsprotokollübersichtsänderungenfürbe" without an error, and another name that begins alike collides with it',
        },
    ],
    accepted: [
        {
            why: 'It has 63 bytes',
            sql: `CREATE TABLE ${'a'.repeat(63)} (id bigint);`,
        },
        {
            why: 'Strings and comments are no names',
            history: identifier_too_long_docs_history,
            sql: `COMMENT ON TABLE orders IS '${'a'.repeat(70)}'; -- ${'b'.repeat(70)}`,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/identity-always-rejects-values.docs.js
const identity_always_rejects_values_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const identity_always_rejects_values_docs_docs = {
    problem: `With \`GENERATED ALWAYS\` PostgreSQL refuses values that clients send, fixtures and imports included.`,
    solution: `Use \`GENERATED BY DEFAULT\` until no client sends a value.`,
    reported: [
        {
            history: identity_always_rejects_values_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000000);',
            message: 'From here on every INSERT and UPDATE that sends a value for "id" fails (428C9)',
        },
        {
            history: "CREATE TABLE orders (id bigint GENERATED BY DEFAULT AS IDENTITY, state text NOT NULL DEFAULT 'open', note text DEFAULT '');",
            sql: 'ALTER TABLE orders ALTER COLUMN id SET GENERATED ALWAYS;',
            message: 'From here on every INSERT and UPDATE that sends a value for "id" fails (428C9)',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint NOT NULL);\nALTER TABLE carts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;',
        },
        {
            why: 'BY DEFAULT takes values',
            history: identity_always_rejects_values_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 1000000);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/identity-starts-at-one.docs.js
const identity_starts_at_one_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const identity_starts_at_one_docs_docs = {
    problem: `The sequence of a new identity begins at 1, whatever the column holds. The next INSERT draws 1 and collides with the row that has it, the one after that draws 2, and so on.`,
    solution: `Give it \`START WITH\` above the largest value, or set the sequence from \`max()\` in the same transaction.`,
    reported: [
        {
            history: identity_starts_at_one_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;',
            message: 'The next INSERT draws 1 for "id" of "orders", and collides with the row that has it (23505)',
        },
        {
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, number integer NOT NULL);',
            sql: 'ALTER TABLE orders ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;',
            message: 'The next INSERT draws 1 for "number" of "orders", and collides with the row that has it (23505)',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id bigint NOT NULL);\nALTER TABLE carts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;',
        },
        {
            why: 'It begins elsewhere',
            history: identity_starts_at_one_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (START WITH 1000000);',
        },
        {
            why: 'The sequence is set after it',
            history: identity_starts_at_one_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;\nSELECT setval(pg_get_serial_sequence('orders', 'id'), (SELECT max(id) FROM orders));",
        },
        {
            why: 'It is restarted after it',
            history: identity_starts_at_one_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;\nALTER TABLE orders ALTER COLUMN id RESTART WITH 1000000;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/index-corruption-14.docs.js
const index_corruption_14_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const index_corruption_14_docs_docs = {
    problem: `PostgreSQL 14.0 to 14.3 can leave rows out of an index that is built or rebuilt with \`CONCURRENTLY\` while rows change. Queries that use the index then miss those rows, without an error.`,
    solution: `Update to 14.4 or later before the migration runs.`,
    reported: [
        {
            history: index_corruption_14_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
            postgres: 14,
            minor: 2,
            message: 'The index may miss rows: PostgreSQL 14.2 builds indexes CONCURRENTLY with a defect that 14.4 corrects',
        },
        {
            history: index_corruption_14_docs_history,
            sql: 'REINDEX TABLE CONCURRENTLY orders;',
            transaction: 'none',
            postgres: 14,
            minor: 0,
            message: 'The index may miss rows: PostgreSQL 14.0 builds indexes CONCURRENTLY with a defect that 14.4 corrects',
        },
    ],
    accepted: [
        {
            why: '14.4 is corrected',
            history: index_corruption_14_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
            postgres: 14,
            minor: 4,
        },
        {
            why: 'The minor release is not known',
            history: index_corruption_14_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
            postgres: 14,
        },
        {
            why: 'A plain build is not concerned',
            history: index_corruption_14_docs_history,
            sql: 'CREATE INDEX orders_total_idx ON orders (total);',
            postgres: 14,
            minor: 2,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/index-on-partitioned-parent.docs.js
const index_on_partitioned_parent_docs_history = "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";
const index_on_partitioned_parent_docs_docs = {
    problem: `One statement builds one index for each partition, one after the other, and writes to the parent and to all partitions wait until the last is done. \`CONCURRENTLY\` is refused for a partitioned table.`,
    solution: `Create the index \`ON ONLY\` the parent: nothing is built, and the index is invalid for now. Build an index of the same columns on each partition with \`CONCURRENTLY\`, and attach it with
\`ALTER INDEX … ATTACH PARTITION\`. With the last one the parent's index becomes valid.`,
    reported: [
        {
            history: index_on_partitioned_parent_docs_history,
            sql: 'CREATE INDEX events_id_idx ON events (id);',
            message: 'This builds an index on "events_2025" and "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
        },
        {
            history: index_on_partitioned_parent_docs_history,
            sql: 'CREATE UNIQUE INDEX ON events USING btree (id, at);',
            message: 'This builds an index on "events_2025" and "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
        },
        {
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_2025_id_idx ON events_2025 (id);",
            sql: 'CREATE INDEX events_id_idx ON events (id);',
            message: 'This builds an index on "events_2026" in one go, and stops writes to "events" and all its partitions (SHARE lock) until all are built',
        },
    ],
    accepted: [
        { why: 'ON ONLY builds nothing', history: index_on_partitioned_parent_docs_history, sql: 'CREATE INDEX events_id_idx ON ONLY events (id);' },
        {
            why: 'Each partition has a matching index, which is adopted',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_2025_id_idx ON events_2025 (id);\nCREATE INDEX events_2026_id_idx ON events_2026 (id);",
            sql: 'CREATE INDEX events_id_idx ON events (id);',
        },
        {
            why: 'Parent and partitions are new',
            sql: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\nCREATE INDEX events_id_idx ON events (id);",
        },
        {
            why: 'There is no partition yet',
            history: 'CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);',
            sql: 'CREATE INDEX events_id_idx ON events (id);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/index-on-write-hot-table.docs.js
const index_on_write_hot_table_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, state text);';
const index_on_write_hot_table_docs_docs = {
    problem: `Every INSERT, and every UPDATE of an indexed column, has to keep each index. On a table that is written all the time one more is felt.`,
    solution: `Make it partial, or drop one that it makes superfluous. This rule needs statistics of a live database, and is silent without them.`,
    reported: [
        {
            history: index_on_write_hot_table_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
            transaction: 'none',
            statistics: { orders: { rows: 1_000_000, writesPerSecond: 2000 } },
            message: '"orders" takes about 2,000 writes a second, and each of them pays for this index; an UPDATE of its columns can no longer stay within the page (HOT)',
        },
    ],
    accepted: [
        {
            why: 'The table is quiet',
            history: index_on_write_hot_table_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
            transaction: 'none',
            statistics: { orders: { rows: 1_000_000, writesPerSecond: 2 } },
        },
        {
            why: 'There are no statistics',
            history: index_on_write_hot_table_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_state_idx ON orders (state);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/index-unnamed.docs.js
const index_unnamed_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const index_unnamed_docs_docs = {
    problem: `Without a name the server makes one up, and a free one each time. If a build with \`CONCURRENTLY\` fails, the next try builds an index under another name, and the invalid one of the first try stays: every write pays for it.`,
    solution: `Name the index. The parameter \`all\` asks for a name of every index.`,
    reported: [
        {
            history: index_unnamed_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY ON orders (total);',
            transaction: 'none',
            message: 'If this build fails, the next try builds another index under another name, and the INVALID one of the first try stays',
        },
        {
            history: index_unnamed_docs_history,
            sql: 'CREATE INDEX ON orders (total);',
            options: { rules: { 'index-unnamed': { all: true } } },
            message: 'The server makes up a name for this index, which later migrations have to guess',
        },
    ],
    accepted: [
        {
            why: 'It is named',
            history: index_unnamed_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        { why: 'A plain build that fails leaves nothing', history: index_unnamed_docs_history, sql: 'CREATE INDEX ON orders (total);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/insert-without-columns.docs.js
const insert_without_columns_docs_history = 'CREATE TABLE roles (id bigint, name text);';
const insert_without_columns_docs_docs = {
    problem: `Without a list of columns the values go into the columns in the order of the table. That order is another one in a database where columns were added at another time.`,
    solution: `Name the columns: \`INSERT INTO roles (id, name) VALUES …\`. That goes for \`SELECT *\` as the source too.`,
    reported: [
        {
            history: insert_without_columns_docs_history,
            sql: "INSERT INTO roles VALUES (1, 'admin');",
            message: 'This INSERT into "roles" names no columns: once one is added or dropped, it fails (42601) or puts values into the wrong ones',
        },
        {
            history: `${insert_without_columns_docs_history}\nCREATE TABLE old_roles (id bigint, name text);`,
            sql: 'INSERT INTO roles SELECT * FROM old_roles;',
            message: 'This INSERT into "roles" names no columns: once one is added or dropped, it fails (42601) or puts values into the wrong ones',
        },
    ],
    accepted: [
        { why: 'It names them', history: insert_without_columns_docs_history, sql: "INSERT INTO roles (id, name) VALUES (1, 'admin');" },
        {
            why: 'The table is new',
            sql: "CREATE TABLE roles (id bigint, name text);\nINSERT INTO roles VALUES (1, 'admin');",
        },
        { why: 'There are no values', history: insert_without_columns_docs_history, sql: 'INSERT INTO roles DEFAULT VALUES;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/integer-primary-key.docs.js
const integer_primary_key_docs_docs = {
    problem: `An \`integer\` ends at 2147483647. Ids are used up by failed inserts too, and the day it ends every INSERT fails; to change the type of a full table takes hours.`,
    solution: `Use \`bigint\` for keys, and for the columns that refer to them. It costs four bytes.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id serial PRIMARY KEY, note text);',
            message: 'The column "id" of "orders" is a key and is integer: it ends at 2147483647, from where on every INSERT fails',
        },
        {
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);',
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id int REFERENCES users);',
            message: 'The column "user_id" of "orders" refers to a key and is integer: it ends at 2147483647, from where on every INSERT fails',
        },
    ],
    accepted: [
        {
            why: 'The key that it refers to is an integer, and was told when it was made',
            history: 'CREATE TABLE users (id int PRIMARY KEY);',
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, user_id int REFERENCES users);',
        },
        { why: 'It is a bigint', sql: 'CREATE TABLE orders (id bigserial PRIMARY KEY);' },
        { why: 'Other columns may be small', sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, quantity int);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/irreversible-migration.docs.js
const irreversible_migration_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const irreversible_migration_docs_docs = {
    problem: `When a deploy goes wrong, one wants to go back. A migration without a way back, or one that drops data, makes that impossible.`,
    solution: `Write the migration that goes back. Where rows are lost, keep a copy for some releases. Tools that know no way back are not concerned.`,
    reported: [
        {
            history: irreversible_migration_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            hasDown: false,
            message: 'No file takes this migration back: if it goes wrong, somebody has to write the way back under pressure',
        },
        {
            history: irreversible_migration_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN note;',
            hasDown: true,
            message: 'What DROP COLUMN removes does not come back: the way back of this migration can restore the shape, not the rows',
        },
    ],
    accepted: [
        {
            why: 'There is a way back',
            history: irreversible_migration_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            hasDown: true,
        },
        { why: 'The tool knows no way back', history: irreversible_migration_docs_history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/key-near-exhaustion.docs.js
const key_near_exhaustion_docs_history = 'CREATE TABLE orders (id int PRIMARY KEY, note text);';
const key_near_exhaustion_docs_docs = {
    problem: `An \`integer\` ends at 2147483647. When the key of a table gets there, every INSERT fails, and to change the type takes hours on a table of that size.`,
    solution: `Begin early: a new \`bigint\` column beside the old one, filled in batches, then swapped. This rule needs statistics of a live database, and is silent without them.`,
    reported: [
        {
            history: key_near_exhaustion_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            statistics: { orders: { rows: 1_000_000, lastValue: 1_900_000_000 } },
            message: '"id" of "orders" has reached 1,900,000,000 of 2,147,483,647: when it ends, every INSERT fails',
        },
    ],
    accepted: [
        {
            why: 'There is room',
            history: key_near_exhaustion_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            statistics: { orders: { rows: 1_000_000, lastValue: 1_000_000 } },
        },
        {
            why: 'The key is a bigint',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);',
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            statistics: { orders: { rows: 1_000_000, lastValue: 1_900_000_000 } },
        },
        { why: 'There are no statistics', history: key_near_exhaustion_docs_history, sql: 'ALTER TABLE orders ADD COLUMN total numeric;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/lock-timeout-too-long.docs.js
const lock_timeout_too_long_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const lock_timeout_too_long_docs_docs = {
    problem: `While a statement waits for a strong lock, every later query of the table waits behind it. \`lock_timeout\` bounds that stall, so a long one
means a long stall: with 2 s the slowest requests took 2 s, with 100 ms they took 0.1 s.`,
    solution: `Use 100 ms to 2 s and run the migration again when it fails. Where the runner does not retry, 2 to 5 s is a compromise.`,
    reported: [
        {
            history: lock_timeout_too_long_docs_history,
            sql: "SET LOCAL lock_timeout = '1min';\nALTER TABLE orders ADD COLUMN total numeric;",
            message: 'lock_timeout is 1 min, so this waits up to that long for the ACCESS EXCLUSIVE lock on "orders", with everybody else behind it; the limit is 5 s',
        },
        {
            history: lock_timeout_too_long_docs_history,
            sql: 'SET LOCAL lock_timeout = 0;\nALTER TABLE orders ADD COLUMN total numeric;',
            message: 'lock_timeout is 0, so this waits for ever for the ACCESS EXCLUSIVE lock on "orders", with everybody else behind it; the limit is 5 s',
        },
    ],
    accepted: [
        {
            why: 'It is short',
            history: lock_timeout_too_long_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
        },
        {
            why: 'The table is new',
            sql: "SET LOCAL lock_timeout = '1h';\nCREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;",
        },
        {
            why: 'Configuration allows more',
            history: lock_timeout_too_long_docs_history,
            sql: "SET LOCAL lock_timeout = '30s';\nALTER TABLE orders ADD COLUMN total numeric;",
            options: { lockTimeout: { limit: '30s' } },
        },
        {
            why: 'CONCURRENTLY must wait',
            history: lock_timeout_too_long_docs_history,
            sql: 'SET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/lock-upgrade.docs.js
const lock_upgrade_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const lock_upgrade_docs_docs = {
    problem: `A transaction that changes rows of a table and then alters the table asks for a stronger lock than it holds. A client that also changed a row waits for the
migration, the migration waits for the client, and PostgreSQL ends one of them with a deadlock error.`,
    solution: `Take the strongest lock first, or split the two statements into transactions of their own.`,
    reported: [
        {
            history: lock_upgrade_docs_history,
            sql: 'UPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
            message: 'This transaction holds ROW EXCLUSIVE on "orders" and now asks for ACCESS EXCLUSIVE: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)',
        },
        {
            history: lock_upgrade_docs_history,
            sql: 'CREATE INDEX orders_total_idx ON orders (total);\nALTER TABLE orders ADD COLUMN note text;',
            message: 'This transaction holds SHARE on "orders" and now asks for ACCESS EXCLUSIVE: a client that holds the weaker lock too waits for it, and one of the two is killed (40P01)',
        },
    ],
    accepted: [
        {
            why: 'The transaction has the stronger lock already: it is said once',
            history: lock_upgrade_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN tax numeric;',
        },
        {
            why: 'The strongest lock comes first',
            history: lock_upgrade_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET total = 0 WHERE id = 1;',
        },
        {
            why: 'Only a SELECT before it: measured, no deadlock',
            history: lock_upgrade_docs_history,
            sql: 'SELECT 1 FROM orders WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
        },
        {
            why: 'Each statement is a transaction of its own',
            history: lock_upgrade_docs_history,
            sql: 'UPDATE orders SET total = 0 WHERE id = 1;\nALTER TABLE orders ADD COLUMN note text;',
            transaction: 'none',
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nINSERT INTO carts VALUES (1);\nALTER TABLE carts ADD COLUMN note text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/materialized-view-without-data.docs.js
const materialized_view_without_data_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;`;
const materialized_view_without_data_docs_docs = {
    problem: `WITH NO DATA makes the view, or empties it, without running its query. Until somebody refreshes it every query that reads it fails, and the concurrent form of REFRESH is
refused.`,
    solution: `Run a plain REFRESH in the next migration, before clients read the view.`,
    reported: [
        {
            history: materialized_view_without_data_docs_history,
            sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders WITH NO DATA;',
            message: 'Reading "sums" fails (55000) until a plain REFRESH fills it; CONCURRENTLY cannot (0A000)',
        },
        {
            history: materialized_view_without_data_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW totals WITH NO DATA;',
            message: 'Reading "totals" fails (55000) until a plain REFRESH fills it; CONCURRENTLY cannot (0A000)',
        },
    ],
    accepted: [
        {
            why: 'A plain REFRESH follows in the same change',
            history: materialized_view_without_data_docs_history,
            sql: [
                'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders WITH NO DATA;',
                'REFRESH MATERIALIZED VIEW sums;',
            ],
        },
        { why: 'It is filled', history: materialized_view_without_data_docs_history, sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/misleading-if-not-exists.docs.js
const misleading_if_not_exists_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, note text);
CREATE INDEX orders_total_idx ON orders (total);`;
const misleading_if_not_exists_docs_docs = {
    problem: `IF NOT EXISTS looks at the name alone. If something of the name is there, nothing happens, even if it has other columns, another type or another index key. The
migration reports success, and the application meets a schema that it does not expect.`,
    solution: `Say what shall change: ALTER TABLE for the table or column, a new index under a new name and the old one dropped.`,
    reported: [
        {
            history: misleading_if_not_exists_docs_history,
            sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, total numeric, currency text);',
            message: 'Table "orders" exists and is another one (it has no column "currency"): this statement does nothing and says so to nobody',
        },
        {
            history: misleading_if_not_exists_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(200);',
            message: 'Column "note" of "orders" exists and is another one (it is text, not varchar(200)): this statement does nothing and says so to nobody',
        },
        {
            history: misleading_if_not_exists_docs_history,
            sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total, id);',
            message: 'Index "orders_total_idx" exists and is another one (its columns are others): this statement does nothing and says so to nobody',
        },
    ],
    accepted: [
        {
            why: 'What exists is the same',
            history: misleading_if_not_exists_docs_history,
            sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);\nALTER TABLE orders ADD COLUMN IF NOT EXISTS note text;',
        },
        { why: 'Nothing of the name exists', history: misleading_if_not_exists_docs_history, sql: 'CREATE TABLE IF NOT EXISTS carts (id bigint);' },
        {
            why: 'The database is not known well enough',
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(200);',
            completeHistory: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/missing-column.docs.js
const missing_column_docs_docs = {
    problem: `Programs of the team rely on columns that every table has: when a row was made, to whom it belongs. One table without them breaks such a program, or hides its rows.`,
    solution: `Add the column. Which ones they are is the parameter \`columns\`; tables that need none are named in \`except\`.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigint);',
            message: '"orders" lacks "created_at", which every table must have',
        },
        {
            sql: 'CREATE TABLE orders (id bigint);',
            options: { rules: { 'missing-column': { columns: ['tenant_id', 'id'] } } },
            message: '"orders" lacks "tenant_id", which every table must have',
        },
    ],
    accepted: [
        { why: 'It has it', sql: 'CREATE TABLE orders (id bigint, created_at timestamptz);' },
        {
            why: 'It is added later in the change set',
            sql: 'CREATE TABLE orders (id bigint);\nALTER TABLE orders ADD COLUMN created_at timestamptz;',
        },
        {
            why: 'Configuration leaves join tables out',
            sql: 'CREATE TABLE orders_products (order_id bigint, product_id bigint);',
            options: { rules: { 'missing-column': { except: ['*_products'] } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/missing-comment.docs.js
const missing_comment_docs_docs = {
    problem: `Whoever meets the table in two years, in a report or an error, does not know what it is for.`,
    solution: `Write \`COMMENT ON TABLE\` and \`COMMENT ON COLUMN\` in the migration that makes them. With the parameter \`columns: false\` tables alone need one.`,
    reported: [
        {
            sql: "CREATE TABLE orders (id bigint, note text);\nCOMMENT ON COLUMN orders.note IS 'What the customer wrote';",
            message: [
                '"orders" has no comment that says what it is for',
                'The column "id" of "orders" has no comment that says what it is for',
            ],
        },
        {
            history: 'CREATE TABLE orders (id bigint);',
            sql: 'ALTER TABLE orders ADD COLUMN total numeric, ADD COLUMN tax numeric;',
            message: 'The columns "total" and "tax" of "orders" have no comment that says what they are for',
        },
    ],
    accepted: [
        {
            why: 'All have one',
            sql: "CREATE TABLE orders (id bigint);\nCOMMENT ON TABLE orders IS 'Orders of the shop';\nCOMMENT ON COLUMN orders.id IS 'Number';",
        },
        {
            why: 'Configuration asks for those of tables alone',
            sql: "CREATE TABLE orders (id bigint);\nCOMMENT ON TABLE orders IS 'Orders of the shop';",
            options: { rules: { 'missing-comment': { columns: false } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/missing-idle-timeout.docs.js
const missing_idle_timeout_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const missing_idle_timeout_docs_docs = {
    problem: `A runner that dies or hangs between two statements leaves its transaction open, and with it the locks. The table stays closed until somebody ends the connection.`,
    solution: `Give the role that runs migrations an \`idle_in_transaction_session_timeout\` of some seconds: \`ALTER ROLE migrator SET idle_in_transaction_session_timeout = '10s'\`.`,
    reported: [
        {
            history: missing_idle_timeout_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
            message: 'If the runner hangs in this transaction, the ACCESS EXCLUSIVE lock on "orders" stays until somebody ends its connection: no idle_in_transaction_session_timeout is in force',
        },
    ],
    accepted: [
        {
            why: 'The role has one',
            history: `${missing_idle_timeout_docs_history}\nALTER ROLE migrator SET idle_in_transaction_session_timeout = '10s';`,
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
        },
        {
            why: 'Without a transaction the lock goes with the statement',
            history: missing_idle_timeout_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/missing-lock-timeout.docs.js
const missing_lock_timeout_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY);';
const missing_lock_timeout_docs_docs = {
    problem: `A statement that needs a strong lock has to wait until every running query of the table is done. While it waits, everybody who comes later
waits behind it, readers too. One slow report is then enough to stop the table.`,
    solution: `Set \`lock_timeout\` to a second or two at most before the first strong lock. If the lock is not granted in time the migration fails without
having changed anything, the queue dissolves, and it can be tried again.`,
    reported: [
        {
            history: missing_lock_timeout_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            message: 'This waits for the ACCESS EXCLUSIVE lock on "orders" behind the longest query, with everybody else behind it, because no lock_timeout is in force',
        },
        {
            history: missing_lock_timeout_docs_history,
            sql: ['ALTER TABLE orders ADD COLUMN total numeric;', 'ALTER TABLE users ADD COLUMN email text;'],
            message: 'This waits for the ACCESS EXCLUSIVE lock on "orders" behind the longest query, with everybody else behind it, because no lock_timeout is in force; so does 1 later statement',
        },
    ],
    accepted: [
        {
            why: 'A lock_timeout is in force',
            history: missing_lock_timeout_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
        },
        {
            why: 'Nobody else can use a table that the same transaction creates',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
        },
        {
            why: 'CONCURRENTLY must not have one: a timeout leaves an invalid index',
            history: missing_lock_timeout_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);',
            transaction: 'none',
        },
        { why: 'Changing rows takes no strong lock', history: missing_lock_timeout_docs_history, sql: "UPDATE orders SET note = '' WHERE id = 1;" },
        {
            why: 'Configuration says that the role or the runner sets it',
            history: missing_lock_timeout_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            options: { lockTimeout: { setBy: 'elsewhere' } },
        },
        {
            why: 'The role has it from an earlier migration',
            history: `${missing_lock_timeout_docs_history}\nALTER ROLE app SET lock_timeout = '2s';`,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/missing-primary-key.docs.js
const missing_primary_key_docs_docs = {
    problem: `Without a primary key a single row cannot be addressed, duplicates go unnoticed, and logical replication can send neither UPDATE nor DELETE.`,
    solution: `Add a primary key when the table is created: then it costs nothing.`,
    reported: [
        {
            sql: 'CREATE TABLE visits (at timestamptz, page text);',
            message: '"visits" has no primary key: nothing tells its rows apart for certain, and changes of them cannot be replicated',
        },
    ],
    accepted: [
        { why: 'It has one', sql: 'CREATE TABLE visits (id bigint PRIMARY KEY, page text);' },
        {
            why: 'It comes later in the change set',
            sql: ['CREATE TABLE visits (id bigint);', 'ALTER TABLE visits ADD PRIMARY KEY (id);'],
        },
        {
            why: 'A partition has that of its parent',
            history: 'CREATE TABLE visits (at date) PARTITION BY RANGE (at);',
            sql: "CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
        },
        { why: 'A temporary table needs none', sql: 'CREATE TEMPORARY TABLE visits (page text);' },
        {
            why: 'It is copied with the indexes of another table',
            history: 'CREATE TABLE visits (id bigint PRIMARY KEY);',
            sql: 'CREATE TABLE old_visits (LIKE visits INCLUDING ALL);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/missing-statement-timeout.docs.js
const missing_statement_timeout_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID);';
const missing_statement_timeout_docs_docs = {
    problem: `A statement that takes longer than anybody thought keeps its lock all that time, and everybody who needs the table waits. \`statement_timeout\` ends it.`,
    solution: `Set \`statement_timeout\` in the transaction, longer than \`lock_timeout\`.`,
    reported: [
        {
            history: missing_statement_timeout_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
            message: 'If this statement runs longer than expected, nothing ends it, and the ACCESS EXCLUSIVE lock on "orders" is held as long: no statement_timeout is in force',
        },
    ],
    accepted: [
        {
            why: 'One is in force',
            history: missing_statement_timeout_docs_history,
            sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;',
        },
        {
            why: 'CONCURRENTLY must not have one',
            history: missing_statement_timeout_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
        {
            why: 'VALIDATE is meant to take its time',
            history: missing_statement_timeout_docs_history,
            sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;',
        },
        { why: 'So is a change of all rows', history: missing_statement_timeout_docs_history, sql: 'UPDATE orders SET total = 1;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/multiple-alter-same-table.docs.js
const multiple_alter_same_table_docs_history = 'CREATE TABLE orders (id int PRIMARY KEY, total int, tax int);';
const multiple_alter_same_table_docs_docs = {
    problem: `Each ALTER TABLE that has to read or rewrite the table goes through all of it, while everybody waits. Several actions in one ALTER TABLE share one pass.`,
    solution: `Write the actions into one statement, separated by commas.`,
    reported: [
        {
            history: multiple_alter_same_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
            message: 'This goes through "orders" a second time while reads and writes of it wait for the ACCESS EXCLUSIVE lock: an earlier ALTER TABLE of the transaction has done so already',
        },
    ],
    accepted: [
        {
            why: 'One statement goes through the table once',
            history: multiple_alter_same_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint, ALTER COLUMN tax TYPE bigint;',
        },
        {
            why: 'A constraint that is NOT VALID reads nothing',
            history: multiple_alter_same_table_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total > 0) NOT VALID;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
        },
        {
            why: 'The second is proved by a valid CHECK and reads nothing',
            history: `${multiple_alter_same_table_docs_history}\nALTER TABLE orders ADD CONSTRAINT total_nn CHECK (total IS NOT NULL);`,
            sql: 'ALTER TABLE orders ALTER COLUMN tax TYPE bigint;\nALTER TABLE orders ALTER COLUMN total SET NOT NULL;',
        },
        {
            why: 'Rows are changed in between',
            history: multiple_alter_same_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nUPDATE orders SET tax = 0 WHERE tax IS NULL;\nALTER TABLE orders ALTER COLUMN tax SET NOT NULL;',
        },
        {
            why: 'Each has a transaction of its own',
            history: multiple_alter_same_table_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\nALTER TABLE orders ALTER COLUMN tax TYPE bigint;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/naming-convention.docs.js
const naming_convention_docs_docs = {
    problem: `A name with capitals, blanks or a word that SQL reserves has to be quoted wherever it is used; \`Orders\` and \`orders\` are two tables. Names that follow no rule are not found.`,
    solution: `Use small letters, digits and underscores. A team's own rules are regular expressions in the parameter \`patterns\`: \`"patterns": { "index": "_idx$" }\`.`,
    reported: [
        {
            sql: 'CREATE TABLE "Orders" (id bigint, "userId" bigint);',
            message: [
                'The table "Orders" needs quotes wherever it is written',
                'The column "userId" needs quotes wherever it is written',
            ],
        },
        {
            history: 'CREATE TABLE orders (id bigint, note text);',
            sql: 'CREATE INDEX idx_note ON orders (note);',
            options: { rules: { 'naming-convention': { patterns: { index: '_idx$' } } } },
            message: 'The index "idx_note" does not follow the pattern of the configuration: _idx$',
        },
    ],
    accepted: [
        {
            why: 'An index that is renamed follows the pattern of indexes, not that of tables',
            history: 'CREATE TABLE orders (id bigint, note text);\nCREATE INDEX note_idx ON orders (note);',
            sql: 'ALTER INDEX note_idx RENAME TO orders_note_idx;',
            options: { rules: { 'naming-convention': { patterns: { table: 's$' } } } },
        },
        { why: 'Nothing needs quotes', sql: 'CREATE TABLE orders (id bigint, user_id bigint);' },
        {
            why: 'It follows the pattern',
            history: 'CREATE TABLE orders (id bigint, note text);',
            sql: 'CREATE INDEX orders_note_idx ON orders (note);',
            options: { rules: { 'naming-convention': { patterns: { index: '_idx$' } } } },
        },
        {
            why: 'What is there is not named anew',
            history: 'CREATE TABLE "Orders" (id bigint);',
            sql: 'ALTER TABLE "Orders" ADD COLUMN note text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/needs-newer-server.docs.js
const needs_newer_server_docs_docs = {
    problem: `The statement uses something that came with a later version of PostgreSQL than the oldest one in use, or that has been taken away. The migration fails there with a syntax error or
an unknown function.`,
    solution: `Use the older form, or update the server first. The version in use is what \`postgres\` in the configuration, \`--postgres\`, or a compose file says; without any of them it is taken to be the newest.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigint, net numeric, gross numeric GENERATED ALWAYS AS (net * 1.2) STORED);',
            postgres: 11,
            message: 'The migration fails here on PostgreSQL 11: GENERATED ALWAYS AS … STORED needs PostgreSQL 12',
        },
        {
            sql: 'CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());',
            postgres: 12,
            message: 'The migration fails here on PostgreSQL 12: gen_random_uuid() needs PostgreSQL 13',
        },
    ],
    accepted: [
        {
            why: 'The server knows it',
            sql: 'CREATE TABLE orders (id uuid DEFAULT gen_random_uuid());',
            postgres: 13,
        },
        {
            why: 'A function of a schema is not the system’s',
            sql: 'CREATE TABLE orders (id uuid DEFAULT extensions.gen_random_uuid());',
            postgres: 12,
        },
        {
            why: 'No version is configured, so the newest is assumed',
            sql: 'CREATE TABLE orders (id uuid DEFAULT uuidv7());',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/no-op-still-locks.docs.js
const no_op_still_locks_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric, note text NOT NULL);
CREATE INDEX orders_total_idx ON orders (total);`;
const no_op_still_locks_docs_docs = {
    problem: `IF EXISTS and IF NOT EXISTS are looked at after the lock is granted. A statement that finds nothing to do has waited for every running query of the table all the
same, with everybody else behind it.`,
    solution: `Leave the statement out. Where a migration must be repeatable, give the statement a short lock_timeout.`,
    reported: [
        {
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
            message: 'Column "total" exists, so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
        },
        {
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax;',
            message: 'There is no column "tax", so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
        },
        {
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT IF EXISTS orders_total_check;',
            message: 'There is no constraint "orders_total_check", so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
        },
        {
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            message: 'Column "note" is NOT NULL already, so this changes nothing; reads and writes of "orders" wait for its ACCESS EXCLUSIVE lock all the same',
        },
        {
            history: no_op_still_locks_docs_history,
            sql: 'CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);',
            message: 'Index "orders_total_idx" exists, so this changes nothing; writes of "orders" wait for its SHARE lock all the same',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN IF NOT EXISTS id bigint;',
        },
        {
            why: 'CREATE TABLE IF NOT EXISTS and DROP TABLE IF EXISTS take no lock where there is nothing to do',
            history: no_op_still_locks_docs_history,
            sql: 'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);\nDROP TABLE IF EXISTS carts;\nDROP INDEX IF EXISTS carts_idx;',
        },
        {
            why: 'DROP TRIGGER and DROP POLICY IF EXISTS take no strong lock where there is none',
            history: no_op_still_locks_docs_history,
            sql: 'DROP TRIGGER IF EXISTS orders_touch ON orders;\nDROP POLICY IF EXISTS own_orders ON orders;',
        },
        {
            why: 'Another part of the statement does something, and needs the lock',
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders DROP COLUMN IF EXISTS tax, ADD COLUMN currency text;',
        },
        {
            why: 'The column may not be there',
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
            completeHistory: false,
        },
        {
            why: 'For another definition `misleading-if-not-exists` speaks',
            history: no_op_still_locks_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total integer;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/not-repeatable-statement.docs.js
const not_repeatable_statement_docs_history = 'CREATE TABLE orders (id bigint, note text);';
const not_repeatable_statement_docs_docs = {
    problem: `Outside of a transaction what has been done stays when a later statement fails. The next run of the file then stops at the first statement that cannot be repeated.`,
    solution: `Write \`IF NOT EXISTS\`, \`IF EXISTS\` or \`OR REPLACE\`. For \`CREATE INDEX CONCURRENTLY\` that would take an INVALID index for a good one: drop it first instead.`,
    reported: [
        {
            history: not_repeatable_statement_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nUPDATE orders SET total = 0 WHERE id = 1;',
            transaction: 'none',
            message: 'ADD COLUMN fails when the migration is run again, and without a transaction it may have to be',
        },
    ],
    accepted: [
        {
            why: 'It stands alone: when it fails, nothing is left behind',
            history: not_repeatable_statement_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            transaction: 'none',
        },
        {
            why: 'It may be repeated',
            history: not_repeatable_statement_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN IF NOT EXISTS total numeric;',
            transaction: 'none',
        },
        {
            why: 'In a transaction all is taken back',
            history: not_repeatable_statement_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'IF NOT EXISTS would be the hazard here',
            history: not_repeatable_statement_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON orders (note);\nUPDATE orders SET note = 1 WHERE id = 1;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/nullable-column.docs.js
const nullable_column_docs_docs = {
    problem: `A column is nullable unless one says otherwise. Readers then have to expect NULL in every row, though nobody meant it.`,
    solution: `Write \`NOT NULL\`. If the value may be missing, write \`NULL\`: then it is clear that it is meant.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text, total numeric NOT NULL);',
            message: 'The column "note" of "orders" may be NULL, and nothing says that this is meant',
        },
    ],
    accepted: [
        {
            why: 'DEFAULT NULL says it too',
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text DEFAULT NULL);',
        },
        {
            why: 'The word NULL says that it is meant',
            sql: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text NULL);',
        },
        { why: 'A key is never NULL', sql: 'CREATE TABLE orders (id bigint, PRIMARY KEY (id));' },
        {
            why: 'Old columns are left alone',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);',
            sql: "ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/out-of-order-migration.docs.js
const out_of_order_migration_docs_docs = {
    problem: `Migrations run in the order of their versions. One that comes in late, with a version below the last one of the main branch, runs *after* it on databases that are up to date and
*before* it on new ones; some runners skip it without a word. That happens when a branch has been open for long.`,
    solution: `Give the migration a new version, after the last one, before you merge.`,
    reported: [
        {
            history: 'CREATE TABLE carts (id bigint);',
            historyFile: '009_carts.sql',
            sql: 'CREATE TABLE coupons (id bigint);',
            files: ['008_coupons.sql'],
            message: 'This new migration sorts before "migrations/009_carts.sql", which databases may have run: there it runs after it, on a new database before it',
        },
    ],
    accepted: [
        {
            why: 'It comes last',
            history: 'CREATE TABLE carts (id bigint);',
            historyFile: '009_carts.sql',
            sql: 'CREATE TABLE coupons (id bigint);',
            files: ['010_coupons.sql'],
        },
        {
            why: 'Those after it are new too',
            sql: ['CREATE TABLE carts (id bigint);', 'CREATE TABLE coupons (id bigint);'],
            files: ['008_carts.sql', '009_coupons.sql'],
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/owner-change.docs.js
const owner_change_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const owner_change_docs_docs = {
    problem: `Changing the owner is quick, but it waits for every running query of the table, with everybody else behind it, and keeps the table closed until the transaction
commits. REASSIGN OWNED does so for every table of the role in one transaction.`,
    solution: `Change one table at a time, each in a transaction of its own with a short lock_timeout.`,
    reported: [
        {
            history: owner_change_docs_history,
            sql: 'ALTER TABLE orders OWNER TO app;',
            message: 'Reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock on it and all its indexes until the transaction commits',
        },
        {
            history: owner_change_docs_history,
            sql: 'REASSIGN OWNED BY old_app TO app;',
            message: 'Reads and writes of every table that "old_app" owns wait for ACCESS EXCLUSIVE locks, all at once, until the transaction commits',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts OWNER TO app;' },
        {
            why: 'A function is no table: nobody waits',
            history: "CREATE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.2';",
            sql: 'ALTER FUNCTION tax() OWNER TO app;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/partitioned-parent-fanout.docs.js
const partitioned_parent_fanout_docs_history = `CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE notes (id bigint);`;
const partitioned_parent_fanout_docs_docs = {
    problem: `A statement on a partitioned table goes down to every partition and locks all of them in the same transaction. It waits until it has the lock on each, and keeps those that
it has meanwhile.`,
    solution: `Do the work partition by partition, each in a transaction of its own, and the parent last: NOT NULL and CHECKs that every partition has already are then free of scans.`,
    reported: [
        {
            history: partitioned_parent_fanout_docs_history,
            sql: 'ALTER TABLE events ADD COLUMN note text;',
            message: 'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
        },
        {
            history: partitioned_parent_fanout_docs_history,
            sql: 'TRUNCATE events;',
            message: 'This takes ACCESS EXCLUSIVE on "events" and on all its 2 partitions at once: reads and writes of all of them wait until the transaction commits',
        },
    ],
    accepted: [
        {
            why: 'ONLY, where it is allowed, leaves the partitions alone',
            history: partitioned_parent_fanout_docs_history,
            sql: 'ALTER TABLE ONLY events ALTER COLUMN id SET DEFAULT 0;',
        },
        { why: 'RENAME TO locks the parent alone', history: partitioned_parent_fanout_docs_history, sql: 'ALTER TABLE events RENAME TO happenings;' },
        {
            why: 'OWNER TO, row security and policies lock the parent alone',
            history: partitioned_parent_fanout_docs_history,
            sql: 'ALTER TABLE events OWNER TO app;\nALTER TABLE events ENABLE ROW LEVEL SECURITY;',
        },
        { why: 'A row about the work speaks', history: partitioned_parent_fanout_docs_history, sql: 'CREATE INDEX events_id_idx ON events (id);' },
        { why: 'A table without partitions', history: partitioned_parent_fanout_docs_history, sql: 'ALTER TABLE notes ADD COLUMN body text;' },
        {
            why: 'The parent is new',
            sql: "CREATE TABLE logs (at date) PARTITION BY RANGE (at);\nCREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');\nALTER TABLE logs ADD COLUMN note text;",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/pending-trigger-events.docs.js
const pending_trigger_events_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users DEFERRABLE INITIALLY DEFERRED, note text);`;
const pending_trigger_events_docs_docs = {
    problem: `A deferred constraint is checked at the end of the transaction. Until then PostgreSQL keeps a list of the rows to check, and refuses to alter their table.`,
    solution: `Have the check made before: \`SET CONSTRAINTS ALL IMMEDIATE\`. Or change rows and table in two migrations.`,
    reported: [
        {
            history: pending_trigger_events_docs_history,
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
            message: 'The migration fails here: rows of "orders" that this transaction has written wait for a deferred check, and ALTER TABLE is refused until it is done (55006)',
        },
        {
            history: pending_trigger_events_docs_history,
            sql: 'INSERT INTO orders (id, user_id) VALUES (1, 1);\nCREATE INDEX orders_user_id_idx ON orders (user_id);',
            message: 'The migration fails here: rows of "orders" that this transaction has written wait for a deferred check, and CREATE INDEX is refused until it is done (55006)',
        },
    ],
    accepted: [
        {
            why: 'The columns of the key are left alone, so that nothing waits to be checked',
            history: pending_trigger_events_docs_history,
            sql: "UPDATE orders SET note = '' WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;",
        },
        {
            why: 'The checks are switched off',
            history: pending_trigger_events_docs_history,
            sql: 'ALTER TABLE orders DISABLE TRIGGER ALL;\nUPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ENABLE TRIGGER ALL;',
        },
        {
            why: 'The check is made before',
            history: pending_trigger_events_docs_history,
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nSET CONSTRAINTS ALL IMMEDIATE;\nALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'RENAME is allowed',
            history: pending_trigger_events_docs_history,
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders RENAME COLUMN note TO remark;',
        },
        {
            why: 'A trigger may be created',
            history: `${pending_trigger_events_docs_history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nCREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
        },
        {
            why: 'The constraint is not deferred',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);',
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'Another table is altered',
            history: `${pending_trigger_events_docs_history}\nCREATE TABLE carts (id bigint);`,
            sql: 'UPDATE orders SET user_id = 1 WHERE id = 1;\nALTER TABLE carts ADD COLUMN total numeric;',
        },
        {
            why: 'Each has a transaction of its own',
            history: pending_trigger_events_docs_history,
            sql: ['UPDATE orders SET user_id = 1 WHERE id = 1;', 'ALTER TABLE orders ADD COLUMN total numeric;'],
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/policy-change-locks.docs.js
const policy_change_locks_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE users (id bigint PRIMARY KEY);`;
const policy_change_locks_docs_message = 'Reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock until the transaction commits';
const policy_change_locks_docs_docs = {
    problem: `To create, change or drop a policy, or to switch row security on or off, PostgreSQL takes the strongest lock on the table. It waits for every running query, with everybody
else behind it, and keeps the table closed until the transaction commits.`,
    solution: `Change the policies of a table in a transaction of their own with a short lock_timeout.`,
    reported: [
        { history: policy_change_locks_docs_history, sql: 'CREATE POLICY all_orders ON orders USING (true);', message: policy_change_locks_docs_message },
        { history: policy_change_locks_docs_history, sql: 'ALTER POLICY own_orders ON orders USING (tenant = 2);', message: policy_change_locks_docs_message },
        {
            history: policy_change_locks_docs_history,
            sql: 'ALTER TABLE orders FORCE ROW LEVEL SECURITY;\nCREATE POLICY all_orders ON orders USING (true);',
            message: policy_change_locks_docs_message,
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_carts ON carts USING (true);',
        },
        {
            why: 'It is alone in its transaction, with a lock_timeout',
            history: policy_change_locks_docs_history,
            sql: "SET LOCAL lock_timeout = '1s';\nALTER POLICY own_orders ON orders USING (tenant = 2);",
        },
        {
            why: 'The transaction closed the table before, and was told so',
            history: policy_change_locks_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;\nCREATE POLICY all_orders ON orders USING (true);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/policy-replace-gap.docs.js
const policy_replace_gap_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 0);`;
const policy_replace_gap_docs_docs = {
    problem: `If the old policy is dropped in one transaction and the new one is created in the next, clients meet the table in between. Without a permissive policy their rows have
vanished; without a restrictive one they see rows that they must not see.`,
    solution: `ALTER POLICY changes the conditions in place. Otherwise drop and create in one transaction.`,
    reported: [
        {
            history: policy_replace_gap_docs_history,
            sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
            transaction: 'none',
            message: 'Until a later transaction creates a policy again, rows that "own_orders" shows of "orders" are missing for everybody, and writes fail (42501)',
        },
        {
            history: policy_replace_gap_docs_history,
            sql: [
                'DROP POLICY not_deleted ON orders;',
                'CREATE POLICY not_deleted ON orders AS RESTRICTIVE USING (id > 1);',
            ],
            message: 'Until a later transaction creates a policy again, rows that "not_deleted" hides of "orders" are visible',
        },
    ],
    accepted: [
        {
            why: 'Both stand in one transaction',
            history: policy_replace_gap_docs_history,
            sql: 'DROP POLICY own_orders ON orders;\nCREATE POLICY own_orders ON orders USING (tenant = 2);',
        },
        {
            why: 'ALTER POLICY leaves no gap',
            history: policy_replace_gap_docs_history,
            sql: 'ALTER POLICY own_orders ON orders USING (tenant = 2);',
            transaction: 'none',
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nCREATE POLICY own_carts ON carts USING (true);\nDROP POLICY own_carts ON carts;\nCREATE POLICY own_carts ON carts USING (id > 0);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/predicted-long-lock.docs.js
const predicted_long_lock_docs_history = 'CREATE TABLE orders (id int PRIMARY KEY, total int);';
const predicted_long_lock_docs_docs = {
    problem: `How long a table stands still depends on its size, which SQL does not tell. With statistics of the live database it can be estimated: on an idle server ten million rows take half a second
to read, some five seconds to index, some ten to rewrite.`,
    solution: `Take the safe way that the finding of the statement itself shows. This rule needs statistics of a live database, and is silent without them; the limit is the parameter \`limit\`.`,
    reported: [
        {
            history: predicted_long_lock_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
            statistics: { orders: { rows: 50_000_000 } },
            message: '"orders" has about 50,000,000 rows: the ACCESS EXCLUSIVE lock is held for some 50 s even on an idle server',
        },
    ],
    accepted: [
        {
            why: 'The table is small',
            history: predicted_long_lock_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;',
            statistics: { orders: { rows: 10_000 } },
        },
        {
            why: 'Nothing grows with the table',
            history: predicted_long_lock_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN note text;',
            statistics: { orders: { rows: 50_000_000 } },
        },
        { why: 'There are no statistics', history: predicted_long_lock_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/prepared-transaction.docs.js
const prepared_transaction_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const prepared_transaction_docs_docs = {
    problem: `\`PREPARE TRANSACTION\` puts a transaction aside: it is written to disk with its locks and belongs to no session any more. Until somebody says \`COMMIT PREPARED\`, its tables stay
locked, over restarts too, and VACUUM cannot clean up.`,
    solution: `Leave it to transaction managers. In a migration use \`COMMIT\`.`,
    reported: [
        {
            history: prepared_transaction_docs_history,
            sql: "BEGIN;\nALTER TABLE orders ADD COLUMN note text;\nPREPARE TRANSACTION 'orders_note';",
            transaction: 'none',
            message: "The transaction 'orders_note' keeps all its locks until somebody commits it by its name: they outlive the session and a restart of the server",
        },
    ],
    accepted: [
        {
            why: 'The same file ends it',
            history: prepared_transaction_docs_history,
            sql: "BEGIN;\nALTER TABLE orders ADD COLUMN note text;\nPREPARE TRANSACTION 'orders_note';\nCOMMIT PREPARED 'orders_note';",
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/publication-without-identity.docs.js
const publication_without_identity_docs_history = 'CREATE TABLE events (id bigint NOT NULL, kind text);\nCREATE TABLE orders (id bigint PRIMARY KEY);';
const publication_without_identity_docs_docs = {
    problem: `Logical replication sends each UPDATE and DELETE with the key of its row. A table that has no key, or no other *replica identity*, cannot be published so: once it is, UPDATE and DELETE
fail for clients of the publisher. Inserting goes on, so that nobody notices at first.`,
    solution: `Give the table a primary key first. Where it cannot have one, name a unique index on NOT NULL columns (\`REPLICA IDENTITY USING INDEX\`), or publish inserts only
(\`WITH (publish = 'insert')\`). Tables that are published elsewhere are named in the configuration (\`publications\`).`,
    reported: [
        {
            history: publication_without_identity_docs_history,
            sql: 'CREATE PUBLICATION audit FOR TABLE events, orders;',
            message: '"events" has neither a primary key nor a replica identity, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
        {
            history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
            sql: 'CREATE TABLE visits (at timestamptz);',
            message: '"visits" has neither a primary key nor a replica identity, and the publication "everything" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
        {
            sql: 'CREATE TABLE visits (at timestamptz);',
            options: { publications: ['*'] },
            message: '"visits" has neither a primary key nor a replica identity, and a publication that configuration names publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
    ],
    accepted: [
        { why: 'It has a primary key', history: publication_without_identity_docs_history, sql: 'CREATE PUBLICATION audit FOR TABLE orders;' },
        {
            why: 'Inserts need no key',
            history: publication_without_identity_docs_history,
            sql: "CREATE PUBLICATION audit FOR TABLE events WITH (publish = 'insert');",
        },
        {
            why: 'The whole row tells it apart',
            history: `${publication_without_identity_docs_history}\nALTER TABLE events REPLICA IDENTITY FULL;`,
            sql: 'CREATE PUBLICATION audit FOR TABLE events;',
        },
        {
            why: 'The key comes in the same change set',
            history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
            sql: 'CREATE TABLE visits (id bigint NOT NULL);\nALTER TABLE visits ADD PRIMARY KEY (id);',
        },
        {
            why: 'A temporary table is not published',
            history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
            sql: 'CREATE TEMPORARY TABLE visits (at timestamptz);',
        },
        { why: 'Nothing is published', sql: 'CREATE TABLE visits (at timestamptz);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/published-table-changed.docs.js
const published_table_changed_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY, name text);\nCREATE PUBLICATION audit FOR TABLE orders, users (id);';
const published_table_changed_docs_docs = {
    problem: `Logical replication sends rows, not changes of tables. If the publisher has a column that the subscriber lacks, or calls it otherwise, replication stops with the first such row, and
the publisher keeps its log until somebody repairs it. A changed type goes well until a value does not fit.`,
    solution: `Change the subscribers first, then the publisher. To drop a column, the other way round. Tables that are published elsewhere are named in the configuration (\`publications\`).`,
    reported: [
        {
            history: published_table_changed_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            message: 'The publication "audit" publishes "orders", and the new column "total" is not sent: a subscriber stops at the first row that does not fit its own table',
        },
        {
            history: published_table_changed_docs_history,
            sql: 'ALTER TABLE orders RENAME COLUMN note TO remark;',
            message: 'The publication "audit" publishes "orders", and the new name of "note" is not sent: a subscriber stops at the first row that does not fit its own table',
        },
        {
            history: published_table_changed_docs_history,
            sql: 'ALTER TABLE orders RENAME TO purchases;',
            message: 'The publication "audit" publishes "orders", and its new name is not sent: a subscriber stops at the first row that does not fit its own table',
        },
    ],
    accepted: [
        { why: 'Subscribers may have more columns', history: published_table_changed_docs_history, sql: 'ALTER TABLE orders DROP COLUMN note;' },
        { why: 'The publication names other columns', history: published_table_changed_docs_history, sql: 'ALTER TABLE users ADD COLUMN email text;' },
        {
            why: 'The table is not published',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY);',
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'The table is new: no subscriber has it',
            history: 'CREATE PUBLICATION everything FOR ALL TABLES;',
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nALTER TABLE carts ADD COLUMN note text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/recreate-loses-privileges.docs.js
const recreate_loses_privileges_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE VIEW big_orders AS SELECT id FROM orders WHERE total > 100;
GRANT SELECT ON big_orders TO reporting;
CREATE VIEW open_orders AS SELECT id FROM orders;
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE FUNCTION refund(id bigint) RETURNS void LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON FUNCTION refund(bigint) FROM PUBLIC;`;
const recreate_loses_privileges_docs_docs = {
    problem: `A view, function or sequence that is dropped and created again is a new object. Rights that were granted on the old one are gone, so the reporting user cannot read
it any more; a function from which everybody had been shut out can be called by everybody again; a materialized view has none of its indexes; comments are lost.`,
    solution: `\`CREATE OR REPLACE\` keeps all of that. Where it is refused (a view that loses a column, another result type) grant again in the same transaction.`,
    reported: [
        {
            history: recreate_loses_privileges_docs_history,
            sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders WHERE total > 200;',
            message: 'View "big_orders" is dropped and created again: the grants to "reporting" are lost',
        },
        {
            history: recreate_loses_privileges_docs_history,
            sql: "DROP FUNCTION refund(bigint);\nCREATE FUNCTION refund(id bigint, why text) RETURNS void LANGUAGE sql AS 'SELECT 1';",
            message: 'Function "refund" is dropped and created again: everybody may call it again',
        },
        {
            history: recreate_loses_privileges_docs_history,
            sql: 'DROP MATERIALIZED VIEW totals;\nCREATE MATERIALIZED VIEW totals AS SELECT id, total * 2 AS total FROM orders;',
            message: 'Materialized view "totals" is dropped and created again: index "totals_id" is lost',
        },
        {
            sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id FROM orders;',
            completeHistory: false,
            message: 'View "big_orders" is dropped and created again: its grants are lost, unless it had none',
        },
    ],
    accepted: [
        {
            why: 'CREATE OR REPLACE keeps them',
            history: recreate_loses_privileges_docs_history,
            sql: 'CREATE OR REPLACE VIEW big_orders AS SELECT id FROM orders WHERE total > 200;',
        },
        {
            why: 'The grants are given again',
            history: recreate_loses_privileges_docs_history,
            sql: 'DROP VIEW big_orders;\nCREATE VIEW big_orders AS SELECT id, total FROM orders;\nGRANT SELECT ON big_orders TO reporting;',
        },
        {
            why: 'Nobody ever had a right on it',
            history: recreate_loses_privileges_docs_history,
            sql: 'DROP VIEW open_orders;\nCREATE VIEW open_orders AS SELECT id, total FROM orders;',
        },
        {
            why: 'It was created by the same migration',
            history: recreate_loses_privileges_docs_history,
            sql: 'CREATE VIEW small_orders AS SELECT id FROM orders;\nDROP VIEW small_orders;\nCREATE VIEW small_orders AS SELECT id, total FROM orders;',
        },
        {
            why: 'The materialized view gets its index again',
            history: recreate_loses_privileges_docs_history,
            sql: 'DROP MATERIALIZED VIEW totals;\nCREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;\nCREATE UNIQUE INDEX totals_id ON totals (id);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/redundant-index.docs.js
const redundant_index_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const redundant_index_docs_docs = {
    problem: `PostgreSQL can use an index on \`(a, b)\` for everything that an index on \`(a)\` is good for. With both, every INSERT and UPDATE pays twice.`,
    solution: `Keep the longer one, unless the shorter is unique, partial or much smaller.`,
    reported: [
        {
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_mail ON orders (email);',
            message: 'The index "orders_mail" has the same columns as "orders_email_idx": every write pays for both',
        },
        {
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_total_email_idx ON orders (total, email);',
            sql: 'CREATE INDEX orders_total_idx ON orders (total);',
            message: 'The index "orders_total_idx" has the leading columns of "orders_total_email_idx", which serves the same queries: every write pays for both',
        },
        {
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_total_idx ON orders (email, total);',
            message: 'The index "orders_email_total_idx" begins with all columns of "orders_email_idx", which is needless from here on: every write pays for both',
        },
    ],
    accepted: [
        {
            why: 'It is unique: it is there for the guarantee',
            history: redundant_index_docs_history,
            sql: 'CREATE UNIQUE INDEX orders_email_once ON orders (email);',
        },
        {
            why: 'It is partial',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_open ON orders (email) WHERE total > 0;',
        },
        {
            why: 'The expressions differ',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_lower ON orders (lower(email));',
        },
        {
            why: 'Other columns stand in front',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_total_email_idx ON orders (total, email);',
        },
        {
            why: 'The method differs',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_hash ON orders USING hash (email);',
        },
        {
            why: 'The operator class differs',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_pattern ON orders (email text_pattern_ops);',
        },
        {
            why: 'The old one is dropped in the same change set',
            history: redundant_index_docs_history,
            sql: 'CREATE INDEX orders_email_total_idx ON orders (email, total);\nDROP INDEX orders_email_idx;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/refresh-materialized-view-concurrent-lock.docs.js
const refresh_materialized_view_concurrent_lock_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;
CREATE UNIQUE INDEX totals_id ON totals (id);`;
const refresh_materialized_view_concurrent_lock_docs_docs = {
    problem: `A concurrent refresh lets readers go on, but a second refresh of the same view waits until the first one has committed. In a migration it makes the deploy as long as
the query of the view.`,
    solution: `Refresh materialized views from a scheduled job.`,
    reported: [
        {
            history: refresh_materialized_view_concurrent_lock_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
            message: 'Other refreshes of "totals" wait for this EXCLUSIVE lock until the transaction commits; reads go on',
        },
    ],
    accepted: [
        {
            why: 'For the plain form `refresh-materialized-view-not-concurrent` speaks',
            history: refresh_materialized_view_concurrent_lock_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW totals;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/views-and-types/refresh-materialized-view-not-concurrent.docs.js
const refresh_materialized_view_not_concurrent_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE MATERIALIZED VIEW empty_totals AS SELECT id, total FROM orders WITH NO DATA;`;
const refresh_materialized_view_not_concurrent_docs_message = 'Reads of "totals" wait for this ACCESS EXCLUSIVE lock while its query runs, and until the transaction commits';
const refresh_materialized_view_not_concurrent_docs_docs = {
    problem: `REFRESH MATERIALIZED VIEW fills a new file and swaps it in. Nobody can read the view from the start of its query until the transaction commits.`,
    solution: `\`REFRESH MATERIALIZED VIEW CONCURRENTLY\` lets readers go on. It needs a unique index on plain columns of the view, without WHERE, and takes longer.`,
    reported: [{ history: refresh_materialized_view_not_concurrent_docs_history, sql: 'REFRESH MATERIALIZED VIEW totals;', message: refresh_materialized_view_not_concurrent_docs_message }],
    accepted: [
        {
            why: 'The view is new',
            history: refresh_materialized_view_not_concurrent_docs_history,
            sql: 'CREATE MATERIALIZED VIEW sums AS SELECT id FROM orders;\nREFRESH MATERIALIZED VIEW sums;',
        },
        {
            why: 'The view was never filled: nobody can read it yet',
            history: refresh_materialized_view_not_concurrent_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW empty_totals;',
        },
        {
            why: 'WITH NO DATA runs no query: `materialized-view-without-data` speaks',
            history: refresh_materialized_view_not_concurrent_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW totals WITH NO DATA;',
        },
        {
            why: 'CONCURRENTLY lets readers go on',
            history: `${refresh_materialized_view_not_concurrent_docs_history}\nCREATE UNIQUE INDEX totals_id ON totals (id);`,
            sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/refused-by-server.docs.js
const refused_by_server_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);`;
const refused_by_server_docs_docs = {
    problem: `The statement parses, but what earlier migrations have made tells that the server will refuse it: the column exists already, another table refers to the one that is dropped,
there is no cast between the types. The migration stops there, on every database.`,
    solution: `Correct the statement, or what comes before it. If the database is different from what the migrations say, somebody has changed it by hand.`,
    reported: [
        {
            history: refused_by_server_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN email text;',
            message: 'The migration fails here: there is a column of that name (42701)',
        },
        {
            history: refused_by_server_docs_history,
            sql: 'DROP TABLE users;',
            message: 'The migration fails here: something depends on it (2BP01)',
        },
        {
            history: refused_by_server_docs_history,
            sql: 'TRUNCATE users;',
            message: 'The migration fails here: a foreign key refers to it (0A000)',
        },
        {
            history: refused_by_server_docs_history,
            sql: 'ALTER TABLE users ALTER COLUMN email TYPE bigint;',
            message: 'The migration fails here: there is no cast without USING (42804)',
        },
    ],
    accepted: [
        {
            why: 'The old key goes with its column, before the new one is added',
            history: 'CREATE TABLE likes (id serial PRIMARY KEY, user_id bigint NOT NULL, post_id bigint NOT NULL);',
            sql: 'ALTER TABLE likes DROP COLUMN id, ADD PRIMARY KEY (user_id, post_id);',
        },
        {
            why: 'IF NOT EXISTS goes through',
            history: refused_by_server_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN IF NOT EXISTS email text;',
        },
        { why: 'What depends on it goes along', history: refused_by_server_docs_history, sql: 'DROP TABLE users CASCADE;' },
        {
            why: 'It stands in a branch that does not run',
            history: refused_by_server_docs_history,
            sql: "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'email') THEN ALTER TABLE users ADD COLUMN email text; END IF; END $$;",
        },
        {
            why: 'The history does not begin at an empty database, so that the table may be there',
            history: refused_by_server_docs_history,
            sql: 'ALTER TABLE carts ADD COLUMN note text;',
            completeHistory: false,
        },
        {
            why: '`autocommit-only-in-transaction` says what to do',
            history: refused_by_server_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY users_email_idx ON users (email);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/reindex-concurrently-partitioned-table.docs.js
const reindex_concurrently_partitioned_table_docs_history = "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";
const reindex_concurrently_partitioned_table_docs_docs = {
    problem: `Before it works concurrently, the statement asks for a lock on every partition that stops writers. It waits for each writer that is at work, and those that come later wait behind it.`,
    solution: `Run \`REINDEX TABLE CONCURRENTLY\` for one partition after the other.`,
    reported: [
        {
            history: reindex_concurrently_partitioned_table_docs_history,
            sql: 'REINDEX TABLE CONCURRENTLY events;',
            transaction: 'none',
            message: 'Before it is concurrent, this asks for a SHARE lock on every partition ("events_2025" and "events_2026"): it waits for each writer, and writes that come later wait behind it',
        },
    ],
    accepted: [
        {
            why: 'A single partition',
            history: reindex_concurrently_partitioned_table_docs_history,
            sql: 'REINDEX TABLE CONCURRENTLY events_2026;',
            transaction: 'none',
        },
        {
            why: 'Only one partition exists',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');",
            sql: 'REINDEX TABLE CONCURRENTLY events;',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/reindex-not-concurrent.docs.js
const reindex_not_concurrent_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const reindex_not_concurrent_docs_docs = {
    problem: `REINDEX stops all writes of the table until every index is rebuilt. Reading stops too: planning a query looks at every index of the table, and the one that is being rebuilt is locked.`,
    solution: `\`REINDEX … CONCURRENTLY\` (12 and later) builds a second index beside the old one and swaps them, while clients go on. On 11, build a second index with \`CREATE INDEX CONCURRENTLY\`, drop the old one and rename.`,
    reported: [
        {
            history: reindex_not_concurrent_docs_history,
            sql: 'REINDEX TABLE orders;',
            message: 'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
        },
        {
            history: reindex_not_concurrent_docs_history,
            sql: 'REINDEX INDEX orders_email_idx;',
            message: 'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
        },
        {
            history: reindex_not_concurrent_docs_history,
            sql: 'REINDEX (VERBOSE) TABLE orders;',
            transaction: 'none',
            message: 'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
        },
        {
            history: reindex_not_concurrent_docs_history,
            sql: 'REINDEX TABLE orders;',
            postgres: 11,
            message: 'Rebuilding stops writes (SHARE lock) of "orders", and reads too while each index is rebuilt (ACCESS EXCLUSIVE lock on the index), until it is done',
        },
    ],
    accepted: [
        {
            why: 'CONCURRENTLY lets clients go on',
            history: reindex_not_concurrent_docs_history,
            sql: 'REINDEX TABLE CONCURRENTLY orders;',
            transaction: 'none',
        },
        {
            why: 'The table is new',
            history: reindex_not_concurrent_docs_history,
            sql: 'CREATE TABLE carts (id bigint PRIMARY KEY);\nREINDEX TABLE carts;',
        },
        { why: 'System catalogs have no other form', history: reindex_not_concurrent_docs_history, sql: 'REINDEX SYSTEM shop;', transaction: 'none' },
        {
            why: 'Up to 13, of a partitioned table it does nothing',
            history: "CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);\nCREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');\nCREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            sql: 'REINDEX TABLE events;',
            postgres: 13,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/rename-column.docs.js
const rename_column_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, amount integer, amount_new bigint);
CREATE VIEW order_list AS SELECT id, amount FROM orders;`;
const rename_column_docs_docs = {
    problem: `The moment the migration commits, every query of the running application that names the column fails, and so does every function whose text names it. Views go on
under the old name.`,
    solution: `Often the new name is only needed in the application: map it there. Otherwise add a column under the new name, keep both alike with a trigger while the
application moves, and drop the old one in a later release.`,
    reported: [
        {
            history: rename_column_docs_history,
            sql: 'ALTER TABLE orders RENAME COLUMN amount TO cents;',
            message: 'From the commit on, clients that name column "amount" of "orders" fail (42703) until they know it as "cents", and so do function bodies',
        },
        {
            history: rename_column_docs_history,
            sql: 'ALTER VIEW order_list RENAME COLUMN amount TO cents;',
            message: 'From the commit on, clients that name column "amount" of "order_list" fail (42703) until they know it as "cents", and so do function bodies',
        },
    ],
    accepted: [
        {
            why: 'The column is new',
            history: rename_column_docs_history,
            sql: ['ALTER TABLE orders ADD COLUMN tax numeric;', 'ALTER TABLE orders RENAME COLUMN tax TO vat;'],
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts RENAME COLUMN id TO cart_id;',
        },
        {
            why: 'Another column takes its place in the same transaction',
            history: rename_column_docs_history,
            sql: 'ALTER TABLE orders RENAME COLUMN amount TO amount_old;\nALTER TABLE orders RENAME COLUMN amount_new TO amount;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/rename-index-by-alter-table.docs.js
const rename_index_by_alter_table_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const rename_index_by_alter_table_docs_docs = {
    problem: `\`ALTER TABLE\` can rename an index, but it locks the index so that no query of its table can be planned until the transaction is over. \`ALTER INDEX\` does the same (12 and later) under a lock that stops nobody.`,
    solution: `Write \`ALTER INDEX … RENAME TO\`.`,
    reported: [
        {
            history: rename_index_by_alter_table_docs_history,
            sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
            message: 'This stops every query of the table of "orders_email_idx" (ACCESS EXCLUSIVE lock on the index) until the transaction commits; ALTER INDEX would stop nobody',
        },
        {
            history: rename_index_by_alter_table_docs_history,
            sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
            transaction: 'none',
            postgres: 12,
            message: 'This stops every query of the table of "orders_email_idx" (ACCESS EXCLUSIVE lock on the index) for a moment; ALTER INDEX would stop nobody',
        },
    ],
    accepted: [
        {
            why: 'ALTER INDEX stops nobody',
            history: rename_index_by_alter_table_docs_history,
            sql: 'ALTER INDEX orders_email_idx RENAME TO orders_by_email;',
        },
        {
            why: 'On 11 both are the same',
            history: rename_index_by_alter_table_docs_history,
            sql: 'ALTER TABLE orders_email_idx RENAME TO orders_by_email;',
            postgres: 11,
        },
        {
            why: 'The table is new',
            history: rename_index_by_alter_table_docs_history,
            sql: 'CREATE TABLE carts (email text);\nCREATE INDEX carts_email_idx ON carts (email);\nALTER TABLE carts_email_idx RENAME TO carts_by_email;',
        },
        { why: 'It is a table', history: rename_index_by_alter_table_docs_history, sql: 'ALTER TABLE orders RENAME TO purchases;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/rename-object.docs.js
const rename_object_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE, age integer CONSTRAINT users_age_check CHECK (age > 0));
CREATE VIEW adults AS SELECT id FROM users WHERE age >= 18;
CREATE SEQUENCE ticket_numbers;
CREATE TYPE mood AS ENUM ('ok', 'good');
CREATE TABLE notes (id bigint, mood mood);
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;
const rename_object_docs_docs = {
    problem: `Names also stand in code: nextval('…'), casts to a type, calls of a function, ON CONFLICT ON CONSTRAINT, the role of a connection string. What names the old one fails
from the moment the migration commits.`,
    solution: `Make a second object under the new name, let the clients move to it, and drop the old one in a later release.`,
    reported: [
        {
            history: rename_object_docs_history,
            sql: 'ALTER VIEW adults RENAME TO grown_ups;',
            message: 'From the commit on, queries that read view "adults" fail until they know it as "grown_ups"',
        },
        {
            history: rename_object_docs_history,
            sql: 'ALTER SEQUENCE ticket_numbers RENAME TO case_numbers;',
            message: 'From the commit on, calls of nextval() that name sequence "ticket_numbers" fail until they know it as "case_numbers"',
        },
        {
            history: rename_object_docs_history,
            sql: 'ALTER TYPE mood RENAME TO feeling;',
            message: 'From the commit on, casts and declarations that name type "mood" fail until they know it as "feeling"',
        },
        {
            history: rename_object_docs_history,
            sql: 'ALTER FUNCTION tax(numeric) RENAME TO vat;',
            message: 'From the commit on, calls of function "tax" fail until they know it as "vat"',
        },
        {
            history: rename_object_docs_history,
            sql: 'ALTER TABLE users RENAME CONSTRAINT users_email_key TO users_mail_key;',
            message: 'From the commit on, ON CONFLICT ON CONSTRAINT clauses that name constraint "users_email_key" fail until they know it as "users_mail_key"',
        },
        {
            sql: 'ALTER ROLE app RENAME TO backend;',
            message: 'From the commit on, connections and grants that name role "app" fail until they know it as "backend"',
        },
    ],
    accepted: [
        {
            why: 'It was created by the same migration',
            history: rename_object_docs_history,
            sql: 'CREATE SEQUENCE case_numbers;\nALTER SEQUENCE case_numbers RENAME TO cases;',
        },
        {
            why: 'Nothing in a query names an index',
            history: rename_object_docs_history,
            sql: 'ALTER INDEX users_email_key RENAME TO users_mail_key;',
        },
        {
            why: 'Nothing in a query names a CHECK',
            history: rename_object_docs_history,
            sql: 'ALTER TABLE users RENAME CONSTRAINT users_age_check TO users_age_positive;',
        },
        {
            why: 'Triggers hold their function itself, not its name',
            history: `${rename_object_docs_history}\nCREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;`,
            sql: 'ALTER FUNCTION touch() RENAME TO users_touch;',
        },
        {
            why: 'The enum swap that ORMs generate: the type lives on under its name',
            history: rename_object_docs_history,
            sql: `ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood USING (mood::text::mood);
DROP TYPE mood_old;`,
        },
        {
            why: 'The same with a new type that takes the place of the old one',
            history: rename_object_docs_history,
            sql: `CREATE TYPE mood_new AS ENUM ('ok');
ALTER TABLE notes ALTER COLUMN mood TYPE mood_new USING (mood::text::mood_new);
ALTER TYPE mood RENAME TO mood_old;
ALTER TYPE mood_new RENAME TO mood;
DROP TYPE mood_old;`,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/rename-schema.docs.js
const rename_schema_docs_docs = {
    problem: `Every query that writes the schema's name, and every search_path that holds it, points to nothing from that moment on. The rename takes no lock on the tables, so
it does not even wait for transactions that are half-way through.`,
    solution: `Create the new schema with a view for each table. When all clients use it, move the tables themselves in a quiet hour, or keep the views.`,
    reported: [
        {
            history: 'CREATE SCHEMA billing;',
            sql: 'ALTER SCHEMA billing RENAME TO accounting;',
            message: 'From the commit on, clients that name anything in schema "billing" fail (42P01) until they know it as "accounting"; it locks no table, so it cuts in between the statements of running transactions, and no lock_timeout helps',
        },
    ],
    accepted: [
        {
            why: 'The schema was created by the same migration',
            sql: 'CREATE SCHEMA billing;\nALTER SCHEMA billing RENAME TO accounting;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/rename-table.docs.js
const rename_table_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nCREATE INDEX orders_total_idx ON orders (total);';
const rename_table_docs_docs = {
    problem: `The moment the migration commits, every query of the running application that names the table fails. The new version of the application knows the new name, but it
starts before or after the migration, never at the same moment.`,
    solution: `Rename the table and leave a view under the old name, in one transaction: reads, inserts, updates and deletes go through it. Drop the view when no client uses the
old name any more.`,
    reported: [
        {
            history: rename_table_docs_history,
            sql: 'ALTER TABLE orders RENAME TO purchases;',
            message: 'From the commit on, clients that name "orders" fail (42P01) until they know it as "purchases"',
        },
        {
            history: rename_table_docs_history,
            sql: 'ALTER TABLE orders RENAME TO purchases;\nCREATE VIEW orders AS SELECT * FROM purchases;',
            transaction: 'none',
            message: 'From the commit on, clients that name "orders" fail (42P01) until they know it as "purchases"',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts RENAME TO baskets;' },
        {
            why: 'The same transaction leaves a view under the old name',
            history: rename_table_docs_history,
            sql: 'ALTER TABLE orders RENAME TO purchases;\nCREATE VIEW orders AS SELECT * FROM purchases;',
        },
        {
            why: 'Another table takes its place in the same transaction',
            history: rename_table_docs_history,
            sql: 'CREATE TABLE orders_new (id bigint PRIMARY KEY, total numeric);\nALTER TABLE orders RENAME TO orders_old;\nALTER TABLE orders_new RENAME TO orders;',
        },
        {
            why: 'It is an index: `rename-index-by-alter-table` speaks',
            history: rename_table_docs_history,
            sql: 'ALTER TABLE orders_total_idx RENAME TO orders_sum_idx;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/replace-function-used-by-index.docs.js
const replace_function_used_by_index_docs_history = `CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE INDEX users_plain_idx ON users (plain(name));
CREATE FUNCTION positive(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 0';
CREATE TABLE orders (id bigint CONSTRAINT orders_id_check CHECK (positive(id)));`;
const replace = "CREATE OR REPLACE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT trim(lower(t))';";
const replace_function_used_by_index_docs_docs = {
    problem: `An index over an expression stores what the function gave when each row was written. Replacing the function changes nothing of that: a query through the index now finds other
rows than the same query that reads the table. CHECKs and generated columns are not looked at again either.`,
    solution: `Make a function under a new name and build a new index over it with CONCURRENTLY, then let the queries move. Or rebuild the index right after the change.`,
    reported: [
        {
            history: replace_function_used_by_index_docs_history,
            sql: replace,
            message: 'Index "users_plain_idx" holds what the old "plain" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
        },
        {
            history: replace_function_used_by_index_docs_history,
            sql: "CREATE OR REPLACE FUNCTION positive(n bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT n > 10';",
            message: 'Constraint "orders_id_check" on "orders" holds what the old "positive" gave: nothing is computed or checked again, so that queries through it find other rows than the table has',
        },
    ],
    accepted: [
        {
            why: 'The body is the same',
            history: replace_function_used_by_index_docs_history,
            sql: "CREATE OR REPLACE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';",
        },
        {
            why: 'The index is built anew in the same change',
            history: replace_function_used_by_index_docs_history,
            sql: [replace, 'REINDEX INDEX users_plain_idx;'],
        },
        {
            why: 'Nothing stores what the function gives',
            history: "CREATE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.2';",
            sql: "CREATE OR REPLACE FUNCTION tax() RETURNS numeric LANGUAGE sql AS 'SELECT 0.19';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/replace-index-gap.docs.js
const replace_index_gap_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const replace_index_gap_docs_docs = {
    problem: `An index is dropped, and the one that takes its place is built afterwards. Between the two, queries that need it read the whole table, which can be slow enough to bring the application down.`,
    solution: `Build the new index first, with \`CONCURRENTLY\` and under another name. Then drop the old one, and rename if the name matters.`,
    reported: [
        {
            history: replace_index_gap_docs_history,
            sql: 'DROP INDEX CONCURRENTLY orders_email_idx;\nCREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);',
            transaction: 'none',
            message: 'From here until the new index is built, queries of "orders" by "email" have no index',
        },
        {
            history: replace_index_gap_docs_history,
            sql: [
                'DROP INDEX orders_email_idx;',
                'CREATE INDEX orders_email_idx ON orders (email) WHERE total > 0;',
            ],
            message: 'From here until the new index is built, queries of "orders" by "email" have no index',
        },
        {
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text UNIQUE);',
            sql: [
                'ALTER TABLE orders DROP CONSTRAINT orders_email_key;',
                'CREATE INDEX orders_email_lookup ON orders (email);',
            ],
            message: 'From here until the new index is built, queries of "orders" by "email" have no index',
        },
    ],
    accepted: [
        {
            why: 'Named as a folder, each migration ships by itself: another index of a later release has nothing to do with it',
            history: replace_index_gap_docs_history,
            sql: [
                'DROP INDEX CONCURRENTLY orders_email_idx;',
                'CREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);',
            ],
            transaction: 'none',
            knownChangeSet: false,
        },
        {
            why: 'The new one is built first',
            history: replace_index_gap_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_email_total_idx ON orders (email, total);\nDROP INDEX CONCURRENTLY orders_email_idx;',
            transaction: 'none',
        },
        {
            why: 'In one transaction nobody queries the table between the two',
            history: replace_index_gap_docs_history,
            sql: 'DROP INDEX orders_email_idx;\nCREATE INDEX orders_email_idx ON orders (email, total);',
        },
        {
            why: 'The table is new',
            history: replace_index_gap_docs_history,
            sql: 'CREATE TABLE carts (email text);\nCREATE INDEX carts_email_idx ON carts (email);\nDROP INDEX carts_email_idx;\nCREATE INDEX carts_email_idx ON carts (email);',
        },
        {
            why: 'Another index serves the same queries',
            history: 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);\nCREATE INDEX orders_email_total_idx ON orders (email, total);',
            sql: 'DROP INDEX CONCURRENTLY orders_email_idx;\nCREATE INDEX CONCURRENTLY orders_email_idx ON orders (email, id);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/replica-identity-full.docs.js
const replica_identity_full_docs_history = 'CREATE TABLE events (id bigint NOT NULL, kind text);\nCREATE UNIQUE INDEX events_id_idx ON events (id);';
const replica_identity_full_docs_docs = {
    problem: `With \`REPLICA IDENTITY FULL\` PostgreSQL logs all columns of the old row with each change, and the subscriber has to search for a row that equals it in all of them. Both get slow on
tables that are written much.`,
    solution: `Give the table a primary key, or name a unique index on columns that are NOT NULL: \`REPLICA IDENTITY USING INDEX\`. FULL is right for small tables without any key.`,
    reported: [
        {
            history: replica_identity_full_docs_history,
            sql: 'ALTER TABLE events REPLICA IDENTITY FULL;',
            message: 'From now on every UPDATE and DELETE of "events" writes the whole old row into the log, and a subscriber may read its whole table to find it',
        },
    ],
    accepted: [
        {
            why: 'An index tells the rows apart',
            history: replica_identity_full_docs_history,
            sql: 'ALTER TABLE events REPLICA IDENTITY USING INDEX events_id_idx;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/replica-identity-lost.docs.js
const replica_identity_lost_docs_history = `CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX orders_code_idx ON orders (code);
CREATE PUBLICATION audit FOR TABLE orders;`;
const replica_identity_lost_docs_docs = {
    problem: `Logical replication sends each UPDATE and DELETE with the key of its row. If the key of a published table goes, clients of the publisher cannot change its rows any more. PostgreSQL
does not refuse to drop the index that is the identity.`,
    solution: `Set another identity before: \`ALTER TABLE … REPLICA IDENTITY USING INDEX\` with a unique index on NOT NULL columns. Or replace the key within one transaction.`,
    reported: [
        {
            history: replica_identity_lost_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
            message: '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
        {
            history: replica_identity_lost_docs_history,
            sql: 'ALTER TABLE orders REPLICA IDENTITY NOTHING;',
            message: '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
        {
            history: `${replica_identity_lost_docs_history}\nALTER TABLE orders REPLICA IDENTITY USING INDEX orders_code_idx;`,
            sql: 'DROP INDEX orders_code_idx;',
            message: '"orders" loses what tells its rows apart, and the publication "audit" publishes its changes: from now on every UPDATE and DELETE on it fails here, on the publisher (55000)',
        },
    ],
    accepted: [
        {
            why: 'Another identity is set before',
            history: replica_identity_lost_docs_history,
            sql: 'ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_code_idx;\nALTER TABLE orders DROP CONSTRAINT orders_pkey;',
        },
        {
            why: 'A new key comes in the same transaction',
            history: replica_identity_lost_docs_history,
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;\nALTER TABLE orders ADD PRIMARY KEY (code);',
        },
        {
            why: 'The table is not published',
            history: 'CREATE TABLE orders (id bigint CONSTRAINT orders_pkey PRIMARY KEY);',
            sql: 'ALTER TABLE orders DROP CONSTRAINT orders_pkey;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/revoke-privilege.docs.js
const revoke_privilege_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);\nGRANT SELECT, INSERT ON orders TO app;';
const revoke_privilege_docs_docs = {
    problem: `Rights are looked at when a statement runs. Clients that are connected as the role fail at their next statement that needs the right, also those of the old version of
the application that is still running.`,
    solution: `Let the clients move to another role, or stop to use the object, before the right goes.`,
    reported: [
        {
            history: revoke_privilege_docs_history,
            sql: 'REVOKE INSERT ON orders FROM app;',
            message: 'From the commit on, statements of "app" that need INSERT on table "orders" fail (42501)',
        },
        {
            history: revoke_privilege_docs_history,
            sql: 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM app, reporting;',
            message: 'From the commit on, statements of "app" and "reporting" that need a right on everything in schema "public" fail (42501)',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nREVOKE ALL ON carts FROM app;' },
        {
            why: 'The right is granted again in the same transaction',
            history: revoke_privilege_docs_history,
            sql: 'REVOKE ALL ON orders FROM app;\nGRANT ALL ON orders TO app;',
        },
        {
            why: 'Only the right to pass it on is taken away',
            history: revoke_privilege_docs_history,
            sql: 'REVOKE GRANT OPTION FOR INSERT ON orders FROM app;',
        },
        {
            why: 'The function is new: everybody is shut out before anybody calls it',
            sql: "CREATE FUNCTION refund() RETURNS void LANGUAGE sql AS 'SELECT 1';\nREVOKE ALL ON FUNCTION refund() FROM PUBLIC;",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/row-security-incomplete.docs.js
const row_security_incomplete_docs_history = 'CREATE TABLE orders (id bigint, owner text);';
const row_security_incomplete_docs_docs = {
    problem: `With row security a command for which no policy speaks is closed: an UPDATE finds no rows, an INSERT is refused. That is easily taken for a fault of the program.`,
    solution: `Write a policy for each command that roles shall use, or one \`FOR ALL\`.`,
    reported: [
        {
            history: row_security_incomplete_docs_history,
            sql: 'CREATE POLICY own ON orders FOR SELECT USING (owner = current_user);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
            message: 'Row security of "orders" has no policy for INSERT, UPDATE, DELETE: everybody but the owner finds no rows there, or is refused (42501)',
        },
    ],
    accepted: [
        {
            why: 'One policy speaks for all commands',
            history: row_security_incomplete_docs_history,
            sql: 'CREATE POLICY own ON orders USING (owner = current_user);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
        },
        {
            why: 'Row security is not enabled',
            history: row_security_incomplete_docs_history,
            sql: 'CREATE POLICY own ON orders FOR SELECT USING (owner = current_user);',
        },
        {
            why: '`row-security-without-policy` speaks where there is none at all',
            history: row_security_incomplete_docs_history,
            sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/partitions/row-security-skips-partitions.docs.js
const tables = `CREATE TABLE events (id bigint, tenant bigint) PARTITION BY RANGE (id);
CREATE TABLE events_10 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE POLICY own_events ON events USING (tenant = current_setting('app.tenant')::bigint);`;
const row_security_skips_partitions_docs_history = `${tables}\nGRANT SELECT ON events, events_10 TO app;`;
const row_security_skips_partitions_docs_docs = {
    problem: `Row security is looked up on the table that the query names. A query that names a partition is not held back by the policies of the parent, so whoever may read the
partition sees the rows of everybody.`,
    solution: `Grant rights on the parent alone, or enable row security on each partition too.`,
    reported: [
        {
            history: row_security_skips_partitions_docs_history,
            sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;',
            message: 'Who may read "events_10" by name sees all its rows: policies of "events" hold only for queries through the parent',
        },
    ],
    accepted: [
        {
            why: 'Only the parent may be read',
            history: `${tables}\nGRANT SELECT ON events TO app;`,
            sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;',
        },
        {
            why: 'The partitions are closed too',
            history: row_security_skips_partitions_docs_history,
            sql: 'ALTER TABLE events ENABLE ROW LEVEL SECURITY;\nALTER TABLE events_10 ENABLE ROW LEVEL SECURITY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/row-security-without-policy.docs.js
const row_security_without_policy_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
CREATE TABLE notes (id bigint PRIMARY KEY, tenant bigint);
CREATE POLICY own_notes ON notes USING (tenant = 1);`;
const row_security_without_policy_docs_message = '"orders" has no policy when this transaction ends: everybody but the owner reads no rows, and writes fail (42501)';
const row_security_without_policy_docs_docs = {
    problem: `Row security shows only rows that some policy lets through. Without a policy that is none: every client that is not the owner finds the table empty, and its writes fail.
Restrictive policies only take away; they let nothing through by themselves.`,
    solution: `Create the policies first, or in the same transaction.`,
    reported: [
        { history: row_security_without_policy_docs_history, sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;', message: row_security_without_policy_docs_message },
        {
            history: row_security_without_policy_docs_history,
            sql: 'CREATE POLICY only_mine ON orders AS RESTRICTIVE USING (tenant = 1);\nALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
            message: '"orders" has only restrictive policies when this transaction ends: everybody but the owner reads no rows, and writes fail (42501)',
        },
        {
            history: row_security_without_policy_docs_history,
            sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_orders ON orders USING (tenant = 1);',
            transaction: 'none',
            message: row_security_without_policy_docs_message,
        },
        {
            sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
            completeHistory: false,
            message: `${row_security_without_policy_docs_message}, unless it has a policy that is not known here`,
        },
    ],
    accepted: [
        { why: 'A policy exists', history: row_security_without_policy_docs_history, sql: 'ALTER TABLE notes ENABLE ROW LEVEL SECURITY;' },
        {
            why: 'A policy comes in the same transaction',
            history: row_security_without_policy_docs_history,
            sql: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;\nCREATE POLICY own_orders ON orders USING (tenant = 1);',
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ENABLE ROW LEVEL SECURITY;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/rule-change.docs.js
const rule_change_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE RULE orders_keep AS ON DELETE TO orders DO INSTEAD NOTHING;`;
const rule_change_docs_message = 'Reads and writes of "orders" wait for this ACCESS EXCLUSIVE lock until the transaction commits; from then on statements on it are rewritten in another way';
const rule_change_docs_docs = {
    problem: `A rule rewrites statements before they are planned. To change one PostgreSQL takes the strongest lock on the table. From the commit on the same statement of a client does
something else.`,
    solution: `A trigger does the same for each row and is easier to understand; a view that can be updated needs neither.`,
    reported: [
        { history: rule_change_docs_history, sql: 'CREATE RULE orders_log AS ON UPDATE TO orders DO ALSO NOTIFY orders;', message: rule_change_docs_message },
        { history: rule_change_docs_history, sql: 'DROP RULE orders_keep ON orders;', message: rule_change_docs_message },
        { history: rule_change_docs_history, sql: 'ALTER TABLE orders DISABLE RULE orders_keep;', message: rule_change_docs_message },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nCREATE RULE carts_keep AS ON DELETE TO carts DO INSTEAD NOTHING;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/same-table-many-migrations.docs.js
const same_table_many_migrations_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const same_table_many_migrations_docs_docs = {
    problem: `Each strong lock has to wait until every running query of the table is done, and everybody else waits behind it. Three migrations on one table stall it three times.`,
    solution: `Put the changes of one table into one migration, unless they must not share a transaction (a constraint that is NOT VALID, and its VALIDATE).`,
    reported: [
        {
            history: same_table_many_migrations_docs_history,
            sql: [
                'ALTER TABLE orders ADD COLUMN note text;',
                'ALTER TABLE orders ADD COLUMN total numeric;',
                'ALTER TABLE orders ADD COLUMN tax numeric;',
            ],
            message: '3 migrations of this change set take a strong lock on "orders": each of them waits for the longest query, with everybody else behind it',
        },
    ],
    accepted: [
        {
            why: 'Two may be what the safe way asks for',
            history: same_table_many_migrations_docs_history,
            sql: ['ALTER TABLE orders ADD COLUMN note text;', 'ALTER TABLE orders ADD COLUMN total numeric;'],
        },
        {
            why: 'Where they are not known to ship together, each is a deploy of its own',
            history: same_table_many_migrations_docs_history,
            sql: [
                'ALTER TABLE orders ADD COLUMN note text;',
                'ALTER TABLE orders ADD COLUMN total numeric;',
                'ALTER TABLE orders ADD COLUMN tax numeric;',
            ],
            knownChangeSet: false,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/security-definer-search-path.docs.js
const security_definer_search_path_docs_docs = {
    problem: `A \`SECURITY DEFINER\` function runs with the rights of its owner. Which \`orders\` or \`now()\` it means is decided by the \`search_path\` of the caller, who can put objects of his own in
front: his code then runs with the owner's rights.`,
    solution: `Give the function a path of its own, \`SET search_path = ''\`, and write schemas in its body.`,
    reported: [
        {
            sql: 'CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;',
            message: '"total" runs with the rights of its owner and the search_path of its caller: who may create a schema decides which tables and functions it uses',
        },
    ],
    accepted: [
        {
            why: 'It has a path of its own',
            sql: "CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;",
        },
        {
            why: 'It runs with the rights of its caller',
            sql: 'CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/sequence-not-reset.docs.js
const sequence_not_reset_docs_history = 'CREATE TABLE roles (id serial PRIMARY KEY, name text);\nCREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY, name text);';
const sequence_not_reset_docs_docs = {
    problem: `A serial or identity column draws its values from a sequence. Rows that come with ids of their own do not move it: the next INSERT without an id draws a value that is taken and fails
with a duplicate key.`,
    solution: `Leave the id to the sequence, or set the sequence afterwards with \`setval\`.`,
    reported: [
        {
            history: sequence_not_reset_docs_history,
            sql: "INSERT INTO roles (id, name) VALUES (1, 'admin'), (2, 'guest');",
            message: 'This INSERT brings its own values for "id" of "roles", of which the sequence of the column does not hear: an INSERT that leaves the value to it may draw one of them (23505)',
        },
        {
            history: sequence_not_reset_docs_history,
            sql: "INSERT INTO users VALUES (7, 'Ada');",
            message: 'This INSERT brings its own values for "id" of "users", of which the sequence of the column does not hear: an INSERT that leaves the value to it may draw one of them (23505)',
        },
    ],
    accepted: [
        { why: 'The sequence gives the value', history: sequence_not_reset_docs_history, sql: "INSERT INTO roles (name) VALUES ('admin');" },
        {
            why: 'DEFAULT draws from the sequence',
            history: sequence_not_reset_docs_history,
            sql: "INSERT INTO roles (id, name) VALUES (DEFAULT, 'admin');",
        },
        {
            why: 'setval() follows',
            history: sequence_not_reset_docs_history,
            sql: "INSERT INTO roles (id, name) VALUES (1, 'admin');\nSELECT setval('roles_id_seq', (SELECT max(id) FROM roles));",
        },
        {
            why: 'Below the start of the sequence nothing collides',
            history: sequence_not_reset_docs_history,
            sql: "INSERT INTO roles (id, name) VALUES (0, 'nobody');",
        },
        {
            why: 'The column has no sequence',
            history: 'CREATE TABLE roles (id int PRIMARY KEY, name text);',
            sql: "INSERT INTO roles (id, name) VALUES (1, 'admin');",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/sequence-restarted.docs.js
const sequence_restarted_docs_history = `CREATE TABLE orders (id bigserial PRIMARY KEY, note text);
INSERT INTO orders (note) SELECT 'imported';
CREATE TABLE users (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
INSERT INTO users DEFAULT VALUES;`;
const sequence_restarted_docs_docs = {
    problem: `A sequence knows nothing of the rows. If it starts anew, the next INSERTs get numbers that rows already have, and fail with a duplicate key until it is past them.`,
    solution: `Read the value from the table: \`SELECT setval('orders_id_seq', (SELECT max(id) FROM orders))\`.`,
    reported: [
        {
            history: sequence_restarted_docs_history,
            sql: 'ALTER SEQUENCE orders_id_seq RESTART WITH 1;',
            message: '"orders_id_seq" starts at a fixed value: the next numbers collide with rows of "orders" (23505), unless it is above all of them',
        },
        {
            history: sequence_restarted_docs_history,
            sql: 'ALTER TABLE users ALTER COLUMN id RESTART;',
            message: '"users_id_seq" starts at a fixed value: the next numbers collide with rows of "users" (23505), unless it is above all of them',
        },
        {
            history: sequence_restarted_docs_history,
            sql: "SELECT setval('orders_id_seq', 100);",
            message: '"orders_id_seq" starts at a fixed value: the next numbers collide with rows of "orders" (23505), unless it is above all of them',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: "CREATE TABLE carts (id bigserial PRIMARY KEY);\nINSERT INTO carts VALUES (1);\nSELECT setval('carts_id_seq', 1);",
        },
        {
            why: 'The value is read from the table',
            history: sequence_restarted_docs_history,
            sql: "SELECT setval('orders_id_seq', (SELECT max(id) FROM orders));",
        },
        {
            why: 'The table was emptied before',
            history: sequence_restarted_docs_history,
            sql: 'TRUNCATE orders;\nALTER SEQUENCE orders_id_seq RESTART;',
        },
        {
            why: 'Another option leaves the value alone',
            history: sequence_restarted_docs_history,
            sql: 'ALTER SEQUENCE orders_id_seq INCREMENT 2;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/serial-column.docs.js
const serial_column_docs_docs = {
    problem: `\`serial\` is a shorthand for a sequence and a default. The sequence has an owner and grants of its own, and copies of the table draw from the same one.`,
    solution: `Use an identity column, which belongs to the table: \`bigint GENERATED ALWAYS AS IDENTITY\`.`,
    reported: [
        {
            sql: 'CREATE TABLE orders (id bigserial PRIMARY KEY);',
            message: 'The column "id" of "orders" is bigserial: its sequence has grants of its own, and whoever may INSERT needs them too',
        },
    ],
    accepted: [
        {
            why: 'It is an identity column',
            sql: 'CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);',
        },
        {
            why: '`add-column-serial` speaks of columns that are added',
            history: 'CREATE TABLE orders (note text);',
            sql: 'ALTER TABLE orders ADD COLUMN id bigserial;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/serial-sequence-stays-integer.docs.js
const serial_sequence_stays_integer_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const serial_sequence_stays_integer_docs_docs = {
    problem: `\`serial\` makes an integer column and an integer sequence. If the column becomes bigint, the sequence still ends at 2147483647, and from that number on every INSERT fails: the day that the change was made for.`,
    solution: `Change the sequence too: \`ALTER SEQUENCE … AS bigint\`. An identity needs no such step: its sequence is changed together with the column.`,
    reported: [
        {
            history: serial_sequence_stays_integer_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN number TYPE bigint;',
            message: '"number" becomes bigint, but its sequence "orders_number_seq" still ends at 2147483647: the INSERT after that fails (2200H)',
        },
        {
            history: 'CREATE TABLE orders (id smallserial PRIMARY KEY);',
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
            message: '"id" becomes bigint, but its sequence "orders_id_seq" still ends at 32767: the INSERT after that fails (2200H)',
        },
    ],
    accepted: [
        {
            why: 'The sequence is changed too',
            history: serial_sequence_stays_integer_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN number TYPE bigint;\nALTER SEQUENCE orders_number_seq AS bigint;',
        },
        {
            why: 'The sequence of an identity is changed together with it',
            history: 'CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY);',
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
        },
        {
            why: 'The sequence is bigint',
            history: "CREATE SEQUENCE order_ids;\nCREATE TABLE orders (id integer DEFAULT nextval('order_ids'));\nALTER SEQUENCE order_ids OWNED BY orders.id;",
            sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;',
        },
        { why: 'The column has no sequence', history: serial_sequence_stays_integer_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN id TYPE bigint;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/server-setting-changed.docs.js
const server_setting_changed_docs_docs = {
    problem: `\`ALTER SYSTEM\`, \`ALTER DATABASE … SET\` and \`ALTER ROLE … SET\` change how sessions behave that have nothing to do with the migration. \`ALTER SYSTEM\` writes a file of the
server; no rollback undoes it, and another database of the same server is concerned too.`,
    solution: `Keep such settings in the configuration of the server, under version control of their own. Where the migration itself needs one, use \`SET LOCAL\`.`,
    reported: [
        {
            sql: "ALTER SYSTEM SET work_mem = '64MB';",
            transaction: 'none',
            message: 'This changes work_mem for the whole server, outside of any transaction: sessions that begin later run with it, and taking the migration back does not take it back',
        },
        {
            sql: "ALTER DATABASE shop SET timezone = 'UTC';",
            message: 'This changes timezone for the database "shop": sessions that begin later run with it, and taking the migration back does not take it back',
        },
        {
            sql: 'ALTER ROLE app SET search_path = app, public;',
            message: 'This changes search_path for the role "app": sessions that begin later run with it, and taking the migration back does not take it back',
        },
    ],
    accepted: [
        {
            why: 'A timeout for the role that runs migrations is a good idea',
            sql: "ALTER ROLE migrator SET lock_timeout = '2s';",
        },
        { why: 'It ends with the transaction', sql: "SET LOCAL work_mem = '64MB';" },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/session-replication-role.docs.js
const session_replication_role_docs_message = 'From here on no trigger fires and no foreign key is checked in this session: rows without a partner get in, and nothing finds them later';
const session_replication_role_docs_docs = {
    problem: `The setting is meant for replication, which applies rows that were checked elsewhere. In a migration it switches off every trigger, and foreign keys are triggers too.
Rows that refer to nothing get in and stay, since the constraints count as valid.`,
    solution: `Load rows in an order that the foreign keys accept, or make the keys DEFERRABLE. Where a trigger of yours is in the way, give it a condition.`,
    reported: [
        { sql: 'SET session_replication_role = replica;', message: session_replication_role_docs_message },
        { sql: "SET LOCAL session_replication_role TO 'replica';", message: session_replication_role_docs_message },
        { sql: "SELECT set_config('session_replication_role', 'replica', true);", message: session_replication_role_docs_message },
    ],
    accepted: [
        { why: 'It is put back', sql: 'SET session_replication_role = DEFAULT;' },
        { why: 'origin is the usual role', sql: 'SET session_replication_role = origin;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/session-setting-leaks.docs.js
const session_setting_leaks_docs_docs = {
    problem: `\`SET\` lasts as long as the connection. Most runners use one connection for all pending migrations, or one of the pool that clients use: the next migration looks for
its tables in another schema, or a client's query dies of a timeout that was meant for an ALTER TABLE.`,
    solution: `In a transaction write \`SET LOCAL\`, which ends with it. Elsewhere put the setting back with \`RESET\` at the end.`,
    reported: [
        {
            sql: 'SET search_path = app;\nCREATE TABLE carts (id bigint);',
            message: 'search_path stays set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with it',
        },
        {
            sql: "SELECT set_config('search_path', '', false);\nSET check_function_bodies = false;\nCREATE TABLE app.carts (id bigint);",
            completeHistory: false,
            message: 'search_path, check_function_bodies stay set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with them',
        },
        {
            sql: "SET statement_timeout = '5s';\nCREATE TABLE carts (id bigint);",
            transaction: 'none',
            message: 'statement_timeout stays set when the migration is done: whatever uses the connection next, a migration or a client of the pool, runs with it',
        },
    ],
    accepted: [
        {
            why: 'SET LOCAL ends with the transaction',
            sql: 'SET LOCAL search_path = app;\nCREATE TABLE carts (id bigint);',
        },
        {
            why: 'It is put back',
            sql: "SET statement_timeout = '5s';\nCREATE TABLE carts (id bigint);\nRESET statement_timeout;",
            transaction: 'none',
        },
        {
            why: 'psql runs one file and closes the session',
            sql: 'SET search_path = app;\nCREATE TABLE carts (id bigint);',
            transaction: 'unknown',
        },
        {
            why: 'It is what every session begins with',
            sql: 'SET statement_timeout = 0;\nSET lock_timeout = 0;\nCREATE TABLE carts (id bigint);',
        },
        {
            why: 'The setting changes nothing for those who come after',
            sql: "SET client_min_messages = warning;\nSET application_name = 'carts';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/set-access-method.docs.js
const set_access_method_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);`;
const set_access_method_docs_docs = {
    problem: `Every row is read and written into a new file, with all indexes, and nobody can read or write the table until that is done. A transaction that began before sees the
table empty afterwards.`,
    solution: `There is no online form. Make a second table with the access method, copy the rows in batches, and swap the names.`,
    reported: [
        {
            history: set_access_method_docs_history,
            sql: 'ALTER TABLE orders SET ACCESS METHOD columnar;',
            message: 'Writing every row anew in another access method stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET ACCESS METHOD columnar;',
        },
        { why: 'It has that access method', history: set_access_method_docs_history, sql: 'ALTER TABLE orders SET ACCESS METHOD heap;' },
        {
            why: 'A partitioned parent holds no rows',
            history: set_access_method_docs_history,
            sql: 'ALTER TABLE events SET ACCESS METHOD columnar;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/set-default-existing-rows.docs.js
const set_default_existing_rows_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const set_default_existing_rows_docs_docs = {
    problem: `A default is for rows that are inserted from now on. The rows that are there keep what they have, NULL included.`,
    solution: `Fill the old rows in batches, if they need the value too.`,
    reported: [
        {
            history: set_default_existing_rows_docs_history,
            sql: "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';",
            message: 'The rows that are there keep what they have in "note": only new rows get the default',
        },
    ],
    accepted: [
        {
            why: 'The old rows are filled in the same change set',
            history: set_default_existing_rows_docs_history,
            sql: [
                "ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';",
                "UPDATE orders SET note = '' WHERE id < 1000 AND note IS NULL;",
            ],
        },
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: "CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN note SET DEFAULT '';",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/set-generated-expression.docs.js
const set_generated_expression_docs_history = 'CREATE TABLE orders (id integer, total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED, net numeric GENERATED ALWAYS AS (total * 0.8) VIRTUAL);';
const set_generated_expression_docs_docs = {
    problem: `Every value of a stored generated column is computed again: PostgreSQL writes the whole table and all its indexes, and until that is done nobody can read or write the table.`,
    solution: `Add a second column that a trigger fills for new rows and a backfill for the old ones, and let the clients move over.`,
    reported: [
        {
            history: set_generated_expression_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
            message: 'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
        {
            history: 'CREATE TABLE orders (id integer, total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED);',
            sql: 'ALTER TABLE orders ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
            postgres: 17,
            message: 'Another expression for "gross" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been written anew',
        },
    ],
    accepted: [
        {
            why: 'A VIRTUAL column holds no values',
            history: set_generated_expression_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN net SET EXPRESSION AS (total * 0.75);',
        },
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (total numeric, gross numeric GENERATED ALWAYS AS (total * 1.2) STORED);\nALTER TABLE carts ALTER COLUMN gross SET EXPRESSION AS (total * 1.25);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/set-logged-unlogged.docs.js
const set_logged_unlogged_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE cache (id bigint PRIMARY KEY);`;
const set_logged_unlogged_docs_docs = {
    problem: `Both forms copy every row into a new file, with all indexes, and nobody can read or write the table until that is done. An UNLOGGED table is emptied by a crash of the
server and is missing on standbys and in replication.`,
    solution: `There is no online form. Make a second table that is as wanted, copy the rows in batches, and swap the names; or choose a quiet hour.`,
    reported: [
        {
            history: set_logged_unlogged_docs_history,
            sql: 'ALTER TABLE cache SET LOGGED;',
            message: 'Writing every row anew stops reads and writes of "cache" (ACCESS EXCLUSIVE lock) until it is done',
        },
        {
            history: set_logged_unlogged_docs_history,
            sql: 'ALTER TABLE orders SET UNLOGGED;',
            message: 'Writing every row anew stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done; from then on a crash empties it, and standbys do not have it',
        },
    ],
    accepted: [
        { why: 'It is in that state already', history: set_logged_unlogged_docs_history, sql: 'ALTER TABLE orders SET LOGGED;' },
        {
            why: 'The table is new',
            sql: 'CREATE UNLOGGED TABLE carts (id bigint);\nALTER TABLE carts SET LOGGED;',
        },
        {
            why: 'The server refuses it while a logged table refers to the table',
            history: `${set_logged_unlogged_docs_history}\nCREATE TABLE order_lines (order_id bigint REFERENCES orders);`,
            sql: 'ALTER TABLE orders SET UNLOGGED;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/set-not-null.docs.js
const set_not_null_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const set_not_null_docs_docs = {
    problem: `PostgreSQL reads the whole table to see that no row has NULL, and while it does nobody can read or write the table.`,
    solution: `Prove it first, without closing the table. On PostgreSQL 12 to 17: add \`CHECK (note IS NOT NULL)\` as \`NOT VALID\`, validate it in the next migration while clients go on, then \`SET NOT NULL\` believes the valid CHECK and reads nothing. From 18 on
add the NOT NULL constraint itself as \`NOT VALID\` and validate it.`,
    reported: [
        {
            history: set_not_null_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            postgres: 16,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            postgres: 11,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, ALTER COLUMN total SET NOT NULL;',
            postgres: 16,
            message: 'SET NOT NULL on "total" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            history: 'CREATE TABLE events (id bigint, note text) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);',
            sql: 'ALTER TABLE events ALTER COLUMN note SET NOT NULL;',
            message: 'SET NOT NULL on "note" stops reads and writes of "events_1" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
        {
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            completeHistory: false,
            postgres: 16,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read, unless the column is NOT NULL already or a valid CHECK says that the column is not null',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn NOT NULL note NOT VALID;',
            postgres: 18,
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read',
        },
    ],
    accepted: [
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            sql: 'CREATE TABLE carts (id integer, code varchar(50), note text, placed_at timestamp);\nALTER TABLE carts ALTER COLUMN note SET NOT NULL;',
        },
        {
            why: 'A valid CHECK proves it',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            postgres: 16,
        },
        {
            why: 'The proof may stand inside of another condition',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CHECK (NOT (note IS NULL) AND total > 0);',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            postgres: 12,
        },
        {
            why: 'The CHECK is validated in the same transaction, by a statement of its own',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
            sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;\nALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
        },
        { why: 'It is NOT NULL already', history: set_not_null_docs_history, sql: 'ALTER TABLE orders ALTER COLUMN code SET NOT NULL;' },
        {
            why: 'All partitions are NOT NULL already',
            history: 'CREATE TABLE events (id bigint, note text) PARTITION BY RANGE (id);\nCREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (100);\nALTER TABLE events_1 ALTER COLUMN note SET NOT NULL;',
            sql: 'ALTER TABLE events ALTER COLUMN note SET NOT NULL;',
            postgres: 17,
        },
        {
            why: '`set-not-null-proof-same-statement` speaks',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/changing-columns/set-not-null-proof-same-statement.docs.js
const set_not_null_proof_same_statement_docs_history = 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);';
const set_not_null_proof_same_statement_docs_docs = {
    problem: `\`SET NOT NULL\` can do without reading the table if a valid CHECK says that no row has NULL. But a CHECK that the same \`ALTER TABLE\` drops, validates or adds does not count, whatever the order: the whole table is read while it is closed.`,
    solution: `Two statements: first \`SET NOT NULL\`, then \`DROP CONSTRAINT\`. They may share a transaction.`,
    reported: [
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that drops "orders_note_nn" cannot use it as a proof',
        },
        {
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;',
            sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn, ALTER COLUMN note SET NOT NULL;',
            postgres: 16,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that validates "orders_note_nn" cannot use it as a proof',
        },
        {
            history: set_not_null_proof_same_statement_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL), ALTER COLUMN note SET NOT NULL;',
            postgres: 16,
            message: 'SET NOT NULL on "note" stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until every row has been read: the statement that adds "orders_note_nn" cannot use it as a proof',
        },
    ],
    accepted: [
        {
            why: 'Two statements in one transaction',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;\nALTER TABLE orders DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
        },
        {
            why: 'Another valid CHECK proves it',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;\nALTER TABLE orders ADD CHECK (note IS NOT NULL AND total > 0);',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
            postgres: 16,
        },
        {
            why: 'On 11 nothing proves it: `set-not-null` speaks',
            history: 'CREATE TABLE orders (id integer PRIMARY KEY, code varchar(50) NOT NULL, note text, total numeric(10, 2), placed_at timestamp, number serial);\nALTER TABLE orders ADD CONSTRAINT orders_note_nn CHECK (note IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn;',
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL, DROP CONSTRAINT orders_note_nn;',
            postgres: 11,
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/set-schema.docs.js
const set_schema_docs_history = `CREATE SCHEMA shop;
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE FUNCTION tax(amount numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * 0.2';`;
const set_schema_docs_docs = {
    problem: `The object is not where the running application looks for it: every query that names it fails from the moment the migration commits. For a table, everybody
also waits until the transaction commits.`,
    solution: `Move the table and leave a view under the old name, in one transaction. Drop the view when no client uses the old name any more. Where all clients search both
schemas, say so in the configuration: \`"set-schema": { "searchPath": ["shop", "public"] }\`.`,
    reported: [
        {
            history: set_schema_docs_history,
            sql: 'ALTER TABLE orders SET SCHEMA shop;',
            message: 'From the commit on, clients that name "orders" fail until they know it as "shop.orders"; until then reads and writes of it wait for the ACCESS EXCLUSIVE lock',
        },
        {
            history: set_schema_docs_history,
            sql: 'ALTER FUNCTION tax(numeric) SET SCHEMA shop;',
            message: 'From the commit on, clients that name "tax" fail until they know it as "shop.tax"',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            history: set_schema_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET SCHEMA shop;',
        },
        {
            why: 'The same transaction leaves a view under the old name',
            history: set_schema_docs_history,
            sql: 'ALTER TABLE orders SET SCHEMA shop;\nCREATE VIEW orders AS SELECT * FROM shop.orders;',
        },
        {
            why: 'Configuration says that clients search both schemas',
            history: set_schema_docs_history,
            sql: 'ALTER TABLE orders SET SCHEMA shop;',
            options: { rules: { 'set-schema': { searchPath: ['shop', 'public'] } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/set-tablespace.docs.js
const set_tablespace_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, email text);
CREATE INDEX orders_email_idx ON orders (email);
CREATE TABLE events (id bigint) PARTITION BY RANGE (id);`;
const set_tablespace_docs_docs = {
    problem: `The file of the table is copied to the other place, and nobody can read or write the table until the copy is done: minutes for a large table. For an index it is the
same, because every query of the table looks at all its indexes while it is planned.`,
    solution: `An index can be built anew in the other tablespace while everybody goes on (\`REINDEX (TABLESPACE …) INDEX CONCURRENTLY\`, from PostgreSQL 14 on). For a table there
is no such command: choose a quiet hour, or an extension that repacks tables online.`,
    reported: [
        {
            history: set_tablespace_docs_history,
            sql: 'ALTER TABLE orders SET TABLESPACE fast;',
            message: 'Copying "orders" stops reads and writes of it (ACCESS EXCLUSIVE lock) until it is done; its indexes stay where they are',
        },
        {
            history: set_tablespace_docs_history,
            sql: 'ALTER INDEX orders_email_idx SET TABLESPACE fast;',
            message: 'Copying index "orders_email_idx" stops every query of its table (ACCESS EXCLUSIVE lock on the index) until it is done',
        },
        {
            history: set_tablespace_docs_history,
            sql: 'ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE fast;',
            message: 'Copying every table of tablespace "pg_default" stops reads and writes of them (ACCESS EXCLUSIVE locks) until all are done',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts SET TABLESPACE fast;',
        },
        { why: 'A partitioned parent has no file', history: set_tablespace_docs_history, sql: 'ALTER TABLE events SET TABLESPACE fast;' },
        {
            why: 'It is there already',
            history: 'CREATE TABLE orders (id bigint) TABLESPACE fast;',
            sql: 'ALTER TABLE orders SET TABLESPACE fast;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/statement-timeout-too-long.docs.js
const statement_timeout_too_long_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);';
const statement_timeout_too_long_docs_docs = {
    problem: `While a statement with a strong lock runs, everybody who needs the table waits. A long \`statement_timeout\` allows a long wait.`,
    solution: `Keep it short for statements that take a strong lock. The limit is the parameter \`limit\`, one minute by default.`,
    reported: [
        {
            history: statement_timeout_too_long_docs_history,
            sql: "SET LOCAL statement_timeout = '10min';\nALTER TABLE orders ADD COLUMN note text;",
            message: 'statement_timeout is 10 min, so this statement may run that long while the ACCESS EXCLUSIVE lock on "orders" is held; the limit is 1 min',
        },
        {
            history: statement_timeout_too_long_docs_history,
            sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
            options: { rules: { 'statement-timeout-too-long': { limit: '10s' } } },
            message: 'statement_timeout is 30 s, so this statement may run that long while the ACCESS EXCLUSIVE lock on "orders" is held; the limit is 10 s',
        },
    ],
    accepted: [
        {
            why: 'It is short enough',
            history: statement_timeout_too_long_docs_history,
            sql: "SET LOCAL statement_timeout = '30s';\nALTER TABLE orders ADD COLUMN note text;",
        },
        {
            why: 'CONCURRENTLY needs its time',
            history: statement_timeout_too_long_docs_history,
            sql: 'SET statement_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/statement-under-access-exclusive.docs.js
const statement_under_access_exclusive_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);\nCREATE TABLE users (id bigint PRIMARY KEY);';
const statement_under_access_exclusive_docs_docs = {
    problem: `An \`ACCESS EXCLUSIVE\` lock stops everybody who uses the table, until the transaction commits. Each statement that follows in the same transaction makes that longer, also if it
has to do with another table.`,
    solution: `Put the statement with the strongest lock last, or into a transaction of its own.`,
    reported: [
        {
            history: statement_under_access_exclusive_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN total numeric;\nUPDATE users SET id = 2 WHERE id = 1;\nCOMMENT ON TABLE users IS 'people';",
            message: 'While UPDATE and what follows run, reads and writes of "orders" go on waiting for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
        },
    ],
    accepted: [
        {
            why: 'The strongest lock comes last',
            history: statement_under_access_exclusive_docs_history,
            sql: 'UPDATE users SET id = 2 WHERE id = 1;\nALTER TABLE orders ADD COLUMN total numeric;',
        },
        {
            why: 'The same table goes on being changed',
            history: statement_under_access_exclusive_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD COLUMN tax numeric;',
        },
        {
            why: 'Nobody uses a table that the transaction creates',
            history: statement_under_access_exclusive_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nUPDATE users SET id = 2 WHERE id = 1;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/superuser-operation.docs.js
const superuser_operation_docs_docs = {
    problem: `Managed servers keep the superuser to themselves. What needs one works on the developer's machine and fails in production.`,
    solution: `Use the console or the API of the platform. Extensions that it allows are named in the parameter \`extensions\`.`,
    reported: [
        {
            sql: 'CREATE EXTENSION pg_stat_statements;',
            message: 'CREATE EXTENSION pg_stat_statements needs a superuser: on a managed server it fails, or goes through an interface of the platform',
        },
        {
            sql: 'ALTER SYSTEM SET work_mem = 1000;',
            transaction: 'none',
            message: 'ALTER SYSTEM needs a superuser: on a managed server it fails, or goes through an interface of the platform',
        },
    ],
    accepted: [
        { why: 'The extension is a trusted one', sql: 'CREATE EXTENSION pgcrypto;' },
        {
            why: 'The platform allows it',
            sql: 'CREATE EXTENSION vector;',
            options: { rules: { 'superuser-operation': { extensions: ['vector'] } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/suppression-without-reason.docs.js
const suppression_without_reason_docs_docs = {
    problem: `Whoever reads the migration later cannot tell whether a hazard was accepted for a good reason or to make a check green.`,
    solution: `Say why, after a colon: \`-- pgfence allow drop-column: nothing has read it since March\`. The form \`-- pgfence-ignore\` of earlier versions still works and has no place for
a reason: write the new one.`,
    reported: [],
    accepted: [],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/syntax-error.docs.js
const syntax_error_docs_docs = {
    problem: `PostgreSQL's own parser (version 18) refuses the statement, so the migration stops there. In a transaction nothing of it remains; without one, what came before it stays.
The other statements of the file are read and judged all the same.`,
    solution: `Correct the statement. Meta-commands of psql, data of \`COPY … FROM stdin\` and the marks of migration tools are read before and are no errors.`,
    reported: [],
    accepted: [],
};

;// CONCATENATED MODULE: ./build/src/rules/renaming/tightened-for-writers.docs.js
const tightened_for_writers_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, note text);`;
const tightened_for_writers_docs_docs = {
    problem: `The migration runs while the old version of the application still writes. A constraint that is new refuses what that version sends: a NULL, a value out of range, a
second row with the same key.`,
    solution: `First ship the code that writes only what the constraint allows, then add the constraint in a later release.`,
    reported: [
        {
            history: tightened_for_writers_docs_history,
            sql: 'ALTER TABLE orders ALTER COLUMN note SET NOT NULL;',
            message: 'From the commit on, NOT NULL on column "note" of "orders" refuses writes of the running version that do not meet it (23502)',
        },
        {
            history: tightened_for_writers_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;',
            message: 'From the commit on, this foreign key on column "user_id" of "orders" refuses writes of the running version that do not meet it (23503)',
        },
        {
            history: tightened_for_writers_docs_history,
            sql: 'CREATE UNIQUE INDEX orders_note_key ON orders (note);',
            message: 'From the commit on, this unique index on column "note" of "orders" refuses writes of the running version that do not meet it (23505)',
        },
    ],
    accepted: [
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ALTER COLUMN id SET NOT NULL;',
        },
        {
            why: 'The column is new: no running version writes it',
            history: tightened_for_writers_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;\nALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0);',
        },
        {
            why: 'An index that is not unique refuses nothing',
            history: tightened_for_writers_docs_history,
            sql: 'CREATE INDEX orders_note_idx ON orders (note);',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/timeout-around-concurrently.docs.js
const timeout_around_concurrently_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE INDEX orders_note_idx ON orders (note);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');`;
const timeout_around_concurrently_docs_docs = {
    problem: `The CONCURRENTLY forms let readers and writers go on, and pay for it by waiting for every transaction that is older, even one that only reads another table.
A timeout that strikes meanwhile does not undo what has been done: an \`INVALID\` index stays, or a partition that is half detached.`,
    solution: `Switch both timeouts off for this one statement: \`SET lock_timeout = 0\` and \`SET statement_timeout = 0\`, each in a call of its own. Waiting harms nobody here.
If something has been left behind already, drop it before you try again.`,
    reported: [
        {
            history: timeout_around_concurrently_docs_history,
            sql: "SET lock_timeout = '2s';\nCREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);",
            transaction: 'none',
            message: 'CREATE INDEX CONCURRENTLY waits for every older transaction, and lock_timeout is 2 s: if it strikes, an INVALID index stays, which every write goes on to pay for',
        },
        {
            history: timeout_around_concurrently_docs_history,
            sql: "SET statement_timeout = '1min';\nDROP INDEX CONCURRENTLY orders_note_idx;",
            transaction: 'none',
            message: 'DROP INDEX CONCURRENTLY waits for every older transaction, and statement_timeout is 1 min: if it strikes, the index stays, invalid for queries and still written',
        },
        {
            history: `${timeout_around_concurrently_docs_history}\nALTER ROLE app SET lock_timeout = '500ms';`,
            sql: 'REINDEX INDEX CONCURRENTLY orders_note_idx;',
            transaction: 'none',
            message: 'REINDEX INDEX CONCURRENTLY waits for every older transaction, and lock_timeout is 500 ms: if it strikes, an INVALID index with a name in "_ccnew" or "_ccold" stays',
        },
        {
            history: timeout_around_concurrently_docs_history,
            sql: "SET lock_timeout = '2s';\nALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;",
            transaction: 'none',
            message: 'DETACH PARTITION CONCURRENTLY waits for every older transaction, and lock_timeout is 2 s: if it strikes, the partition stays half detached and blocks every other DETACH … CONCURRENTLY (55000)',
        },
    ],
    accepted: [
        {
            why: 'Both are zero',
            history: `${timeout_around_concurrently_docs_history}\nALTER ROLE app SET lock_timeout = '2s';`,
            sql: 'SET lock_timeout = 0;\nSET statement_timeout = 0;\nCREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);',
            transaction: 'none',
        },
        {
            why: 'None is set',
            history: timeout_around_concurrently_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_note_id_idx ON orders (note, id);',
            transaction: 'none',
        },
        {
            why: 'REFRESH … CONCURRENTLY leaves nothing behind',
            history: `${timeout_around_concurrently_docs_history}\nCREATE MATERIALIZED VIEW notes AS SELECT id, note FROM orders;\nCREATE UNIQUE INDEX notes_id_idx ON notes (id);`,
            sql: "SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW CONCURRENTLY notes;",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/timeout-without-effect.docs.js
const timeout_without_effect_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, note text);';
const timeout_without_effect_docs_docs = {
    problem: `A timeout in the wrong place looks like protection and is none. \`SET LOCAL\` outside of a transaction only warns. A \`lock_timeout\` set after the lock comes too
late, and a ROLLBACK takes it back. If \`lock_timeout\` is not shorter than \`statement_timeout\`, the latter strikes first and cancels the statement as a
whole.`,
    solution: `Make the timeout the first statement of the transaction that takes the lock, with \`lock_timeout\` well below \`statement_timeout\`.`,
    reported: [
        {
            history: timeout_without_effect_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
            transaction: 'none',
            message: 'This lock_timeout protects nothing: no transaction is open here, and SET LOCAL ends with the transaction',
        },
        {
            history: timeout_without_effect_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN total numeric;\nSET LOCAL lock_timeout = '2s';",
            message: 'This lock_timeout protects nothing: the ACCESS EXCLUSIVE lock on "orders" has been taken before it, and no other strong lock follows',
        },
        {
            history: timeout_without_effect_docs_history,
            sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nROLLBACK;\nALTER TABLE orders ADD COLUMN total numeric;",
            transaction: 'none',
            message: 'This lock_timeout protects nothing: it is rolled back before "orders" is locked',
        },
        {
            history: timeout_without_effect_docs_history,
            sql: "SET LOCAL lock_timeout = '5s';\nSET LOCAL statement_timeout = '5s';\nALTER TABLE orders ADD COLUMN total numeric;",
            message: 'This statement_timeout protects nothing: lock_timeout (5 s) is not shorter than statement_timeout (5 s), which always strikes first',
        },
    ],
    accepted: [
        {
            why: 'Several statements in one call are one transaction, in which SET LOCAL holds',
            history: timeout_without_effect_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
            transaction: 'call',
        },
        {
            why: 'The runner is not known, and most open a transaction',
            history: timeout_without_effect_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
            transaction: 'unknown',
        },
        {
            why: 'It is the first statement of the transaction and shorter than statement_timeout',
            history: timeout_without_effect_docs_history,
            sql: "SET LOCAL statement_timeout = '1min';\nSET LOCAL lock_timeout = '2s';\nALTER TABLE orders ADD COLUMN total numeric;",
        },
        {
            why: 'Both are switched off, as pg_dump writes it',
            history: timeout_without_effect_docs_history,
            sql: 'SET statement_timeout = 0;\nSET lock_timeout = 0;\nCREATE TABLE carts (id bigint);',
        },
        {
            why: 'Another lock follows',
            history: timeout_without_effect_docs_history,
            sql: "CREATE TABLE carts (id bigint);\nALTER TABLE orders ADD COLUMN total numeric;\nSET LOCAL lock_timeout = '1s';\nALTER TABLE orders ADD COLUMN tax numeric;",
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/timeouts/timeout-without-unit.docs.js
const timeout_without_unit_docs_docs = {
    problem: `\`SET lock_timeout = 5\` is five milliseconds, not five seconds. So short a timeout cancels statements that would have had to wait for hardly anybody.`,
    solution: `Write the unit: \`'5s'\`, \`'200ms'\`, \`'1min'\`.`,
    reported: [
        { sql: 'SET lock_timeout = 5;', message: 'lock_timeout = 5 is 5 milliseconds' },
        { sql: "SET LOCAL statement_timeout TO '30';", message: 'statement_timeout = 30 is 30 milliseconds' },
        {
            sql: "SELECT set_config('lock_timeout', '10', true);",
            message: 'lock_timeout = 10 is 10 milliseconds',
        },
        {
            sql: 'ALTER ROLE app SET lock_timeout = 3;',
            message: 'lock_timeout = 3 is 3 milliseconds',
        },
    ],
    accepted: [
        { why: 'It has its unit', sql: "SET lock_timeout = '5s';" },
        { why: 'Zero switches it off', sql: 'SET lock_timeout = 0;' },
        { why: 'From 100 on milliseconds are meant', sql: 'SET lock_timeout = 2000;' },
        { why: 'It is no time', sql: 'SET work_mem = 64;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/too-many-index-columns.docs.js
const too_many_index_columns_docs_history = 'CREATE TABLE orders (a int, b int, c int, d int);';
const too_many_index_columns_docs_docs = {
    problem: `A wide index is large, and every write has to keep it. A query uses it only as far as it asks for its first columns.`,
    solution: `Index the columns that narrow the search most. What is only read can stand in \`INCLUDE\`. The limit is the parameter \`limit\`, three by default.`,
    reported: [
        {
            history: too_many_index_columns_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
            transaction: 'none',
            message: 'The index "orders_idx" has 4 columns, more than 3: every write pays for it, and only queries on its first columns use it',
        },
    ],
    accepted: [
        {
            why: 'It is unique',
            history: too_many_index_columns_docs_history,
            sql: 'CREATE UNIQUE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
            transaction: 'none',
        },
        {
            why: 'INCLUDE does not count',
            history: too_many_index_columns_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b) INCLUDE (c, d);',
            transaction: 'none',
        },
        {
            why: 'Configuration allows more',
            history: too_many_index_columns_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_idx ON orders (a, b, c, d);',
            transaction: 'none',
            options: { rules: { 'too-many-index-columns': { limit: 4 } } },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/transaction-block-required.docs.js
const transaction_block_required_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const transaction_block_required_docs_docs = {
    problem: `Some commands mean something only until the transaction ends: a lock, a savepoint, a cursor, the moment at which constraints are checked. Where each statement is a
transaction of its own, PostgreSQL refuses the first three; \`SET CONSTRAINTS\` only warns and does nothing.`,
    solution: `Write \`BEGIN\` and \`COMMIT\` around the statements that belong together, or let the runner open the transaction.`,
    reported: [
        {
            history: transaction_block_required_docs_history,
            sql: 'LOCK TABLE orders IN SHARE MODE;',
            transaction: 'none',
            message: 'The migration fails here: LOCK TABLE needs a transaction block (25P01), and none is open',
        },
        {
            history: transaction_block_required_docs_history,
            sql: 'SAVEPOINT before_orders;\nDELETE FROM orders WHERE id = 1;',
            transaction: 'call',
            message: 'The migration fails here: SAVEPOINT needs a transaction block (25P01), and none is open',
        },
        {
            history: transaction_block_required_docs_history,
            sql: 'DECLARE rows CURSOR FOR SELECT id FROM orders;',
            transaction: 'none',
            message: 'The migration fails here: DECLARE CURSOR needs a transaction block (25P01), and none is open',
        },
        {
            history: transaction_block_required_docs_history,
            sql: 'SET CONSTRAINTS ALL DEFERRED;',
            transaction: 'none',
            message: 'SET CONSTRAINTS does nothing here but warn: no transaction is open, so that the constraints are checked as before',
        },
    ],
    accepted: [
        {
            why: 'Several statements in one call are one transaction',
            history: transaction_block_required_docs_history,
            sql: 'LOCK TABLE orders IN SHARE MODE;\nDELETE FROM orders WHERE id = 1;',
            transaction: 'call',
        },
        { why: 'The runner opens one', history: transaction_block_required_docs_history, sql: 'SAVEPOINT before_orders;' },
        {
            why: 'The file opens one',
            history: transaction_block_required_docs_history,
            sql: 'BEGIN;\nLOCK TABLE orders IN SHARE MODE;\nCOMMIT;',
            transaction: 'none',
        },
        {
            why: 'A cursor WITH HOLD outlives its transaction',
            history: transaction_block_required_docs_history,
            sql: 'DECLARE rows CURSOR WITH HOLD FOR SELECT id FROM orders;',
            transaction: 'none',
        },
        {
            why: 'SET LOCAL is a row of its own, `timeout-without-effect`',
            history: transaction_block_required_docs_history,
            sql: "SET LOCAL lock_timeout = '2s';",
            transaction: 'none',
        },
        {
            why: 'The runner is not known',
            history: transaction_block_required_docs_history,
            sql: 'LOCK TABLE orders IN SHARE MODE;',
            transaction: 'unknown',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/transaction-nesting.docs.js
const transaction_nesting_docs_docs = {
    problem: `PostgreSQL has no nested transactions. A BEGIN inside of a transaction only warns, and the first COMMIT ends the outer one. What stands after it runs statement
by statement: if the migration fails there, the first half stays.`,
    solution: `Most runners open a transaction round each migration: leave BEGIN and COMMIT out. Or use the runner's switch for "no transaction" and write them yourself.`,
    reported: [
        {
            sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
            message: 'A transaction is open already: this BEGIN only warns, and the next COMMIT ends the outer transaction',
        },
        {
            sql: 'CREATE TABLE orders (id bigint);\nCOMMIT;\nCREATE TABLE users (id bigint);',
            message: "This COMMIT ends the runner's transaction: what follows runs unprotected, each statement by itself, and survives a ROLLBACK",
        },
        {
            sql: 'CREATE TABLE orders (id bigint);\nCOMMIT;',
            transaction: 'none',
            message: 'No transaction is open here: this only warns',
        },
    ],
    accepted: [
        {
            why: 'The runner opens no transaction',
            sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
            transaction: 'none',
        },
        {
            why: 'Sent in one call, BEGIN takes over the implicit transaction',
            sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
            transaction: 'call',
        },
        {
            why: 'A savepoint is not a transaction',
            sql: 'SAVEPOINT before_orders;\nCREATE TABLE orders (id bigint);\nRELEASE before_orders;',
        },
        { why: 'BEGIN of PL/pgSQL opens a block of code', sql: 'DO $$ BEGIN PERFORM 1; END $$;' },
        {
            why: 'The runner is not known',
            sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;',
            transaction: 'unknown',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/truncate.docs.js
const truncate_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE SCHEMA staging;
CREATE TABLE staging.imports (id bigint);`;
const truncate_docs_docs = {
    problem: `TRUNCATE removes all rows at once. It waits for every query of the table and keeps everybody out until the transaction commits. A transaction that began
before and reads the table after it finds it empty, without an error. Where another table refers to it, the server refuses.`,
    solution: `If all rows shall go and nobody uses them, TRUNCATE in a short transaction of its own with a lock_timeout is right: say so in a suppression. Otherwise delete in
batches.`,
    reported: [
        {
            history: truncate_docs_history,
            sql: 'TRUNCATE orders;',
            message: 'All rows of "orders" are gone with this; reads and writes of it wait for the ACCESS EXCLUSIVE lock until the transaction commits, and older snapshots then find nothing',
        },
        {
            history: truncate_docs_history,
            sql: 'TRUNCATE orders CASCADE;',
            message: 'All rows of "orders" are gone with this; reads and writes of it wait for the ACCESS EXCLUSIVE lock until the transaction commits, and older snapshots then find nothing',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nTRUNCATE carts;' },
        {
            why: 'Configuration calls it a staging table',
            history: truncate_docs_history,
            sql: 'TRUNCATE staging.imports;',
            options: { staging: ['staging.*'] },
        },
        {
            why: 'Where CASCADE reaches other tables `truncate-cascade` speaks',
            history: truncate_docs_history,
            sql: 'TRUNCATE users CASCADE;',
        },
        { why: 'The server refuses it: another table refers to it', history: truncate_docs_history, sql: 'TRUNCATE users;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/dropping/truncate-cascade.docs.js
const truncate_cascade_docs_history = `CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
CREATE TABLE order_lines (order_id bigint REFERENCES orders);`;
const truncate_cascade_docs_docs = {
    problem: `CASCADE follows the foreign keys backwards: every table that refers to the one that is named loses all its rows too, and every table that refers to those. None of
them is named in the migration, and all are closed until the transaction commits.`,
    solution: `Name the tables. Without CASCADE the server refuses as soon as a table is missing from the list, so that nothing is lost unseen.`,
    reported: [
        {
            history: truncate_cascade_docs_history,
            sql: 'TRUNCATE users CASCADE;',
            message: 'This also empties "orders" and "order_lines", because of the foreign keys to "users"; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
        {
            sql: 'TRUNCATE users CASCADE;',
            completeHistory: false,
            message: 'This also empties every table that refers to "users", and those that refer to those, unless none does; all are closed (ACCESS EXCLUSIVE lock) until the transaction commits',
        },
    ],
    accepted: [
        { why: 'The table is new', sql: 'CREATE TABLE carts (id bigint);\nTRUNCATE carts CASCADE;' },
        { why: 'Nothing refers to the table: `truncate` speaks', history: truncate_cascade_docs_history, sql: 'TRUNCATE order_lines CASCADE;' },
        { why: 'All tables are named', history: truncate_cascade_docs_history, sql: 'TRUNCATE users, orders, order_lines;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/data-and-replication/unbatched-backfill.docs.js
const unbatched_backfill_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, country text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, country text, state text);';
const unbatched_backfill_docs_docs = {
    problem: `A changed row stays locked until the transaction commits. Whoever wants to change one of a million rows that are being updated waits for all of them (measured: with a million
rows the slowest requests took 2.7 s). Besides, the table grows by a copy of every row, replicas fall behind, and VACUUM can clean up nothing meanwhile.`,
    solution: `Go through the table by its key, a few thousand rows at a time, with a commit after each, outside of the migration. Tables that stay small may be named in the parameter
\`smallTables\`.`,
    reported: [
        {
            history: unbatched_backfill_docs_history,
            sql: "UPDATE orders SET state = 'new';",
            message: 'This UPDATE locks all rows of "orders" until its transaction commits: clients that write one of them wait as long',
        },
        {
            history: unbatched_backfill_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE state IS NULL;",
            message: 'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
        },
        {
            history: unbatched_backfill_docs_history,
            sql: 'UPDATE orders o SET country = u.country FROM users u WHERE u.id = o.user_id;',
            message: 'This UPDATE locks every row that meets its condition of "orders" until its transaction commits: clients that write one of them wait as long',
        },
        {
            history: unbatched_backfill_docs_history,
            sql: 'INSERT INTO orders (id, user_id) SELECT id, id FROM users;',
            message: 'This INSERT writes into "orders" in one transaction as many rows as its query finds: what it locks stays locked, and cannot be cleaned up, until the last of them is written',
        },
    ],
    accepted: [
        { why: 'A key bounds it', history: unbatched_backfill_docs_history, sql: "UPDATE orders SET state = 'new' WHERE id BETWEEN 1 AND 5000;" },
        {
            why: 'A list of keys bounds it',
            history: unbatched_backfill_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id IN (1, 2, 3);",
        },
        {
            why: 'A subquery with LIMIT bounds it',
            history: unbatched_backfill_docs_history,
            sql: "UPDATE orders SET state = 'new' WHERE id IN (SELECT id FROM orders WHERE state IS NULL LIMIT 1000);",
        },
        {
            why: 'The table is new',
            sql: 'CREATE TABLE carts (id bigint, note text);\nINSERT INTO carts (id) VALUES (1);\nUPDATE carts SET note = 1;',
        },
        {
            why: 'Rows that are written out are few',
            history: unbatched_backfill_docs_history,
            sql: "INSERT INTO users (id, country) VALUES (1, 'AT'), (2, 'CH');",
        },
        {
            why: 'Rows that a migration brings along, in the way it is written where they may be there',
            history: unbatched_backfill_docs_history,
            sql: "INSERT INTO users (id, country) SELECT 1, 'AT' WHERE NOT EXISTS (SELECT 1 FROM users WHERE id = 1);",
        },
        {
            why: 'Configuration says that the table stays small',
            history: unbatched_backfill_docs_history,
            sql: "UPDATE users SET country = 'AT';",
            options: { rules: { 'unbatched-backfill': { smallTables: ['users'] } } },
        },
        {
            why: 'While a strong lock is held, `backfill-under-lock` says more',
            history: unbatched_backfill_docs_history,
            sql: "ALTER TABLE orders ADD COLUMN note text;\nUPDATE orders SET note = '';",
        },
        { why: '`delete-without-where` speaks of the loss', history: unbatched_backfill_docs_history, sql: 'DELETE FROM orders;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/uncommitted-transaction.docs.js
const uncommitted_transaction_docs_docs = {
    problem: `A BEGIN without a COMMIT leaves the transaction open at the end of the file. Its locks stay until the connection closes; then PostgreSQL rolls everything
back, although the runner may have noted the migration as done.`,
    solution: `End the transaction with COMMIT, or leave BEGIN out.`,
    reported: [
        {
            sql: 'BEGIN;\nCREATE TABLE orders (id bigint);',
            transaction: 'none',
            message: 'This transaction is not committed in the file: its locks stay until the connection closes, and then all of it is lost',
        },
    ],
    accepted: [
        { why: 'It is committed', sql: 'BEGIN;\nCREATE TABLE orders (id bigint);\nCOMMIT;', transaction: 'none' },
        { why: 'The runner commits', sql: 'CREATE TABLE orders (id bigint);', transaction: 'file' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/indexes/unique-index-may-fail.docs.js
const unique_index_may_fail_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric);\nCREATE INDEX orders_email_idx ON orders (email);';
const unique_index_may_fail_docs_docs = {
    problem: `If two rows have the same values, the build of a unique index stops the migration. With \`CONCURRENTLY\` it leaves an invalid index behind besides.`,
    solution: `Look for duplicates before: \`SELECT email FROM orders GROUP BY email HAVING count(*) > 1\`.`,
    reported: [
        {
            history: unique_index_may_fail_docs_history,
            sql: 'CREATE UNIQUE INDEX orders_email_once ON orders (email);',
            message: 'Duplicates in "orders" make this fail (23505); nothing in the history proves that there are none',
        },
        {
            history: unique_index_may_fail_docs_history,
            sql: 'CREATE UNIQUE INDEX CONCURRENTLY orders_email_once ON orders (email);',
            transaction: 'none',
            message: 'Duplicates in "orders" make this fail (23505), and leave an INVALID index behind; nothing in the history proves that there are none',
        },
    ],
    accepted: [
        {
            why: 'The columns contain a unique key',
            history: unique_index_may_fail_docs_history,
            sql: 'CREATE UNIQUE INDEX orders_id_email ON orders (id, email);',
        },
        {
            why: 'The table is new',
            history: unique_index_may_fail_docs_history,
            sql: 'CREATE TABLE carts (email text);\nCREATE UNIQUE INDEX carts_email_once ON carts (email);',
        },
        { why: 'It is not unique', history: unique_index_may_fail_docs_history, sql: 'CREATE INDEX orders_total_idx ON orders (total);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/unique-not-null-without-primary-key.docs.js
const unique_not_null_without_primary_key_docs_docs = {
    problem: `The columns would do for a primary key, but nobody has said so: ORMs, replication and people look for the primary key and do not find it.`,
    solution: `Write \`PRIMARY KEY\` in the place of \`UNIQUE\`.`,
    reported: [
        {
            sql: 'CREATE TABLE users (email text NOT NULL UNIQUE);',
            message: '"users" has no primary key, though "email" is unique and NOT NULL: tools do not find the key',
        },
    ],
    accepted: [
        {
            why: 'There is a primary key beside it',
            sql: 'CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);',
        },
        { why: 'It may be NULL', sql: 'CREATE TABLE users (email text UNIQUE);' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/unknown-relation.docs.js
const unknown_relation_docs_docs = {
    problem: `The migrations of the repository begin at an empty database, and none of them has made the table that this one names. Either the name is misspelt, or the database has been changed
by hand and a new one cannot be built from the migrations.`,
    solution: `Correct the name, or add the migration that is missing. Leave the rule off where migrations begin at a database that was there before.`,
    reported: [
        {
            history: 'CREATE TABLE orders (id bigint);',
            sql: 'UPDATE odrers SET id = 2 WHERE id = 1;',
            message: 'No migration has made "odrers": the database has changed without one, or the name is misspelt',
        },
    ],
    accepted: [
        {
            why: 'History has made it',
            history: 'CREATE TABLE orders (id bigint);',
            sql: 'UPDATE orders SET id = 2 WHERE id = 1;',
        },
        {
            why: 'History does not begin at an empty database',
            sql: 'UPDATE orders SET id = 2 WHERE id = 1;',
            completeHistory: false,
        },
        { why: 'IF EXISTS says that it may be missing', sql: 'DROP TABLE IF EXISTS orders;' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/policy/unqualified-name.docs.js
const unqualified_name_docs_history = 'CREATE TABLE public.orders (id bigint, note text);';
const unqualified_name_docs_docs = {
    problem: `A table without a schema is looked for in the \`search_path\`, which differs between roles and databases and can be changed by whoever may create a schema. The migration then hits another
table than the one that was tested.`,
    solution: `Write \`schema.name\`.`,
    reported: [
        {
            history: unqualified_name_docs_history,
            sql: 'ALTER TABLE orders ADD COLUMN total numeric;',
            message: '"orders" is named without a schema: the search_path of whoever runs this decides what is hit',
        },
        {
            history: unqualified_name_docs_history,
            sql: 'CREATE VIEW totals AS SELECT id FROM public.orders;',
            message: '"totals" is named without a schema: the search_path of whoever runs this decides what is hit',
        },
    ],
    accepted: [
        { why: 'The schema is written', history: unqualified_name_docs_history, sql: 'ALTER TABLE public.orders ADD COLUMN total numeric;' },
        {
            why: 'A temporary table has none',
            sql: 'CREATE TEMPORARY TABLE drafts (id bigint);\nINSERT INTO drafts (id) VALUES (1);',
        },
        {
            why: 'An index stands in the schema of its table',
            history: unqualified_name_docs_history,
            sql: 'CREATE INDEX CONCURRENTLY orders_note_idx ON public.orders (note);',
            transaction: 'none',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/unread-sql.docs.js
const unread_sql_docs_docs = {
    problem: `Silence of pgfence means: read, understood and found harmless. Some SQL cannot be read without running it: a text that a program puts together, \`EXECUTE\` of a variable in
PL/pgSQL, a call of a query builder that nobody modelled, a body in another language. Such a place may do anything, so it is listed as a *gap*, and the report says how much
of the migration has been understood.`,
    solution: `Write plain SQL where that is possible: constants instead of variables, one statement a branch. Where it is not, say in a suppression what the place does:
\`-- pgfence allow unread-sql: creates the partitions of the year, on a table nobody uses yet\`.`,
    reported: [],
    accepted: [],
};

;// CONCATENATED MODULE: ./build/src/rules/hygiene/unused-suppression.docs.js
const unused_suppression_docs_docs = {
    problem: `A comment \`-- pgfence allow <rule>: <reason>\` accepts the findings of that rule at the next statement. If there is none, because the statement has changed or the name is
misspelt, the comment stays and hides a finding that comes later.`,
    solution: `Remove the comment, or correct the name of the rule. A rule that configuration has switched off is not counted as unused.`,
    reported: [],
    accepted: [],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/vacuum-full.docs.js
const vacuum_full_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const vacuum_full_docs_docs = {
    problem: `VACUUM FULL writes every row into a new file and builds all indexes anew, which gives space back to the disk. Nobody can read or write the table until that is done.`,
    solution: `Plain VACUUM makes the space usable for new rows while everybody goes on. To give it back to the disk without closing the table there are extensions that repack
tables online.`,
    reported: [
        {
            history: vacuum_full_docs_history,
            sql: 'VACUUM FULL orders;',
            transaction: 'none',
            message: 'Writing every row anew stops reads and writes of "orders" (ACCESS EXCLUSIVE lock) until it is done',
        },
        {
            history: vacuum_full_docs_history,
            sql: 'VACUUM (FULL, ANALYZE);',
            transaction: 'none',
            message: 'Writing every table of the database anew stops reads and writes of each (ACCESS EXCLUSIVE lock) until it is done',
        },
    ],
    accepted: [
        { why: 'FULL is switched off', history: vacuum_full_docs_history, sql: 'VACUUM (FULL false) orders;', transaction: 'none' },
        { why: 'Plain VACUUM stops nobody', history: vacuum_full_docs_history, sql: 'VACUUM orders;', transaction: 'none' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/storage/vacuum-in-migration.docs.js
const vacuum_in_migration_docs_history = 'CREATE TABLE orders (id bigint PRIMARY KEY);';
const vacuum_in_migration_docs_docs = {
    problem: `VACUUM reads the whole table. Reads and writes go on, but other maintenance and every ALTER TABLE wait for it. If the end of the file is empty it asks for the strongest
lock, to give that part back to the disk.`,
    solution: `Autovacuum does this all the time. Where it must be now, \`VACUUM (TRUNCATE false)\` never asks for the strong lock.`,
    reported: [
        {
            history: vacuum_in_migration_docs_history,
            sql: 'VACUUM orders;',
            transaction: 'none',
            message: 'Other maintenance and ALTER TABLE of "orders" wait for this SHARE UPDATE EXCLUSIVE lock until it is done; at the end it may stop reads and writes for a moment, to cut off the empty end of the file (ACCESS EXCLUSIVE lock)',
        },
    ],
    accepted: [
        { why: 'TRUNCATE is switched off', history: vacuum_in_migration_docs_history, sql: 'VACUUM (TRUNCATE false) orders;', transaction: 'none' },
        { why: 'For VACUUM FULL `vacuum-full` speaks', history: vacuum_in_migration_docs_history, sql: 'VACUUM FULL orders;', transaction: 'none' },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/constraints/validate-in-same-transaction.docs.js
const validate_in_same_transaction_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);';
const validate_in_same_transaction_docs_docs = {
    problem: `\`NOT VALID\` and \`VALIDATE\` are two steps so that the strong lock of the first is gone before the second reads the table. In one transaction it is not gone: the table stays closed while all rows are read. Many runners wrap a whole file, some all pending
files, in one transaction.`,
    solution: `Two migrations. If your runner puts all pending migrations into one transaction, two releases.`,
    reported: [
        {
            history: validate_in_same_transaction_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
            message: 'VALIDATE of "orders_quantity_positive" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
        },
        {
            history: validate_in_same_transaction_docs_history,
            sql: 'BEGIN;\nALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_user_fk;\nCOMMIT;',
            transaction: 'none',
            message: 'VALIDATE of "orders_user_fk" reads every row while writes to "orders" and "users" wait for the SHARE ROW EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
        },
        {
            history: validate_in_same_transaction_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
                'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
            ],
            transaction: 'all',
            message: 'VALIDATE of "orders_quantity_positive" reads every row while reads and writes of "orders" wait for the ACCESS EXCLUSIVE lock that this transaction took when it added the constraint, until it commits',
        },
    ],
    accepted: [
        {
            why: 'Two migrations, each in its transaction',
            history: validate_in_same_transaction_docs_history,
            sql: [
                'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
                'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
            ],
        },
        {
            why: 'Without a transaction the lock is gone',
            history: validate_in_same_transaction_docs_history,
            sql: 'ALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
            transaction: 'none',
        },
        {
            why: 'The table was created in the same transaction: nobody else can use it yet',
            history: validate_in_same_transaction_docs_history,
            sql: 'CREATE TABLE carts (quantity integer);\nALTER TABLE carts ADD CONSTRAINT carts_quantity CHECK (quantity > 0) NOT VALID;\nALTER TABLE carts VALIDATE CONSTRAINT carts_quantity;',
        },
        {
            why: 'The constraint is from an earlier migration',
            history: 'CREATE TABLE users (id bigint PRIMARY KEY, email text);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, quantity integer, note text);\nALTER TABLE orders ADD CONSTRAINT orders_quantity_positive CHECK (quantity > 0) NOT VALID;',
            sql: 'ALTER TABLE orders VALIDATE CONSTRAINT orders_quantity_positive;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/triggers-and-policies/view-bypasses-row-security.docs.js
const view_bypasses_row_security_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, tenant bigint);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_orders ON orders USING (tenant = 1);
CREATE TABLE notes (id bigint);`;
const view_bypasses_row_security_docs_message = 'Who may read view "order_list" sees all rows of "orders": the view reads with the rights of its owner, past the policies';
const view_bypasses_row_security_docs_docs = {
    problem: `A view is run with the rights of the role that owns it, and policies do not hold for the owner of a table. So everybody who may read the view sees all rows, though the policies
of the table would hide them.`,
    solution: `From PostgreSQL 15 on, \`CREATE VIEW … WITH (security_invoker = true)\` reads with the rights of whoever reads the view. Before, write the condition of the policy into the view.`,
    reported: [
        {
            history: view_bypasses_row_security_docs_history,
            sql: 'CREATE VIEW order_list AS SELECT id FROM orders;\nGRANT SELECT ON order_list TO app;',
            message: view_bypasses_row_security_docs_message,
        },
        {
            history: `${view_bypasses_row_security_docs_history}\nALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app;`,
            sql: 'CREATE VIEW order_list AS SELECT id FROM orders;',
            message: view_bypasses_row_security_docs_message,
        },
    ],
    accepted: [
        {
            why: 'The view reads with the rights of its reader',
            history: view_bypasses_row_security_docs_history,
            sql: 'CREATE VIEW order_list WITH (security_invoker = true) AS SELECT id FROM orders;\nGRANT SELECT ON order_list TO app;',
        },
        {
            why: 'Nobody but the owner may read the view',
            history: view_bypasses_row_security_docs_history,
            sql: 'CREATE VIEW order_list AS SELECT id FROM orders;',
        },
        {
            why: 'The table has no row security',
            history: view_bypasses_row_security_docs_history,
            sql: 'CREATE VIEW note_list AS SELECT id FROM notes;\nGRANT SELECT ON note_list TO app;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/wide-lock-window.docs.js
const wide_lock_window_docs_history = 'CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE products (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users);';
const wide_lock_window_docs_docs = {
    problem: `A lock is kept until the transaction commits. A migration that changes five tables keeps all five closed until the last of them is done, and may deadlock with a client that
uses two of them in another order.`,
    solution: `Change one table a transaction, so that each is closed only for its own change.`,
    reported: [
        {
            history: wide_lock_window_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
            message: 'From here "users" and "products" are closed together until the transaction commits: whoever needs one of them waits for the work on all of them, and who uses them in another order may be killed (40P01)',
        },
        {
            history: wide_lock_window_docs_history,
            sql: 'CREATE TABLE carts (id bigint, user_id bigint REFERENCES users, product_id bigint REFERENCES products);',
            message: 'From here "users" and "products" are closed together until the transaction commits: whoever needs one of them waits for the work on all of them, and who uses them in another order may be killed (40P01)',
        },
    ],
    accepted: [
        {
            why: 'Without a transaction each is closed for its own statement alone',
            history: wide_lock_window_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE products ADD COLUMN name text;',
            transaction: 'none',
        },
        {
            why: 'A table that the transaction creates is closed to nobody',
            history: wide_lock_window_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE users ADD COLUMN name text;',
        },
        {
            why: 'One statement needs both',
            history: wide_lock_window_docs_history,
            sql: 'ALTER TABLE products ADD COLUMN user_id bigint REFERENCES users;',
        },
        {
            why: 'A foreign key joins them: `deadlock-prone-lock-order` speaks',
            history: wide_lock_window_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders ADD COLUMN note text;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/transactions/work-under-held-lock.docs.js
const work_under_held_lock_docs_history = `CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW totals AS SELECT id FROM orders;`;
const work_under_held_lock_docs_docs = {
    problem: `A lock is kept until the transaction commits. If a statement takes a strong lock for a moment and a later one of the same transaction works for
minutes, the table stays closed for those minutes, even if the long work is on another table.`,
    solution: `Put the long work into a migration of its own, or before the strong lock. Many runners wrap all statements of a file, some all pending files, in one
transaction.`,
    reported: [
        {
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nREFRESH MATERIALIZED VIEW totals;',
            message: 'REFRESH MATERIALIZED VIEW writes every row anew while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
        },
        {
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;',
            message: 'VALIDATE CONSTRAINT reads every row while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
        },
        {
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nCREATE TABLE copies AS SELECT * FROM orders;',
            message: 'CREATE TABLE AS reads every row while reads and writes of "users" wait for the ACCESS EXCLUSIVE lock that this transaction took before, until it commits',
        },
    ],
    accepted: [
        {
            why: 'ANALYZE reads a sample, however large the table is',
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nANALYZE orders;',
        },
        {
            why: 'Nothing is held: the work stands first',
            history: work_under_held_lock_docs_history,
            sql: 'REFRESH MATERIALIZED VIEW totals;\nALTER TABLE users ADD COLUMN name text;',
        },
        {
            why: 'Without a transaction the lock is gone at once',
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nREFRESH MATERIALIZED VIEW totals;',
            transaction: 'none',
        },
        {
            why: 'What is held is new: nobody waits for it',
            history: work_under_held_lock_docs_history,
            sql: 'CREATE TABLE carts (id bigint);\nALTER TABLE carts ADD COLUMN note text;\nREFRESH MATERIALIZED VIEW totals;',
        },
        {
            why: 'Held locks weaker than SHARE stop neither readers nor writers',
            history: work_under_held_lock_docs_history,
            sql: "COMMENT ON TABLE users IS 'people';\nREFRESH MATERIALIZED VIEW totals;",
        },
        {
            why: '`create-index-not-concurrent` speaks of the build itself',
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nCREATE INDEX orders_total_idx ON orders (total);',
        },
        {
            why: '`backfill-under-lock` speaks of changed rows',
            history: work_under_held_lock_docs_history,
            sql: 'ALTER TABLE users ADD COLUMN name text;\nUPDATE orders SET total = 1;',
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/rules/docs.generated.js













































































































































































































/** Prose and examples of every rule, by id. Generated from the files of this folder; loaded only where they are shown. */
const RULE_DOCS = {
    'add-check-without-not-valid': docs,
    'add-column-constrained-domain': add_column_constrained_domain_docs_docs,
    'add-column-identity': add_column_identity_docs_docs,
    'add-column-if-not-exists-repeats-constraint': add_column_if_not_exists_repeats_constraint_docs_docs,
    'add-column-inline-check': add_column_inline_check_docs_docs,
    'add-column-inline-foreign-key': add_column_inline_foreign_key_docs_docs,
    'add-column-inline-primary-key': add_column_inline_primary_key_docs_docs,
    'add-column-inline-unique': add_column_inline_unique_docs_docs,
    'add-column-not-null-no-default': add_column_not_null_no_default_docs_docs,
    'add-column-serial': add_column_serial_docs_docs,
    'add-column-stored-generated': add_column_stored_generated_docs_docs,
    'add-column-volatile-default': add_column_volatile_default_docs_docs,
    'add-exclusion-constraint': add_exclusion_constraint_docs_docs,
    'add-foreign-key-locks-referenced': add_foreign_key_locks_referenced_docs_docs,
    'add-foreign-key-without-not-valid': add_foreign_key_without_not_valid_docs_docs,
    'add-primary-key-using-index-nullable': add_primary_key_using_index_nullable_docs_docs,
    'add-primary-key-without-index': add_primary_key_without_index_docs_docs,
    'add-unique-without-index': add_unique_without_index_docs_docs,
    'alter-column-dependent-objects': alter_column_dependent_objects_docs_docs,
    'alter-column-type': alter_column_type_docs_docs,
    'alter-column-type-breaks-prepared': alter_column_type_breaks_prepared_docs_docs,
    'alter-column-type-by-timezone': alter_column_type_by_timezone_docs_docs,
    'alter-column-type-locks-other-table': alter_column_type_locks_other_table_docs_docs,
    'alter-column-type-narrowing': alter_column_type_narrowing_docs_docs,
    'alter-composite-type': alter_composite_type_docs_docs,
    'alter-domain-scans-tables': alter_domain_scans_tables_docs_docs,
    'alter-sequence-blocks-inserts': alter_sequence_blocks_inserts_docs_docs,
    'analyze-after-change': analyze_after_change_docs_docs,
    'attach-partition-builds-index': attach_partition_builds_index_docs_docs,
    'attach-partition-locks-referenced': attach_partition_locks_referenced_docs_docs,
    'attach-partition-scan': attach_partition_scan_docs_docs,
    'autocommit-only-in-transaction': autocommit_only_in_transaction_docs_docs,
    'backfill-fires-triggers': backfill_fires_triggers_docs_docs,
    'backfill-skip-locked': backfill_skip_locked_docs_docs,
    'backfill-under-lock': backfill_under_lock_docs_docs,
    'blocking-advisory-lock': blocking_advisory_lock_docs_docs,
    'broad-grant': broad_grant_docs_docs,
    'check-before-backfill': check_before_backfill_docs_docs,
    'check-detour-to-not-null': check_detour_to_not_null_docs_docs,
    'check-not-immutable': check_not_immutable_docs_docs,
    cluster: cluster_docs_docs,
    'column-change-breaks-select-star': column_change_breaks_select_star_docs_docs,
    'concurrent-index-if-not-exists': concurrent_index_if_not_exists_docs_docs,
    'concurrent-index-without-cleanup': concurrent_index_without_cleanup_docs_docs,
    'constraint-left-not-valid': constraint_left_not_valid_docs_docs,
    'constraint-not-enforced': constraint_not_enforced_docs_docs,
    'constraint-unnamed': constraint_unnamed_docs_docs,
    'create-constrained-domain': create_constrained_domain_docs_docs,
    'create-default-partition': create_default_partition_docs_docs,
    'create-enum': create_enum_docs_docs,
    'create-index-not-concurrent': create_index_not_concurrent_docs_docs,
    'create-partition-of-locks-parent': create_partition_of_locks_parent_docs_docs,
    'create-table-as': create_table_as_docs_docs,
    'create-trigger': create_trigger_docs_docs,
    'create-unlogged-table': create_unlogged_table_docs_docs,
    'data-change-in-migration': data_change_in_migration_docs_docs,
    'deadlock-prone-lock-order': deadlock_prone_lock_order_docs_docs,
    'default-partition-scan': default_partition_scan_docs_docs,
    'delete-cascades': delete_cascades_docs_docs,
    'delete-without-where': delete_without_where_docs_docs,
    'detach-partition-not-concurrent': detach_partition_not_concurrent_docs_docs,
    'detach-referenced-partition': detach_referenced_partition_docs_docs,
    'disable-autovacuum': disable_autovacuum_docs_docs,
    'disable-row-security': disable_row_security_docs_docs,
    'disable-trigger': disable_trigger_docs_docs,
    'drop-and-recreate': drop_and_recreate_docs_docs,
    'drop-cascade': drop_cascade_docs_docs,
    'drop-column': drop_column_docs_docs,
    'drop-column-drops-constraint': drop_column_drops_constraint_docs_docs,
    'drop-constraint': drop_constraint_docs_docs,
    'drop-database': drop_database_docs_docs,
    'drop-default': drop_default_docs_docs,
    'drop-foreign-key-locks-referenced': drop_foreign_key_locks_referenced_docs_docs,
    'drop-index-backing-constraint': drop_index_backing_constraint_docs_docs,
    'drop-index-not-concurrent': drop_index_not_concurrent_docs_docs,
    'drop-not-null': drop_not_null_docs_docs,
    'drop-object': drop_object_docs_docs,
    'drop-owned': drop_owned_docs_docs,
    'drop-partition-locks-parent': drop_partition_locks_parent_docs_docs,
    'drop-policy': drop_policy_docs_docs,
    'drop-primary-key': drop_primary_key_docs_docs,
    'drop-publication': drop_publication_docs_docs,
    'drop-schema': drop_schema_docs_docs,
    'drop-table': drop_table_docs_docs,
    'drop-trigger': drop_trigger_docs_docs,
    'drop-unique-index': drop_unique_index_docs_docs,
    'duplicate-migration-version': duplicate_migration_version_docs_docs,
    'edited-migration': edited_migration_docs_docs,
    'enforce-foreign-key': enforce_foreign_key_docs_docs,
    'enum-rename-value': enum_rename_value_docs_docs,
    'enum-value-ordering': enum_value_ordering_docs_docs,
    'enum-value-used-in-transaction': enum_value_used_in_transaction_docs_docs,
    'explicit-lock-table': explicit_lock_table_docs_docs,
    'extension-without-version': extension_without_version_docs_docs,
    'forbidden-type': forbidden_type_docs_docs,
    'foreign-key-missing-index': foreign_key_missing_index_docs_docs,
    'foreign-key-policy': foreign_key_policy_docs_docs,
    'foreign-key-type-mismatch': foreign_key_type_mismatch_docs_docs,
    'frozen-time-literal': frozen_time_literal_docs_docs,
    'function-body-left-behind': function_body_left_behind_docs_docs,
    'function-overload-left-behind': function_overload_left_behind_docs_docs,
    'half-applied-migration': half_applied_migration_docs_docs,
    'identifier-too-long': identifier_too_long_docs_docs,
    'identity-always-rejects-values': identity_always_rejects_values_docs_docs,
    'identity-starts-at-one': identity_starts_at_one_docs_docs,
    'index-corruption-14': index_corruption_14_docs_docs,
    'index-on-partitioned-parent': index_on_partitioned_parent_docs_docs,
    'index-on-write-hot-table': index_on_write_hot_table_docs_docs,
    'index-unnamed': index_unnamed_docs_docs,
    'insert-without-columns': insert_without_columns_docs_docs,
    'integer-primary-key': integer_primary_key_docs_docs,
    'irreversible-migration': irreversible_migration_docs_docs,
    'key-near-exhaustion': key_near_exhaustion_docs_docs,
    'lock-timeout-too-long': lock_timeout_too_long_docs_docs,
    'lock-upgrade': lock_upgrade_docs_docs,
    'materialized-view-without-data': materialized_view_without_data_docs_docs,
    'misleading-if-not-exists': misleading_if_not_exists_docs_docs,
    'missing-column': missing_column_docs_docs,
    'missing-comment': missing_comment_docs_docs,
    'missing-idle-timeout': missing_idle_timeout_docs_docs,
    'missing-lock-timeout': missing_lock_timeout_docs_docs,
    'missing-primary-key': missing_primary_key_docs_docs,
    'missing-statement-timeout': missing_statement_timeout_docs_docs,
    'multiple-alter-same-table': multiple_alter_same_table_docs_docs,
    'naming-convention': naming_convention_docs_docs,
    'needs-newer-server': needs_newer_server_docs_docs,
    'no-op-still-locks': no_op_still_locks_docs_docs,
    'not-repeatable-statement': not_repeatable_statement_docs_docs,
    'nullable-column': nullable_column_docs_docs,
    'out-of-order-migration': out_of_order_migration_docs_docs,
    'owner-change': owner_change_docs_docs,
    'partitioned-parent-fanout': partitioned_parent_fanout_docs_docs,
    'pending-trigger-events': pending_trigger_events_docs_docs,
    'policy-change-locks': policy_change_locks_docs_docs,
    'policy-replace-gap': policy_replace_gap_docs_docs,
    'predicted-long-lock': predicted_long_lock_docs_docs,
    'prepared-transaction': prepared_transaction_docs_docs,
    'publication-without-identity': publication_without_identity_docs_docs,
    'published-table-changed': published_table_changed_docs_docs,
    'recreate-loses-privileges': recreate_loses_privileges_docs_docs,
    'redundant-index': redundant_index_docs_docs,
    'refresh-materialized-view-concurrent-lock': refresh_materialized_view_concurrent_lock_docs_docs,
    'refresh-materialized-view-not-concurrent': refresh_materialized_view_not_concurrent_docs_docs,
    'refused-by-server': refused_by_server_docs_docs,
    'reindex-concurrently-partitioned-table': reindex_concurrently_partitioned_table_docs_docs,
    'reindex-not-concurrent': reindex_not_concurrent_docs_docs,
    'rename-column': rename_column_docs_docs,
    'rename-index-by-alter-table': rename_index_by_alter_table_docs_docs,
    'rename-object': rename_object_docs_docs,
    'rename-schema': rename_schema_docs_docs,
    'rename-table': rename_table_docs_docs,
    'replace-function-used-by-index': replace_function_used_by_index_docs_docs,
    'replace-index-gap': replace_index_gap_docs_docs,
    'replica-identity-full': replica_identity_full_docs_docs,
    'replica-identity-lost': replica_identity_lost_docs_docs,
    'revoke-privilege': revoke_privilege_docs_docs,
    'row-security-incomplete': row_security_incomplete_docs_docs,
    'row-security-skips-partitions': row_security_skips_partitions_docs_docs,
    'row-security-without-policy': row_security_without_policy_docs_docs,
    'rule-change': rule_change_docs_docs,
    'same-table-many-migrations': same_table_many_migrations_docs_docs,
    'security-definer-search-path': security_definer_search_path_docs_docs,
    'sequence-not-reset': sequence_not_reset_docs_docs,
    'sequence-restarted': sequence_restarted_docs_docs,
    'serial-column': serial_column_docs_docs,
    'serial-sequence-stays-integer': serial_sequence_stays_integer_docs_docs,
    'server-setting-changed': server_setting_changed_docs_docs,
    'session-replication-role': session_replication_role_docs_docs,
    'session-setting-leaks': session_setting_leaks_docs_docs,
    'set-access-method': set_access_method_docs_docs,
    'set-default-existing-rows': set_default_existing_rows_docs_docs,
    'set-generated-expression': set_generated_expression_docs_docs,
    'set-logged-unlogged': set_logged_unlogged_docs_docs,
    'set-not-null': set_not_null_docs_docs,
    'set-not-null-proof-same-statement': set_not_null_proof_same_statement_docs_docs,
    'set-schema': set_schema_docs_docs,
    'set-tablespace': set_tablespace_docs_docs,
    'statement-timeout-too-long': statement_timeout_too_long_docs_docs,
    'statement-under-access-exclusive': statement_under_access_exclusive_docs_docs,
    'superuser-operation': superuser_operation_docs_docs,
    'suppression-without-reason': suppression_without_reason_docs_docs,
    'syntax-error': syntax_error_docs_docs,
    'tightened-for-writers': tightened_for_writers_docs_docs,
    'timeout-around-concurrently': timeout_around_concurrently_docs_docs,
    'timeout-without-effect': timeout_without_effect_docs_docs,
    'timeout-without-unit': timeout_without_unit_docs_docs,
    'too-many-index-columns': too_many_index_columns_docs_docs,
    'transaction-block-required': transaction_block_required_docs_docs,
    'transaction-nesting': transaction_nesting_docs_docs,
    truncate: truncate_docs_docs,
    'truncate-cascade': truncate_cascade_docs_docs,
    'unbatched-backfill': unbatched_backfill_docs_docs,
    'uncommitted-transaction': uncommitted_transaction_docs_docs,
    'unique-index-may-fail': unique_index_may_fail_docs_docs,
    'unique-not-null-without-primary-key': unique_not_null_without_primary_key_docs_docs,
    'unknown-relation': unknown_relation_docs_docs,
    'unqualified-name': unqualified_name_docs_docs,
    'unread-sql': unread_sql_docs_docs,
    'unused-suppression': unused_suppression_docs_docs,
    'vacuum-full': vacuum_full_docs_docs,
    'vacuum-in-migration': vacuum_in_migration_docs_docs,
    'validate-in-same-transaction': validate_in_same_transaction_docs_docs,
    'view-bypasses-row-security': view_bypasses_row_security_docs_docs,
    'wide-lock-window': wide_lock_window_docs_docs,
    'work-under-held-lock': work_under_held_lock_docs_docs,
};


/***/ })

};
;