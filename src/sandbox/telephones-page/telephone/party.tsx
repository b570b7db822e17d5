import { useDeskState } from '../desk/desk-context.ts';
import { nameOfNumber, useServedNumbers } from '../wire/numbers.query.ts';
import { readable } from './phone-number.ts';

/** The other party as a telephone shows it: the number dialled or calling, by name where the carrier knows one. */
export function Party({ address }: { address: string }) {
  const person = useDeskState((state) => state.telephones[address]?.name);
  const clinic = nameOfNumber(address, useServedNumbers());
  const name = clinic ?? person;
  return (
    <span title={name ? readable(address) : undefined}>
      {name ?? readable(address.replace(/^client:/, ''))}
    </span>
  );
}
