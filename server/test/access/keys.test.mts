import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	statSync,
	writeFileSync,
	chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyStore } from '../../src/access/key-store.mts';
import { runKeys } from '../../src/cli/keys.mts';
import { UsageError } from '../../src/cli/usage-error.mts';
import { lock } from '../../testing/process/store-server.mts';
import { SmallDisk } from '../../testing/process/small-disk.mts';

const folder = mkdtempSync(join(tmpdir(), 'juhe-ocr-cli-'));
const disk = SmallDisk.mount(join(folder, 'disk'));
afterAll(() => {
	disk?.unmount();
	rmSync(folder, { recursive: true });
});

const noon = Date.parse('2026-03-05T12:00:00+08:00');
const store = join(folder, 'keys.sqlite');
const main = join(__dirname, '../../src/main.mts');

/** Runs the command; collects what it warns of. */
function keys(args: string[], file = store) {
	const warnings: string[] = [];
	const output = runKeys([...args, '--store', file], {}, noon, (text) => warnings.push(text));
	return { output, warnings };
}
const namesIn = (file: string) => {
	const opened = new KeyStore(file);
	const names = opened.list().map(({ name }) => name);
	opened.close();
	return names;
};

describe('keys add refuses', () => {
	it.each([
		...['2027-02-29', '2027-02-31', '2027-04-31', '2027-13-01', '2027-00-10', '2027-01-00'],
		...['2027-1-1', '27-01-01', '2027-01-01T', '2027-01-01T24:00:00Z', '2027-01-01T10:60:00Z'],
		...[
			'2027-01-01T10:00:61Z',
			'2027-01-01T10:00:00+25:00',
			'2027-01-01 10:00',
			'2027-02-30T10:00Z',
		],
		...['2027-01-01T10:00:00+08:60', '2027-01-01T10', '+002027-01-01', '2027-01-01T10:00:00 UTC'],
	])('the date %s, which does not exist', (date) => {
		expect(() => keys(['add', 'x', '--expires', date])).toThrow(UsageError);
		expect(() => keys(['add', 'x', '--expires', date])).toThrow(/a date that exists is needed/);
	});

	it.each([
		['an empty list of addresses', ['--allow', '']],
		['a blank list of addresses', ['--allow', '  ']],
		['a list of addresses with commas only', ['--allow', ' , ,']],
		['an address with a zone', ['--allow', 'fe80::1%eth0']],
		['an empty list of APIs', ['--apis', '']],
		['a list of APIs with commas only', ['--apis', ',']],
		['an empty limit', ['--per-day', '']],
		['a day without readings', ['--per-day', '0']],
		['a minute without readings', ['--per-minute', '0']],
		['an empty date', ['--expires', '']],
		['a flag that is given twice', ['--allow', '10.0.0.1', '--allow', '10.0.0.2']],
		['a word that is given twice', ['--trial', '--trial']],
	])('%s', (_, flags) => {
		expect(() => keys(['add', 'x', ...flags])).toThrow(UsageError);
		expect(() => keys(['add', 'x', ...flags])).toThrow(flags[0]);
	});

	it.each([
		['nothing', ''],
		['blanks', '   '],
		['a blank before it', ' shop'],
		['a line break', 'shop\nadmin'],
		['a tab', 'shop\tadmin'],
		['a command for the terminal', '\u001b[2Jshop'],
		['a NUL', 'shop\0'],
		['a C1 control character', 'shop\u009b31m'],
		['a change of writing direction', 'shop\u202epohs'],
		['an invisible character', 'sh\u200bop'],
		['a line separator', 'shop\u2028admin'],
		['half a character', 'shop\ud83d'],
		['65 characters', 'x'.repeat(65)],
		['a megabyte', 'x'.repeat(2 ** 20)],
	])('a name that is or has %s, in words that fit on a line', (_, name) => {
		let refused: unknown;
		try {
			keys(['add', name]);
		} catch (error) {
			refused = error;
		}
		expect(refused).toBeInstanceOf(UsageError);
		expect((refused as Error).message).toMatch(/^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u);
	});

	it('none of what people call their keys', () => {
		const file = join(folder, 'names.sqlite');
		const names = [
			'shop',
			'门店 3',
			'Café № 7',
			'a.b@c-d_e',
			'财务部（上海）',
			'🧾',
			'x'.repeat(64),
		];
		for (const name of names) keys(['add', name], file);
		expect(namesIn(file)).toEqual(names);
	});
});

