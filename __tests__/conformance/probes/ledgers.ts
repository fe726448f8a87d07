/** A schema to say wrong things of: names that begin with `no` are those of nothing. */
export const LEDGERS = `CREATE TABLE ledgers (id int PRIMARY KEY, a int, b text);
CREATE TABLE entries (id int PRIMARY KEY, t_id int REFERENCES ledgers);
CREATE TABLE readings (id int, d date) PARTITION BY RANGE (id);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (1) TO (10);
CREATE TABLE notes (id int, d date);
CREATE VIEW ledger_ids AS SELECT id FROM ledgers;
CREATE MATERIALIZED VIEW ledger_copies AS SELECT id FROM ledgers;
CREATE SEQUENCE given;
CREATE INDEX ledgers_a ON ledgers (a);
CREATE TYPE tone AS ENUM ('a', 'b');
CREATE TYPE pair AS (x int);
CREATE DOMAIN amount AS int;
CREATE SCHEMA archive;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PUBLICATION feed FOR TABLE ledgers;
CREATE TABLE blanks (id int, d date);`;
