import { lookup } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** Link-local: where clouds tell whoever asks from this machine their passwords. */
const never = ['169.254.0.0/16', 'fe80::/10', 'fd00:ec2::254/128', '64:ff9b::a9fe:0/112'];
/** This machine, the networks that only it stands in, and what is no address of one host. */
const ownNetwork = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  'fc00::/7',
  'fec0::/10',
  'ff00::/8',
];

/** Whether a webhook must not be sent to an IP address. */
export type IsForbidden = (address: string) => boolean;

/** @param ownNetworkAllowed practice systems often stand beside this server */
export const forbiddenAddresses = ({ ownNetworkAllowed }: { ownNetworkAllowed: boolean }): IsForbidden => {
  const list = new BlockList();
  for (const range of ownNetworkAllowed ? never : [...never, ...ownNetwork]) {
    const [net, bits] = range.split('/') as [string, string];
    list.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
  }
  return (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
};

export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
  readonly code = 'FORBIDDEN_ADDRESS';
}

/** Names are looked at when the connection is made, not before: what a name stands for may change in between. */
export const lookupBeside =
  (isForbidden: IsForbidden): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const allowed = (found ?? []).filter(({ address }) => !isForbidden(address));
      const [first] = allowed;
      const fault = error ?? (first === undefined ? new ForbiddenAddress() : null);
      if (fault !== null) done(fault, '', 0);
      else if (options.all === true) done(null, allowed);
      else done(null, first!.address, first!.family);
    });
  };

/** An address that is written as a number is not looked up. @param hostname as URL has it, so in its one normal form */
export const isForbiddenHost = (hostname: string, isForbidden: IsForbidden): boolean => {
  const bare = hostname.replaceAll(/^\[|\]$/gu, '');
  return isIP(bare) !== 0 && isForbidden(bare);
};
