import pg from 'pg';

const query = `
  SELECT c.relname AS name, c.relrowsecurity AS isolated,
    (SELECT string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
        coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' ORDER BY a.attnum)
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT string_agg(format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(k.oid)), E',\\n' ORDER BY contype DESC, conname)
      FROM pg_constraint k WHERE k.conrelid = c.oid AND contype IN ('p', 'u', 'f', 'c')) AS constraints,
    (SELECT string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' ORDER BY i.indexrelid::regclass::text)
      FROM pg_index i WHERE i.indrelid = c.oid
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))) AS indexes
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname`;

/** The schema as the migrations leave it, one table after the other: for reading and for the staleness check. */
export const describeSchema = async (connection: pg.ClientConfig): Promise<string> => {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  const tables = rows.map((row) =>
    [
      `CREATE TABLE ${row.name} (\n${[row.columns, row.constraints].filter(Boolean).join(',\n')}\n);`,
      row.indexes,
      row.isolated ? `-- isolated by clinic: policy own_clinic` : null,
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return `-- Generated from db/migrations by \`npm run db:generate\`. Read here, change there.\n\n${tables.join('\n\n')}\n`;
};
