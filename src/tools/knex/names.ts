import type { Site } from '../../javascript/host';
import type { SqlPart } from '../../javascript/sql-text';
import { joinSql, quoteName, sqlAt, sqlValue } from '../../javascript/sql-text';
import { knownText, slicePieces } from '../../javascript/text';
import type { TextValue, Value } from '../../javascript/value';
import { unknownAt } from '../../javascript/value';

/** A name as Knex wraps it: parts between dots quoted, ` as ` understood, raw fragments left alone. */
export function wrapName(value: Value | undefined, site: Site): TextValue {
  const { at } = site;
  const sql = sqlAt(at);
  switch (value?.kind) {
    case 'text':
      return wrapText(value, site);
    case 'host':
      return value.host.text?.(site) ?? sqlValue(undefined, at, 'the name');
    case 'number':
      return sql`${String(value.value)}`;
    case 'object': {
      const aliased = [...value.entries].map(
        ([alias, name]) => sql`${wrapName(name, site)} AS ${quoteName(alias, at)}`,
      );
      return joinSql(aliased, ', ', at);
    }
    case undefined:
    case 'undefined':
    case 'null':
    case 'boolean':
    case 'regexp':
    case 'array':
    case 'function':
    case 'class':
    case 'choice':
    case 'unknown':
      return quoteName(sqlValue(value, at, 'the name'), at);
  }
}

/** One name or a list of them, each wrapped. */
export function columnize(value: Value | undefined, site: Site): TextValue {
  if (value?.kind !== 'array') return wrapName(value, site);
  return joinSql(
    [...value.items, ...(value.open === undefined ? [] : [value.open])].map((item) => wrapName(item, site)),
    ', ',
    site.at,
  );
}

function wrapText(text: TextValue, site: Site): TextValue {
  const sql = sqlAt(site.at);
  const known = knownText(text);
  const alias = known?.includes(' ') === true ? /^(.*?) as (.*)$/is.exec(known) : null;
  if (alias?.[1] !== undefined && alias[2] !== undefined) {
    const name = wrapText({ kind: 'text', pieces: slicePieces(text.pieces, 0, alias[1].length) }, site);
    return sql`${name} AS ${quoteName(alias[2].trim(), site.at)}`;
  }
  return joinSql(
    splitDots(text).map((part) =>
      knownText(part)?.trim() === '*' ? '*' : quoteName(trimmed(part, site), site.at),
    ),
    '.',
    site.at,
  );
}

function trimmed(part: TextValue, site: Site): SqlPart {
  const known = knownText(part);
  return known === undefined || known === known.trim() ? part : sqlAt(site.at)`${known.trim()}`;
}

function splitDots(text: TextValue): readonly TextValue[] {
  if (!text.pieces.some((piece) => piece.kind === 'known' && piece.text.includes('.'))) return [text];
  const parts: TextValue[] = [];
  let start = 0;
  let offset = 0;
  for (const piece of text.pieces) {
    const letters = piece.kind === 'known' ? piece.text : 'x';
    for (const dot of letters.matchAll(/\./g)) {
      parts.push({ kind: 'text', pieces: slicePieces(text.pieces, start, offset + dot.index) });
      start = offset + dot.index + 1;
    }
    offset += letters.length;
  }
  return [...parts, { kind: 'text', pieces: slicePieces(text.pieces, start) }];
}

/** The name that Knex gives to an index or key: table, columns and kind in lower case. A hole if they are not known. */
export function generatedName(table: Value, columns: Value | undefined, kind: string, site: Site): TextValue {
  const list = columns?.kind === 'array' ? columns.items : columns === undefined ? [] : [columns];
  const known = list.map((column) => knownText(column));
  const name = knownText(table);
  if (name === undefined || known.includes(undefined)) {
    return quoteName({ kind: 'text', pieces: [unknownAt(site.at, 'the name is not known')] }, site.at);
  }
  return quoteName(`${name.replace(/[.-]/g, '_')}_${known.join('_')}_${kind}`.toLowerCase(), site.at);
}
