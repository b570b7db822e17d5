import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { testDatabase } from '../../test/fixtures/database.ts';
import { requireMember } from '../accounts/require-member.ts';
import { seedDemo, type SeededClinic } from '../demo/seed-demo.ts';
import { manualClock } from '../platform/clock.ts';
import { answerErrors } from '../platform/http/error-handler.ts';
import { createLog } from '../platform/log.ts';
import { CarrierError, type Carrier } from '../ports/carrier/carrier.port.ts';
import { connectNumber } from './connect-numbers.ts';
import { numbersApi } from './numbers.api.ts';

const { database } = await testDatabase();
const clock = manualClock('2026-11-20T15:00:00Z');
const log = createLog('silent');
const [english, german] = (await seedDemo(database, 'secret', clock.now())) as [SeededClinic, SeededClinic];
const users = await database.selectFrom('users').select(['id', 'name', 'email']).execute();

const spare = ['+13125550180', '+13125550181', '+13125550182'];
/** The account at the carrier: which numbers are pointed at this installation. */
const connected = new Set<string>();
let failing: CarrierError | null = null;
const carrier = {
  listNumbers: async () => {
    if (failing) throw failing;
    return [english.phoneNumber, german.phoneNumber, ...spare].map((phoneNumber) => ({
      phoneNumber,
      name: 'x',
    }));
  },
  connectNumber: async ({ phoneNumber }: { phoneNumber: string }) => {
    connected.add(phoneNumber);
    return `PN${phoneNumber}`;
  },
  disconnectNumber: async (phoneNumber: string) => {
    if (failing) throw failing;
    connected.delete(phoneNumber);
  },
} as unknown as Carrier;

const server = Fastify();
server.setValidatorCompiler(validatorCompiler);
server.setSerializerCompiler(serializerCompiler);
answerErrors(server, log);
await server.register(
  async (clinic) => {
    requireMember(clinic, {
      database,
      signedIn: async ({ headers }) => users.find((user) => user.email === headers['x-user']) ?? null,
    });
    const connect = (number: string) => connectNumber({ database, carrier }, number, 'https://desk.example');
    await clinic.register(numbersApi({ database, clock, carrier, log, connect }));
  },
  { prefix: '/clinics/:clinicId' },
);

const manager = 'daniel.brooks@lakeside.example';
const stranger = german.staff.find(({ role }) => role === 'owner')!.email;
type Items = { items: { phoneNumber: string; label: string; connected: boolean }[]; code?: string };
const ask = async (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: object | null = null,
  { user = manager, clinic = english.id } = {},
) => {
  const answer = await server.inject({
    method,
    url: `/clinics/${clinic}/numbers${path}`,
    headers: { 'x-user': user },
    ...(body === null ? {} : { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() as Items };
};
const mine = async (): Promise<string[]> => (await ask('GET', '')).body.items.map((one) => one.phoneNumber);
const at = (number: string) => `/${encodeURIComponent(number)}`;
const add = (phoneNumber: string, who = {}) => ask('POST', '', { phoneNumber, label: 'Second line' }, who);

describe('numbers of a clinic', () => {
  test('one of the account is taken, connected, named and given back', async () => {
    const added = await add(spare[0]!);
    assert.equal(added.status, 201);
    assert.deepEqual(added.body.items.at(-1), {
      phoneNumber: spare[0],
      label: 'Second line',
      connected: true,
    });
    assert.ok(connected.has(spare[0]!));
    assert.ok(!(await ask('GET', '/free')).body.items.some((one) => one.phoneNumber === spare[0]));
    const named = await ask('PATCH', at(spare[0]!), { label: 'Recall' });
    assert.equal(named.body.items.at(-1)?.label, 'Recall');
    assert.equal((await ask('DELETE', at(spare[0]!))).status, 200);
    assert.deepEqual([await mine(), connected.has(spare[0]!)], [[english.phoneNumber], false]);
  });

  test('the only one stays, also when two people remove the last two', async () => {
    assert.equal((await ask('DELETE', at(english.phoneNumber))).status, 409);
    await add(spare[1]!);
    const answers = await Promise.all(
      [english.phoneNumber, spare[1]!].map((number) => ask('DELETE', at(number))),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]));
    assert.equal((await mine()).length, 1);
  });

  test('nothing is bought, and no number is taken twice', async () => {
    assert.deepEqual((await add('+13125559999')).body.code, 'conflict');
    assert.equal((await add(german.phoneNumber)).status, 409);
    const theirs = { user: stranger, clinic: german.id };
    const answers = await Promise.all([add(spare[2]!), add(spare[2]!, theirs)]);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201, 409]));
  });

  test('another clinic’s are not there', async () => {
    assert.equal((await ask('PATCH', at(german.phoneNumber), { label: 'Mine' })).status, 404);
    assert.equal((await ask('DELETE', at(german.phoneNumber))).status, 404);
    assert.equal((await ask('GET', '', null, { user: stranger })).status, 404);
  });

  test('a carrier that does not answer is told as such', async () => {
    failing = new CarrierError('unknown');
    assert.deepEqual((await ask('GET', '/free')).body.code, 'carrier-unreachable');
    failing = new CarrierError('refused', 20003);
    assert.deepEqual((await add(spare[0]!)).body.code, 'carrier-refused');
    failing = null;
  });

  test('only managers change them, and what is no number is refused', async () => {
    const receptionist = { user: 'olivia.martin@lakeside.example' };
    assert.equal((await add(spare[0]!, receptionist)).status, 403);
    assert.equal((await ask('DELETE', at(english.phoneNumber), null, receptionist)).status, 403);
    assert.equal((await add('911')).status, 400);
    assert.equal((await ask('DELETE', '/911')).status, 404);
  });
});
