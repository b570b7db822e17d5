import classes from './detail-view.module.css';
import { indentXml, looksLikeXml } from './indent-xml.ts';

/** The parts of an entry: names and values, documents as they were sent. */
export function DetailView({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  return (
    <dl className={classes.detail}>
      {Object.entries(detail)
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} className={classes.row}>
            <dt className={classes.name}>{name}</dt>
            <dd className={classes.value}>
              <Value value={value} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }) {
  if (typeof value === 'string' && looksLikeXml(value))
    return <pre className={classes.document}>{indentXml(value)}</pre>;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ');
  if (Array.isArray(value) && value.every(isPlain))
    return value.map((each, index) => <DetailView key={`${index}`} detail={each} />);
  if (isPlain(value)) return <DetailView detail={value} />;
  return <pre className={classes.document}>{JSON.stringify(value, null, 2)}</pre>;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