it('takes dates and times that exist, and warns of one that is over', () => {
	const file = join(folder, 'dates.sqlite');
	const dates = [
		'2028-02-29',
		'2027-12-31T23:59:59Z',
		'2027-01-01T00:00+08:00',
		'2027-01-01T10:00:00.5Z',
	];
	for (const date of dates)
		expect(keys(['add', date, '--expires', date], file).warnings).toEqual([]);
	const { warnings } = keys(['add', 'old', '--expires', '2026-03-04'], file);
	expect(warnings).toEqual([expect.stringMatching(/2026-03-04.* over/)]);
});

it('prints names of older stores harmlessly, and revokes them by what they are', () => {
	const file = join(folder, 'harmful.sqlite');
	const name = '\u001b]0;x\u0007\nfake  active\u202e';
	const opened = new KeyStore(file);
	opened.add('k', { name, apis: ['receipt'], addresses: [], trial: false });
	opened.close();
	const { output } = keys(['list'], file);
	expect(output.split('\n')).toHaveLength(3);
	expect(output).toContain('\\u{1b}]0;x\\u{7}\\u{a}fake  active\\u{202e}');
	expect(output).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
	expect(keys(['revoke', name], file).output).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
	expect(keys(['list'], file).output).toMatch(/revoked/);
});

describe.each([['list'], ['revoke', 'shop']])('keys %s', (...command) => {
	it('makes no store, and says that there is none', () => {
		const file = join(folder, 'missing.sqlite');
		expect(() => keys(command, file)).toThrow(UsageError);
		expect(() => keys(command, file)).toThrow(/missing.sqlite: there is no such file/);
		expect(existsSync(file)).toBe(false);
	});

	it.each([
		['a folder', (file: string) => mkdirSync(file), /it is a folder/],
		['another file', (file: string) => writeFileSync(file, 'text'), /it is no key store/],
		['an empty file', (file: string) => writeFileSync(file, ''), /it is empty/],
	])('refuses %s in words', (kind, make, message) => {
		const file = join(folder, `${command[0]} ${kind}`);
		make(file);
		expect(() => keys(command, file)).toThrow(UsageError);
		expect(() => keys(command, file)).toThrow(message);
	});

	it.each(['--per-day=5', '--allow=10.0.0.1', '--apis=receipt', '--trial'])(
		'refuses %s, which is for add',
		(flag) => {
			expect(() => keys([...command, flag])).toThrow(/takes no --/);
		},
	);
});

it('says that the store is locked, when it stays so', async () => {
	const file = join(folder, 'locked.sqlite');
	keys(['add', 'shop'], file);
	const unlock = await lock(file);
	expect(() => keys(['add', 'till'], file)).toThrow(/another process has locked it/);
	expect(keys(['list'], file).output).toMatch(/shop/);
	await unlock();
	expect(namesIn(file)).toEqual(['shop']);
}, 60_000);

it('makes a store for its owner alone, and warns of one that others can read', () => {
	const file = join(folder, 'mode.sqlite');
	expect(keys(['add', 'shop'], file).warnings).toEqual([]);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	chmodSync(file, 0o604);
	expect(keys(['list'], file).warnings).toEqual([expect.stringMatching(/chmod 600/)]);
});

it('says that the user may not open the store', () => {
	const file = join(folder, 'forbidden.sqlite');
	keys(['add', 'shop'], file);
	chmodSync(file, 0);
	chmodSync(folder, 0o755);
	// Whoever is root may open everything: the command runs as nobody then.
	const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	const script = `import { runKeys } from '${join(__dirname, '../../src/cli/keys.mts')}';
		try { runKeys(['list', '--store', '${file}'], {}, 0) } catch (error) { console.log(error.name, error.message) }`;
	const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
		...nobody,
		encoding: 'utf8',
	});
	expect(stdout).toMatch(/UsageError .*forbidden.sqlite: this user may not read and write it/);
});

(disk ? it : it.skip)(
	'says that the disk is full, and shows no key that it could not store',
	() => {
		const file = join(disk!.path, 'keys.sqlite');
		keys(['add', 'shop'], file);
		const makeRoom = disk!.fill();
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[main, 'keys', 'add', 'till', '--store', file],
			{ encoding: 'utf8' },
		);
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
		expect(stderr).toMatch(/keys.sqlite: the disk is full/);
		const other = join(disk!.path, 'other.sqlite');
		expect(() => keys(['add', 'shop'], other)).toThrow(/other.sqlite: the disk is full/);
		makeRoom();
		expect(namesIn(file)).toEqual(['shop']);
		expect(keys(['add', 'shop'], other).output).toMatch(/^[\da-f]{32}\n$/);
	},
);
